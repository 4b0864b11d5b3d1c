"""Soft studio light: sky visibility from many directions, then a calm grey tone for each face."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from camera import Hits, View, render, turn
from mesh import Floats, Ints
from numpy.typing import NDArray
from scipy import ndimage, sparse

DIRECTIONS = 120
MAP_PIXELS = 420  # height of the shadow maps
BIAS = 0.02  # a vertex must be this much behind the shadow map to count as hidden


def sphere(count: int) -> Floats:
    """Evenly spread directions, mirrored in x so that the light is symmetric."""
    k = np.arange(count // 2) + 0.5
    height = 1 - 2 * k / (count // 2)
    angle = k * np.pi * (3 - np.sqrt(5))
    ring = np.sqrt(1 - height**2)
    half = np.stack([ring * np.cos(angle), height, ring * np.sin(angle)], axis=1)
    return np.concatenate([half, half * [-1, 1, 1]])


def normals(points: Floats, tris: Ints) -> Floats:
    """Area-weighted vertex normals."""
    face = np.cross(points[tris[:, 1]] - points[tris[:, 0]], points[tris[:, 2]] - points[tris[:, 0]])
    out = np.zeros_like(points)
    for k in range(3):
        np.add.at(out, tris[:, k], face)
    return np.asarray(out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-12))


@dataclass
class Sky:
    """How much of each light direction every vertex sees."""

    directions: Floats
    visible: Floats


def see_sky(points: Floats, tris: Ints, neighbours: sparse.csr_matrix) -> Sky:
    """One shadow map for each direction, softened over the surface."""
    directions = sphere(DIRECTIONS)
    centre = (points.max(axis=0) + points.min(axis=0)) / 2
    radius = float(np.linalg.norm(points - centre, axis=1).max()) * 1.02
    scale = MAP_PIXELS / (2 * radius)
    visible = np.zeros((len(points), len(directions)))
    for i, (x, y, z) in enumerate(directions):
        azimuth = float(np.degrees(np.arctan2(x, z)))
        view = View(
            turn(azimuth, float(np.degrees(np.arcsin(y)))), 0.0, radius, scale, MAP_PIXELS, MAP_PIXELS
        )
        depth = render(view, points - centre, tris).depth
        depth = ndimage.grey_erosion(depth, size=3)
        p = view.project(points - centre)
        column = np.clip(p[:, 0].astype(int), 0, MAP_PIXELS - 1)
        row = np.clip(p[:, 1].astype(int), 0, MAP_PIXELS - 1)
        visible[:, i] = p[:, 2] > depth[row, column] - BIAS * scale
    for _ in range(3):
        visible = 0.5 * visible + 0.5 * (neighbours @ visible)
    return Sky(directions, visible)


def irradiance(sky: Sky, normal: Floats, rotation: Floats) -> tuple[Floats, Floats]:
    """Openness and the light of a large soft lamp above the viewer, for one face."""
    facing = np.clip(normal @ sky.directions.T, 0, None)
    total = np.maximum(facing.sum(axis=1), 1e-9)
    openness = (facing * sky.visible).sum(axis=1) / total
    lamp = np.array([-0.22, 0.62, 0.75])
    seen = sky.directions @ rotation.T
    power = np.clip(seen @ (lamp / np.linalg.norm(lamp)), 0, None) ** 3
    light = (facing * sky.visible * power).sum(axis=1) / power.sum()
    return openness, light


def tone(hits: Hits, view: View, tris: Ints, openness: Floats, light: Floats, normal: Floats) -> Floats:
    """Grey value 0-1 of every pixel."""
    open_px = hits.sample(tris, openness)
    light_px = hits.sample(tris, light)
    n = hits.sample(tris, normal) @ view.rotation.T
    n /= np.maximum(np.linalg.norm(n, axis=2, keepdims=True), 1e-9)
    facing = np.clip(n[..., 2], 0, 1)
    crisp = local_contrast(light_px, hits.triangle >= 0, view.height / 60)
    form = 0.38 + 0.58 * np.clip((light_px + 0.7 * crisp) / 0.72, 0, 1.2)
    depth = 0.25 + 0.75 * np.clip(open_px, 0, 1)
    edge = 0.55 + 0.45 * facing**0.6
    grey = form * depth * edge
    return np.asarray(np.clip(0.15 + 0.80 * grey, 0, 0.95))


def soften_where(grey: Floats, where: Floats, seen: NDArray[np.bool_], radius: float) -> Floats:
    """Blur the tone in a region, used for the head so that no trace of a face is left."""
    weight = np.maximum(ndimage.gaussian_filter(seen.astype(float), radius), 1e-6)
    blurred = ndimage.gaussian_filter(grey * seen, radius) / weight
    return np.asarray(grey + where * (blurred - grey))


def local_contrast(values: Floats, seen: NDArray[np.bool_], radius: float) -> Floats:
    """Difference from the neighbourhood, which brings out the form of the muscles."""
    weight = np.maximum(ndimage.gaussian_filter(seen.astype(float), radius), 1e-6)
    return np.asarray((values - ndimage.gaussian_filter(values * seen, radius) / weight) * seen)
