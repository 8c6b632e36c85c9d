"""The map before, the balance, and the offloading zones."""

import numpy as np

from measuring import alignment, stl

from .devices import MINIMUM_WALL, thick


def region(result, name):
    return next((r for r in result.get("regions", []) if r.get("name") == name), {})


def prediction(bench, report):
    """Before reproduces the map; force and moments balance."""
    for case in bench.samples + bench.real[:1]:
        run, _ = bench.design(case)
        said = run.json
        if not report.hold(run.code == 0 and said.get("regions"), f"{case.name}: design --json gives regions", run):
            continue
        values = np.loadtxt(case.pressure, delimiter=",")
        before = region(said, "whole").get("before", {})
        force = values.clip(0).sum() * 25 / 1000
        report.note(f"{case.name}: map peak {values.max():.1f} kPa, {force:.1f} N on 5 mm cells; "
                    f"before says peak {before.get('peak')}, force {before.get('force')}, area {before.get('area')}")
        residual = said.get("balance", {})
        within = all(abs(residual.get(k, np.inf)) <= 1e-6 for k in ("force", "momentX", "momentY"))
        report.hold(within, f"{case.name}: balance {residual} within 1e-6")
        plate = said.get("registration", {})
        if case.truth and "translation" in plate:
            rows, columns = np.nonzero(values > 0)
            off = places(case, columns, rows, plate) - places(case, columns, rows)
            report.note(f"{case.name}: the map lies {np.linalg.norm(off, axis=1).max():.2f} mm at most from where it truly lay, on average "
                        f"{off[:, 0].mean():+.2f} across and {off[:, 1].mean():+.2f} along")
        miss = said.get("calibration", {}).get("largestDifference", said.get("beforeDifference"))
        if miss is None:
            report.skip(f"{case.name}: the result names no largest difference between before and the registered map")
        else:
            report.hold(miss < 0.5, f"{case.name}: before differs from the registered map by {miss} kPa at most (its own word)")


def places(case, columns, rows, plate=None):
    """Canonical places of cells of the map, a left foot's counted from its medial side, on the plate as it truly lay."""
    plate = plate or case.truth["pressure"]
    a, cell = np.radians(plate["rotation"]), case.truth["pressure"]["cell"]
    x, y = columns * cell, rows * cell
    tx, ty = plate["translation"]
    return np.c_[np.cos(a) * x - np.sin(a) * y + tx, np.sin(a) * x + np.cos(a) * y + ty]


def cells_above(case, threshold):
    """Cells of the forefoot above the threshold."""
    values = np.loadtxt(case.pressure, delimiter=",")
    rows, columns = np.nonzero((values[:, ::-1] if case.side == "left" else values) > threshold)
    found = places(case, columns, rows)
    return found[(found[:, 1] > 0.55 * case.length) & (found[:, 1] < 0.82 * case.length)]


def inside(outline, point):
    """Even–odd rule."""
    a = np.asarray(outline, float)
    b = np.roll(a, -1, axis=0)
    across = (a[:, 1] > point[1]) != (b[:, 1] > point[1])
    with np.errstate(divide="ignore", invalid="ignore"):
        x = a[:, 0] + (point[1] - a[:, 1]) / (b[:, 1] - a[:, 1]) * (b[:, 0] - a[:, 0])
    return bool(np.count_nonzero(across & (x > point[0])) % 2)


def offloading(bench, report):
    """--offload 200kPa: every forefoot cell above it lies in a zone; peaks told; no thin wall."""
    for case in bench.samples + bench.real[:1]:
        run, path = bench.design(case, "--offload", "200kPa", "--offload-mode", "pocket")
        plain, without = bench.design(case, "--offload-mode", "off")
        if not report.hold(run.code == 0 and plain.code == 0, f"{case.name}: design with and without zones", run):
            continue
        zones = run.json.get("zones", [])
        told = [all(z.get(k) is not None for k in ("peakBefore", "peakAfter", "ringBefore", "ringAfter")) for z in zones]
        report.hold(bool(zones) and all(told), f"{case.name}: {len(zones)} zones, each with its own and its ring's peak before and after", zones)
        for zone in zones:
            report.note(str(zone))
        with_zones, level = stl.read(path), stl.read(without)
        if case.truth:
            sign = -1 if case.side == "left" else 1
            cells = cells_above(case, 200)
            depth = alignment.Raster(alignment.upward(level)), alignment.Raster(alignment.upward(with_zones))
            sunk = [r.sampled(r.z, cells * (sign, 1)) for r in depth]
            lowered = sunk[0] - sunk[1]
            sunk_enough, outlines = lowered > 0.3, [z["outline"] for z in zones if z.get("outline")]
            if outlines:
                within = np.array([any(inside(o, c * (sign, 1)) or inside(o, c) for o in outlines) for c in cells])
                report.hold(len(cells) > 0 and bool(within.all()),
                            f"{case.name}: {int(within.sum())} of {len(cells)} forefoot cells above 200 kPa lie in a zone's outline")
            report.note(f"{case.name}: {int(sunk_enough.sum())} of {len(cells)} such cells are sunk by more than 0.3 mm, "
                        f"{np.nanmin(lowered) if len(cells) else 0:.2f} mm at least")
            if not outlines:
                deep = all(z["depth"] > 0 for z in zones if z["name"] not in ("heel", "midfoot", "hallux", "toes"))
                if deep:
                    report.hold(bool(sunk_enough.all()) and len(cells) > 0, f"{case.name}: every such cell is sunk")
                else:
                    report.skip(f"{case.name}: zones without depth and without outline cannot be seen from outside")
        thick(report, f"{case.name} with zones", with_zones, MINIMUM_WALL)
