"""A screen reader finds every zone as a named check box, and hears what changes."""

import pytest
from PySide6.QtGui import QAccessible

from hipmap.desktop.body_map import body_map_panel
from hipmap.model.case import Mark
from tests.desktop.body_map.desk import Desk

WORST = Mark(zone="groin_crease", side="right", worst=True, intensity=6)


def _children(desk: Desk) -> dict[str, QAccessible.State]:
    view = desk.face("front")
    assert view.zones.places
    tree = QAccessible.queryAccessibleInterface(view)
    found = {}
    for at in range(tree.childCount()):
        child = tree.child(at)
        assert child.role() == QAccessible.Role.CheckBox
        found[child.text(QAccessible.Text.Name)] = child.state()
    return found


def test_every_zone_is_a_named_check_box(desk: Desk) -> None:
    children = _children(desk)
    assert len(children) == len(desk.face("front").zones.places)
    assert all(children), "a zone without a name"
    assert "Right groin crease, front" in children
    assert desk.face("right", "whole").accessibleName() == "your right side, whole body"


def test_the_check_boxes_say_what_is_marked(desk: Desk) -> None:
    assert not _children(desk)["Right groin crease, front"].checked
    desk.show_marks(WORST)
    assert _children(desk)["Right groin crease, front"].checked
    button = next(b for b in desk.face("front").buttons() if b.place == WORST.place)
    assert button.accessibleDescription() == "worst · 6"
    desk.show_marks()
    assert not _children(desk)["Right groin crease, front"].checked
    assert button.accessibleDescription() == ""


def test_pressing_a_check_box_is_a_click_on_its_zone(desk: Desk) -> None:
    next(b for b in desk.face("front").buttons() if b.place == ("pubic_bone", "midline")).click()
    assert desk.intents == [("mark", "pubic_bone", "midline", "pain")]


def test_the_boxes_lie_over_their_zones(desk: Desk) -> None:
    view = desk.face("back")
    for button in view.buttons():
        assert button.geometry().contains(view.point_in(button.place).toPoint()), button.place


def test_names_follow_the_voice(desk: Desk) -> None:
    desk.panel.set_voice("clinician")
    assert "Right inguinal fold, anterior hip, front" in _children(desk)


def test_changes_are_announced(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(body_map_panel, "announce", lambda _, text: heard.append(text))
    desk.show_marks(WORST)
    desk.show_marks(WORST, Mark(zone="calf", side="left", kind="numb"))
    desk.show_marks(Mark(zone="calf", side="left", kind="numb"))
    assert heard == [
        "Right groin crease: worst · 6. Places marked: 1.",
        "Left calf: numb or tingling. Places marked: 2.",
        "Right groin crease: off. Places marked: 1.",
    ]


def test_everything_that_takes_the_keyboard_has_a_name(desk: Desk) -> None:
    desk.show_marks(WORST)
    for widget in (*desk.panel.footer.list.chips(), desk.panel.footer.field, desk.panel.header.figure):
        assert widget.accessibleName()
