"""Reads the body's zone table and drawings and rasterises outlines without Qt, for the tests."""

from __future__ import annotations

import os
import re
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path
from numpy.typing import NDArray
from PySide6.QtGui import QImage

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parents[2] / "assets" / "body"
FIGURES = ("neutral", "female", "male")
FACES = ("front", "back", "right", "left")
GAP = 2.0  # widest allowed gap or overlap, in normal pixels
FINE = 2  # raster pixels for each normal pixel
Mask = NDArray[np.bool_]


@cache
def table() -> dict[str, dict[str, Any]]:
    zones = yaml.safe_load((ROOT / "zones.yaml").read_text(encoding="utf-8"))["zones"]
    return {str(zone["id"]): zone for zone in zones}


class Outline:
    """A path as closed polygons."""

    def __init__(self, data: str) -> None:
        pen = FlatPen()
        parse_path(data, pen)
        self.loops = [np.array(loop) for loop in pen.loops]
        points = np.concatenate(self.loops)
        self.left, self.top = points.min(axis=0)
        self.right, self.bottom = points.max(axis=0)

    def fill(self, width: int, height: int, scale: int) -> Mask:
        """Even-odd fill, tested at pixel centres."""
        flips = np.zeros((height * scale, width * scale + 1), np.int16)
        for loop in self.loops:
            start, end = loop * scale, np.roll(loop, -1, axis=0) * scale
            first = np.ceil(np.minimum(start[:, 1], end[:, 1]) - 0.5).astype(int)
            last = np.ceil(np.maximum(start[:, 1], end[:, 1]) - 0.5).astype(int)
            edge = np.repeat(np.arange(len(loop)), last - first)
            row = np.arange(len(edge)) - np.repeat(np.cumsum(last - first) - last, last - first)
            slope = (row + 0.5 - start[edge, 1]) / (end[edge, 1] - start[edge, 1])
            x = start[edge, 0] + slope * (end[edge, 0] - start[edge, 0])
            column = np.clip(np.ceil(x - 0.5).astype(int), 0, width * scale)
            inside = (row >= 0) & (row < height * scale)
            np.add.at(flips, (row[inside], column[inside]), 1)
        inside_out: Mask = np.cumsum(flips, axis=1)[:, :-1] % 2 == 1
        return inside_out


class FlatPen(BasePen):  # type: ignore[misc]  # fontTools has no types
    """Collects path segments as polygons with eight steps a curve."""

    def __init__(self) -> None:
        super().__init__(None)
        self.loops: list[list[tuple[float, float]]] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:
        self.loops.append([pt])

    def _lineTo(self, pt: tuple[float, float]) -> None:
        self.loops[-1].append(pt)

    def _curveToOne(self, pt1: Any, pt2: Any, pt3: Any) -> None:
        a, b, c, d = (np.array(p) for p in (self.loops[-1][-1], pt1, pt2, pt3))
        for t in np.arange(1, 9) / 8:
            s = 1 - t
            self.loops[-1].append(tuple(s**3 * a + 3 * s * s * t * b + 3 * s * t * t * c + t**3 * d))


@cache
def drawing(figure: str, face: str) -> tuple[int, int, dict[str, Outline]]:
    root = ET.parse(ROOT / "figures" / figure / f"{face}.svg").getroot()
    _, _, width, height = (float(x) for x in root.attrib["viewBox"].split())
    paths = {}
    for element in root:
        assert element.tag.endswith("path")
        assert set(element.attrib) == {"id", "d"}
        assert re.fullmatch(r"[MLCZ\d\s.,-]+", element.attrib["d"]), "only absolute M, L, C, Z"
        assert element.attrib["id"] not in paths
        paths[element.attrib["id"]] = Outline(element.attrib["d"])
    return int(width), int(height), paths


@cache
def mask(figure: str, face: str, name: str) -> Mask:
    width, height, paths = drawing(figure, face)
    return paths[name].fill(width, height, FINE)


@cache
def figure_alpha(figure: str, face: str) -> Mask:
    image = QImage(str(ROOT / "figures" / figure / f"{face}.png")).convertToFormat(
        QImage.Format.Format_Alpha8
    )
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()] > 127


def grow(area: Mask, steps: int) -> Mask:
    for _ in range(steps):
        wide = area.copy()
        wide[1:] |= area[:-1]
        wide[:-1] |= area[1:]
        wide[:, 1:] |= area[:, :-1]
        wide[:, :-1] |= area[:, 1:]
        area = wide
    return area


def shrink(area: Mask, steps: int) -> Mask:
    return ~grow(~area, steps)


def too_wide(area: Mask) -> Mask:
    """What is left of an area after everything up to GAP wide has been worn away."""
    return shrink(area, int(GAP * FINE) // 2)


def all_faces() -> list[str]:
    return [*FACES, *(f"{face}_inset" for face in FACES)]


def every(figures: tuple[str, ...] = FIGURES) -> list[tuple[str, str]]:
    return [(figure, face) for figure in figures for face in all_faces()]


def shrink_disc(area: Mask, radius: float) -> bool:
    """Whether a disc of this radius fits inside; diamonds and squares by turns come close to a disc."""
    left = area
    for step in range(int(radius)):
        left = shrink(left, 1)
        if step % 2:
            wide = left.copy()
            wide[1:, 1:] &= left[:-1, :-1]
            wide[:-1, :-1] &= left[1:, 1:]
            wide[1:, :-1] &= left[:-1, 1:]
            wide[:-1, 1:] &= left[1:, :-1]
            left = wide
    return bool(left.any())
