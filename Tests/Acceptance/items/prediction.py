"""Items 5 and 6: the map before, the balance, and the offloading zones."""

import numpy as np

from measuring import alignment, stl

from .solids import MINIMUM_WALL, thick


def region(result, name):
    return next((r for r in result.get("regions", []) if r.get("name") == name), {})


def item5(bench, report):
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
        within = all(abs(residual.get(k, np.inf)) <= 1e-6 for k in ("forceError", "momentError"))
        report.hold(within, f"{case.name}: balance {residual} within 1e-6")
        miss = said.get("calibration", {}).get("largestDifference", said.get("beforeDifference"))
        if miss is None:
            report.skip(f"{case.name}: the result names no largest difference between before and the registered map")
        else:
            report.hold(miss < 0.5, f"{case.name}: before differs from the registered map by {miss} kPa at most (its own word)")


def cells_above(case, threshold, length):
    """Canonical places of the map's forefoot cells above the threshold, by the truth's own registration."""
    values, plate = np.loadtxt(case.pressure, delimiter=","), case.truth["pressure"]
    cell = plate["cell"]
    rows, columns = np.nonzero(values > threshold)
    a = np.radians(plate["rotation"])
    x, y = (columns + 0.5) * cell, (rows + 0.5) * cell
    tx, ty = plate["translation"]
    places = np.c_[np.cos(a) * x - np.sin(a) * y + tx, np.sin(a) * x + np.cos(a) * y + ty]
    return places[(places[:, 1] > 0.55 * length) & (places[:, 1] < 0.82 * length)]


def item6(bench, report):
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
            places = cells_above(case, 200, case.length)
            depth = alignment.Raster(alignment.upward(level)), alignment.Raster(alignment.upward(with_zones))
            sunk = [r.sampled(r.z, places * (sign, 1)) for r in depth]
            lowered = sunk[0] - sunk[1]
            report.hold(len(places) > 0 and bool((lowered > 0.3).all()),
                        f"{case.name}: {int((lowered > 0.3).sum())} of {len(places)} forefoot cells above 200 kPa are sunk "
                        f"(by {np.nanmin(lowered) if len(places) else 0:.2f} mm at least)")
        thick(report, f"{case.name} with zones", with_zones, MINIMUM_WALL)
