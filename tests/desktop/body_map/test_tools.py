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


@pytest.mark.parametrize("width", [1316, 1000, 700])
def test_at_home_everything_beside_the_figures_is_as_tall_as_a_finger_needs(desk: Desk, width: int) -> None:
    desk.show_marks(Mark(zone="groin_crease", side="right"))
    desk.panel.show_tools("home")
    desk.panel.resize(width, 560)
    QApplication.processEvents()
    header, footer = desk.panel.header, desk.panel.footer
    parts = [*header.tool.buttons, *header.parts.tabs, *footer.list.chips(), header.figure]
    assert [(part.accessibleName(), part.height()) for part in parts if part.height() < 44] == []
    assert (header.height() < 60) == (width == 1316), "one row where there is room for it"
    desk.panel.show_tools("full")
    assert header.tool.buttons[0].height() < 44


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
    "front_hip_bone": 38,
    "genital_perineal": 41,
    "lateral_iliac_crest": 36,
    "lumbar_paraspinal": 38,
    "medial_thigh": 40,
    "pubic_bone": 40,
    "sacrum": 41,
    "si_dimple": 39,
    "upper_buttock": 42,
}


def test_zones_of_the_inset_are_44_pixels_but_for_those_that_anatomy_makes_small(desk: Desk) -> None:
    desk.panel.resize(598, 692)
    small = {zone: size for (zone, _), size in largest_of_inset(desk).items() if size < 44}
    assert small.keys() == SMALL.keys()
    assert {zone: round(size) for zone, size in small.items() if size < SMALL[zone]} == {}


@pytest.mark.parametrize(("width", "height"), [(1316, 560), (1230, 560), (1870, 830)])
def test_at_home_every_zone_of_the_inset_is_44_pixels(desk: Desk, width: int, height: int) -> None:
    desk.panel.show_tools("home")
    desk.panel.resize(width, height)
    assert {place: round(size) for place, size in largest_of_inset(desk).items() if size < 44} == {}


def largest_of_inset(desk: Desk) -> dict[Place, float]:
    """The shorter side of each zone, on the face of the inset that shows it largest."""
    largest: dict[Place, float] = {}
    for view in desk.panel.area.views():
        if view.key.part == "inset":
            for place in view.zones.shown(False):
                box = view.outline(place).boundingRect()
                largest[place] = max(largest.get(place, 0.0), min(box.width(), box.height()))
    return largest


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
