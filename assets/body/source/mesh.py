"""Reads the CC0 base mesh, morphs it into the three figures and makes each exactly symmetric."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.spatial import cKDTree

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

ORIGINS = ("caucasian", "african", "asian")
FIGURES = ("neutral", "female", "male")


@dataclass
class Base:
    """The unmorphed mesh: one decimetre is one unit, y is up, z forward, +x the figure's left."""

    verts: Floats
    quads: Ints
    joints: dict[str, Ints]
    mirror: Ints


def load_base(data: Path) -> Base:
    """Read skin faces and joint cubes of base.obj."""
    verts: list[list[float]] = []
    quads: list[list[int]] = []
    cubes: dict[str, set[int]] = {}
    group = ""
    for line in (data / "3dobjs" / "base.obj").read_text(encoding="utf-8").splitlines():
        part = line.split()
        if not part:
            continue
        if part[0] == "v":
            verts.append([float(x) for x in part[1:4]])
        elif part[0] == "g":
            group = part[1]
        elif part[0] == "f":
            corner = [int(q.split("/")[0]) - 1 for q in part[1:]]
            if group == "body":
                quads.append(corner)
            elif group.startswith("joint-"):
                cubes.setdefault(group[6:], set()).update(corner)
    points = np.array(verts)
    joints = {name: np.array(sorted(ids)) for name, ids in cubes.items()}
    mirror = cKDTree(points).query(points * [-1.0, 1.0, 1.0])[1]
    return Base(points, np.array(quads), joints, mirror)


def _add_target(verts: Floats, path: Path, weight: float) -> None:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            index, dx, dy, dz = line.split()
            verts[int(index)] += weight * np.array([float(dx), float(dy), float(dz)])


def _adult(base: Base, data: Path, sex: str) -> Floats:
    macro = data / "targets" / "macrodetails"
    verts = base.verts.copy()
    for origin in ORIGINS:
        _add_target(verts, macro / f"{origin}-{sex}-young.target.gz", 1 / len(ORIGINS))
    _add_target(verts, macro / f"universal-{sex}-young-averagemuscle-averageweight.target.gz", 1.0)
    return verts


def symmetric(verts: Floats, mirror: Ints) -> Floats:
    """Average every vertex with its mirror image, so that left and right agree exactly."""
    return (verts + verts[mirror] * [-1.0, 1.0, 1.0]) / 2


def load_figures(base: Base, data: Path) -> dict[str, Floats]:
    """Vertices of each figure; the neutral one is the mean of both sexes."""
    female = symmetric(_adult(base, data, "female"), base.mirror)
    male = symmetric(_adult(base, data, "male"), base.mirror)
    return {"neutral": (female + male) / 2, "female": female, "male": male}


def joint(base: Base, verts: Floats, name: str) -> Floats:
    """Centre of a joint cube on a morphed figure."""
    centre: Floats = verts[base.joints[name]].mean(axis=0)
    return centre


def skin_adjacency(quads: Ints, count: int) -> sparse.csr_matrix:
    """Row-normalised vertex neighbourhood of the skin, for smoothing."""
    a = quads.ravel()
    b = np.roll(quads, -1, axis=1).ravel()
    ones = np.ones(len(a) * 2)
    links = sparse.csr_matrix((ones, (np.r_[a, b], np.r_[b, a])), shape=(count, count))
    links.data[:] = 1.0
    degree = np.maximum(np.asarray(links.sum(axis=1)).ravel(), 1.0)
    return sparse.csr_matrix(sparse.diags(1 / degree) @ links)
