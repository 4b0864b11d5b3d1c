"""Checks the body figures: equal zones, mirrored sides, reachable sizes, closed borders."""

from __future__ import annotations

import json
import re
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.body.drawings import (
    FACES,
    FIGURES,
    FINE,
    ROOT,
    all_faces,
    drawing,
    every,
    figure_alpha,
    grow,
    mask,
    shrink,
    shrink_disc,
    table,
    too_wide,
)

KEYS = ["aliases", "border", "choir", "clinician", "id", "inset", "layer", "midline", "neighbours"]
KEYS += ["patient", "region"]
LEAST_TARGET = 44.0


def sides_of(zone: dict[str, Any]) -> tuple[str, ...]:
    return ("midline",) if zone["midline"] else ("right", "left")


def test_table_is_complete() -> None:
    for zone in table().values():
        assert sorted(set(zone) - {"carries"}) == KEYS, zone["id"]
        assert zone["region"] in {"back", "side", "front", "leg", "above"}
        assert zone["layer"] in {"pain", "numbness", "spread"}
        assert (zone["layer"] == "spread") == (zone["region"] == "above")
        assert all(zone[key].strip() for key in ("patient", "clinician", "border"))
        assert zone["aliases"]
        assert not re.search(r"\b(right|left)\b", zone["patient"] + zone["clinician"], re.I), (
            "labels carry no side"
        )
    labels = [zone["patient"] for zone in table().values()]
    assert len(set(labels)) == len(labels) == 41
    assert [z["id"] for z in table().values() if z["layer"] == "numbness"] == ["saddle"]


def test_choir_segments_follow_the_sides() -> None:
    front_right = {101, 103, 105, 107, 108, 111, 112, 115, 117, 119, 120, 121, 125, 126, 129, 131, 133, 135}
    back_right = {202, 204, 206, 209, 210, 213, 214, 216, 219, 220, 224, 225, 226, 229, 230, 232, 234, 236}
    rightward = front_right | back_right | {238}
    for zone in table().values():
        assert tuple(sorted(zone["choir"])) == tuple(sorted(sides_of(zone))), zone["id"]
        for side, segments in zone["choir"].items():
            assert segments
            assert all(101 <= s <= 136 or 201 <= s <= 238 for s in segments)
            if side != "midline":
                assert all((s in rightward) == (side == "right") for s in segments), zone["id"]


def test_neighbours_are_known_and_mutual() -> None:
    zones = table()
    for name, zone in zones.items():
        assert len(set(zone["neighbours"])) == len(zone["neighbours"])
        for other in zone["neighbours"]:
            assert other in zones
            assert other != name
            assert name in zones[other]["neighbours"], (name, other)
    assert all(zone["neighbours"] for zone in zones.values() if zone["layer"] != "numbness")


def test_every_figure_has_the_same_zones_and_sizes() -> None:
    sizes = {"front": 250, "back": 250, "right": 190, "left": 190}
    for face in all_faces():
        first = drawing("neutral", face)
        for figure in FIGURES:
            width, height, paths = drawing(figure, face)
            assert (width, height) == first[:2]
            assert set(paths) == set(first[2]), (figure, face, set(paths) ^ set(first[2]))
            base, inset = face.removesuffix("_inset"), face.endswith("_inset")
            assert height == (300 if inset else 640)
            assert not inset or width == sizes[base]
            alpha = figure_alpha(figure, face)
            assert alpha.shape == (height * 2, width * 2)
            assert 0.1 < alpha.mean() < 0.95, "transparent background"


def test_paths_name_known_zones_and_every_zone_is_seen() -> None:
    for figure in FIGURES:
        seen = set()
        for face in all_faces():
            for name in drawing(figure, face)[2]:
                key, side = name.split(".")
                assert side in sides_of(table()[key]), name
                assert not face.endswith("_inset") or table()[key]["inset"], name
                seen.add((key, side, face.endswith("_inset")))
        for zone in table().values():
            for side in sides_of(zone):
                assert (zone["id"], side, False) in seen, (figure, zone["id"], side)
                assert not zone["inset"] or (zone["id"], side, True) in seen, (figure, zone["id"], side)


@pytest.mark.parametrize("figure", FIGURES)
def test_sides_are_mirrored(figure: str) -> None:
    swap = {"right": "left", "left": "right", "midline": "midline"}
    pairs = [("front", "front"), ("back", "back"), ("right", "left")]
    pairs += [(a + "_inset", b + "_inset") for a, b in pairs]
    for face, other in pairs:
        width, _, paths = drawing(figure, face)
        for name, path in paths.items():
            zone, side = name.split(".")
            twin = drawing(figure, other)[2][f"{zone}.{swap[side]}"]
            assert abs(width - path.right - twin.left) < 0.3, (face, name)
            assert abs(width - path.left - twin.right) < 0.3, (face, name)
            assert abs(path.top - twin.top) < 0.3, (face, name)
            assert abs(path.bottom - twin.bottom) < 0.3, (face, name)
            here, there = mask(figure, face, name), mask(figure, other, f"{zone}.{swap[side]}")[:, ::-1]
            assert not too_wide(here ^ there).any(), (face, name)


@pytest.mark.parametrize("figure", FIGURES)
def test_anatomical_side_is_on_the_right_half(figure: str) -> None:
    for face, right_half in (
        ("front", "low"),
        ("back", "high"),
        ("front_inset", "low"),
        ("back_inset", "high"),
    ):
        width, _, paths = drawing(figure, face)
        for name, path in paths.items():
            side = name.split(".")[1]
            centre = (path.left + path.right) / 2
            if side == "midline":
                assert abs(centre - width / 2) < 0.5, (face, name)
            else:
                assert (centre < width / 2) == ((side == "right") == (right_half == "low")), (face, name)
    for face, absent in (("right", "left"), ("left", "right")):
        area = {"right": 0.0, "left": 0.0}
        for name in drawing(figure, face)[2]:
            if not name.endswith("midline"):
                area[name.split(".")[1]] += float(mask(figure, face, name).sum())
        assert area[absent] < 0.05 * sum(area.values()), face


@pytest.mark.parametrize("figure", FIGURES)
def test_inset_zones_are_large_enough_to_hit(figure: str) -> None:
    for zone in table().values():
        if not zone["inset"]:
            continue
        for side in sides_of(zone):
            best = 0.0
            roomy = False
            for face in FACES:
                paths = drawing(figure, f"{face}_inset")[2]
                name = f"{zone['id']}.{side}"
                if name in paths:
                    path = paths[name]
                    best = max(best, min(path.right - path.left, path.bottom - path.top))
                    roomy |= bool(shrink_disc(mask(figure, f"{face}_inset", name), 8.0 * FINE))
            assert best >= LEAST_TARGET, (figure, zone["id"], side, best)
            assert roomy, (figure, zone["id"], side)


@pytest.mark.parametrize(("figure", "face"), every())
def test_zones_cover_the_body_without_gap_or_overlap(figure: str, face: str) -> None:
    names = [name for name in drawing(figure, face)[2] if not name.startswith("saddle")]
    masks = np.array([mask(figure, face, name) for name in names])
    count: NDArray[np.int64] = masks.sum(axis=0)
    assert not too_wide(count > 1).any(), "overlap"
    covered = count > 0
    assert not (covered & ~grow(figure_alpha(figure, face), 2)).any(), "a zone leaves the body"
    closed = shrink(grow(np.pad(covered, 9), 9), 9)[9:-9, 9:-9]
    body = figure_alpha(figure, face)
    hole = closed & ~covered & body if face.endswith("_inset") else body & ~covered
    if face.endswith("_inset"):
        bare = int(np.flatnonzero(np.any(covered, axis=1))[0])
        hole[: bare + 4] = False
    assert not too_wide(hole).any(), "gap"


def contacts(figure: str, face: str) -> dict[frozenset[str], float]:
    """Pairs of zones that lie side by side on a face, with the area of a 2 px seam along their border."""
    names = [name for name in drawing(figure, face)[2] if not name.startswith("saddle")]
    wide = {name: grow(mask(figure, face, name), FINE) for name in names}
    paths = drawing(figure, face)[2]
    seams: dict[frozenset[str], float] = {}
    for i, a in enumerate(names):
        for b in names[i + 1 :]:
            p, q = paths[a], paths[b]
            pair = frozenset((a.split(".")[0], b.split(".")[0]))
            apart = max(p.left - q.right, q.left - p.right, p.top - q.bottom, q.top - p.bottom)
            if len(pair) == 2 and apart < 3:
                area = float((wide[a] & wide[b]).sum()) / FINE**2
                seams[pair] = max(seams.get(pair, 0.0), area)
    return seams


def test_neighbours_of_the_table_are_those_of_the_drawing() -> None:
    """A border of 30 px must be listed; a listed one must show somewhere."""
    seams: dict[frozenset[str], float] = {}
    for figure, face in every():
        for pair, area in contacts(figure, face).items():
            seams[pair] = max(seams.get(pair, 0.0), area)
    listed = {frozenset((zone["id"], other)) for zone in table().values() for other in zone["neighbours"]}
    touching = {pair for pair, area in seams.items() if area > 60}
    assert not touching - listed, sorted(map(sorted, touching - listed))
    unseen = {pair for pair in listed if seams.get(pair, 0.0) < 2}
    assert not unseen, sorted(map(sorted, unseen))


@pytest.mark.parametrize("figure", FIGURES)
def test_landmarks_lie_in_their_zones(figure: str) -> None:
    marks = json.loads((ROOT / "figures" / "landmarks.json").read_text(encoding="utf-8"))[figure]
    home = {
        ("front_inset", "asis"): "front_hip_bone",
        ("back_inset", "psis"): "si_dimple",
        ("right_inset", "trochanter"): "trochanter",
        ("front", "knee"): "knee_front",
        ("back_inset", "l4"): "lumbar_midline",
    }
    for (face, point), zone in home.items():
        for name, (x, y) in marks[face]["points"].items():
            key, side = name.split(".")
            if key == point and f"{zone}.{side}" in drawing(figure, face)[2]:
                assert mask(figure, face, f"{zone}.{side}")[int(y * FINE), int(x * FINE)], (face, name)
    assert all(2.5 < marks[face]["px_per_cm"] < 8 for face in all_faces())
