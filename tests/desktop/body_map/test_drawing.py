"""Marks differ by pattern as well as by colour, and their lines stand out in both themes."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath
from pytestqt.qtbot import QtBot

from hipmap.desktop.body_map.figure_files import kept_images
from hipmap.desktop.body_map.figure_tone import figure_tint, multiplied, readable_on_figure
from hipmap.desktop.body_map.mark_painting import paint_mark
from hipmap.desktop.design_tokens import THEMES, OnFigure, Theme, contrast
from hipmap.model.case import Mark
from tests.desktop.body_map.desk import Desk

LOOKS = {
    "hurts": Mark(zone="z", side="midline"),
    "worst": Mark(zone="z", side="midline", worst=True),
    "burning": Mark(zone="z", side="midline", feel=("burning",)),
    "electric": Mark(zone="z", side="midline", feel=("electric",)),
    "numb": Mark(zone="z", side="midline", kind="numb"),
    "spread": Mark(zone="z", side="midline", kind="spread"),
    "none": Mark(zone="z", side="midline", kind="none"),
}


def _drawn(mark: Mark, theme: Theme) -> QImage:
    image = QImage(60, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(OnFigure.TONE))
    path = QPainterPath()
    path.addRect(QRectF(5, 5, 50, 50))
    painter = QPainter(image)
    paint_mark(painter, path, QPointF(30, 30), mark, theme)
    painter.end()
    return image


def _grey_pattern(image: QImage) -> list[bool]:
    """Gives which pixels are darker than the middle of the field: what is left without any colour."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    values = [grey.pixelColor(x, y).lightness() for y in range(9, 51) for x in range(9, 51)]
    middle = (min(values) + max(values)) / 2
    return [value < middle for value in values] if max(values) - min(values) > 12 else [False] * len(values)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_kinds_differ_without_colour(theme: Theme) -> None:
    patterns = {name: _grey_pattern(_drawn(mark, theme)) for name, mark in LOOKS.items()}
    names = list(patterns)
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            differing = sum(a != b for a, b in zip(patterns[one], patterns[other], strict=True))
            assert differing >= 40, f"{one} looks like {other}"


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_stronger_pain_is_drawn_denser(theme: Theme) -> None:
    def density(intensity: int) -> int:
        mark = Mark(zone="z", side="midline", intensity=intensity)
        return -_drawn(mark, theme).pixelColor(20, 20).blue()

    strengths = [density(intensity) for intensity in range(11)]
    assert strengths == sorted(strengths)
    assert len(set(strengths)) >= 9


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_lines_of_marks_stand_out_from_the_figure(theme: Theme) -> None:
    toned = multiplied(QColor(OnFigure.TONE), figure_tint(theme))
    for colour in (theme.pain, theme.worst, theme.numb, theme.spread, theme.none):
        assert contrast(readable_on_figure(QColor(colour), theme).name(), toned.name()) >= 3


def test_a_mark_is_drawn_on_its_zone_and_goes_again(desk: Desk) -> None:
    view = desk.face("front")
    point = view.point_in(("anterior_thigh_upper", "right")).toPoint()

    def colour() -> QColor:
        grab = view.grab()
        return grab.toImage().pixelColor(point * grab.devicePixelRatio())

    bare = colour()
    assert bare.saturation() < 20
    desk.show_marks(Mark(zone="anterior_thigh_upper", side="right"))
    assert colour().saturation() > 60
    desk.show_marks()
    assert colour() == bare


def test_pictures_are_let_go_once_the_faces_are_drawn(desk: Desk, qtbot: QtBot) -> None:
    desk.panel.resize(640, 700)
    desk.panel.grab()
    assert kept_images() > 0
    qtbot.waitUntil(lambda: kept_images() == 0)
