"""Wall thickness of a solid, measured along the inward normal on a dense sample of its facets."""

import numpy as np

from . import stl
from .facets import FacetGrid, first_hits


def samples(corners, spacing):
    """Points on the facets no further apart than `spacing`, each with its facet: centroids of equal parts."""
    edges = np.linalg.norm(corners - np.roll(corners, -1, axis=1), axis=2).max(axis=1)
    parts = np.maximum(np.ceil(edges / spacing).astype(int), 1)
    points, owners = [], []
    for k in np.unique(parts):
        facets = np.flatnonzero(parts == k)
        weights = []
        for i in range(k):
            for j in range(k - i):
                weights.append(((i + 1 / 3) / k, (j + 1 / 3) / k))
                if i + j < k - 1:
                    weights.append(((i + 2 / 3) / k, (j + 2 / 3) / k))
        for u, v in weights:
            c = corners[facets]
            points.append(c[:, 0] * (1 - u - v) + c[:, 1] * u + c[:, 2] * v)
            owners.append(facets)
    return np.concatenate(points), np.concatenate(owners)


def thinnest(corners, reach=2.6, spacing=0.6):
    """Thinnest wall: over all samples, and over those whose ray leaves through a facet that faces it.

    A ray that leaves through a facet turned by more than 60 degrees has met a corner of the solid, not the other
    side of a wall: near any sharp edge such distances go to zero however thick the solid is. Both are reported.
    """
    normal = stl.normals(corners)
    area = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1) / 2
    points, owner = samples(corners, spacing)
    sound = area[owner] > 1e-9
    points, owner = points[sound], owner[sound]
    distance, hit = first_hits(FacetGrid(corners, 1.2), points, -normal[owner], reach, owner)
    met = hit >= 0
    facing = np.zeros(len(points))
    facing[met] = -np.einsum("ij,ij->i", normal[owner[met]], normal[hit[met]])
    opposed = met & (facing > 0.5)

    def least(choice):
        if not choice.any():
            return {"value": reach, "at": None}
        i = np.flatnonzero(choice)[np.argmin(distance[choice])]
        return {"value": round(float(distance[i]), 4), "at": [round(float(v), 2) for v in points[i]],
                "facing": round(float(facing[i]), 3)}

    return {"samples": len(points), "any": least(met), "wall": least(opposed), "distance": distance,
            "opposed": opposed, "points": points, "owner": owner, "facing": facing}
