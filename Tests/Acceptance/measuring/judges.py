"""Independent programs that say whether a solid is sound; those that are not installed are named, not assumed."""

import json
import re
import shutil
import subprocess
import sys


def text(words):
    done = subprocess.run(words, capture_output=True, text=True, errors="replace", timeout=600)
    return done.stdout + done.stderr


def number(found, key):
    match = re.search(re.escape(key) + r"\s*[:=]\s*(-?[\d.]+(?:e[+-]?\d+)?)", found)
    return float(match[1]) if match else None


def admesh(path):
    """Debian's admesh; its exit code says nothing, its text does."""
    found = text(["admesh", "--exact", path])
    turned = text(["admesh", "-d", "-v", "--exact", path])
    said = {"open": number(found, "Total disconnected facets"), "degenerate": number(found, "Degenerate facets"),
            "reversed": number(turned, "Facets reversed"), "backwards": number(turned, "Backwards edges"),
            "volume": number(turned, "Volume")}
    keys = ("open", "degenerate", "reversed", "backwards")
    return {**said, "ok": all(said[k] == 0 for k in keys) and (said["volume"] or 0) > 0}


def prusa(path):
    found = text(["prusa-slicer", "--info", path])
    repairs = {k: number(found, k) or 0 for k in ("open_edges", "facets_reversed", "backwards_edges", "degenerate_facets",
                                                  "edges_fixed", "facets_removed")}
    return {**{k: v for k, v in repairs.items() if v}, "ok": "manifold = yes" in found and not any(repairs.values())}


def trimesh(path):
    import trimesh as t
    m = t.load(path, process=True)
    return {"watertight": bool(m.is_watertight), "winding": bool(m.is_winding_consistent),
            "volume": round(float(m.volume), 1), "ok": bool(m.is_watertight and m.is_winding_consistent and m.volume > 0)}


def manifold3d(path):
    import manifold3d as m3
    import numpy as np
    from . import stl
    vertices, index = stl.welded(stl.read(path))
    body = m3.Manifold(m3.Mesh(np.ascontiguousarray(vertices, np.float32), index.astype(np.uint32)))
    status = str(body.status()).split(".")[-1]
    return {"status": status, "genus": body.genus(), "ok": status == "NoError" and body.volume() > 0}


def cgal(path):
    import os
    import tempfile
    import numpy as np
    from CGAL import CGAL_Polygon_mesh_processing as processing
    from CGAL.CGAL_Polyhedron_3 import Polyhedron_3
    from . import stl
    vertices, index = stl.welded(stl.read(path))
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, "solid.off")
        with open(name, "w") as file:
            file.write(f"OFF\n{len(vertices)} {len(index)} 0\n")
            np.savetxt(file, vertices, "%.9g")
            np.savetxt(file, np.c_[np.full(len(index), 3), index], "%d")
        body = Polyhedron_3(name)
    closed = body.size_of_facets() == len(index) and body.is_closed()
    crossing = processing.does_self_intersect(body) if closed else None
    outward = processing.is_outward_oriented(body) if closed else None
    return {"closed": closed, "selfIntersects": crossing, "outward": outward,
            "ok": bool(closed and not crossing and outward)}


def meshlib(path):
    import meshlib.mrmeshpy as m
    body = m.loadMesh(path)
    pairs = len(m.findSelfCollidingTriangles(m.MeshPart(body)))
    closed = body.topology.isClosed()
    return {"closed": closed, "selfPairs": pairs, "ok": bool(closed and pairs == 0 and body.volume() > 0)}


def pymeshlab(path):
    """Its count of crossing faces is told and not judged: it counts coplanar neighbours of a flat side wall too."""
    import pymeshlab as p
    s = p.MeshSet()
    s.load_new_mesh(path)
    topology = s.get_topological_measures()
    s.compute_selection_by_self_intersections_per_face()
    crossing = s.current_mesh().selected_face_number()
    return {"boundary": topology["boundary_edges"], "nonManifold": topology["non_two_manifold_edges"],
            "selfFaces": crossing,
            "ok": bool(topology["boundary_edges"] == 0 and topology["is_mesh_two_manifold"])}


PROGRAMS = {"admesh": admesh, "prusa-slicer": prusa}
LIBRARIES = {"trimesh": trimesh, "manifold3d": manifold3d, "cgal": cgal, "meshlib": meshlib, "pymeshlab": pymeshlab}


def verdicts(path, python=sys.executable):
    """Each judge's words on an STL; `None` for a judge that is not there. Libraries run in a process of their own."""
    found = {name: judge(str(path)) if shutil.which(name) else None for name, judge in PROGRAMS.items()}
    for name in LIBRARIES:
        done = subprocess.run([python, "-m", "measuring.judges", name, str(path)], capture_output=True, text=True,
                              cwd=__file__.rsplit("/measuring/", 1)[0], timeout=900)
        if done.returncode == 0:
            found[name] = json.loads(done.stdout.splitlines()[-1])
        elif re.search(r"ModuleNotFoundError", done.stderr):
            found[name] = None
        else:
            found[name] = {"ok": False, "error": (done.stderr.strip().splitlines() or [str(done.returncode)])[-1][:200]}
    return found


if __name__ == "__main__":
    print(json.dumps(LIBRARIES[sys.argv[1]](sys.argv[2])))
