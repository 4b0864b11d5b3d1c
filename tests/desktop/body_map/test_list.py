"""The list mirrors the map, and is an equal way to mark."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipmap.desktop.body_map.place_search import find_places, shared_alias
from hipmap.desktop.body_map.read_back_words import read_back
from hipmap.desktop.body_map.zone_words import ZoneWords
from hipmap.model.body import Body
from hipmap.model.case import Mark
from tests.desktop.body_map.desk import Desk

# A popup on the display that tests use says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

WORST = Mark(zone="groin_crease", side="right", worst=True, intensity=6)
OUTER = Mark(zone="trochanter", side="right")
NUMB = Mark(zone="calf", side="left", kind="numb")


def test_chips_mirror_the_marks(desk: Desk) -> None:
    desk.show_marks(WORST, OUTER, NUMB)
    names = [chip.accessibleName() for chip in desk.panel.footer.list.chips()]
    assert [name.split(". ")[0] for name in names] == [
        "Right groin crease, worst · 6",
        "Right outer hip bone, hurts",
        "Left calf, numb or tingling",
    ]
    desk.show_marks(OUTER)
    assert [chip.text() for chip in desk.panel.footer.list.chips()] == ["Right outer hip bone"]


def test_the_cross_and_the_delete_key_remove_a_mark(desk: Desk) -> None:
    desk.show_marks(WORST, NUMB)
    first, second = desk.panel.footer.list.chips()
    QTest.mouseClick(first.cross, Qt.MouseButton.LeftButton)
    QTest.keyClick(second, Qt.Key.Key_Delete)
    assert desk.intents == [("remove", "groin_crease", "right", "pain"), ("remove", "calf", "left", "numb")]
    assert desk.panel.footer.list.chips() == []


def test_marks_that_do_not_fit_on_the_line_stand_behind_a_button(desk: Desk) -> None:
    others = [Mark(zone=zone, side="left") for zone in ("flank", "shin", "knee_back")]
    desk.show_marks(WORST, OUTER, *others)
    list_ = desk.panel.footer.list
    shown = [chip for chip in list_.chips() if chip.isVisible()]
    assert shown
    assert all(list_.rect().contains(part.geometry()) for part in (*shown, list_.more))
    assert list_.more.text() == f"+{5 - len(shown)} more"
    behind = list_.more.menu().actions()
    assert len(behind) == 5 - len(shown)
    behind[-1].trigger()
    card = desk.panel.card()
    assert card is not None
    assert card.mark == others[-1]
    card.close()
    desk.show_marks(WORST)
    assert not list_.more.isVisible()
    assert list_.chips()[0].isVisible()


def test_chips_are_large_enough_to_hit(desk: Desk) -> None:
    desk.show_marks(WORST)
    (chip,) = desk.panel.footer.list.chips()
    assert chip.height() >= 32
    assert min(chip.cross.width(), chip.cross.height()) >= 24


def test_marking_never_moves_the_map(desk: Desk) -> None:
    before = desk.panel.area.geometry()
    desk.show_marks(
        WORST, OUTER, NUMB, *(Mark(zone=zone, side="left") for zone in ("flank", "shin", "knee_back"))
    )
    assert desk.panel.area.geometry() == before


def test_the_card_edits_strength_feel_and_worst(desk: Desk) -> None:
    desk.show_marks(OUTER)
    desk.panel.footer.list.chips()[0].click()
    card = desk.panel.card()
    assert card is not None
    card.strengths["intensity"].strip.button_of("8").click()
    card.deep.strip.button_of("deep").click()
    card.feels.strip.button_of("ache").click()
    card.worst.click()
    assert desk.case.marks == (
        OUTER.model_copy(update={"intensity": 8, "feel": ("ache", "deep"), "worst": True}),
    )
    card.strengths["intensity"].strip.button_of("8").click()
    assert desk.case.marks[0].intensity is None
    card.close()


def test_the_card_changes_the_kind(desk: Desk) -> None:
    desk.show_marks(WORST)
    desk.panel.footer.list.chips()[0].click()
    card = desk.panel.card()
    assert card is not None
    card.kinds.strip.button_of("numb").click()
    assert desk.case.marks == (Mark(zone="groin_crease", side="right", kind="numb", intensity=6),)
    card.kinds.strip.button_of("none").click()
    assert desk.case.marks == (Mark(zone="groin_crease", side="right", kind="none"),)
    card.remove.click()
    assert not card.isVisible()
    assert not desk.case.marks


def test_the_card_goes_with_its_mark(desk: Desk) -> None:
    desk.show_marks(WORST)
    desk.panel.footer.list.chips()[0].click()
    desk.show_marks()
    card = desk.panel.card()
    assert card is not None
    assert not card.isVisible()


def test_a_place_is_added_by_its_name(desk: Desk) -> None:
    field = desk.panel.footer.field
    QTest.keyClicks(field, "right outer hip")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.intents == [("mark", "trochanter", "right", "pain")]
    assert field.text() == ""


def test_an_ambiguous_word_lists_its_places_and_marks_nothing(desk: Desk) -> None:
    field = desk.panel.footer.field
    QTest.keyClicks(field, "hip")
    offered = field.offered()
    assert offered[0] == "People say “hip” for several places. Which one?"
    for zone in ("Right outer hip bone", "Left groin crease", "Right top of the buttock, below the belt"):
        assert any(row.startswith(zone) for row in offered)
    field.returnPressed.emit()
    assert desk.intents == []
    field.rows_view().hide()


@pytest.mark.parametrize(
    ("query", "zone"),
    [
        ("back pocket", "mid_buttock"),
        ("si joint", "si_dimple"),
        ("trochanter", "trochanter"),
        ("sit bone", "lower_buttock"),
    ],
)
def test_places_are_found_by_other_names(body: Body, query: str, zone: str) -> None:
    found = find_places(query, ZoneWords(body))
    assert {(zone, "right"), (zone, "left")} <= {one.place for one in found}


def test_a_side_narrows_the_search(body: Body) -> None:
    found = find_places("left hip", ZoneWords(body))
    assert found
    assert {one.place[1] for one in found} == {"left"}
    assert shared_alias(find_places("hip", ZoneWords(body))) == "hip"
    assert find_places("zzz", ZoneWords(body)) == []


def test_no_query_lists_every_place(body: Body) -> None:
    assert len(find_places("", ZoneWords(body))) == sum(len(zone.sides) for zone in body.zones)


def test_the_marks_are_read_back(body: Body) -> None:
    words = ZoneWords(body)
    assert read_back((WORST, OUTER), words) == (
        "You marked your <b>right groin crease</b> (worst) and <b>right outer hip bone</b>."
    )
    assert read_back((NUMB,), words) == "It is numb or tingling in your <b>left calf</b>."
    assert read_back((), words) == "Nothing is marked yet. Click where it hurts."
    clinician = read_back((WORST, NUMB), ZoneWords(body, "clinician"))
    assert (
        clinician
        == "Pain marked in the <b>right inguinal fold</b> (worst). Numb or tingling: <b>left calf</b>."
    )


def test_swap_and_clear_are_intents(desk: Desk) -> None:
    desk.show_marks(WORST)
    desk.panel.footer.swap.click()
    assert desk.case.marks[0].side == "left"
    assert "<b>left groin crease</b>" in desk.panel.footer.sentence.text()
    desk.panel.footer.clear.click()
    assert desk.intents == [("swap",), ("clear",)]
    assert not desk.panel.footer.clear.isVisible()


def test_short_names_stay_unmistakable(body: Body) -> None:
    for voice in ("patient", "clinician"):
        words = ZoneWords(body, voice)
        names = [words.short_name(*place) for place in words.places()]
        assert len(set(names)) == len(names)
    assert ZoneWords(body, "clinician").name("si_dimple", "left").startswith("Left PSIS")
