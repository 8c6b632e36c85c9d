"""Library judges in one process: reads STL paths from standard input, answers each with a line of JSON.

manifold3d, CGAL and MeshLib all get the vertices welded bit by bit, as a slicer does it, and in their own precision.
"""

import json
import sys

import numpy as np

from measuring import stl


def manifold3d(vertices, index, path):
    import manifold3d as m3
    body = m3.Manifold(m3.Mesh(np.ascontiguousarray(vertices, np.float32), index.astype(np.uint32)))
    status = str(body.status()).split(".")[-1]
    return {"ok": status == "NoError" and body.volume() > 0, "status": status, "volume": body.volume()}


def cgal(vertices, index, path):
    import os
    import tempfile
    from CGAL import CGAL_Polygon_mesh_processing as processing
    from CGAL.CGAL_Polyhedron_3 import Polyhedron_3
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, "solid.off")
        corners = "\n".join("%.9g %.9g %.9g" % tuple(v) for v in vertices.tolist())
        facets = "\n".join("3 %d %d %d" % tuple(f) for f in index.tolist())
        with open(name, "w") as file:
            file.write(f"OFF\n{len(vertices)} {len(index)} 0\n{corners}\n{facets}\n")
        body = Polyhedron_3(name)
    # What CGAL cannot make a surface of (edges of three facets, turned facets) it reads as nothing.
    closed = body.size_of_facets() == len(index) and body.is_closed()
    crossing = processing.does_self_intersect(body) if closed else None
    outward = processing.is_outward_oriented(body) if closed else None
    return {"ok": bool(closed and not crossing and outward), "closed": closed, "crossing": crossing, "outward": outward,
            "volume": processing.volume(body) if closed else None}


def meshlib(vertices, index, path):
    import meshlib.mrmeshpy as m
    body = m.loadMesh(path)
    pairs = len(m.findSelfCollidingTriangles(m.MeshPart(body)))
    closed = body.topology.isClosed()
    return {"ok": bool(closed and pairs == 0 and body.volume() > 0), "closed": closed, "pairs": pairs,
            "volume": body.volume()}


JUDGES = {"manifold3d": manifold3d, "cgal": cgal, "meshlib": meshlib}


def main():
    chosen = sys.argv[1:] or list(JUDGES)
    for line in sys.stdin:
        path = line.strip()
        said = {"path": path, "volume": stl.volume(stl.read(path)), "single": stl.volume_in_single(path)}
        vertices, index = stl.welded(stl.read(path))
        for name in chosen:
            try:
                said[name] = JUDGES[name](vertices, index, path)
            except ModuleNotFoundError:
                said[name] = None
            except Exception as error:  # A judge that refuses a mesh has judged it.
                said[name] = {"ok": False, "error": str(error)[:200]}
        print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main()
