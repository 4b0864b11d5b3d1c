"""Carries the skin with the bones: dual quaternion blending, then a smoothing that keeps the form."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from body import smoothstep
from mesh import Floats, Ints
from pose import Rig
from scipy import sparse
from scipy.spatial.transform import Rotation
from shading import normals
from skeleton import NECK, SIDES, SPINE, Skeleton, Solved

ROUNDS = 14  # of smoothing


@dataclass
class Skin:
    """The resting skin, the weights of the bones and the fine form that smoothing would lose."""

    verts: Floats
    tris: Ints
    bones: list[tuple[str, str, str]]  # name, whose rotation, whose place
    weights: Floats
    neighbours: sparse.csr_matrix
    soft: Floats
    detail: Floats
    spoke: Ints


def _bones() -> list[tuple[str, str, str]]:
    """Rig bones that move, each with the rotation and the joint it follows."""
    plain = ["pelvis", *SPINE, *NECK]
    bones = [(name, name, name) for name in plain]
    for side, _, _ in SIDES:
        bones += [(f"clavicle.{side}", f"clavicle.{side}", f"clavicle.{side}")]
        bones += [(f"upperarm01.{side}", f"shaft.arm.{side}", f"upperarm.{side}")]
        bones += [(f"upperarm02.{side}", f"upperarm.{side}", f"upperarm.{side}")]
        bones += [(f"lowerarm{k}.{side}", f"spin{k}.{side}", f"lowerarm.{side}") for k in ("01", "02")]
        bones += [(f"wrist.{side}", f"wrist.{side}", f"wrist.{side}")]
        fingers = [f"finger{i}-{k}.{side}" for i in range(1, 6) for k in range(1, 4)]
        bones += [(name, name, name) for name in fingers]
        bones += [(f"upperleg01.{side}", f"shaft.leg.{side}", f"upperleg.{side}")]
        bones += [(f"upperleg02.{side}", f"upperleg.{side}", f"upperleg.{side}")]
        bones += [(f"{n}.{side}", f"{n}.{side}", f"{n}.{side}") for n in ("lowerleg", "foot", "toes")]
    return bones


def _owner(bone: str, rig: Rig, known: set[str]) -> str:
    """The moving bone that a rig bone belongs to."""
    name = bone
    while name:
        short = name.replace("lowerleg01", "lowerleg").replace("lowerleg02", "lowerleg")
        if short.startswith("toe"):
            short = "toes" + short[-2:]
        if short in known:
            return short
        name = rig.parent.get(name, "")
    return "pelvis"


def _weights(rig: Rig, names: list[str], count: int) -> Floats:
    table = {name: np.zeros(count) for name in names}
    for bone, column in rig.weights.items():
        table[_owner(bone, rig, set(names))] += column
    stacked = np.stack([table[name] for name in names])
    total = stacked.sum(axis=0)
    stacked[0, total < 1e-9] = 1.0
    return np.asarray(stacked / stacked.sum(axis=0))


def load_skin(verts: Floats, tris: Ints, rig: Rig, neighbours: sparse.csr_matrix) -> Skin:
    """Prepare the resting skin."""
    bones = _bones()
    weights = _weights(rig, [name for name, _, _ in bones], len(verts))
    stiff = [f"finger{i}-1.{s}" for i in range(1, 6) for s in "LR"]
    stiff += [f"metacarpal{i}.{s}" for i in range(1, 5) for s in "LR"]
    rigid = np.sum([rig.branch(name) for name in [*stiff, "head", "foot.L", "foot.R"]], axis=0)
    soft = 1 - smoothstep(np.clip(rigid, 0, 1), 0.4, 0.95)
    spoke = np.array(
        [neighbours.indices[neighbours.indptr[i]] if neighbours.indptr[i + 1] > neighbours.indptr[i] else i
         for i in range(len(verts))]
    )  # fmt: skip
    skin = Skin(verts, tris, bones, weights, neighbours, soft, np.zeros_like(verts), spoke)
    smooth = _relax(skin, verts)
    frame = _frames(skin, smooth)
    skin.detail = np.einsum("nki,nk->ni", frame, verts - smooth)
    return skin


def _relax(skin: Skin, verts: Floats) -> Floats:
    out = verts.copy()
    for _ in range(ROUNDS):
        out = out + skin.soft[:, None] * 0.6 * (skin.neighbours @ out - out)
    return out


def _frames(skin: Skin, verts: Floats) -> Floats:
    """A local frame on every vertex: normal, towards a neighbour, across."""
    normal = normals(verts, skin.tris)
    way = verts[skin.spoke] - verts
    way = way - normal * (way * normal).sum(axis=1, keepdims=True)
    way /= np.maximum(np.linalg.norm(way, axis=1, keepdims=True), 1e-12)
    return np.stack([normal, way, np.cross(normal, way)], axis=2)


def _dual(turn: Floats, old: Floats, new: Floats) -> tuple[Floats, Floats]:
    """Real and dual part (w, x, y, z) of a rotation that takes one place to another."""
    x, y, z, w = Rotation.from_matrix(turn).as_quat()
    real = np.array([w, x, y, z])
    shift = np.array([0.0, *(new - turn @ old)])
    return real, 0.5 * _times(shift[None], real[None])[0]


def _times(p: Floats, q: Floats) -> Floats:
    """Quaternion product, row by row."""
    a, b = p[:, :1], q[:, :1]
    u, v = p[:, 1:], q[:, 1:]
    scalar = a * b - (u * v).sum(axis=1, keepdims=True)
    return np.concatenate([scalar, a * v + b * u + np.cross(u, v)], axis=1)


def move(skin: Skin, sk: Skeleton, solved: Solved) -> Floats:
    """The skin in a posture."""
    reals, duals = [], []
    for _, turn, place in skin.bones:
        real, dual = _dual(solved.turn[turn], sk.rest[place], solved.place[place])
        reals.append(real)
        duals.append(dual)
    real_table, dual_table = np.array(reals), np.array(duals)
    lead = real_table[np.argmax(skin.weights, axis=0)]  # each vertex picks the nearer of q and -q
    sign = np.where(lead @ real_table.T < 0, -1.0, 1.0) * skin.weights.T
    real, dual = sign @ real_table, sign @ dual_table
    size = np.linalg.norm(real, axis=1, keepdims=True)
    real, dual = real / size, dual / size
    u, w = real[:, 1:], real[:, :1]
    turned = skin.verts + 2 * np.cross(u, np.cross(u, skin.verts) + w * skin.verts)
    conj = real * [1, -1, -1, -1]
    posed = turned + 2 * _times(dual, conj)[:, 1:]
    smooth = _relax(skin, posed)
    return np.asarray(smooth + np.einsum("nik,nk->ni", _frames(skin, smooth), skin.detail))
