"""Every text of the knowledge and the library has an id, and can be said in another language."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from hipmap.desktop.pseudo_text import pseudo
from hipmap.model.frozen import Frozen
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.shown_texts import SHOWN
from hipmap.model.translation import texts_of, translated
from hipmap.reasoning import assess
from hipmap.reasoning.self_care import self_care_for
from hipmap.storage.case_files import read_case
from tests.case_builders import ROOT

# Texts that are not translated: what names a thing, where it comes from, and why a figure is what it is.
NOT_SHOWN = {
    "id", "finding", "condition", "origin", "country", "group", "source", "sources", "row", "rows", "carries",
    "neighbours", "covers", "zones", "drawing", "address", "citation", "ambulance", "advice", "version",
    "digest", "why", "pair_share_why", "age_why", "sex_why", "age_source", "sex_source", "note", "border",
    "scope", "topic", "resolution", "reference", "modality", "articles", "targets", "tests", "versus",
    "first", "second", "shown_on", "good_for", "gates", "stop_rules", "exercises", "closes_with", "all_of",
    "any_of", "unless", "of", "is_", "options", "published_options", "replaces", "numb_group",
    "pain_background", "group_dependence", "cells", "words", "sign",
    "without_overlay",
}  # fmt: skip


def kinds_in(hint: Any) -> Iterator[Any]:
    """Gives the plain kinds of which a field is made."""
    if get_origin(hint) is None:
        yield hint
    for inner in get_args(hint):
        yield from kinds_in(inner)


def rows_in(kind: type[Frozen], seen: set[type[Frozen]]) -> set[type[Frozen]]:
    """Gives every kind of row that a kind holds."""
    if kind not in seen:
        seen.add(kind)
        for hint in get_type_hints(kind).values():
            for one in kinds_in(hint):
                if isinstance(one, type) and issubclass(one, Frozen):
                    rows_in(one, seen)
    return seen


ROWS = sorted(rows_in(Knowledge, rows_in(Library, set())), key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", ROWS, ids=lambda kind: kind.__name__)
def test_every_field_of_text_is_translated_or_said_not_to_be(kind: type[Frozen]) -> None:
    shown = SHOWN.get(kind)
    known = {*shown.words, *shown.lists, *shown.parts} if shown is not None else set()
    hints = get_type_hints(kind)
    assert known <= set(kind.model_fields), "the table names a field that is not there"
    forgotten = {
        field
        for field in kind.model_fields
        if field not in known | NOT_SHOWN
        and (str in kinds_in(hints[field]) or set(kinds_in(hints[field])) & set(SHOWN))
    }
    assert forgotten == set(), (
        "say in model/shown_texts.py how these are translated, or here that they are not"
    )


def said_by(texts: Mapping[str, str], name: str, _text: str) -> str:
    return texts[name]


def test_ids_lead_to_the_texts(knowledge: Knowledge, library: Library) -> None:
    texts = texts_of(knowledge)
    assert texts["finding.limp.patient"] == knowledge.finding_by_id["limp"].patient
    assert texts["zone.groin_crease.clinician"] == knowledge.body.by_id["groin_crease"].clinician
    straight_leg = knowledge.finding_by_id["slr"].options[0]
    assert texts[f"finding.slr.option.{straight_leg.id}.clinician"] == straight_leg.clinician
    pages = texts_of(library)
    better = next(one for one in library.page_by_id["hip_joint"].sections if one.id == "better")
    assert pages["page.hip_joint.section.better.paragraph.1.patient"] == better.paragraphs[0].patient


def test_everything_is_said_anew_and_nothing_else_changes(knowledge: Knowledge, library: Library) -> None:
    for whole in (knowledge, library):
        spoken = translated(whole, lambda _name, text: pseudo(text))
        assert list(texts_of(spoken)) == list(texts_of(whole))
        assert all(text.startswith("[") or not text.strip() for text in texts_of(spoken).values())
        # Back to English, it is the same to the last field.
        assert translated(spoken, partial(said_by, texts_of(whole))) == whole
        assert translated(whole, lambda _name, text: text) is whole


def test_tables_of_the_translated_knowledge_hold_its_own_rows(knowledge: Knowledge) -> None:
    assert knowledge.finding_by_id["limp"].patient[0] != "["
    spoken = translated(knowledge, lambda _name, text: pseudo(text))
    assert spoken.finding_by_id["limp"].patient[0] == "["
    assert spoken.body.by_id["groin_crease"].patient[0] == "["
    assert spoken.digest == knowledge.digest


def test_a_list_of_words_may_be_longer_in_another_language(knowledge: Knowledge) -> None:
    def say(name: str, text: str) -> str:
        return "Leiste;  Leistenbeuge ; Schritt;" if name == "zone.groin_crease.aliases" else text

    assert translated(knowledge, say).body.by_id["groin_crease"].aliases == (
        "Leiste",
        "Leistenbeuge",
        "Schritt",
    )


@pytest.mark.parametrize(
    "path", sorted((ROOT / "assets/examples").glob("*.json")), ids=lambda path: path.stem
)
def test_the_assessment_is_the_same_to_the_byte_in_every_language(
    path: Path, knowledge: Knowledge, library: Library
) -> None:
    spoken, pages = (translated(whole, lambda _name, text: pseudo(text)) for whole in (knowledge, library))
    assert isinstance(spoken, Knowledge)
    assert isinstance(pages, Library)
    case = read_case(path, knowledge)
    result = assess(case, knowledge)
    assert assess(case, spoken).model_dump_json(by_alias=True) == result.model_dump_json(by_alias=True)
    care, spoken_care = (
        self_care_for(case, result, library, knowledge),
        self_care_for(case, result, pages, spoken),
    )
    assert spoken_care.model_copy(update={"reason": None}) == care.model_copy(update={"reason": None})
