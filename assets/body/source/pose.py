"""Poses a figure with the standard rig: arms down, feet closer, or the arms drawn into a round shoulder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from mesh import Base, Floats, joint, symmetric
from scipy import sparse

SHOULDER_BALL = 0.70  # radius of the rounded shoulder that is left when the arm is taken off


@dataclass
class Rig:
    """Parent of each bone and the skin weights of each bone."""

    parent: dict[str, str]
    weights: dict[str, Floats]

    def branch(self, root: str) -> Floats:
        """Summed weight of a bone and everything that hangs on it."""
        total = np.zeros(len(next(iter(self.weights.values()))))
        for name in self.weights:
            up = name
            while up and up != root:
                up = self.parent.get(up, "")
            if up == root:
                total += self.weights[name]
        return np.clip(total, 0.0, 1.0)


def load_rig(data: Path, count: int) -> Rig:
    """Read the default rig and its weights."""
    folder = data / "rigs" / "standard"
    bones = json.loads((folder / "rig.default.json").read_text(encoding="utf-8"))
    raw = json.loads((folder / "weights.default.json").read_text(encoding="utf-8"))["weights"]
    weights = {}
    for name in bones:
        column = np.zeros(count)
        for index, value in raw.get(name, []):
            column[int(index)] = value
        weights[name] = column
    return Rig({name: bone.get("parent", "") for name, bone in bones.items()}, weights)


def _rotation(axis: Floats, degrees: float) -> Floats:
    """Turn about a free axis (Rodrigues)."""
    x, y, z = axis / np.linalg.norm(axis)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    a = np.deg2rad(degrees)
    return np.asarray(np.eye(3) + np.sin(a) * cross + (1 - np.cos(a)) * cross @ cross)


def _bend(verts: Floats, weight: Floats, centre: Floats, turn: Floats) -> Floats:
    """Turn a branch about a joint, blended by its weight."""
    moved = (verts - centre) @ turn.T + centre
    return verts + weight[:, None] * (moved - verts)


Step = tuple[str, str, str, float]
AXES = {"x": np.array([1.0, 0, 0]), "z": np.array([0, 0, 1.0])}
# Left side only, from the far joints inwards; the right side is mirrored afterwards.
ARMS_DOWN: tuple[Step, ...] = (
    ("wrist.L", "l-hand", "forearm", -30.0),
    ("lowerarm02.L", "l-hand", "forearm", -28.0),
    ("lowerarm01.L", "l-elbow", "x", 30.0),
    ("lowerarm01.L", "l-elbow", "z", -4.0),
    ("upperarm01.L", "l-shoulder", "z", -20.0),
    ("clavicle.L", "l-clavicle", "z", -3.0),
)
NARROW_STANCE: tuple[Step, ...] = (
    ("foot.L", "l-ankle", "z", 2.8),
    ("upperleg01.L", "l-upper-leg", "z", -3.0),
)


def apply(base: Base, rig: Rig, verts: Floats, steps: tuple[Step, ...]) -> Floats:
    """Pose the left side by the steps and mirror it to the right."""
    posed = verts.copy()
    axes = AXES | {"forearm": joint(base, verts, "l-hand") - joint(base, verts, "l-elbow")}
    for bone, at, axis, degrees in steps:
        posed = _bend(posed, rig.branch(bone), joint(base, verts, at), _rotation(axes[axis], degrees))
    left = verts[:, 0] > 0
    both = np.where(left[:, None], posed, posed[base.mirror] * [-1.0, 1.0, 1.0])
    both[verts[:, 0] == 0, 0] = 0.0
    return symmetric(both, base.mirror)


def without_arms(base: Base, rig: Rig, verts: Floats, neighbours: sparse.csr_matrix) -> Floats:
    """Draw the arms into the shoulder joint, which leaves a closed, rounded shoulder."""
    size = (joint(base, verts, "l-upper-leg")[1] - joint(base, verts, "l-knee")[1]) / 3.9
    centre = joint(base, verts, "l-shoulder") + np.array([-0.06, -0.04, 0.0]) * size
    offset = verts - centre
    reach = np.maximum(np.linalg.norm(offset, axis=1), 1e-9)
    ball = SHOULDER_BALL * size
    kept = ball * np.tanh((reach / ball) ** 3) ** (1 / 3)
    drawn = centre + offset * (kept / reach)[:, None]
    axis = joint(base, verts, "l-elbow") - centre
    tip = centre + ball * axis / np.linalg.norm(axis)
    beyond = np.clip(rig.branch("lowerarm01.L") * 2, 0, 1)[:, None]
    drawn = drawn + beyond * (tip - drawn)  # forearm and hand vanish in one point
    arm = rig.branch("upperarm01.L")
    weight = np.clip(arm * 1.6 - 0.2, 0, 1)
    result = verts + weight[:, None] * (drawn - verts)
    left = verts[:, 0] > 0
    both = np.where(left[:, None], result, result[base.mirror] * [-1.0, 1.0, 1.0])
    seam = np.clip(1.4 - np.abs(reach / size - 0.75) / 0.35, 0, 1) * (1 - np.clip(arm * 4 - 3, 0, 1))
    blend = np.where(left, seam, seam[base.mirror])[:, None]
    for _ in range(14):  # melts the rim between trunk and ball
        both = both + blend * 0.5 * (neighbours @ both - both)
    return symmetric(both, base.mirror)
