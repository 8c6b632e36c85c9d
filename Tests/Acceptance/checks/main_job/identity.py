"""The other foot is the mirror image; threads, folder and time leave the bytes alone."""

import os
import time
from dataclasses import replace

import numpy as np

from measuring import scans, stl


def mirrored_case(bench, case):
    """The case with scan and map turned into those of the other foot."""
    points, faces = scans.mirrored(*scans.read(case.scan))
    scan = bench.scratch / f"mirrored-{case.name}.ply"
    scans.write_ply(scan, points, faces)
    straight = bench.scratch / f"straight-{case.name}.ply"
    scans.write_ply(straight, points * (-1, 1, 1), np.asarray(faces)[:, ::-1])
    pressure = bench.scratch / f"mirrored-{case.name}.csv"
    rows = [line.strip().rstrip(",").split(",") for line in case.pressure.read_text().splitlines() if line.strip()]
    pressure.write_text("".join(",".join(row[::-1]) + "\n" for row in rows))
    other = {"left": "right", "right": "left"}[case.side]
    return (replace(case, name=f"straight {case.name}", scan=straight),
            replace(case, name=f"mirrored {case.name}", scan=scan, pressure=pressure, side=other))


def difference(a, b):
    """Largest distance between facets in the same place of both files, whatever corner they begin with and turn."""
    orders = ((0, 1, 2), (1, 2, 0), (2, 0, 1), (0, 2, 1), (2, 1, 0), (1, 0, 2))
    return np.min([np.abs(a - b[:, list(order)]).max(axis=(1, 2)) for order in orders], axis=0)


def identity(bench, report):
    """Mirror within 1e-4 mm; the same bytes for any thread count, folder and day."""
    for case in bench.samples + bench.real[:1]:
        straight, mirror = mirrored_case(bench, case)
        (run, path), (other, image) = bench.design(straight), bench.design(mirror)
        if not report.hold(run.code == 0 and other.code == 0, f"{case.name}: both feet are designed", f"{run}\n{other}"):
            continue
        a, b = stl.read(path), stl.read(image) * (-1, 1, 1)
        if report.hold(len(a) == len(b), f"{case.name}: {len(a)} facets, mirrored {len(b)}"):
            off = difference(a, b)
            report.hold(off.max() <= 1e-4, f"{case.name}: mirrored device differs by {off.max():.2e} mm, facet by facet "
                        f"({int((off > 1e-4).sum())} beyond 1e-4)")
    for case in bench.samples + bench.real[-1:]:
        outputs = []
        for name, flags, options in (
                ("one", ("--threads", "1"), {}), ("two", ("--threads", "2"), {}), ("default", (), {}),
                ("folder", (), {"folder": bench.scratch / "elsewhere"}),
                ("zone", (), {"environment": {"TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8"}})):
            os.makedirs(bench.scratch / "elsewhere", exist_ok=True)
            out = bench.scratch / f"same-{case.name}-{name}.stl"
            run = bench.orthotic("design", case.scan, "--pressure", case.pressure, *case.flags, *flags, "-o", out, **options)
            outputs.append((name, out.read_bytes() if run.code == 0 and out.exists() else str(run).encode(), run.code))
            time.sleep(0.3)
        same = [name for name, content, _ in outputs if content == outputs[0][1]]
        report.hold(len(same) == len(outputs) and not any(code for *_, code in outputs),
                    f"{case.name}: same bytes for {', '.join(same)}", [(n, c, len(b)) for n, b, c in outputs])
