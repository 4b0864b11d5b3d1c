"""Turns the morphed mesh into a neutral manikin: plain head, smooth chest and crotch."""

from __future__ import annotations

import numpy as np
from mesh import Base, Floats, Ints, joint, symmetric
from pose import Rig
from scipy import sparse

HEAD_DEGREE = 5  # of the polynomial that replaces the face


def smoothstep(x: Floats, low: float, high: float) -> Floats:
    """0 below low, 1 above high, smooth between."""
    t = np.clip((x - low) / (high - low), 0.0, 1.0)
    return np.asarray(t * t * (3 - 2 * t))


def relax(verts: Floats, neighbours: sparse.csr_matrix, mask: Floats, rounds: int) -> Floats:
    """Laplacian smoothing where the mask is set."""
    out = verts.copy()
    for _ in range(rounds):
        out = out + mask[:, None] * 0.6 * (neighbours @ out - out)
    return out


def smooth_breast(verts: Floats, nipple: int, size: float = 1.0) -> Floats:
    """Replace the nipple by the dome that the chest around it describes."""
    across = np.abs(verts[:, 0]) - verts[nipple, 0]
    up = verts[:, 1] - verts[nipple, 1]
    far = np.hypot(across, up) / size
    in_front = verts[:, 2] > verts[nipple, 2] - 0.5
    basis = np.stack([np.ones(len(verts)), across, up, across**2, across * up, up**2], axis=1)
    ring = in_front & (far > 0.22) & (far < 0.46)
    fit, *_ = np.linalg.lstsq(basis[ring], verts[ring, 2], rcond=None)
    out = verts.copy()
    mask = (1 - smoothstep(far, 0.20, 0.46)) * in_front
    out[:, 2] += mask * np.minimum(basis @ fit - verts[:, 2], 0)  # only ever inwards
    return out


def _basis(direction: Floats) -> Floats:
    """Polynomials of a direction that are even in x, so the head stays symmetric."""
    x2, y, z = direction[:, 0] ** 2, direction[:, 1], direction[:, 2]
    terms = [
        x2**a * y**b * z**c
        for a in range(HEAD_DEGREE // 2 + 1)
        for b in range(HEAD_DEGREE + 1)
        for c in range(HEAD_DEGREE + 1)
        if 2 * a + b + c <= HEAD_DEGREE
    ]
    return np.stack(terms, axis=1)


def _vertex_area(verts: Floats, quads: Ints) -> Floats:
    """Skin area around each vertex."""
    corner = verts[quads]
    area = np.linalg.norm(np.cross(corner[:, 2] - corner[:, 0], corner[:, 3] - corner[:, 1]), axis=1) / 2
    return np.bincount(quads.ravel(), weights=np.repeat(area / 4, 4), minlength=len(verts))


def outer_quads(base: Base, rig: Rig, verts: Floats) -> Ints:
    """The quads without the folds of eyes, mouth and ears that point inwards on the plain head."""
    corner = verts[base.quads]
    normal = np.cross(corner[:, 2] - corner[:, 0], corner[:, 3] - corner[:, 1])
    on_head = (rig.branch("head")[base.quads] > 0.9).all(axis=1)
    centre = corner[on_head].mean(axis=(0, 1))
    outward = (normal * (corner.mean(axis=1) - centre)).sum(axis=1) > 0
    return np.asarray(base.quads[~on_head | outward])


def plain_head(base: Base, rig: Rig, verts: Floats, skin: Ints) -> Floats:
    """Replace face and ears by a smooth closed shape fitted to the skull and jaw."""
    weight = rig.branch("head")
    on_head = np.zeros(len(verts), dtype=bool)
    on_head[skin] = True
    on_head &= weight > 0.5
    top = verts[on_head, 1].max()
    pivot = joint(base, verts, "head")
    centre = np.array([0.0, pivot[1] + 0.30 * (top - pivot[1]), pivot[2] - 0.02])
    offset = verts - centre
    reach = np.linalg.norm(offset, axis=1)
    direction = offset / np.maximum(reach, 1e-9)[:, None]
    basis = _basis(direction[on_head])
    target = reach[on_head]
    even = np.sqrt(_vertex_area(verts, base.quads)[on_head])  # the dense face must not outweigh the skull
    trust = np.ones(len(target))
    for _ in range(8):  # reweighting leaves out ears, nose tip and the inside of the mouth
        factor = even * trust
        fit, *_ = np.linalg.lstsq(basis * factor[:, None], target * factor, rcond=None)
        trust = 1 / (1 + ((target - basis @ fit) / 0.10) ** 2)
    smooth = centre + direction * (_basis(direction) @ fit)[:, None]
    blend = smoothstep(weight, 0.55, 0.98)[:, None]
    return np.asarray(verts + blend * (smooth - verts))


def around(verts: Floats, centre: Floats, inner: float, outer: float) -> Floats:
    """Mask that is 1 near a centre (and its mirror image) and fades out."""
    far = np.linalg.norm(verts * [0, 1, 1] + np.abs(verts) * [1, 0, 0] - centre, axis=1)
    return 1 - smoothstep(far, inner, outer)


def nipple_index(base: Base, female: Floats) -> int:
    """The vertex of the left chest that reaches furthest forward."""
    shoulder = joint(base, female, "l-shoulder")
    spine = joint(base, female, "spine-2")
    skin = np.unique(base.quads)
    place = female[skin]
    chest = (place[:, 0] > 0.45) & (place[:, 0] < shoulder[0])
    chest &= (place[:, 1] < shoulder[1] - 0.4) & (place[:, 1] > spine[1] + 0.2)
    return int(skin[np.argmax(np.where(chest, place[:, 2], -9.0))])


def manikin(
    base: Base, rig: Rig, verts: Floats, neighbours: sparse.csr_matrix, nipple: int, breast: float
) -> Floats:
    """The figure without face, nipple or genital detail, still symmetric."""
    skin = np.unique(base.quads)
    out = plain_head(base, rig, verts, skin)
    out = smooth_breast(out, nipple)
    if breast > 1:  # the neutral chest keeps no breast
        out = smooth_breast(out, nipple, breast)
        out = relax(out, neighbours, around(out, out[nipple], 0.5, 1.0), 8)
    hip = joint(base, verts, "l-upper-leg")
    crotch = np.array([0.0, hip[1] - 0.75, hip[2] + 0.35])
    out = relax(out, neighbours, around(verts, crotch, 0.2, 0.6), 12)
    return symmetric(out, base.mirror)
