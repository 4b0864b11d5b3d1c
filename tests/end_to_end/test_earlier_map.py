"""The map of last time as a start: seen first, taken over in one step, and nothing but the map."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hipmap.desktop.earlier_map import EarlierMap, EarlierMapDialog
from hipmap.desktop.window_commands import AT_A_CASE
from hipmap.model.case import Case, Mark, Pin, new_case
from hipmap.storage.case_files import write_case
from tests.end_to_end.person import Person

EARLIER = new_case(
    marks=[Mark(zone="groin_crease", side="right", worst=True, intensity=6), Mark(zone="calf", side="left")],
    pin=Pin(zone="groin_crease", side="right", face="front", at=(0.4, 0.5)),
    person={"age": 70},
)


@pytest.fixture
def offered(person: Person, tmp_path: Path) -> Callable[[Case | bytes], EarlierMap]:
    def offer(case: Case | bytes) -> EarlierMap:
        path = tmp_path / "last.json"
        if isinstance(case, bytes):
            path.write_bytes(case)
        else:
            write_case(path, case)
        earlier = EarlierMap(person.session, person.document, person.window, "patient", "neutral")
        assert person.window.room is not None
        earlier.shown.connect(person.window.room.show_earlier_map)
        earlier.open_path(path)
        return earlier

    return offer


def dialog(earlier: EarlierMap) -> EarlierMapDialog:
    assert earlier.dialog is not None
    return earlier.dialog


def test_what_would_be_taken_over_is_seen_with_its_sides(offered: Callable[..., EarlierMap]) -> None:
    lines = dialog(offered(EARLIER)).lines
    assert [("Right" in lines[0], "6" in lines[0]), "Left" in lines[1]] == [(True, True), True]
    assert len(lines) == 2


def test_only_marks_and_pin_are_taken_over_and_undone_at_once(
    person: Person, offered: Callable[..., EarlierMap]
) -> None:
    before = person.case
    dialog(offered(EARLIER)).take.click()
    assert (person.case.marks, person.case.pin) == (EARLIER.marks, EARLIER.pin)
    assert person.case.person == before.person
    legend = person.screen.body_map.overlays.legend
    assert legend is not None
    assert not legend.isHidden()
    person.do("undo")
    assert person.case == before


def test_looking_or_cancelling_changes_no_case(person: Person, offered: Callable[..., EarlierMap]) -> None:
    before = person.case
    dialog(offered(EARLIER)).cancel.click()
    dialog(offered(EARLIER)).outline.click()
    assert person.case == before
    legend = person.screen.body_map.overlays.legend
    assert legend is not None
    legend.close_button.click()
    assert legend.isHidden()


def test_another_case_does_not_show_the_marks_of_the_one_before(
    person: Person, offered: Callable[..., EarlierMap]
) -> None:
    dialog(offered(EARLIER)).outline.click()
    person.session.undo_stack.setClean()
    person.do("new")
    legend = person.screen.body_map.overlays.legend
    assert legend is None or legend.isHidden()


@pytest.mark.parametrize(
    "text", [b"{", b"[]", json.dumps({"schema": "hipmap-case/1", "own_words": ["hipp"]}).encode()]
)
def test_a_bad_file_is_told_as_when_it_is_opened(
    person: Person, offered: Callable[..., EarlierMap], tmp_path: Path, text: bytes
) -> None:
    earlier = offered(text)
    assert earlier.dialog is None
    assert person.window.message is not None
    told = person.window.message.words.text()
    assert told
    person.document.open_path(tmp_path / "last.json")
    assert person.window.message.words.text() == told


def test_a_case_without_marks_is_said_to_have_none(
    person: Person, offered: Callable[..., EarlierMap]
) -> None:
    assert offered(new_case()).dialog is None
    assert person.window.message is not None
    assert "nothing is marked" in person.window.message.words.text()


def test_the_menu_offers_it_at_a_case(person: Person) -> None:
    assert "earlier_map" in AT_A_CASE
    assert person.window.actions_by_id["earlier_map"].isEnabled()


def test_pointing_at_an_origin_in_the_result_paints_its_pattern(person: Person) -> None:
    overlays = person.screen.body_map.overlays
    person.screen.likelihoods.origin_hovered.emit("hip_joint")
    person.bot.waitUntil(lambda: overlays.origin == "hip_joint", timeout=3000)
    person.screen.likelihoods.origin_hovered.emit("")
    person.bot.waitUntil(lambda: overlays.origin is None, timeout=3000)
