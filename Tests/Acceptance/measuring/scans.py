"""Scans in and out for the tests: just enough of each format, none of it shared with the program."""

import struct

import numpy as np

TYPES = {"char": "i1", "uchar": "u1", "short": "i2", "ushort": "u2", "int": "i4", "uint": "u4", "float": "f4",
         "double": "f8", "int8": "i1", "uint8": "u1", "int16": "i2", "uint16": "u2", "int32": "i4", "uint32": "u4",
         "float32": "f4", "float64": "f8"}


def read(path):
    """Points (n, 3) and triangles (m, 3), possibly none, in the file's own unit and axes."""
    ending = str(path).rsplit(".", 1)[-1].lower()
    return {"ply": read_ply, "stl": read_stl, "obj": read_obj, "asc": read_cloud, "xyz": read_cloud}[ending](path)


def read_cloud(path):
    return np.loadtxt(path, usecols=(0, 1, 2)), np.zeros((0, 3), int)


def read_obj(path):
    points, faces = [], []
    for line in open(path, errors="replace"):
        if line.startswith("v "):
            points.append([float(w) for w in line.split()[1:4]])
        elif line.startswith("f "):
            corner = [int(w.split("/")[0]) - 1 for w in line.split()[1:]]
            faces += [(corner[0], corner[i], corner[i + 1]) for i in range(1, len(corner) - 1)]
    return np.array(points), np.array(faces, int)


def read_stl(path):
    from . import stl
    return stl.welded(stl.read(path))


def read_ply(path):
    raw = open(path, "rb").read()
    end = raw.index(b"end_header\n") + len(b"end_header\n")
    counts, columns, element, order = {}, [], None, None
    for words in (line.split() for line in raw[:end].decode("ascii").splitlines()):
        if words[0] == "format":
            order = {"binary_little_endian": "<", "binary_big_endian": ">", "ascii": None}[words[1]]
        elif words[0] == "element":
            element, counts[words[1]] = words[1], int(words[2])
        elif words[0] == "property" and element == "vertex":
            columns.append((words[2], (order or "") + TYPES[words[1]]))
    if order is None:
        rows = raw[end:].decode("ascii").splitlines()
        points = np.array([[float(w) for w in row.split()] for row in rows[: counts["vertex"]]])
        faces = [[int(w) for w in row.split()[1:4]] for row in rows[counts["vertex"] :][: counts.get("face", 0)]]
        return points[:, :3], np.array(faces, int).reshape(-1, 3)
    vertex = np.dtype(columns)
    table = np.frombuffer(raw, vertex, counts["vertex"], end)
    points = np.stack([table[c].astype(float) for c in "xyz"], axis=1)
    face = np.dtype([("count", "u1"), ("index", order + "i4", 3)])
    start = end + vertex.itemsize * counts["vertex"]
    faces = np.frombuffer(raw, face, counts.get("face", 0), start)["index"] if counts.get("face") else np.zeros((0, 3))
    return points, faces.astype(int)


def write_ply(path, points, faces=()):
    """Binary little-endian PLY in floats, as the Samples are."""
    header = f"ply\nformat binary_little_endian 1.0\nelement vertex {len(points)}\n"
    header += "".join(f"property float {c}\n" for c in "xyz")
    if len(faces):
        header += f"element face {len(faces)}\nproperty list uchar int vertex_indices\n"
    with open(path, "wb") as file:
        file.write((header + "end_header\n").encode())
        file.write(np.ascontiguousarray(points, "<f4").tobytes())
        if len(faces):
            table = np.zeros(len(faces), np.dtype([("count", "u1"), ("index", "<i4", 3)]))
            table["count"], table["index"] = 3, faces
            file.write(table.tobytes())


def write_obj(path, points, faces):
    with open(path, "w") as file:
        file.writelines("v %.6f %.6f %.6f\n" % tuple(p) for p in points.tolist())
        file.writelines("f %d %d %d\n" % tuple(f) for f in (np.asarray(faces) + 1).tolist())


def mirrored(points, faces):
    """The other foot: x turned round, and the winding with it."""
    return points * (-1, 1, 1), np.asarray(faces)[:, ::-1]


def densified(points, faces, spacing):
    """Points on the facets no further apart than `spacing`; the points themselves where there are no facets."""
    if not len(faces):
        return points
    from .walls import samples
    return np.concatenate([points, samples(points[faces], spacing)[0]])


def truncated_stl(facets):
    """Bytes of a binary STL that promises more facets than it holds."""
    return b"cut".ljust(80, b" ") + struct.pack("<I", facets) + b"\0" * 50
