"""Turns a label image into vector outlines whose shared borders are one and the same curve."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from bezier import fit
from mesh import Floats, Ints
from numpy.typing import NDArray
from scipy import ndimage

Point = tuple[int, int]
OUTSIDE = -1  # beyond the picture's edge
TOLERANCE = 0.10  # of the curve fit, in final pixels
SOFTEN_BORDER = 9.0  # smoothing along a zone border, in fine pixels
SOFTEN_EDGE = 3.5  # smoothing along the figure's own outline
SPECK = 40.0  # smaller pieces, in square final pixels, join their surroundings


def drop_specks(labels: Ints, fine: int, keep: frozenset[int] | None = None) -> Ints:
    """Give small isolated pieces, and labels not to keep, to the label that surrounds them most."""
    out = labels.copy()
    for label in np.unique(labels):
        pieces, count = ndimage.label(out == label)
        sizes = np.bincount(pieces.ravel(), minlength=count + 1)
        kept = label <= 0 or keep is None or int(label) in keep
        for piece in range(1, count + 1):
            if kept and sizes[piece] >= SPECK * fine * fine:
                continue
            mask = pieces == piece
            ring = ndimage.binary_dilation(mask, iterations=2) & ~mask
            around = out[ring]
            around = around[around > 0] if (around > 0).any() and label > 0 else around
            if len(around):
                out[mask] = np.bincount(around).argmax()
    return out


def _padded(labels: Ints) -> Ints:
    return np.pad(labels, 1, constant_values=OUTSIDE)


def _nodes(grid: Ints) -> NDArray[np.bool_]:
    """Pixel corners where three or more borders meet."""
    a, b, c, d = grid[:-1, :-1], grid[:-1, 1:], grid[1:, 1:], grid[1:, :-1]
    degree = (a != b).astype(int) + (b != c) + (c != d) + (d != a)
    return np.asarray(degree >= 3)


def _directed(mask: NDArray[np.bool_]) -> dict[Point, list[Point]]:
    """Unit border edges of a region, the region always on the same hand."""
    edges: dict[Point, list[Point]] = {}
    m = np.pad(mask, 1)
    rules = (
        ((-1, 0), (0, 0), (0, 1)),
        ((0, 1), (0, 1), (1, 1)),
        ((1, 0), (1, 1), (1, 0)),
        ((0, -1), (1, 0), (0, 0)),
    )
    for (dy, dx), (sy, sx), (ey, ex) in rules:
        other = np.roll(m, (-dy, -dx), axis=(0, 1))
        ys, xs = np.nonzero(m & ~other)
        for y, x in zip((ys - 1).tolist(), (xs - 1).tolist(), strict=True):
            edges.setdefault((y + sy, x + sx), []).append((y + ey, x + ex))
    return edges


def _loops(mask: NDArray[np.bool_]) -> Iterator[list[Point]]:
    """Closed border loops of a region; at a touching corner the loop turns back into its own pixel."""
    edges = _directed(mask)
    while edges:
        start = min(edges)
        loop = [start]
        here, heading = start, (0, 0)
        while True:
            options = edges[here]
            if len(options) == 1:
                nxt = options.pop()
            else:
                right = (heading[1], -heading[0])
                nxt = (here[0] + right[0], here[1] + right[1])
                nxt = nxt if nxt in options else options[0]
                options.remove(nxt)
            if not edges[here]:
                del edges[here]
            heading = (nxt[0] - here[0], nxt[1] - here[1])
            here = nxt
            if here == start:
                break
            loop.append(here)
        yield loop


def _arcs(loop: list[Point], nodes: NDArray[np.bool_]) -> list[list[Point]]:
    """Cut a loop at the nodes; a loop without nodes stays closed (first point repeated)."""
    at = [i for i, p in enumerate(loop) if nodes[p]]
    if not at:
        k = loop.index(min(loop))
        turned = loop[k:] + loop[:k]
        return [[*turned, turned[0]]]
    turned = loop[at[0] :] + loop[: at[0]]
    cuts = [i for i, p in enumerate(turned) if nodes[p]] + [len(turned)]
    turned.append(turned[0])
    return [turned[a : b + 1] for a, b in pairwise(cuts)]


def _soften(points: Floats, sigma: float) -> Floats:
    """Gaussian smoothing along an arc, ends held, closed arcs wrapped."""
    closed = bool((points[0] == points[-1]).all())
    middle = (points[1:] + points[:-1]) / 2  # midpoints lie nearer the true border than corners
    if closed:
        smooth = ndimage.gaussian_filter1d(middle, sigma, axis=0, mode="wrap")
        return np.vstack([smooth, smooth[:1]])
    line = np.vstack([points[:1], middle, points[-1:]])
    sigma = min(sigma, len(line) / 4)
    reach = min(int(4 * sigma) + 1, len(line) - 1)
    head = 2 * line[0] - line[reach:0:-1]
    tail = 2 * line[-1] - line[-2 : -reach - 2 : -1]
    smooth = ndimage.gaussian_filter1d(np.vstack([head, line, tail]), sigma, axis=0)[
        reach : reach + len(line)
    ]
    smooth[0], smooth[-1] = line[0], line[-1]
    return np.asarray(smooth)


class Tracer:
    """Traces all labels of one picture; mirrored arcs get mirrored curves when asked."""

    def __init__(self, labels: Ints, fine: int, mirrored: bool) -> None:
        self.grid = _padded(labels)
        self.nodes = _nodes(self.grid)
        self.labels = labels
        self.fine = fine
        self.width = labels.shape[1] if mirrored else 0
        self.cache: dict[tuple[Point, ...], list[Floats]] = {}

    def trace(self, label: int) -> list[list[Floats]]:
        """Bezier pieces of every loop of a label, in final pixels."""
        result = []
        for loop in _loops(self.labels == label):
            pieces: list[Floats] = []
            for arc in _arcs(loop, self.nodes):
                pieces += self._curve(arc)
            result.append(pieces)
        return result

    def _curve(self, arc: list[Point]) -> list[Floats]:
        """The arc's curve, computed once for an arc, its reverse and their mirror images."""
        forms = {(False, False): tuple(arc), (True, False): tuple(reversed(arc))}
        if self.width:
            for back in (False, True):
                forms[(back, True)] = tuple((y, self.width - x) for y, x in forms[(back, False)])
        (back, flip), key = min(forms.items(), key=lambda item: item[1])
        if key not in self.cache:
            self.cache[key] = self._fit(key)
        pieces = [p.copy() for p in self.cache[key]]
        if flip:
            for p in pieces:
                p[:, 0] = self.width / self.fine - p[:, 0]
        return [p[::-1] for p in reversed(pieces)] if back else pieces

    def _fit(self, arc: tuple[Point, ...]) -> list[Floats]:
        points = np.array(arc, dtype=float)
        if self._straight(arc):
            ends = points[[0, -1]][:, ::-1] / self.fine
            return [np.stack([ends[0], (2 * ends[0] + ends[1]) / 3, (ends[0] + 2 * ends[1]) / 3, ends[1]])]
        y, x = arc[len(arc) // 2]
        cell = self.grid[max(y, 0) : y + 2, max(x, 0) : x + 2]
        sigma = SOFTEN_EDGE if (cell <= 0).any() else SOFTEN_BORDER
        smooth = _soften(points, sigma)[:, ::-1] / self.fine
        return fit(smooth, TOLERANCE)

    @staticmethod
    def _straight(arc: tuple[Point, ...]) -> bool:
        ys, xs = {p[0] for p in arc}, {p[1] for p in arc}
        return len(ys) == 1 or len(xs) == 1


def path_data(loops: list[list[Floats]]) -> str:
    """SVG path text with absolute commands and two decimals."""

    def pair(p: Floats) -> str:
        return f"{p[0]:.2f}".rstrip("0").rstrip(".") + " " + f"{p[1]:.2f}".rstrip("0").rstrip(".")

    parts = []
    for pieces in loops:
        parts.append("M" + pair(pieces[0][0]))
        parts += ["C" + ",".join(pair(p) for p in piece[1:]) for piece in pieces]
        parts.append("Z")
    return "".join(parts)
