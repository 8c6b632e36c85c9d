"""Every written file holds the same solid, and 3MF keeps the rules of its specification."""

import re
import shutil
import struct
import zipfile

import numpy as np

from measuring import scans, stl, threemf
from measuring.program import run
from measuring.script import HOME

ZONES = ["--offload", "150kPa", "--zone-infill", "10%", "--zone-walls", "2"]


def facets(path, kind):
    """Corner triples that a file holds, read by code that shares nothing with the program."""
    if kind == "stl":
        return stl.read(path)
    if kind == "stl-ascii":
        words = re.findall(r"vertex (\S+) (\S+) (\S+)", path.read_text())
        return np.array(words, dtype=np.float32).astype(float).reshape(-1, 3, 3)
    if kind == "3mf":
        return threemf.Model(path).built()
    if kind == "off":
        words = path.read_text().split()
        n, m = int(words[1]), int(words[2])
        points = np.array(words[4 : 4 + 3 * n], float).reshape(-1, 3)
        return points[np.array(words[4 + 3 * n :], int).reshape(m, 4)[:, 1:]]
    points, index = scans.read_obj(path) if kind == "obj" else scans.read_ply(path)
    return points[index]


def files(bench, report):
    """Each written file holds the same solid; STL welds bit for bit; 3MF keeps its rules and opens in PrusaSlicer."""
    cases = bench.samples[:1] if bench.options.quick else bench.samples + bench.real
    for case in cases:
        words = ["design", case.scan, "--pressure", case.pressure, *case.flags, "--json"]
        reference = None
        for kind in ("stl", "stl-ascii", "obj", "ply", "off", "3mf"):
            path = bench.scratch / f"{case.name}-{kind}.{kind.split('-')[0]}"
            done = bench.orthotic(*words, "--format", kind, "--slicer", "none", "-o", path)
            if not report.hold(done.code == 0, f"{case.name}: {kind} written", done):
                continue
            corners = facets(path, kind).astype(np.float32)
            if reference is None:
                reference = corners
                vertices, index = stl.welded(corners)
                report.hold(len(index) == done.json["triangles"] and len(vertices) - len(index) / 2 == 2,
                            f"{case.name}: STL welds bit for bit to {len(vertices)} vertices, Euler number 2")
            same = corners.shape == reference.shape and (corners == reference).all()
            report.hold(same, f"{case.name}: {kind} holds the same {len(corners)} facets, bit for bit")
            again = bench.orthotic("check", path, "--json")
            report.hold(again.code == 0 and again.json["triangles"] == done.json["triangles"]
                        and abs(again.json["volume"] / done.json["volume"] - 1) <= 1e-4,
                        f"{case.name}: {kind} read back by the program is sound, {again.json.get('volume')} cm³", again)
        heights(bench, report, case, words, reference)
    for case in cases:
        for slicer in ("prusa", "orca") if bench.options.quick else ("prusa", "orca", "bambu", "none"):
            for bodies in ("bodies", "modifiers") if slicer != "none" else ("bodies",):
                package(bench, report, case, slicer, bodies)
    prusa_keeps(bench, report, cases)


def heights(bench, report, case, words, reference):
    """The height formats against the solid's own top, away from its rounded edge."""
    table = bench.scratch / f"{case.name}.csv"
    done = bench.orthotic(*words, "-o", table)
    rows = np.loadtxt(table, delimiter=",", skiprows=1)
    from measuring.facets import heights as over
    z, _ = over(reference.astype(float), rows[::37])
    inner = np.isfinite(z)
    off = np.abs(z - rows[::37][:, 2])[inner]
    # Within a millimetre of the trim line the edge is rounded off.
    report.hold(done.code == 0 and np.quantile(off, 0.9) <= 0.04,
                f"{case.name}: csv has {len(rows)} nodes, nine tenths within {np.quantile(off, 0.9):.3f} mm of the solid")
    path = bench.scratch / f"{case.name}.ps2d"
    done = bench.orthotic(*words, "-o", path)
    with zipfile.ZipFile(path) as package:
        name = package.namelist()[0]
        raw = package.read(name)
    columns, lines = struct.unpack("<II", raw[12:20])
    across, along, unit = (struct.unpack("<f", raw[k : k + 4])[0] for k in (32, 36, 40))
    map = np.frombuffer(raw, "<u2", columns * lines, 512).reshape(lines, columns)
    seen = map != 65535
    side = {"left": "Links", "right": "Rechts"}[case.side]
    report.hold(done.code == 0 and seen.sum() == len(rows) and name.startswith(side)
                and abs(map[seen].max() * unit - rows[:, 2].max()) <= 0.006,
                f"{case.name}: ps2d holds {seen.sum()} cells of {across:.2f} mm, highest {map[seen].max() * unit:.2f} mm, {name}")
    report.note(f"volume over the cells {map[seen].sum() * unit * across * along / 1000:.1f} cm³")


def package(bench, report, case, slicer, bodies):
    path = bench.scratch / f"{case.name}-{slicer}-{bodies}.3mf"
    words = ["design", case.scan, "--pressure", case.pressure, *ZONES, "--json", "--slicer", slicer,
             "--zone-bodies", bodies, "-o", path]
    done = bench.orthotic(*words)
    name = f"{case.name}, {slicer}, {bodies}"
    if not report.hold(done.code == 0, f"{name}: written", done):
        return
    broken = threemf.faults(path)
    report.hold(not broken, f"{name}: keeps the rules of the specification ({done.json['print']['bodies']} bodies)", broken[:5])
    said = run([bench.judges, "-m", "measuring.threemf", path], folder=HOME)
    if "ModuleNotFoundError" in said.err:
        report.skip("lib3mf is not installed")
    else:
        found = said.json if said.code == 0 else [said.err[-300:]]
        report.hold(said.code == 0 and found == [], f"{name}: lib3mf reads it strictly without a warning", found)
    checked = bench.orthotic("check", path, "--json")
    report.hold(checked.code == 0 and abs(checked.json["volume"] - done.json["volume"]) <= 2e-3,
                f"{name}: reads back sound, {checked.json.get('volume')} cm³ of {done.json['volume']}", checked)
    if bodies == "bodies":
        sum_of = sum(b["volume"] for b in checked.json["bodies"])
        report.hold(abs(sum_of - done.json["volume"]) <= 5e-3 and checked.json["components"] == 1,
                    f"{name}: {len(checked.json['bodies'])} bodies tile the solid: {sum_of:.3f} cm³ together")


def prusa_keeps(bench, report, cases):
    """PrusaSlicer opens it with its bodies and settings, which its own export then shows."""
    if not shutil.which("prusa-slicer"):
        report.skip("prusa-slicer is not installed")
        return
    for case in cases:
        ours, theirs = (bench.scratch / f"{case.name}-{n}.3mf" for n in ("prusa-bodies", "exported"))
        done = run(["prusa-slicer", "--export-3mf", "-o", theirs, ours])
        if not report.hold(theirs.exists(), f"{case.name}: PrusaSlicer opens and exports it", done):
            continue

        def volumes(path):
            text = zipfile.ZipFile(path).read("Metadata/Slic3r_PE_model.config").decode()
            found = []
            for part in text.split("<volume ")[1:]:
                keys = dict(re.findall(r'type="volume" key="(\w+)" value="([^"]*)"', part))
                found.append(tuple(keys.get(k) for k in ("name", "volume_type", "fill_density", "perimeters")))
            return found

        report.hold(volumes(theirs) == volumes(ours) and len(volumes(ours)) > 1,
                    f"{case.name}: with {len(volumes(ours))} bodies and their settings {volumes(ours)[1:2]}",
                    (volumes(ours), volumes(theirs)))
        words = run(["prusa-slicer", "--info", ours]).out
        report.hold("manifold = yes" in words and not re.search(r"edges_fixed|facets_removed|degenerate|open_edges", words),
                    f"{case.name}: PrusaSlicer finds it manifold, nothing repaired", words)
