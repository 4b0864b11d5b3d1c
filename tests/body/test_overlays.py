"""Checks what can be laid over the figures: it is there for each, mirrored, and within the body."""

from __future__ import annotations

import re

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from tests.body.drawings import FACES, FIGURES, ROOT

OVERLAYS = ROOT / "overlays"
PARTS = ("", "_inset")
ROOTS = {"L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3"}
EVERY = [(figure, face, part) for figure in FIGURES for face in FACES for part in PARTS]


def alpha(path: str) -> NDArray[np.int64]:
    """How much each pixel of a picture covers, 0 to 255."""
    image = QImage(str(ROOT / path)).convertToFormat(QImage.Format.Format_RGBA8888)
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.width(), 4)[..., 3].astype(np.int64)


def bones(figure: str, face: str, part: str) -> NDArray[np.int64]:
    return alpha(f"overlays/{figure}/bones_{face}{part}.png")


def areas(figure: str, face: str, part: str) -> dict[str, NDArray[np.float64]]:
    """The points of every area by its id."""
    text = (OVERLAYS / figure / f"roots_{face}{part}.svg").read_text(encoding="utf-8")
    found = {}
    for name, data in re.findall(r'<path id="([^"]+)" d="([^"]+)"', text):
        numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", data)]
        found[name] = np.array(numbers[: len(numbers) // 2 * 2]).reshape(-1, 2)
    return found


def width(figure: str, face: str, part: str) -> float:
    text = (OVERLAYS / figure / f"roots_{face}{part}.svg").read_text(encoding="utf-8")
    found = re.search(r'viewBox="0 0 (\d+)', text)
    assert found is not None
    return float(found[1])


@pytest.mark.parametrize(("figure", "face", "part"), EVERY)
def test_every_face_has_its_bones_and_they_lie_within_the_body(figure: str, face: str, part: str) -> None:
    bone, skin = bones(figure, face, part), alpha(f"figures/{figure}/{face}{part}.png")
    (tall, wide), (body_tall, body_wide) = bone.shape, skin.shape
    assert tall * body_wide == wide * body_tall
    assert bone.max() > 200
    down = np.arange(tall) * body_tall // tall
    across = np.arange(wide) * body_wide // wide
    outside = (bone > 128) & (skin[np.ix_(down, across)] < 32)
    # A contour at the ankle may cover the very edge of the skin.
    assert outside.sum() <= 0.006 * (bone > 128).sum()


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("part", PARTS)
def test_right_and_left_are_mirror_images(figure: str, part: str) -> None:
    right, left = bones(figure, "right", part), bones(figure, "left", part)
    assert np.array_equal(right, left[:, ::-1])
    for face in ("front", "back"):
        drawn = bones(figure, face, part)
        differing = np.abs(drawn - drawn[:, ::-1]) > 64
        assert differing.mean() < 0.01, face


@pytest.mark.parametrize(("figure", "face", "part"), EVERY)
def test_areas_are_on_the_side_that_their_id_says(figure: str, face: str, part: str) -> None:
    found, middle = areas(figure, face, part), width(figure, face, part) / 2
    assert found
    for name, points in found.items():
        root, side = name.split(".")
        assert root in ROOTS
        if face in ("front", "back"):
            other = found[f"{root}.{'left' if side == 'right' else 'right'}"]
            on_screen_left = (side == "right") == (face == "front")
            assert (points[:, 0].mean() < middle) == on_screen_left, name
            mirrored = 2 * middle - np.array([other[:, 0].max(), other[:, 0].min()])
            assert np.allclose([points[:, 0].min(), points[:, 0].max()], mirrored, atol=0.6), name
        elif points[:, 0].size:
            assert side in ("right", "left")


@pytest.mark.parametrize("figure", FIGURES)
def test_every_root_has_an_area_on_every_figure(figure: str) -> None:
    seen = {name.split(".")[0] for face in FACES for name in areas(figure, face, "")}
    assert seen == ROOTS
