"""Fits cubic Bezier curves to a run of points (Schneider's method), smooth at the joins."""

from __future__ import annotations

import numpy as np
from mesh import Floats

MAX_DEPTH = 24


def _unit(v: Floats) -> Floats:
    return np.asarray(v / max(float(np.linalg.norm(v)), 1e-12))


def _evaluate(control: Floats, t: Floats) -> Floats:
    s = 1 - t
    basis = np.stack([s**3, 3 * s * s * t, 3 * s * t * t, t**3], axis=1)
    return np.asarray(basis @ control)


def _solve(points: Floats, t: Floats, start: Floats, end: Floats) -> Floats:
    """Least squares handle lengths along the two end tangents."""
    s = 1 - t
    b1, b2 = 3 * s * s * t, 3 * s * t * t
    fixed = np.outer(s**3 + b1, points[0]) + np.outer(b2 + t**3, points[-1])
    left, right, rest = b1[:, None] * start, b2[:, None] * end, points - fixed
    c00, c01, c11 = (left * left).sum(), (left * right).sum(), (right * right).sum()
    x0, x1 = (left * rest).sum(), (right * rest).sum()
    det = c00 * c11 - c01 * c01
    chord = float(np.linalg.norm(points[-1] - points[0]))
    a = (x0 * c11 - x1 * c01) / det if abs(det) > 1e-12 else 0.0
    b = (c00 * x1 - c01 * x0) / det if abs(det) > 1e-12 else 0.0
    if min(a, b) < 1e-3 * chord or max(a, b) > 3 * chord:
        a = b = chord / 3
    return np.stack([points[0], points[0] + a * start, points[-1] + b * end, points[-1]])


def _reparametrise(points: Floats, control: Floats, t: Floats) -> Floats:
    """One Newton step towards the nearest curve parameter."""
    first, second = 3 * np.diff(control, axis=0), 6 * np.diff(control, n=2, axis=0)
    s = 1 - t
    d1 = np.stack([s * s, 2 * s * t, t * t], axis=1) @ first
    d2 = np.stack([s, t], axis=1) @ second
    off = _evaluate(control, t) - points
    below = (d1 * d1).sum(axis=1) + (off * d2).sum(axis=1)
    step = np.where(np.abs(below) > 1e-9, (off * d1).sum(axis=1) / np.where(below == 0, 1, below), 0)
    return np.clip(t - step, 0, 1)


def _tangent(points: Floats, index: int, reach: int = 4) -> Floats:
    low, high = max(index - reach, 0), min(index + reach, len(points) - 1)
    return _unit(points[high] - points[low])


def fit(
    points: Floats, tolerance: float, start: Floats | None = None, end: Floats | None = None, depth: int = 0
) -> list[Floats]:
    """Bezier pieces (4 control points each) within the tolerance of the points."""
    start = _tangent(points, 0) if start is None else start
    end = -_tangent(points, len(points) - 1) if end is None else end
    if len(points) < 4:
        third = float(np.linalg.norm(points[-1] - points[0])) / 3
        return [np.stack([points[0], points[0] + third * start, points[-1] + third * end, points[-1]])]
    length = np.r_[0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))]
    t = length / length[-1]
    for _ in range(4):
        control = _solve(points, t, start, end)
        error = np.linalg.norm(_evaluate(control, t) - points, axis=1)
        if error.max() <= tolerance:
            return [control]
        t = _reparametrise(points, control, t)
    if depth >= MAX_DEPTH:
        return [control]
    split = min(max(int(np.argmax(error)), 2), len(points) - 3)
    middle = _tangent(points, split)
    return fit(points[: split + 1], tolerance, start, -middle, depth + 1) + fit(
        points[split:], tolerance, middle, end, depth + 1
    )
