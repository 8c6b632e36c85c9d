"""Finding facets near places: a uniform grid over triangles, and the two questions asked of it."""

import numpy as np


def expanded(starts, counts):
    """Indices starts[i], starts[i] + 1 … for every i, one after another, with the i they belong to."""
    owner = np.repeat(np.arange(len(counts)), counts)
    offset = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    return owner, starts[owner] + offset


class FacetGrid:
    """Triangles binned by the cells that their bounding boxes touch, in 2 or 3 dimensions."""

    def __init__(self, corners, cell, dimensions=3):
        self.corners, self.cell, self.dimensions = corners, cell, dimensions
        box = corners[:, :, :dimensions]
        self.origin = box.min(axis=(0, 1)) - cell
        self.shape = ((box.max(axis=(0, 1)) - self.origin) / cell).astype(np.int64) + 2
        owner, keys = self.cells(box.min(axis=1), box.max(axis=1))
        order = np.argsort(keys, kind="stable")
        self.keys, self.facets = keys[order], owner[order]

    def cells(self, low, high):
        """(owner, key) of every cell that each box touches; boxes outside the grid are cut to it."""
        a = np.clip(((low - self.origin) / self.cell).astype(np.int64), 0, self.shape - 1)
        b = np.clip(((high - self.origin) / self.cell).astype(np.int64), 0, self.shape - 1)
        size = b - a + 1
        owner, rank = expanded(np.zeros(len(a), np.int64), size.prod(axis=1))
        key = np.zeros(len(owner), np.int64)
        for axis in range(self.dimensions):
            key = key * self.shape[axis] + a[owner, axis] + rank % size[owner, axis]
            rank = rank // size[owner, axis]
        return owner, key

    def candidates(self, low, high):
        """(box, facet) pairs whose cells meet; a pair comes once for every cell that both touch."""
        owner, key = self.cells(low, high)
        first, last = np.searchsorted(self.keys, key), np.searchsorted(self.keys, key, side="right")
        pair, place = expanded(first, last - first)
        return owner[pair], self.facets[place]


def first_hits(grid, origins, directions, reach, own, chunk=8192):
    """Distance along each ray to the first facet other than `own`, and that facet; infinity and -1 beyond `reach`."""
    distance, facet = np.full(len(origins), np.inf), np.full(len(origins), -1)
    middle = grid.corners.mean(axis=1)
    radius = np.linalg.norm(grid.corners - middle[:, None], axis=2).max(axis=1) * 1.001
    for begin in range(0, len(origins), chunk):
        o, d = origins[begin : begin + chunk], directions[begin : begin + chunk]
        tip = o + reach * d
        ray, hit = grid.candidates(np.minimum(o, tip), np.maximum(o, tip))
        s = middle[hit] - o[ray]
        along = np.einsum("ij,ij->i", s, d[ray])
        near = np.einsum("ij,ij->i", s, s) - along * along <= radius[hit] ** 2
        keep = near & (own[begin + ray] != hit)
        ray, hit = ray[keep], hit[keep]
        a, b, c = (grid.corners[hit, k] for k in range(3))
        edge1, edge2 = b - a, c - a
        across = np.cross(d[ray], edge2)
        determinant = np.einsum("ij,ij->i", edge1, across)
        with np.errstate(divide="ignore", invalid="ignore"):
            inverse = 1 / determinant
            s = o[ray] - a
            u = np.einsum("ij,ij->i", s, across) * inverse
            q = np.cross(s, edge1)
            v = np.einsum("ij,ij->i", d[ray], q) * inverse
            t = np.einsum("ij,ij->i", edge2, q) * inverse
        slack = 1e-7
        with np.errstate(invalid="ignore"):
            met = (u >= -slack) & (v >= -slack) & (u + v <= 1 + slack) & (t > 1e-9) & (t <= reach)
        ray, hit, t = ray[met], hit[met], t[met]
        order = np.lexsort((t, ray))
        ray, hit, t = ray[order], hit[order], t[order]
        firsts = np.flatnonzero(np.r_[True, ray[1:] != ray[:-1]]) if len(ray) else np.zeros(0, np.int64)
        distance[begin + ray[firsts]], facet[begin + ray[firsts]] = t[firsts], hit[firsts]
    return distance, facet


def heights(corners, points, chunk=65536):
    """Highest z of the facets over each (x, y), and the facet; nan and -1 where none lies there."""
    grid = FacetGrid(corners, 1.0, dimensions=2)
    z, facet = np.full(len(points), np.nan), np.full(len(points), -1)
    for begin in range(0, len(points), chunk):
        p = points[begin : begin + chunk, :2]
        owner, hit = grid.candidates(p, p)
        a, b, c = (corners[hit, k] for k in range(3))
        e1, e2, s = b[:, :2] - a[:, :2], c[:, :2] - a[:, :2], p[owner] - a[:, :2]
        area = e1[:, 0] * e2[:, 1] - e1[:, 1] * e2[:, 0]
        with np.errstate(divide="ignore", invalid="ignore"):
            u = (s[:, 0] * e2[:, 1] - s[:, 1] * e2[:, 0]) / area
            v = (e1[:, 0] * s[:, 1] - e1[:, 1] * s[:, 0]) / area
            inside = (u >= -1e-9) & (v >= -1e-9) & (u + v <= 1 + 1e-9)
        owner, hit, u, v = owner[inside], hit[inside], u[inside], v[inside]
        value = corners[hit, 0, 2] * (1 - u - v) + corners[hit, 1, 2] * u + corners[hit, 2, 2] * v
        order = np.lexsort((-value, owner))
        owner, hit, value = owner[order], hit[order], value[order]
        firsts = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]]) if len(owner) else np.zeros(0, np.int64)
        z[begin + owner[firsts]], facet[begin + owner[firsts]] = value[firsts], hit[firsts]
    return z, facet
