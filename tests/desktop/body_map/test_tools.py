"""The tools of the map: few and large at home, all of them in a consultation, each with a name and a key."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from hipmap.desktop.body_map.body_map_panel import BodyMapPanel
from hipmap.desktop.body_map.hand import GRIPS
from hipmap.desktop.body_map.map_legend import MapLegend
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.body_map.tool_button import ToolButton
from hipmap.desktop.column import MAP_FIGURES, MAP_WORDS, MapColumn
from hipmap.desktop.columns import boxes
from hipmap.desktop.look import Look
from hipmap.model.body import Body
from hipmap.model.case import Mark
from tests.desktop.body_map.desk import Desk

# A popup on the display that tests use says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def shown(desk: Desk) -> list[str]:
    rail = desk.panel.header.rail
    return [button.choice for button in rail.findChildren(ToolButton) if button.isVisible()]


def test_every_tool_has_a_name_and_a_key(desk: Desk) -> None:
    desk.face("front").take_keyboard()
    for at, grip in enumerate(GRIPS[1:]):
        QTest.keyClicks(desk.panel.focusWidget(), str(6 + at))
        assert desk.panel.header.hand.grip == grip
        assert desk.panel.header.rail.button_of(grip).isChecked()
    for button in desk.panel.header.rail.findChildren(ToolButton):
        assert button.accessibleName()


def test_escape_lays_the_tool_down(desk: Desk) -> None:
    desk.panel.header.take_grip("brush")
    desk.face("front").take_keyboard()
    focused = desk.panel.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert desk.panel.header.hand.grip == "click"


def test_choosing_a_kind_ends_erasing_and_pointing_but_not_painting(desk: Desk) -> None:
    header = desk.panel.header
    for grip, after in (("eraser", "click"), ("finger", "click"), ("brush", "brush")):
        header.rail.button_of(grip).click()
        header.tool.button_of("numb").click()
        assert (header.hand.grip, header.hand.kind) == (after, "numb")


def test_at_home_brush_and_eraser_come_out_when_asked_for(desk: Desk) -> None:
    desk.panel.show_tools("home")
    assert shown(desk) == ["click", "finger", "more", "undo"]
    rail = desk.panel.header.rail
    assert all(
        rail.button_of(name).height() >= 44 and rail.button_of(name).width() >= 44 for name in shown(desk)
    )
    asked: list[bool] = []
    desk.panel.undo_requested.connect(lambda: asked.append(True))
    rail.button_of("undo").click()
    assert asked == [True]
    rail.button_of("more").click()
    assert {"brush", "eraser"} <= set(shown(desk))
    rail.button_of("brush").click()
    assert {"small", "medium", "large"} <= set(shown(desk))
    desk.panel.show_tools("full")
    assert "undo" not in shown(desk)


def test_the_legend_names_every_pattern(desk: Desk) -> None:
    desk.panel.show_legend()
    (legend,) = desk.panel.findChildren(MapLegend)
    words = " ".join(label.text() for label in legend.findChildren(QLabel))
    for pattern in ("Burning", "Electric", "Numb", "spreads", "No pain", "one finger"):
        assert pattern in words
    QTest.keyClick(legend, Qt.Key.Key_Escape)
    assert not legend.isVisible()


# What is smaller than 44 pixels on the face that shows it largest, in a window of 1366x768, and how small.
SMALL: dict[str, int] = {
    "coccyx": 36,
    "front_hip_bone": 30,
    "genital_perineal": 34,
    "groin_crease": 40,
    "inner_groin": 36,
    "lateral_iliac_crest": 36,
    "lower_abdomen": 42,
    "lower_buttock": 40,
    "lumbar_midline": 36,
    "lumbar_paraspinal": 32,
    "medial_thigh": 34,
    "mid_buttock": 38,
    "pubic_bone": 34,
    "sacrum": 34,
    "si_dimple": 32,
    "upper_buttock": 34,
}


def test_zones_of_the_inset_are_44_pixels_but_for_those_that_anatomy_makes_small(desk: Desk) -> None:
    desk.panel.resize(598, 692)
    largest: dict[Place, float] = {}
    for view in desk.panel.area.views():
        if view.key.part == "inset":
            for place in view.zones.shown(False):
                box = view.outline(place).boundingRect()
                largest[place] = max(largest.get(place, 0.0), min(box.width(), box.height()))
    for (zone, side), size in largest.items():
        if size < 44:
            assert size >= SMALL[zone], f"{zone} {side}: {size:.0f}"


def test_a_mark_in_part_says_so(desk: Desk) -> None:
    desk.show_marks(Mark(zone="trochanter", side="right", share=0.4))
    (chip,) = desk.panel.footer.list.chips()
    assert "in part" in chip.accessibleName()


def test_no_tool_vanishes_as_the_window_gets_narrower(desk: Desk) -> None:
    header = desk.panel.header
    for window in (1366, 1300, 1299, 1290, 1280, 1366, 1280):
        desk.panel.resize(boxes(window, 700, 1.0, "map", 40).panes["map"].width(), 640)
        QApplication.processEvents()
        assert header.height() == header.heightForWidth(header.width()), window
        seen = [*header.rail.findChildren(ToolButton), *header.parts.findChildren(QAbstractButton)]
        seen += [header.shown, header.figure, *header.tool.findChildren(QAbstractButton)]
        for part in (one for one in seen if one.isVisible()):
            box = QRect(part.mapTo(header, QPoint()), part.size())
            assert header.rect().contains(box), (window, part.accessibleName())
            assert part.visibleRegion().boundingRect() == part.rect(), (window, part.accessibleName())


def test_figures_grow_with_the_text_so_that_the_column_scrolls(
    qtbot: QtBot, body: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = BodyMapPanel(body)
    column = MapColumn(panel)
    qtbot.addWidget(column)
    column.resize(640, 600)
    column.show()
    assert column.verticalScrollBar().maximum() == 0
    for scale in (1.5, 2.0):
        monkeypatch.setattr("hipmap.desktop.column.look", lambda scale=scale: Look(text_scale=scale))
        QApplication.sendEvent(column, QEvent(QEvent.Type.StyleChange))
        assert panel.height() >= scale * MAP_FIGURES + scale * MAP_WORDS
        assert column.verticalScrollBar().maximum() > 0
