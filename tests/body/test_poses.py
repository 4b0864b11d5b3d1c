"""Checks the pictures of exercises, home tests and postures: files, sizes, words, look and weight."""

from __future__ import annotations

import json
import struct
import zlib
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from hipmap.storage.library_files import load_library
from tests.case_builders import own_knowledge

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "body" / "poses"
MOST_BYTES = 3_000_000
OPAQUE = (0.03, 0.70)
WORDS = (5, 30)
GREY_ALPHA = 4  # PNG colour type
Bytes = NDArray[np.uint8]


@cache
def table() -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = json.loads((FOLDER / "poses.json").read_text(encoding="utf-8"))
    return loaded


@cache
def chunks(name: str) -> tuple[tuple[int, int, int, int], bytes]:
    """Width, height, depth and colour type of a PNG, and its unpacked but still filtered rows."""
    raw = (FOLDER / name).read_bytes()
    assert raw[:8] == b"\x89PNG\r\n\x1a\n", name
    place, packed, head = 8, b"", b""
    while place < len(raw):
        (length,) = struct.unpack(">I", raw[place : place + 4])
        kind, body = raw[place + 4 : place + 8], raw[place + 8 : place + 8 + length]
        head = body if kind == b"IHDR" else head
        packed += body if kind == b"IDAT" else b""
        place += length + 12
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", head)
    assert interlaced == 0, name
    return (width, height, depth, colour), zlib.decompress(packed)


def paeth(left: int, up: int, corner: int) -> int:
    """The neighbour nearest to left + up - corner."""
    to_left, to_up, to_corner = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
    if to_left <= to_up and to_left <= to_corner:
        return left
    return up if to_up <= to_corner else corner


def unfiltered(kind: int, line: bytes, above: bytes) -> bytes:
    """One row of a single channel with its PNG filter undone."""
    if kind == 0:
        return line
    if kind == 2:
        return (np.frombuffer(line, np.uint8) + np.frombuffer(above, np.uint8)).tobytes()
    if kind == 1:
        return np.cumsum(np.frombuffer(line, np.uint8), dtype=np.uint8).tobytes()
    row = bytearray(line)
    left = corner = 0
    for i, (value, up) in enumerate(zip(line, above, strict=True)):
        left = (value + ((left + up) // 2 if kind == 3 else paeth(left, up, corner))) & 255
        row[i], corner = left, up
    return bytes(row)


@cache
def alpha_of(name: str) -> Bytes:
    """The alpha channel; a filter looks only at bytes of the same channel, so grey is left out."""
    (width, height, _, _), data = chunks(name)
    above = bytes(width)
    rows = []
    for y in range(height):
        start = y * (2 * width + 1)
        above = unfiltered(data[start], data[start + 2 : start + 1 + 2 * width : 2], above)
        rows.append(above)
    return np.frombuffer(b"".join(rows), dtype=np.uint8).reshape(height, width)


def files() -> list[str]:
    return [name for entry in table().values() for name in entry["files"]]


def test_every_entry_names_its_files() -> None:
    for key, entry in table().items():
        assert sorted(entry) == ["alt", "files", "size"], key
        count = len(entry["files"])
        expected = [f"{key}.png"] if count == 1 else [f"{key}_{k + 1}.png" for k in range(count)]
        assert entry["files"] == expected, key
        assert count in {1, 2}, key
    assert sorted(files()) == sorted(path.name for path in FOLDER.glob("*.png"))


def test_alternative_text_is_one_plain_sentence() -> None:
    texts = [entry["alt"] for entry in table().values()]
    for text in texts:
        assert WORDS[0] <= len(text.split()) <= WORDS[1], text
        assert text.endswith("."), text
        assert text.count(".") == 1, text
    assert len(set(texts)) == len(texts)


def test_pictures_are_light_enough() -> None:
    assert sum((FOLDER / name).stat().st_size for name in files()) < MOST_BYTES


def test_pictures_are_grey_with_transparency_in_the_size_given() -> None:
    for key, entry in table().items():
        for name in entry["files"]:
            (width, height, depth, colour), _ = chunks(name)
            assert (depth, colour) == (8, GREY_ALPHA), name
            assert [width, height] == entry["size"], key


@pytest.mark.parametrize("key", sorted(table()))
def test_body_stands_free_on_a_transparent_ground(key: str) -> None:
    for name in table()[key]["files"]:
        alpha = alpha_of(name)
        assert not alpha[[0, 0, -1, -1], [0, -1, 0, -1]].any(), name
        assert OPAQUE[0] < float((alpha == 255).mean()) < OPAQUE[1], name


def test_every_exercise_and_home_movement_is_drawn() -> None:
    library = load_library(own_knowledge())
    wanted = [(one.id, one.drawing) for one in library.exercises]
    wanted += [(one.finding, one.drawing) for one in library.movements]
    assert [name for name, drawing in wanted if drawing not in table()] == []
    assert [tip.id for tip in library.tips if tip.drawing is not None and tip.drawing not in table()] == []
