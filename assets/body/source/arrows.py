"""Crisp curved arrows that show a direction of movement, dark with a light rim."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from frames import unit
from mesh import Floats
from PIL import Image, ImageDraw
from scipy.interpolate import make_interp_spline

FINE = 4
INK, RIM = 0.16, 0.97
WIDE, HEAD, RIM_WIDE = 4.6, 15.0, 2.0  # final pixels


def smooth_path(points: Floats) -> Floats:
    """A curve through a few points."""
    if len(points) == 2:
        t = np.linspace(0, 1, 24)[:, None]
        return np.asarray(points[0] * (1 - t) + points[1] * t)
    way = np.r_[0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))]
    curve = make_interp_spline(way, points, k=min(3, len(points) - 1))
    return np.asarray(curve(np.linspace(0, way[-1], 48)))


def _head(path: Floats) -> tuple[Floats, Floats]:
    """The path cut where the head begins, and the head's three corners."""
    far = np.linalg.norm(path - path[-1], axis=1)
    keep = path[: max(int(np.flatnonzero(far > HEAD * 0.85)[-1]) + 1, 2)] if (far > HEAD).any() else path[:2]
    way = unit(path[-1] - keep[-1])
    side = np.array([-way[1], way[0]])
    base = path[-1] - way * HEAD
    return keep, np.array([path[-1], base + side * HEAD * 0.58, base - side * HEAD * 0.58])


def _mask(size: tuple[int, int], line: Floats, heads: list[Floats], grow: float) -> Floats:
    """Coverage of the arrow, grown by a rim."""
    image = Image.new("L", (size[1] * FINE, size[0] * FINE), 0)
    pen = ImageDraw.Draw(image)
    radius = (WIDE / 2 + grow) * FINE
    dense = np.concatenate([np.linspace(a, b, 12) for a, b in pairwise(line)]) * FINE
    for x, y in dense:
        pen.ellipse([x - radius, y - radius, x + radius, y + radius], fill=255)
    for head in heads:
        corners = [tuple(p) for p in head * FINE]
        pen.polygon(corners, fill=255)
        pen.line([*corners, corners[0], corners[1]], fill=255, width=int(2 * grow * FINE + 3), joint="curve")
        for x, y in corners:
            r = (grow + 0.4) * FINE
            pen.ellipse([x - r, y - r, x + r, y + r], fill=255)
    pixels = np.asarray(image, dtype=float) / 255
    return np.asarray(pixels.reshape(size[0], FINE, size[1], FINE).mean(axis=(1, 3)))


def draw_arrow(value: Floats, alpha: Floats, path: Floats, both: bool) -> tuple[Floats, Floats]:
    """Lay an arrow over a premultiplied picture."""
    line, head = _head(path)
    heads = [head]
    if both:
        back, tail = _head(line[::-1])
        line, heads = back[::-1], [head, tail]
    size = (value.shape[0], value.shape[1])
    for grow, ink in ((RIM_WIDE, RIM), (0.0, INK)):
        cover = _mask(size, line, heads, grow)
        value = ink * cover + value * (1 - cover)
        alpha = cover + alpha * (1 - cover)
    return value, alpha
