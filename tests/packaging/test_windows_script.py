"""The script of the installer for Windows, read as text: what it says, deletes, and never asks."""

import re

from tests.packaging.test_windows import SCRIPT, WINDOWS

SENTENCES = (WINDOWS / "sentences.nsh").read_text(encoding="utf-8")


def test_every_sentence_is_there_in_both_languages() -> None:
    lines = re.findall(r'^LangString (\w+) \$\{LANG_(\w+)\} "(.+)"$', SENTENCES, re.MULTILINE)
    keys = {key for key, _, _ in lines}
    assert {(key, language) for key, language, _ in lines} == {
        (key, language) for key in keys for language in ("ENGLISH", "GERMAN")
    }
    assert set(re.findall(r"\$\((\w+)\)", SCRIPT)) == keys


def test_a_large_disk_is_not_taken_for_a_full_one() -> None:
    """More than two TB are more KB than the installer's numbers hold."""
    assert '"/D=F /S=M"' in SCRIPT


def test_whatever_stops_the_files_they_are_taken_away_again() -> None:
    failed = SCRIPT.partition("Function .onInstFailed")[2].partition("FunctionEnd")[0]
    assert "Call TakeBack" in failed
    section = SCRIPT.partition('Section "hipmap"')[2].partition("Function Register")[0]
    refused = re.findall(r"StrCpy \$Refusal .+\n +Call (\w+)", section)
    assert len(refused) >= 5
    assert set(refused) == {"TakeBackAndRefuse"}


def test_every_refusal_says_what_became_of_the_computer() -> None:
    refusals = set(re.findall(r'StrCpy \$Refusal "\$\((\w+)\)"', SCRIPT))
    assert {"needs64", "tooOld", "noRoom", "noRight", "running", "newerIsThere", "another"} <= refusals
    for key in refusals:
        (said,) = re.findall(rf'LangString {key} \$\{{LANG_ENGLISH\}} "(.+)"', SENTENCES)
        assert re.search(r"[Nn]othing was (changed|installed)|taken away", said), key


def test_nothing_is_deleted_that_is_not_the_programs() -> None:
    """Whole folders go only where they are the program's own; data is never one of them."""
    folders = set(re.findall(r'RMDir /r "([^"]+)"', SCRIPT))
    assert folders == {"$INSTDIR\\program.new"}
    assert re.search(r'\$\(removeSettings\)" /SD IDNO', SCRIPT)


def test_no_question_is_left_open_without_a_person() -> None:
    asked = [line for line in SCRIPT.splitlines() if "MessageBox" in line]
    folder_page = [line for line in asked if "/SD" not in line]
    assert len(asked) >= 4
    assert [line.strip() for line in folder_page] == ['MessageBox MB_OK|MB_ICONSTOP "$Refusal"']
