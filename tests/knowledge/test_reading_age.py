"""A child of nine to eleven can read every patient text, and no label in it frightens."""

import ast
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from tests.case_builders import ROOT, own_knowledge
from tests.knowledge.patient_texts import (
    CLINICIAN,
    PatientText,
    every_row,
    name_of,
    own_library,
    patient_texts,
    texts_in,
)
from tests.knowledge.reading_age import grade, parts, sentences, syllables, words

MOST_WORDS = 22
MOST_SYLLABLES = 3
# School years: the fifth and sixth are those of nine to eleven. A text of few words has no honest grade.
HARDEST_TEXT = 6.5
HARDEST_FILE = 5.0
WORDS_FOR_A_GRADE = 20

# Labels that make people expect the worst and move less, or that blame the body.
FRIGHTENING = (
    "wear and tear", "worn out", "bone on bone", "degenerat", "deteriorat", "crumbl", "collapsed", "damage",
    "slipped disc", "ruptur", "unstable", "instab", "abnormal", "suffer", "disabilit", "paraly", "crippl",
    "catastroph", "bone dies", "dead bone", "dying bone",
)  # fmt: skip
# A name is read alone, before anything explains it: it says what to do, not the worst that it can be.
FRIGHTENING_NAME = re.compile(
    r"(?i)growth|tumour|cancer|malign|fracture|broken|necro|\bdea[dt]|fatal|failure"
)


@cache
def exceptions() -> dict[str, str]:
    """Gives the long words that may stand in a patient text unexplained, each with the reason."""
    lines = (Path(__file__).parent / "hard_words.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.partition(": ") for line in lines if line and not line.startswith("#")]
    assert all(word and reason for word, _, reason in rows), "each line is `word: reason`"
    return {word: reason for word, _, reason in rows}


@cache
def forms_explained() -> re.Pattern[str]:
    """Matches every form of a word or phrase that the glossary explains, also with an s."""
    forms = {form for term in own_library().glossary for form in (term.term, *term.also)}
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, longest_first))})s?\b")


def hard_words(text: str) -> set[str]:
    """Gives the long words of a text that no entry of the glossary explains."""
    left = forms_explained().sub(" ", text)
    every = {part for word in words(left) for part in parts(word) if not part[0].isdigit()}
    return {word for word in every if syllables(word) > MOST_SYLLABLES}


def own_words() -> list[PatientText]:
    """Gives the patient texts but for the wrong claims that are quoted to be corrected."""
    return [one for one in patient_texts() if not one.quoted]


def test_the_walk_reaches_every_kind_of_text() -> None:
    files = {one.file for one in patient_texts()}
    assert len(patient_texts()) > 2500
    assert {"body/zones.yaml", "body/poses/poses.json", "knowledge/red_flags.yaml"} <= files
    assert {"knowledge/safety_nets.yaml", "knowledge/library/glossary.yaml"} <= files
    assert any(file.startswith("knowledge/library/pages/") for file in files)
    assert any(".actions." in one.place for one in patient_texts())
    assert any(one.quoted for one in patient_texts())


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("arthritis", 3), ("osteoarthritis", 5), ("usually", 4), ("area", 3), ("muscles", 2), ("bones", 1),
        ("places", 2), ("needed", 2), ("walked", 1), ("people", 2), ("every", 2), ("emergency", 4),
        ("physiotherapist", 5), ("left-over", 3), ("don’t", 1), ("body’s", 2), ("pelvis", 2), ("12", 2),
    ],
)  # fmt: skip
def test_syllables_are_heard(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_grade_is_that_of_flesch_and_kincaid() -> None:
    # 9 words, 2 sentences, 10 syllables.
    assert grade("The hip is sore. You limp when you walk.") == pytest.approx(
        0.39 * 9 / 2 + 11.8 * 9 / 9 - 15.59
    )


def test_no_sentence_is_long() -> None:
    found = [(len(words(one)), str(text)) for text in patient_texts() for one in sentences(text.text)]
    assert [one for one in found if one[0] > MOST_WORDS] == []


def test_no_text_is_hard() -> None:
    graded = [(round(grade(one.text), 1), str(one)) for one in patient_texts() if long_enough(one.text)]
    assert len(graded) > 500
    assert [one for one in graded if one[0] > HARDEST_TEXT] == []


def long_enough(text: str) -> bool:
    """Whether a text has words enough for a grade."""
    return len(words(text)) >= WORDS_FOR_A_GRADE


def test_no_file_is_hard_as_a_whole() -> None:
    texts: dict[str, list[str]] = defaultdict(list)
    for one in patient_texts():
        texts[one.file].append(one.text if one.text.endswith((".", "?", "!")) else f"{one.text}.")
    grades = {file: round(grade(" ".join(parts)), 1) for file, parts in texts.items()}
    assert {file: hard for file, hard in grades.items() if hard > HARDEST_FILE} == {}


def test_long_words_are_explained() -> None:
    allowed = exceptions()
    found: dict[str, str] = {}
    for one in patient_texts():
        for word in hard_words(one.text):
            if word not in allowed and word.removesuffix("s") not in allowed:
                found[word] = str(one)
    assert found == {}, "explain them in the glossary, or write simpler"


def test_every_exception_is_needed() -> None:
    used = {word for one in patient_texts() for word in hard_words(one.text)}
    assert [word for word in exceptions() if word not in used and f"{word}s" not in used] == []


def test_no_label_frightens() -> None:
    """A myth quotes a wrong claim to correct it; only there may such a label stand."""
    texts = [(one, one.text.lower()) for one in own_words()]
    assert [(label, str(one)) for one, text in texts for label in FRIGHTENING if label in text] == []


ABOUT_FILES = ("vault_words.py", "vault_file_words.py")
"""A file can be damaged, and who keeps records must hear of it in that word; no body is meant."""


def test_no_word_of_the_window_frightens() -> None:
    """The words of windows and reports, which stand in the program itself."""
    files = [
        path
        for part in ("desktop", "exchange")
        for path in (ROOT / "hipmap" / part).rglob("*.py")
        if path.name not in ABOUT_FILES
    ]
    said = [(path.name, text) for path in files for text in strings_of(path.read_text(encoding="utf-8"))]
    assert len(said) > 500
    assert [row for row in said if any(label in row[1].lower() for label in FRIGHTENING)] == []


def strings_of(code: str) -> list[str]:
    """Gives the strings of a module without its docstrings."""
    nodes = list(ast.walk(ast.parse(code)))
    alone = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    strings = [node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [str(node.value) for node in strings if id(node) not in alone]


def test_no_name_frightens() -> None:
    knowledge = own_knowledge()
    names = [row.patient for row in knowledge.origins]
    names += [row.patient for row in knowledge.conditions]
    names += [row.patient for row in knowledge.red_flags]
    assert [name for name in names if FRIGHTENING_NAME.search(name)] == []


def test_every_word_of_the_glossary_is_met_in_hipmap() -> None:
    """In a text of either voice or in the window; an explanation that nobody looks for is left out."""
    said = [one.text for one in patient_texts() if one.file != "knowledge/library/glossary.yaml"]
    said += [text for _, row in every_row() for _, text, _ in texts_in(row, name_of(row), CLINICIAN)]
    said += [path.read_text(encoding="utf-8") for path in (ROOT / "hipmap" / "desktop").rglob("*.py")]
    everything = "\n".join(said).lower()
    unmet = [
        term.term
        for term in own_library().glossary
        if not any(re.search(rf"\b{re.escape(form.lower())}", everything) for form in (term.term, *term.also))
    ]
    assert unmet == []
