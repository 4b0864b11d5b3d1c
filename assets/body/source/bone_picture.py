"""Draws the bones of a figure as they would shine through the skin: pale, shaded, with a dark contour."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shading
from bones import Bone
from camera import View, render
from mesh import Floats
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

OVERSAMPLE = 2
CONTOUR = 0.75  # width of a contour in logical pixels
JUMP = 0.14  # a step in depth, in units, that is drawn as a contour within a bone
INK, INK_ALPHA = 0.24, 0.85
LIGHT = np.array([-0.35, 0.65, 0.67])
LEVELS = 85.0  # steps of tone, so that the files stay small


def bone_picture(bones: Sequence[Bone], view: View, logical: float) -> Image.Image:
    """Grey and alpha; `view` gives the pixels before oversampling is taken back, `logical` a logical one."""
    verts = np.concatenate([bone.verts for bone in bones])
    starts = np.cumsum([0, *(len(bone.verts) for bone in bones)])[:-1]
    tris = np.concatenate([bone.tris + start for bone, start in zip(bones, starts, strict=True)])
    owner = np.repeat(np.arange(len(bones)), [len(bone.tris) for bone in bones])
    hits = render(view, verts, tris)
    seen = hits.triangle >= 0
    which = np.where(seen, owner[hits.triangle], -1)
    normal = hits.sample(tris, shading.normals(verts, tris)) @ view.rotation.T
    length = np.maximum(np.linalg.norm(normal, axis=2, keepdims=True), 1e-9)
    normal = normal / length
    lit = np.clip(normal @ (LIGHT / np.linalg.norm(LIGHT)), 0, 1)
    facing = np.clip(normal[..., 2], 0, 1)
    grey = 0.60 + 0.24 * lit + 0.16 * facing
    alpha = 0.66 + 0.26 * (1 - facing)
    line = _contours(which, hits.depth / view.scale, seen, logical * CONTOUR)
    grey = np.where(line, INK, grey)
    alpha = np.where(line, INK_ALPHA, np.where(seen, alpha, 0.0))
    return _halved(grey, alpha)


def _contours(
    which: NDArray[np.int64], depth: Floats, seen: NDArray[np.bool_], wide: float
) -> NDArray[np.bool_]:
    """Where one bone ends before another or before nothing, or steps back behind itself."""
    depth = np.where(seen, depth, -100.0)
    edge = np.zeros(which.shape, dtype=bool)
    for axis in (0, 1):
        other = np.roll(which, 1, axis=axis) != which
        step = np.abs(np.roll(depth, 1, axis=axis) - depth) > JUMP
        found = other | step
        found[(0, slice(None)) if axis == 0 else (slice(None), 0)] = False
        edge |= found
    reach = max(1, round(wide / 2))
    y, x = np.ogrid[-reach : reach + 1, -reach : reach + 1]
    grown: NDArray[np.bool_] = ndimage.binary_dilation(edge, x * x + y * y <= reach * reach)
    return grown


def _halved(grey: Floats, alpha: Floats) -> Image.Image:
    """Averages the oversampled picture, with few enough tones for a small file."""
    tall, wide = grey.shape[0] // OVERSAMPLE, grey.shape[1] // OVERSAMPLE

    def mean(values: Floats) -> Floats:
        out: Floats = values.reshape(tall, OVERSAMPLE, wide, OVERSAMPLE).mean(axis=(1, 3))
        return out

    cover = mean(alpha)
    value = mean(grey * alpha) / np.maximum(cover, 1e-6)
    pixels = np.stack([value, cover], axis=2)
    pixels[cover < 1 / 255] = 0
    return Image.fromarray(np.round(np.round(pixels * LEVELS) / LEVELS * 255).astype(np.uint8), "LA")
