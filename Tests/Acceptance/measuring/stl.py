"""Binary STL in and out, and what can be told of a solid from its triangles alone."""

import numpy as np

RECORD = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])


def read(path):
    """Corners of every facet, (n, 3, 3) float64, of a binary STL whose size agrees with its count."""
    raw = open(path, "rb").read()
    if len(raw) < 84:
        raise ValueError(f"{path}: {len(raw)} bytes is no binary STL")
    count = int(np.frombuffer(raw, "<u4", 1, 80)[0])
    if len(raw) != 84 + 50 * count:
        raise ValueError(f"{path}: {count} facets need {84 + 50 * count} bytes, {len(raw)} found")
    return np.frombuffer(raw, RECORD, count, 84)["corners"].astype(np.float64)


def write(path, corners):
    """Writes a binary STL with computed normals."""
    record = np.zeros(len(corners), RECORD)
    record["normal"], record["corners"] = normals(corners), corners
    with open(path, "wb") as file:
        file.write(b"acceptance".ljust(80, b" "))
        file.write(np.uint32(len(corners)).tobytes())
        record.tofile(file)


def normals(corners):
    """Unit normals; zero for facets without area."""
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    return cross / np.maximum(np.linalg.norm(cross, axis=1, keepdims=True), 1e-30)


def welded(corners):
    """Vertices and triangle indices; only bit-identical float32 corners become one vertex, as a slicer does it."""
    flat = np.ascontiguousarray(corners.reshape(-1, 3).astype(np.float32) + np.float32(0))
    unique, index = np.unique(flat.view("V12").ravel(), return_inverse=True)
    return unique.view("<f4").reshape(-1, 3).astype(np.float64), index.reshape(-1, 3)


def volume(corners):
    """Signed volume, positive where the facets face outward."""
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6)


def volume_in_single(path):
    """The volume as admesh adds it up: distance times area, facet by facet in single precision, from the first corner."""
    record = np.frombuffer(open(path, "rb").read(), RECORD, offset=84)
    corners, normal = record["corners"], record["normal"]
    away = corners[:, 0] - corners[0, 0]
    height = normal[:, 0] * away[:, 0] + normal[:, 1] * away[:, 1] + normal[:, 2] * away[:, 2]
    exact = corners.astype(np.float64)
    crosses = sum(np.cross(exact[:, k], exact[:, (k + 1) % 3]) for k in range(3))
    area = (0.5 * np.einsum("ij,ij->i", normals(exact), crosses)).astype(np.float32)
    return float(np.cumsum(area * height / np.float32(3), dtype=np.float32)[-1])


def audit(corners):
    """Open, non-manifold and wrongly turned edges, facets without area, components, Euler number, volume."""
    vertices, index = welded(corners)
    n = len(vertices)
    start, end = index[:, [0, 1, 2]].ravel(), index[:, [1, 2, 0]].ravel()
    low, high = np.minimum(start, end), np.maximum(start, end)
    keys, which, uses = np.unique(low.astype(np.int64) * n + high, return_inverse=True, return_counts=True)
    turn = np.zeros(len(keys), np.int64)
    np.add.at(turn, which, np.where(start < end, 1, -1))
    merged = (index[:, 0] == index[:, 1]) | (index[:, 1] == index[:, 2]) | (index[:, 2] == index[:, 0])
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    flat = np.linalg.norm(cross, axis=1) <= 0
    return {
        "facets": len(index),
        "notFinite": int((~np.isfinite(corners)).any(axis=(1, 2)).sum()),
        "openEdges": int((uses == 1).sum()),
        "nonManifoldEdges": int((uses > 2).sum()),
        "flippedEdges": int(((uses == 2) & (turn != 0)).sum()),
        "degenerateFacets": int((merged | flat).sum()),
        "components": components(index, n),
        "euler": int(len(np.unique(index)) - len(keys) + len(index)),
        "volume": round(volume(corners), 2),
    }


def components(index, count):
    """Number of parts connected through shared vertices, by label propagation with pointer jumping."""
    label = np.arange(count)
    while True:
        lowest = label[index].min(axis=1)
        new = label.copy()
        for corner in range(3):
            np.minimum.at(new, index[:, corner], lowest)
        new = new[new]
        if (new == label).all():
            return int(len(np.unique(label[np.unique(index)])))
        label = new
