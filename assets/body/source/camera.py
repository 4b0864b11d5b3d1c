"""Orthographic renderer: tells for each pixel which triangle is in front and where in it the pixel lies."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from mesh import Floats, Ints
from numpy.typing import NDArray

AZIMUTH = {"front": 0.0, "back": 180.0, "right": -90.0, "left": 90.0}  # where the camera stands
CHUNK = 4_000_000  # candidate pixels handled at once, to bound memory


def turn(azimuth: float, elevation: float = 0.0) -> Floats:
    """World to camera; rounded so that the four faces are exact and mirrored faces agree."""
    a, e = np.deg2rad(azimuth), np.deg2rad(elevation)
    ca, sa, ce, se = np.round([np.cos(a), np.sin(a), np.cos(e), np.sin(e)], 12)
    about_y = np.array([[ca, 0, -sa], [0, 1, 0], [sa, 0, ca]])
    about_x = np.array([[1, 0, 0], [0, ce, -se], [0, se, ce]])
    matrix: Floats = about_x @ about_y
    return matrix


@dataclass
class View:
    """A parallel camera: world to camera matrix, centre, top edge and scale in pixels a unit."""

    rotation: Floats
    centre: float
    top: float
    scale: float
    width: int
    height: int

    def project(self, points: Floats) -> Floats:
        """Pixel x, pixel y and nearness of points."""
        turned = points @ self.rotation.T
        x = (turned[:, 0] - self.centre) * self.scale + self.width / 2
        y = (self.top - turned[:, 1]) * self.scale
        return np.stack([x, y, turned[:, 2] * self.scale], axis=1)


@dataclass
class Hits:
    """Per pixel: triangle index (-1 where empty), barycentric weights and nearness."""

    triangle: NDArray[np.int64]
    weights: Floats
    depth: Floats

    def sample(self, tris: Ints, values: Floats) -> Floats:
        """Interpolate a vertex attribute; empty pixels are zero."""
        values = values[:, None] if values.ndim == 1 else values
        out = np.zeros((*self.triangle.shape, values.shape[1]))
        seen = self.triangle >= 0
        corner = tris[self.triangle[seen]]
        out[seen] = np.einsum("pk,pkc->pc", self.weights[seen], values[corner])
        return out[..., 0] if out.shape[-1] == 1 else out


def render(view: View, points: Floats, tris: Ints) -> Hits:
    """Rasterise with a depth buffer, faces turned away left out."""
    p = view.project(points)
    corner = p[tris]
    a, b, c = corner[:, 0], corner[:, 1], corner[:, 2]
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    facing = np.flatnonzero(area < -1e-12)
    low = np.ceil(corner[facing, :, :2].min(axis=1) - 0.5).astype(np.int64)
    high = np.floor(corner[facing, :, :2].max(axis=1) - 0.5).astype(np.int64)
    low = np.maximum(low, 0)
    high = np.minimum(high, [view.width - 1, view.height - 1])
    size = np.maximum(high - low + 1, 0)
    amount = size[:, 0] * size[:, 1]
    keep = amount > 0
    facing, low, size, amount = facing[keep], low[keep], size[keep], amount[keep]
    hits = Hits(
        np.full((view.height, view.width), -1, dtype=np.int64),
        np.zeros((view.height, view.width, 3)),
        np.full((view.height, view.width), -np.inf),
    )
    cuts = np.r_[0, np.flatnonzero(np.diff(np.cumsum(amount) // CHUNK)) + 1, len(facing)]
    for start, stop in pairwise(cuts):
        part = slice(start, stop)
        _fill(hits, corner, area, facing[part], low[part], size[part], amount[part])
    return hits


def _fill(
    hits: Hits, corner: Floats, area: Floats, facing: Ints, low: Ints, size: Ints, amount: Ints
) -> None:
    """Test the pixels of each triangle's box and keep the nearest."""
    which = np.repeat(np.arange(len(facing)), amount)
    within = np.arange(len(which)) - np.repeat(np.cumsum(amount) - amount, amount)
    px = low[which, 0] + within % size[which, 0]
    py = low[which, 1] + within // size[which, 0]
    tri = facing[which]
    x, y = px + 0.5, py + 0.5
    a, b, c = corner[tri, 0], corner[tri, 1], corner[tri, 2]
    w1 = ((x - a[:, 0]) * (c[:, 1] - a[:, 1]) - (y - a[:, 1]) * (c[:, 0] - a[:, 0])) / area[tri]
    w2 = ((b[:, 0] - a[:, 0]) * (y - a[:, 1]) - (b[:, 1] - a[:, 1]) * (x - a[:, 0])) / area[tri]
    w0 = 1 - w1 - w2
    inside = (w0 >= -1e-7) & (w1 >= -1e-7) & (w2 >= -1e-7)
    px, py, tri = px[inside], py[inside], tri[inside]
    weights = np.stack([w0, w1, w2], axis=1)[inside]
    depth = np.einsum("pk,pk->p", weights, corner[tri, :, 2])
    order = np.argsort(depth, kind="stable")
    px, py, tri, weights, depth = px[order], py[order], tri[order], weights[order], depth[order]
    flat = py * hits.depth.shape[1] + px
    last = np.full(hits.depth.size, -1, dtype=np.int64)
    last[flat] = np.arange(len(flat))
    cell = np.flatnonzero(last >= 0)
    best = last[cell]
    nearer = depth[best] > hits.depth.ravel()[cell]
    cell, best = cell[nearer], best[nearer]
    hits.depth.ravel()[cell] = depth[best]
    hits.triangle.ravel()[cell] = tri[best]
    hits.weights.reshape(-1, 3)[cell] = weights[best]
