"""Plain things of daily life as finely divided closed meshes: box, rod, ball, band, pillow, wheel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from frames import about, arc, unit
from mesh import Floats, Ints
from scipy.spatial import ConvexHull

STEP = 0.22  # greatest side of a facet, in units of 10 cm
ROUND = 24  # corners of a circle


@dataclass
class Solid:
    """A closed mesh and the grey of its material."""

    verts: Floats
    tris: Ints
    shade: float


def join(parts: Sequence[Solid]) -> Solid:
    """Several meshes as one; the grey is that of the first."""
    starts = np.cumsum([0, *(len(p.verts) for p in parts)])
    tris = [p.tris + start for p, start in zip(parts, starts, strict=False)]
    return Solid(np.concatenate([p.verts for p in parts]), np.concatenate(tris), parts[0].shade)


def _grid(rows: int, columns: int, wrap: bool) -> Ints:
    """Triangles of a grid of vertices, wrapped round its columns if wished."""
    r, c = np.meshgrid(np.arange(rows - 1), np.arange(columns if wrap else columns - 1), indexing="ij")
    a, b = r * columns + c, r * columns + (c + 1) % columns
    d, e = a + columns, b + columns
    return np.concatenate(
        [np.stack([a, b, e], axis=-1).reshape(-1, 3), np.stack([a, e, d], axis=-1).reshape(-1, 3)]
    )


def box(
    size: tuple[float, float, float],
    at: tuple[float, float, float],
    shade: float,
    turn: Floats | None = None,
    rounding: float = 0.06,
    fat: float = 0.0,
) -> Solid:
    """A box on its base point, edges rounded; `fat` swells it like a pillow."""
    half = np.array(size) / 2
    parts = []
    for axis in range(3):
        for sign in (-1, 1):
            u, v = (axis + 1) % 3, (axis + 2) % 3
            ticks = [_ticks(half[k], rounding) for k in (u, v)]
            gu, gv = np.meshgrid(*ticks, indexing="ij")
            points = np.zeros((gu.size, 3))
            points[:, u], points[:, v], points[:, axis] = gu.ravel(), gv.ravel(), sign * half[axis]
            tris = _grid(len(ticks[0]), len(ticks[1]), False)
            parts.append(Solid(points, tris[:, ::-1] if sign < 0 else tris, shade))
    solid = join(parts)
    inner = np.clip(solid.verts, -half + rounding, half - rounding)
    way = solid.verts - inner
    size_of = np.maximum(np.linalg.norm(way, axis=1, keepdims=True), 1e-9)
    points = inner + way / size_of * np.minimum(size_of, rounding)
    if fat:
        k = np.clip(1 - (points[:, [0, 2]] / half[[0, 2]]) ** 2, 0, 1)
        points[:, 1] *= 1 - fat + fat * np.sqrt(k[:, 0] * k[:, 1])
    points[:, 1] += half[1]
    if turn is not None:
        points = points @ turn.T
    return _oriented(points + np.array(at), solid.tris, shade)


def _ticks(half: float, rounding: float) -> Floats:
    inner = max(half - rounding, 0.0)
    count = max(int(np.ceil(2 * inner / STEP)), 1)
    bend = rounding * np.array([0.0, 0.35, 0.7])
    return np.concatenate([-half + bend, np.linspace(-inner, inner, count + 1), half - bend[::-1]])


def tube(
    line: Floats, radius: float | Floats, shade: float, closed: bool = False, flat: float = 1.0
) -> Solid:
    """A round rod or, flattened, a band along a line of points."""
    points = _dense(line, closed)
    step = np.roll(points, -1, axis=0) - np.roll(points, 1, axis=0)
    if not closed:
        step[0], step[-1] = points[1] - points[0], points[-1] - points[-2]
    radii = np.broadcast_to(np.asarray(radius, dtype=float), (len(points),))
    guide = np.array([0.0, 1.0, 0.0])
    if abs(unit(step[0]) @ guide) > 0.9:
        guide = np.array([0.0, 0.0, 1.0])
    angle = np.arange(ROUND) / ROUND * 2 * np.pi
    rings = []
    for point, way, r in zip(points, step, radii, strict=True):
        along = unit(way)
        side = unit(np.cross(guide, along))
        guide = np.cross(along, side)
        rings.append(point + r * (np.cos(angle)[:, None] * guide + flat * np.sin(angle)[:, None] * side))
    if closed:
        return _oriented(np.concatenate([*rings, rings[0]]), _grid(len(rings) + 1, ROUND, True), shade)
    caps = [np.repeat(points[[0]], ROUND, axis=0), np.repeat(points[[-1]], ROUND, axis=0)]
    return _oriented(np.concatenate([caps[0], *rings, caps[1]]), _grid(len(rings) + 2, ROUND, True), shade)


def _dense(line: Floats, closed: bool) -> Floats:
    """Points no further apart than a facet."""
    ends = np.concatenate([line, line[:1]]) if closed else line
    out = [ends[0]]
    for start, end in pairwise(ends):
        count = max(int(np.ceil(np.linalg.norm(end - start) / STEP)), 1)
        out += [start + (end - start) * k / count for k in range(1, count + 1)]
    return np.array(out[:-1] if closed else out)


def _oriented(verts: Floats, tris: Ints, shade: float) -> Solid:
    """Faces turned outwards (the enclosed volume must be positive)."""
    centre = verts.mean(axis=0)
    a, b, c = (verts[tris[:, k]] - centre for k in range(3))
    volume = float(np.einsum("ni,ni->", a, np.cross(b, c)))
    return Solid(verts, tris if volume > 0 else tris[:, ::-1], shade)


def ball(at: Floats, radius: float, shade: float, squeeze: Floats | None = None) -> Solid:
    """A ball; `squeeze` flattens it along the axes."""
    rows, columns = 28, 40
    theta = np.linspace(0, np.pi, rows)[:, None]
    phi = np.arange(columns)[None] / columns * 2 * np.pi
    parts = (np.sin(theta) * np.cos(phi), np.cos(theta) + 0 * phi, np.sin(theta) * np.sin(phi))
    sphere = np.stack(parts, axis=-1).reshape(-1, 3) * radius
    if squeeze is not None:
        sphere = sphere * squeeze
    return _oriented(sphere + at, _grid(rows, columns, True), shade)


def wheel(at: Floats, axis: Floats, radius: float, thick: float, shade: float) -> Solid:
    """A ring such as a tyre."""
    angle = np.linspace(0, 2 * np.pi, 49)[:-1]
    flat = np.stack([np.cos(angle), np.sin(angle), 0 * angle], axis=1) * radius
    return tube(flat @ arc(np.array([0.0, 0, 1]), axis).T + at, thick, shade, closed=True)


def loop(verts: Floats, at: Floats, normal: Floats, near: Floats, shade: float, reach: float = 2.2) -> Solid:
    """An elastic band drawn tight round the limbs that cross a plane near a place."""
    n = unit(normal)
    close = (np.abs((verts - at) @ n) < 0.12) & (np.linalg.norm(verts - near, axis=1) < reach)
    frame = arc(n, np.array([0.0, 0, 1]))
    flat = (verts[close] - at) @ frame.T
    hull = flat[ConvexHull(flat[:, :2]).vertices]
    ring = np.stack([hull[:, 0], hull[:, 1], 0 * hull[:, 0]], axis=1)
    middle = ring.mean(axis=0)
    ring = ring + 0.03 * (ring - middle) / np.linalg.norm(ring - middle, axis=1, keepdims=True)
    return _band(ring @ frame + at, n, shade)


def _band(ring: Floats, normal: Floats, shade: float) -> Solid:
    """A ribbon standing on a ring of points."""
    points = _dense(ring, True)
    centre = points.mean(axis=0)
    rows = []
    profile: list[tuple[float, float]] = [
        (0.02, -0.2),
        (0.05, -0.17),
        (0.05, 0.17),
        (0.02, 0.2),
        (-0.06, 0.0),
    ]
    for out, up in [*profile, profile[0]]:
        way = points - centre
        rows.append(points + out * way / np.linalg.norm(way, axis=1, keepdims=True) + up * normal)
    return _oriented(np.concatenate(rows), _grid(len(rows), len(points), True), shade)


def chair(
    at: tuple[float, float, float], seat: float, back: bool, shade: float, yaw: float = 0.0, wide: float = 4.2
) -> Solid:
    """A plain chair or, without back, a stool; it faces forwards before it is turned."""
    deep, thick = 4.2, 0.35
    parts = [box((wide, thick, deep), (0, seat - thick, 0), shade)]
    for x in (-1, 1):
        for z in (-1, 1):
            leg = (x * (wide / 2 - 0.25), 0.0, z * (deep / 2 - 0.25))
            parts.append(box((0.3, seat - thick, 0.3), leg, shade))
        if back:
            parts.append(box((0.3, 4.4, 0.25), (x * (wide / 2 - 0.25), seat, -deep / 2 + 0.15), shade))
    if back:
        parts.append(box((wide, 1.7, 0.22), (0, seat + 2.7, -deep / 2 + 0.15), shade))
    whole = join(parts)
    return Solid(whole.verts @ about("y", yaw).T + np.array(at), whole.tris, shade)


Maker = Callable[..., Solid]
