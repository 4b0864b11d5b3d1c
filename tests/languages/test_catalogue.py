"""Catalogues: what is missing, outdated or broken, and that nothing broken is ever shown."""

from pathlib import Path

import pytest

from hipmap.model.catalogue import Catalogue, Entry, Key, broken_places, extended, shortcomings, shown_texts
from hipmap.model.problems import BadInput
from hipmap.storage.catalogue_files import read_catalogue, write_catalogue
from hipmap.storage.translation_folders import is_language

LIMP = Key("finding.limp", "patient")
COUNT = Key("Sheet", "{done} of {all}")


@pytest.mark.parametrize(
    ("source", "said", "wrong"),
    [
        ("{done} of {all}", "{done} von {all}", ""),
        ("{done} of {all}", "{all}: {done}", ""),
        ("{done} of {all}", "{done} von", "{all} is missing"),
        ("{done} of {all}", "{fertig} von {all}", "{done} is missing"),
        ("{done} of {all}", "{done} von {all} {all}", "{all} is not in the English"),
        ("{least:g} or more", "{least} oder mehr", "{least:g} is missing"),
        ("Done", "Fertig {0}", "{0} is not in the English"),
        ("Done", "Fertig {", "a brace stands alone"),
        ("{done}", "{done} }", "a brace stands alone"),
        ("In your %1", "In Ihrem Bein", "%1 is missing"),
        ("about {number} %", "etwa {number} %", ""),
        ("{emergency} Do not wait.", "Warten Sie nicht.", "{emergency} is missing"),
    ],
)
def test_places_for_values_are_those_of_the_english(source: str, said: str, wrong: str) -> None:
    assert broken_places(source, said) == wrong


def test_only_what_is_done_and_whole_is_shown() -> None:
    done = Entry("Do you limp?", "Hinken Sie?", "done")
    entries = {
        LIMP: done,
        COUNT: Entry("{done} of {all}", "{done} von", "done"),
        Key("Sheet", "All"): Entry("All", "Alle", "open"),
        Key("Sheet", "None"): Entry("None", "", "done"),
        Key("Sheet", "Old"): Entry("Old", "Alt", "gone"),
    }
    assert shown_texts(Catalogue("de", entries)) == {LIMP: done}


def test_a_translator_hears_what_is_left_to_do() -> None:
    entries = {
        LIMP: Entry("Do you limp?", "Hinken Sie?", "done"),
        COUNT: Entry("{done} of {all}", "{done} von", "done"),
        Key("Sheet", "All"): Entry("All", "", "open"),
        Key("Sheet", "Old"): Entry("Old", "Alt", "done"),
        Key("Sheet", "Older"): Entry("Older", "Älter", "gone"),
    }
    wanted = {
        LIMP: "Do you limp at all?",
        COUNT: "{done} of {all}",
        Key("Sheet", "All"): "All",
        Key("Sheet", "No"): "No",
    }
    told = [(one.lack, str(one.key), one.why) for one in shortcomings(Catalogue("de", entries), wanted)]
    assert told == [
        ("outdated", "finding.limp: patient", ""),
        ("broken", "Sheet: {done} of {all}", "{all} is missing"),
        ("missing", "Sheet: All", ""),
        ("missing", "Sheet: No", ""),
        ("unknown", "Sheet: Old", ""),
    ]


def test_writing_keeps_every_translation_and_opens_what_changed() -> None:
    before = Catalogue(
        "de",
        {
            LIMP: Entry("Do you limp?", "Hinken Sie?", "done"),
            Key("Sheet", "All"): Entry("All", "Alle", "done"),
            Key("Sheet", "Old"): Entry("Old", "Alt", "done"),
            Key("Sheet", "Never"): Entry("Never", "", "open"),
        },
    )
    after = extended(
        before, {Key("Sheet", "All"): "All", LIMP: "Do you limp at all?", COUNT: "{done} of {all}"}
    )
    assert after.entries == {
        Key("Sheet", "All"): Entry("All", "Alle", "done"),
        LIMP: Entry("Do you limp at all?", "Hinken Sie?", "open"),
        COUNT: Entry("{done} of {all}"),
        Key("Sheet", "Old"): Entry("Old", "Alt", "gone"),
    }


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    text = "a < b & “c” 'd' \"e\"\nnext line – ∑ 𝄞"
    entries = {
        Key("finding.limp", "patient"): Entry("Do you limp?", text, "done"),
        Key("finding.limp", "clinician"): Entry("Limp", "", "open"),
        Key("zone.old", "patient"): Entry("Old", "Alt", "gone"),
    }
    path = tmp_path / "de" / "knowledge.ts"
    write_catalogue(path, Catalogue("de", entries), "knowledge")
    assert read_catalogue(path, "de", "knowledge") == Catalogue("de", entries)
    assert [one.name for one in path.parent.iterdir()] == ["knowledge.ts"]


TS = '<TS version="2.1" language="de"><context><name>Sheet</name>{}</context></TS>'
ALL = "<message><source>All</source><translation>Alle</translation></message>"


@pytest.mark.parametrize(
    ("data", "mend"),
    [
        ("", "not a readable .ts file"),
        (TS.format(ALL)[:-9], "not a readable .ts file"),
        ("<html/>", "<html>"),
        (TS.format(ALL).replace('"de"', '"fr"'), 'write language="de"'),
        (TS.format(ALL + ALL), "Sheet: All stands twice"),
        (TS.format(ALL.replace("<message>", '<message numerus="yes">')), "no plural forms"),
        ('<!DOCTYPE TS [<!ENTITY a "aa">]>' + TS.format(ALL), "entities"),
    ],
)
def test_a_damaged_catalogue_is_refused_by_name(data: str, mend: str, tmp_path: Path) -> None:
    path = tmp_path / "de" / "interface.ts"
    path.parent.mkdir()
    path.write_text(data, encoding="utf-8")
    with pytest.raises(BadInput, match=r"^de/interface\.ts: ") as refused:
        read_catalogue(path, "de", "interface")
    assert mend in str(refused.value)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "de" / "interface.ts"
    path.parent.mkdir()
    path.write_bytes(b"<?xml version='1.0' encoding='utf-8'?>" + TS.format("\xff").encode("latin-1"))
    with pytest.raises(BadInput, match="not a readable"):
        read_catalogue(path, "de", "interface")


@pytest.mark.parametrize("code", ["de", "pt_BR", "zh_Hant", "nds"])
def test_languages(code: str) -> None:
    assert is_language(code)


@pytest.mark.parametrize("code", ["", "DE", "de_", "../de", "x_pseudo", "deutsch", "de-AT", "dé"])
def test_not_languages(code: str) -> None:
    assert not is_language(code)
