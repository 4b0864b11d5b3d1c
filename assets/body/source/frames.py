"""Small rotations and directions shared by the posing modules."""

from __future__ import annotations

import numpy as np
from mesh import Floats
from scipy.spatial.transform import Rotation

Vector = tuple[float, float, float]
DOWN = np.array([0.0, -1.0, 0.0])


def unit(v: Floats) -> Floats:
    """A vector of length one."""
    return np.asarray(v / max(float(np.linalg.norm(v)), 1e-12))


def about(axis: str | Floats, degrees: float) -> Floats:
    """Turn about x, y, z or a free axis."""
    fixed = {"x": [1.0, 0, 0], "y": [0, 1.0, 0], "z": [0, 0, 1.0]}
    line = np.array(fixed[axis]) if isinstance(axis, str) else unit(axis)
    return np.asarray(Rotation.from_rotvec(line * np.deg2rad(degrees)).as_matrix())


def arc(start: Floats, end: Floats) -> Floats:
    """The shortest turn from one direction to another."""
    a, b = unit(start), unit(end)
    axis = np.cross(a, b)
    size = float(np.linalg.norm(axis))
    if size < 1e-9:
        return np.eye(3)
    return about(axis, float(np.degrees(np.arctan2(size, float(a @ b)))))


def twist_about(turn: Floats, axis: Floats) -> float:
    """Degrees of a rotation that are spin about an axis."""
    x, y, z, w = Rotation.from_matrix(turn).as_quat()
    along = float(np.array([x, y, z]) @ unit(axis))
    degrees = np.degrees(2 * np.arctan2(along, w))
    return float((degrees + 180) % 360 - 180)


def basis(first: Floats, second: Floats) -> Floats:
    """Columns: first, the part of second at right angles to it, and their cross product."""
    a = unit(first)
    b = unit(second - a * float(second @ a))
    return np.stack([a, b, np.cross(a, b)], axis=1)


def between(old: tuple[Floats, Floats], new: tuple[Floats, Floats]) -> Floats:
    """The turn that carries a pair of directions onto another pair; the first one exactly."""
    return np.asarray(basis(*new) @ basis(*old).T)


def ball_turn(flex: float, abd: float, rot: float, side: int) -> Floats:
    """Hip or shoulder angles to a rotation: forwards, outwards (side +1 is left), turned outwards."""
    return about("x", -flex) @ about("z", side * abd) @ about("y", side * rot)
