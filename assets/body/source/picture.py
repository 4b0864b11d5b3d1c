"""Lights a body with its things on a floor, draws them in the look of the figures and sets arrows on top."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shading
from arrows import draw_arrow
from body import smoothstep
from camera import Hits, View, render, turn
from mesh import Floats, Ints, skin_adjacency
from PIL import Image
from props import Solid
from scipy import ndimage, sparse
from stance import Camera

FINE = 3  # drawn pixels for each final pixel
WIDTH = 480
MARGIN = 16.0
SCALE = 33.0  # greatest number of final pixels for 10 cm
CUT = 26.0  # final pixels over which a cut edge fades
TALLEST = 440.0
FLOOR_GREY, FLOOR_ALPHA, SHADOW_ALPHA = 0.50, 0.20, 0.62
FLOOR_STEP = 0.3
UNDER_WATER = 0.38  # how strongly things below the water line are drawn
BOUNCE = 0.80  # light that comes back from the floor


@dataclass
class Stage:
    """Everything in one picture: fine and coarse skin, things, and where the tone is blurred."""

    fine: Floats
    coarse: Floats
    things: list[Solid]
    arrows: list[tuple[Floats, bool]]
    floor: bool
    middle: Floats
    water: Floats


@dataclass
class Look:
    """What does not change from picture to picture."""

    refine: sparse.csr_matrix
    tris: Ints
    coarse_tris: Ints
    calm: Floats


def extent(stage: Stage, camera: Camera) -> Floats:
    """Left, right, bottom and top of the content in camera units."""
    rotation = turn(camera.azimuth, camera.elevation)
    points = [stage.fine, *(t.verts for t in stage.things), *(a for a, _ in stage.arrows)]
    seen = np.concatenate(points) @ rotation.T
    return np.array([seen[:, 0].min(), seen[:, 0].max(), seen[:, 1].min(), seen[:, 1].max()])


def make_view(bounds: Floats, camera: Camera) -> View:
    """A view that holds the content; all pictures keep nearly the same scale."""
    wide, tall = bounds[1] - bounds[0], bounds[3] - bounds[2]
    largest = 3 * SCALE if camera.close else SCALE
    scale = min((WIDTH - 2 * MARGIN) / wide, TALLEST / tall, largest)
    height = int(np.ceil((tall * scale + 2 * MARGIN + 4) / 4) * 4)
    top = bounds[3] + MARGIN / scale
    middle = (bounds[0] + bounds[1]) / 2
    rotation = turn(camera.azimuth, camera.elevation)
    return View(rotation, float(middle), float(top), scale * FINE, WIDTH * FINE, height * FINE)


def _floor(stage: Stage, view: View) -> tuple[Floats, Ints, Floats]:
    """A patch of floor under the content and how strongly each of its points is shown."""
    content = np.concatenate([stage.fine, *(t.verts for t in stage.things)])
    low, high = content.min(axis=0), content.max(axis=0)
    near = content[content[:, 1] < 1.2]
    if len(near):
        low, high = near.min(axis=0), near.max(axis=0)
    fade = 1.3
    xs = np.arange(low[0] - fade, high[0] + fade + FLOOR_STEP, FLOOR_STEP)
    zs = np.arange(low[2] - fade, high[2] + fade + FLOOR_STEP, FLOOR_STEP)
    gx, gz = np.meshgrid(xs, zs, indexing="ij")
    points = np.stack([gx.ravel(), 0 * gx.ravel(), gz.ravel()], axis=1)
    out_x = np.maximum(np.maximum(low[0] - points[:, 0], points[:, 0] - high[0]), 0)
    out_z = np.maximum(np.maximum(low[2] - points[:, 2], points[:, 2] - high[2]), 0)
    shown = 1 - smoothstep(np.hypot(out_x, out_z), 0.0, fade)
    edge = view.project(points)
    room = np.minimum(np.minimum(edge[:, 0], view.width - edge[:, 0]), view.height - edge[:, 1])
    shown = shown * smoothstep(room / FINE, 2.0, 22.0)
    columns = len(zs)
    r, c = np.meshgrid(np.arange(len(xs) - 1), np.arange(columns - 1), indexing="ij")
    a = (r * columns + c).ravel()
    tris = np.concatenate([np.stack([a, a + 1, a + columns + 1], axis=1),
                           np.stack([a, a + columns + 1, a + columns], axis=1)])  # fmt: skip
    return points, tris, shown


def _links(tris: Ints, count: int) -> sparse.csr_matrix:
    return skin_adjacency(tris, count)


@dataclass
class Lit:
    """The combined mesh with openness, light and material of each vertex."""

    verts: Floats
    tris: Ints
    normal: Floats
    openness: Floats
    light: Floats
    shade: Floats
    calm: Floats
    floor: tuple[Floats, Ints, Floats]


def _light(stage: Stage, look: Look, view: View) -> Lit:
    """Sky visibility of skin, things and floor among each other."""
    floor, floor_tris, shown = _floor(stage, view)
    solids = [Solid(stage.coarse, look.coarse_tris, 1.0), *stage.things]
    starts = np.cumsum([0, *(len(s.verts) for s in solids)])
    verts = np.concatenate([*(s.verts for s in solids), floor])
    tris = np.concatenate([s.tris + k for s, k in zip(solids, starts, strict=False)])
    links = _links(np.concatenate([tris, floor_tris + starts[-1]]), len(verts))
    sky = shading.see_sky(verts, tris, links)
    body_end, floor_start = len(stage.coarse), starts[-1]
    up = np.where(sky.directions[:, 1] > 0, 1.0, BOUNCE)
    normal = np.zeros_like(verts)
    normal[:floor_start] = shading.normals(verts[:floor_start], tris)
    normal[floor_start:, 1] = 1.0
    floor_sky = sky.visible[floor_start:] @ np.clip(sky.directions[:, 1], 0, None)
    floor_open = floor_sky / np.clip(sky.directions[:, 1], 0, None).sum()
    sky.visible *= up
    openness, light = shading.irradiance(sky, normal, view.rotation)
    fine = look.refine
    body_open, body_light = fine @ openness[:body_end], fine @ light[:body_end]
    thing = slice(body_end, floor_start)
    shade = np.concatenate([np.full(len(s.verts), s.shade) for s in stage.things] or [np.zeros(0)])
    offset = len(stage.fine) - body_end
    thing_tris = [s.tris + k + offset for s, k in zip(solids[1:], starts[1:], strict=False)]
    return Lit(
        np.concatenate([stage.fine, verts[thing]]),
        np.concatenate([look.tris, *thing_tris]),
        np.concatenate([shading.normals(stage.fine, look.tris), normal[thing]]),
        np.concatenate([body_open, openness[thing]]),
        np.concatenate([body_light, light[thing]]),
        np.concatenate([np.ones(len(stage.fine)), shade]),
        np.concatenate([look.calm, np.zeros(len(shade))]),
        (np.column_stack([floor, floor_open]), floor_tris, shown),
    )


def _tone(hits: Hits, view: View, lit: Lit) -> Floats:
    """The grey of the figures; things are darker by their material."""
    square = View(view.rotation, view.centre, view.top, view.scale, view.width, int(view.scale * 17.3))
    grey = shading.tone(hits, square, lit.tris, lit.openness, lit.light, lit.normal)
    calm = hits.sample(lit.tris, lit.calm)
    body = hits.sample(lit.tris, (lit.shade == 1.0).astype(float)) > 0.99
    soft = shading.soften_where(grey, calm, body, view.scale * 0.05)
    normal = hits.sample(lit.tris, lit.normal) @ view.rotation.T
    facing = normal[..., 2] / np.maximum(np.linalg.norm(normal, axis=2), 1e-9)
    edge = 0.55 + 0.45 * np.clip(facing, 0, 1) ** 0.6  # flat things do not darken when seen at a slant
    flat = 0.15 + (grey - 0.15) / edge
    return np.asarray(np.where(body, soft, flat) * hits.sample(lit.tris, lit.shade))


def _smooth(image: Floats, radius: float = 0.9) -> Floats:
    return np.asarray(ndimage.gaussian_filter(image, radius))


def _shrink(image: Floats) -> Floats:
    rows, columns = image.shape[0] // FINE, image.shape[1] // FINE
    return np.asarray(image.reshape(rows, FINE, columns, FINE).mean(axis=(1, 3)))


def draw(stage: Stage, look: Look, view: View) -> Image.Image:
    """One finished picture, grey and alpha."""
    lit = _light(stage, look, view)
    hits = render(view, lit.verts, lit.tris)
    seen = (hits.triangle >= 0).astype(float)
    body = _smooth(seen)
    grey = _smooth(_tone(hits, view, lit) * seen) / np.maximum(body, 1e-6)
    soft = body * _above_water(stage.water, view)
    points, tris, shown = lit.floor
    ground = render(view, points[:, :3], tris)
    dark = ground.sample(tris, np.clip(1 - points[:, 3], 0, 1) ** 1.25)
    show = ground.sample(tris, shown * stage.floor)
    shadow = SHADOW_ALPHA * np.clip(dark * 1.15, 0, 1) * show
    patch = FLOOR_ALPHA * show
    under = shadow + patch * (1 - shadow)
    under_value = FLOOR_GREY * patch * (1 - shadow)  # the shadow itself is black
    alpha = soft + under * (1 - soft)
    value = grey * soft + under_value * (1 - soft)
    value, alpha = _shrink(value), _shrink(alpha)
    for path, both in stage.arrows:
        place = view.project(path)[:, :2] / FINE
        value, alpha = draw_arrow(value, alpha, place, both)
    fade = _fade(seen)
    return _encode(value * fade, alpha * fade)


def _above_water(line: Floats, view: View) -> Floats:
    """1 above a line of water, little below it."""
    if not len(line):
        return np.ones((view.height, view.width))
    place = view.project(line)
    level = np.interp(np.arange(view.width) + 0.5, place[:, 0], place[:, 1])
    below = smoothstep(np.arange(view.height)[:, None] + 0.5 - level, 0.0, 2.0 * FINE)
    return np.asarray(1 - (1 - UNDER_WATER) * below)


def _fade(seen: Floats) -> Floats:
    """Soft ends where the body is cut by the edge of the picture."""
    rows, columns = seen.shape[0] // FINE, seen.shape[1] // FINE
    out = np.ones((rows, columns))
    far = smoothstep(np.arange(max(rows, columns)) + 0.5, 2.0, CUT)
    if seen[0].any():
        out *= far[:rows, None]
    if seen[-1].any():
        out *= far[:rows][::-1, None]
    if seen[:, 0].any():
        out *= far[None, :columns]
    if seen[:, -1].any():
        out *= far[:columns][None, ::-1]
    return out


def _encode(value: Floats, alpha: Floats) -> Image.Image:
    """Premultiplied grey to an image; faint pixels vanish, soft ground takes few steps to stay small."""
    alpha = np.where(alpha < 4 / 255, 0.0, alpha)
    grey = np.where(alpha > 0, value / np.maximum(alpha, 1e-6), 0.0)
    solid = alpha > 0.97
    steps = np.where(solid, 255.0, 85.0)
    grey_px = np.round(np.clip(grey, 0, 1) * 127) * 2
    alpha_px = np.round(alpha * steps) * (255.0 / steps)
    return Image.fromarray(np.stack([grey_px, alpha_px], axis=2).astype(np.uint8), "LA")
