"""The bones from the first lumbar vertebra to the ankle, set into a figure by its landmarks.

The bone surfaces are those of myo_sim (Apache 2.0); axes there: x forward, y up, z to the right, in metres.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from mesh import Floats, Ints

METRE = 10.0  # one unit of a figure is 10 cm
HIP = np.array([-0.056276, -0.07849, 0.07726])  # right hip centre in the frame of the pelvis
KNEE = 0.404425  # length from hip centre to knee in the frame of the thigh bone
PATELLA = np.array([0.039, -0.405, 0.0])  # of a straight knee
ANKLE = 0.4  # length from knee to ankle in the frame of the shin bone
# Lumbar vertebrae, each hung on the one below: place of its frame, and its turn about the axis to the right.
SPINE = (
    ("lumbar5", (-0.108, 0.061), -0.3),
    ("lumbar4", (0.0, 0.0301), 0.2),
    ("lumbar3", (0.0006, 0.0312), 0.2),
    ("lumbar2", (-0.0047, 0.0331), 0.0),
    ("lumbar1", (-0.0044, 0.0288), 0.2),
)
ASIS_LEVEL = 0.0  # in the frame of the pelvis
LOW_TRUNK = 0.88  # what is above the front hip bones is lower than in the source, as the crest of the figure
UNDER_SKIN = 0.10  # the least depth of a bony point under the skin
ROUNDS = 3  # of refinement
GIRTH = {"femur": 1.08, "patella": 1.08, "tibia": 0.94, "fibula": 0.90}  # thickness against the source
TRIES, SHARE = 2, 0.6  # how the smooth surface is brought back to the corners of the source


@dataclass
class Bone:
    """One bone as triangles in the coordinates of a figure."""

    name: str
    verts: Floats
    tris: Ints


@dataclass
class Sites:
    """Where a figure has its joints and bony points; the left side stands for both."""

    hip: Floats
    knee: Floats
    ankle: Floats
    asis: Floats
    psis: Floats
    skin_behind: Floats  # heights and depths of the skin over the spine, from below


def read_stl(path: Path) -> tuple[Floats, Ints]:
    """Vertices and triangles of a binary STL file, equal corners joined."""
    data = path.read_bytes()
    kind = np.dtype([("normal", "<f4", 3), ("corner", "<f4", (3, 3)), ("more", "<u2")])
    corners = np.frombuffer(data[84:], dtype=kind, count=int.from_bytes(data[80:84], "little"))["corner"]
    flat = corners.reshape(-1, 3).astype(np.float64)
    verts, tris = np.unique(np.round(flat, 6), axis=0, return_inverse=True)
    found = tris.reshape(-1, 3).astype(np.int64)
    whole = (found[:, 0] != found[:, 1]) & (found[:, 1] != found[:, 2]) & (found[:, 2] != found[:, 0])
    return verts, found[whole]


def loop_refined(verts: Floats, tris: Ints) -> tuple[Floats, Ints]:
    """One round of Loop subdivision; open edges stay where they are."""
    edge = np.concatenate([tris[:, [0, 1]], tris[:, [1, 2]], tris[:, [2, 0]]])
    across = np.concatenate([tris[:, 2], tris[:, 0], tris[:, 1]])
    pair, which, count = np.unique(np.sort(edge, axis=1), axis=0, return_inverse=True, return_counts=True)
    which = which.ravel()
    ends = verts[pair[:, 0]] + verts[pair[:, 1]]
    opposite = np.zeros((len(pair), 3))
    np.add.at(opposite, which, verts[across])
    inner = (count == 2)[:, None]
    middle = np.where(inner, ends * 3 / 8 + opposite / 8, ends / 2)
    total = np.zeros_like(verts)
    degree = np.zeros(len(verts))
    for a, b in ((0, 1), (1, 0)):
        np.add.at(total, pair[:, a], verts[pair[:, b]])
        np.add.at(degree, pair[:, a], 1)
    degree = np.maximum(degree, 1)
    weight = (5 / 8 - (3 / 8 + np.cos(2 * np.pi / degree) / 4) ** 2)[:, None]
    free = np.ones(len(verts), dtype=bool)
    free[pair[count != 2].ravel()] = False
    moved = np.where(free[:, None], (1 - weight) * verts + weight * total / degree[:, None], verts)
    n, m = len(verts), len(tris)
    ab, bc, ca = n + which[:m], n + which[m : 2 * m], n + which[2 * m :]
    a, b, c = tris.T
    parts = [[a, ab, ca], [ab, b, bc], [ca, bc, c], [ab, bc, ca]]
    return np.concatenate([moved, middle]), np.concatenate([np.stack(part, axis=1) for part in parts])


def smooth_bone(folder: Path, name: str) -> tuple[Floats, Ints]:
    """A bone of the source, refined to a smooth surface through the corners of the source."""
    corners, rough = read_stl(folder / f"{name}.stl")
    drawn = corners.copy()
    for _ in range(TRIES):
        verts, _ = _refined(drawn, rough)
        drawn += SHARE * (corners - verts[: len(corners)])
    return _refined(drawn, rough)


def _refined(verts: Floats, tris: Ints) -> tuple[Floats, Ints]:
    for _ in range(ROUNDS):
        verts, tris = loop_refined(verts, tris)
    return verts, tris


def _turned(verts: Floats, angle: float) -> Floats:
    c, s = np.cos(angle), np.sin(angle)
    turn = np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])
    out: Floats = verts @ turn.T
    return out


def _mirrored(verts: Floats, tris: Ints) -> tuple[Floats, Ints]:
    return verts * [-1.0, 1.0, 1.0], tris[:, ::-1]


def trunk_place(verts: Floats, sites: Sites) -> Floats:
    """From the frame of the pelvis into the figure: hips on hips, front and rear points under the skin."""
    up = verts[:, 1] - HIP[1]
    rim = ASIS_LEVEL - HIP[1]
    reach = float(sites.asis[1] - sites.hip[1]) / (rim * METRE)
    height = np.where(up < rim, up * reach, rim * reach + (up - rim) * LOW_TRUNK)
    rear, fore = sites.psis[2] + UNDER_SKIN, sites.asis[2] - UNDER_SKIN
    depth = rear + (verts[:, 0] + 0.138) / 0.138 * (fore - rear)
    across = -verts[:, 2] * METRE * across_scale(sites)
    return np.stack([across, sites.hip[1] + height * METRE, depth], axis=1)


def across_scale(sites: Sites) -> float:
    """How much wider than the source the pelvis is: the front hip bones lie well inside the skin."""
    return float(np.clip(sites.asis[0] / 1.08, 0.95, 1.12))


def hip_centre(sites: Sites) -> Floats:
    """The left hip centre, as the pelvis has it in the figure."""
    place: Floats = trunk_place(HIP[None] * [1, 1, -1], sites)[0]
    return place


def _spine(folder: Path, sites: Sites) -> list[Bone]:
    """The vertebrae; each as far forward as the skin over its spinous process asks."""
    bones, origin, angle = [], np.zeros(2), 0.0
    for name, step, turn in SPINE:
        c, s = np.cos(angle), np.sin(angle)
        origin = origin + np.array([c * step[0] - s * step[1], s * step[0] + c * step[1]])
        angle += turn
        verts, tris = smooth_bone(folder, name)
        verts = trunk_place(_turned(verts, angle) + np.array([*origin, 0.0]), sites)
        tip = verts[np.argmin(verts[:, 2])]
        skin = np.interp(tip[1], sites.skin_behind[:, 0], sites.skin_behind[:, 1])
        verts[:, 2] += max(0.0, skin + UNDER_SKIN + 0.04 - tip[2])
        bones.append(Bone(name, verts, tris))
    return bones


def _limb_place(verts: Floats, start: Floats, end: Floats, length: float, girth: float) -> Floats:
    """A long bone of the right side between two joints of the left one, so it comes out mirrored."""
    axis = (start - end) / np.linalg.norm(start - end)
    side = np.array([1.0, 0.0, 0.0]) - axis[0] * axis
    side /= np.linalg.norm(side)
    forward = np.cross(side, axis)
    stretch = float(np.linalg.norm(start - end)) / length
    out: Floats = (
        start
        + np.outer(verts[:, 1] * stretch, axis)
        + np.outer(verts[:, 2] * METRE * girth, side)
        + np.outer(verts[:, 0] * METRE * girth, forward)
    )
    return out


def _leg(folder: Path, sites: Sites) -> list[Bone]:
    """Thigh bone, knee cap and shin bones of the left side."""
    hip = hip_centre(sites)
    parts = (
        ("femur", "r_femur", np.zeros(3), hip, sites.knee, KNEE),
        ("patella", "r_patella", PATELLA, hip, sites.knee, KNEE),
        ("tibia", "r_tibia", np.zeros(3), sites.knee, sites.ankle, ANKLE),
        ("fibula", "r_fibula", np.zeros(3), sites.knee, sites.ankle, ANKLE),
    )
    bones = []
    for name, file, shift, start, end, length in parts:
        verts, tris = smooth_bone(folder, file)
        placed = _limb_place(verts + shift, start, end, length, GIRTH[name])
        bones.append(Bone(name, placed, tris[:, ::-1]))
    return bones


def set_bones(folder: Path, sites: Sites) -> list[Bone]:
    """All bones of a figure, exactly symmetric."""
    verts, tris = smooth_bone(folder, "r_pelvis")
    right = trunk_place(verts, sites)
    sacrum = smooth_bone(folder, "sacrum")
    half = [Bone("ilium", *_mirrored(right, tris)), *_leg(folder, sites)]
    both = [bone for one in half for bone in (one, Bone(one.name, *_mirrored(one.verts, one.tris)))]
    middle = [Bone("sacrum", trunk_place(sacrum[0], sites), sacrum[1]), *_spine(folder, sites)]
    return [*middle, *both]
