"""Catmull-Clark subdivision as a sparse matrix, so that every vertex attribute is refined alike."""

from __future__ import annotations

import numpy as np
from mesh import Ints
from scipy import sparse


def _edges(quads: Ints) -> tuple[Ints, Ints, Ints]:
    """Unique edges, the edge of each quad side, and how many faces touch each edge."""
    sides = np.stack([quads, np.roll(quads, -1, axis=1)], axis=2).reshape(-1, 2)
    unique, inverse, count = np.unique(
        np.sort(sides, axis=1), axis=0, return_inverse=True, return_counts=True
    )
    return unique, inverse.reshape(-1, 4), count


def _matrix(rows: Ints, cols: Ints, vals: np.ndarray, shape: tuple[int, int]) -> sparse.csr_matrix:
    return sparse.csr_matrix((vals, (rows, cols)), shape=shape)


def catmull_clark(quads: Ints, count: int) -> tuple[sparse.csr_matrix, Ints]:
    """Matrix from old to new vertices and the new quads; borders keep to the border curve."""
    faces = len(quads)
    edges, side_edge, touching = _edges(quads)
    number = len(edges)
    face_rows = np.repeat(np.arange(faces), 4)
    face = _matrix(face_rows, quads.ravel(), np.full(faces * 4, 0.25), (faces, count))
    ends = _matrix(np.repeat(np.arange(number), 2), edges.ravel(), np.full(number * 2, 0.5), (number, count))
    inner = (touching == 2).astype(float)
    edge_face = _matrix(side_edge.ravel(), face_rows, np.full(faces * 4, 0.5), (number, faces))
    mixed = sparse.diags(1 - inner / 2) @ ends + sparse.diags(inner / 2) @ edge_face @ face
    point = _points(quads, count, face, ends, edges, touching)
    new = np.empty((faces, 4, 4), dtype=np.int64)
    for k in range(4):
        new[:, k, 0] = quads[:, k]
        new[:, k, 1] = count + faces + side_edge[:, k]
        new[:, k, 2] = count + np.arange(faces)
        new[:, k, 3] = count + faces + side_edge[:, k - 1]
    return sparse.csr_matrix(sparse.vstack([point, face, mixed])), new.reshape(-1, 4)


def _points(
    quads: Ints, count: int, face: sparse.csr_matrix, ends: sparse.csr_matrix, edges: Ints, touching: Ints
) -> sparse.csr_matrix:
    """Rule for the old vertices: (F + 2E + (n-3)P)/n inside, the curve rule on a border."""
    faces, number = len(quads), len(edges)
    valence = np.maximum(np.bincount(quads.ravel(), minlength=count), 1).astype(float)
    to_face = _matrix(quads.ravel(), np.repeat(np.arange(faces), 4), np.ones(faces * 4), (count, faces))
    to_edge = _matrix(edges.ravel(), np.repeat(np.arange(number), 2), np.ones(number * 2), (count, number))
    degree = np.maximum(np.asarray(to_edge.sum(axis=1)).ravel(), 1.0)
    mean_face = sparse.diags(1 / valence) @ to_face @ face
    mean_edge = sparse.diags(1 / degree) @ to_edge @ ends
    keep = sparse.identity(count)
    inside = sparse.diags(1 / valence) @ (mean_face + 2 * mean_edge + sparse.diags(valence - 3) @ keep)
    border_edge = sparse.diags((touching == 1).astype(float))
    border = np.asarray((to_edge @ border_edge).sum(axis=1)).ravel()
    curve = sparse.diags(0.5 / np.maximum(border, 1)) @ to_edge @ border_edge @ ends + 0.5 * keep
    on_border = (border > 0).astype(float)
    return sparse.csr_matrix(sparse.diags(1 - on_border) @ inside + sparse.diags(on_border) @ curve)
