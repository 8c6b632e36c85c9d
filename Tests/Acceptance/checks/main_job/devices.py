"""The main job on the Samples and on real files, and what others say of the solid."""

import numpy as np

from measuring import judges, stl, walls
from measuring.bench import assumed

from .fit import Device

MINIMUM_WALL = 1.2  # the default of --min-wall, mm
FLOAT_STEP = 0.002  # what single precision and one facet's bend may take from a wall, mm


def samples(bench, report):
    """The main job on each Sample, no flags."""
    for case in bench.samples:
        out = bench.scratch / f"plain-{case.name}.stl"
        run = bench.orthotic("design", case.scan, "--pressure", case.pressure, "-o", out)
        if not report.hold(run.code == 0 and out.exists(), f"{case.name}: exit {run.code}, STL written", run):
            continue
        table = run.out.lower()
        report.hold(all(w in table for w in ("heel", "midfoot", "forefoot", "before", "after")),
                    f"{case.name}: a before/after table by region", run.out[-1500:])
        report.hold("assumed" in table + run.err.lower(), f"{case.name}: says what it assumed", run)


def sound(bench, report, name, path):
    """Own audit and every judge that is installed."""
    corners = stl.read(path)
    audit = stl.audit(corners)
    keys = ("notFinite", "openEdges", "nonManifoldEdges", "flippedEdges", "degenerateFacets")
    report.hold(all(audit[k] == 0 for k in keys) and audit["volume"] > 0 and audit["components"] == 1,
                f"{name}: closed, manifold, one part, positive volume", audit)
    report.note(f"{audit['facets']} facets, {audit['volume']:.0f} mm³, Euler number {audit['euler']}")
    for judge, said in judges.verdicts(path, bench.judges).items():
        if said is None:
            report.note(f"judge {judge}: not installed")
        else:
            report.hold(said["ok"], f"{name}: {judge} finds nothing wrong", said)
    return corners


def thick(report, name, corners, minimum=MINIMUM_WALL):
    """Every wall at least the minimum along the inward normal."""
    found = walls.thinnest(corners)
    wall, anything = found["wall"], found["any"]
    report.hold(wall["value"] >= minimum - FLOAT_STEP,
                f"{name}: thinnest wall {wall['value']} mm of at least {minimum}", wall)
    thin = found["opposed"] & (found["distance"] < minimum - FLOAT_STEP)
    report.note(f"{found['samples']} samples, {int(thin.sum())} under the minimum; towards any facet, corners too: "
                f"{anything['value']} at {anything['at']} (facing {anything.get('facing')})")
    return found


def smooth(report, name, corners, spacing=0.5, reach=2):
    """No teeth on the top: how much a node stands off its neighbours a millimetre away, inside the edge.

    A wall's crease is bent across and straight along; a tooth is bent both ways. So the smaller of the two principal
    second differences counts. A top bent to a radius of 5 mm both ways gives 0.1; a rim copied from single grid nodes
    gave 1.2.
    """
    device = Device(corners, lambda x: 1e9 + 0 * x)
    z = device.raster.z
    n, last = reach, slice(2 * reach, None)
    first, middle = slice(None, -2 * n), slice(n, -n)
    inner = (middle, middle)
    xx = z[first, middle] + z[last, middle] - 2 * z[inner]
    yy = z[middle, first] + z[middle, last] - 2 * z[inner]
    xy = (z[first, first] + z[last, last] - z[first, last] - z[last, first]) / 4
    mean, spread = (xx + yy) / 2, np.hypot((xx - yy) / 2, xy)
    bent = np.where(mean * mean > spread * spread, np.abs(mean) - spread, 0) / 2
    bump = np.where(device.inside[inner] > 0.5, bent, np.nan)
    place = np.unravel_index(np.nanargmax(bump), bump.shape)
    at = device.raster.origin + spacing * (np.array(place) + reach)
    report.hold(np.nanmax(bump) <= 0.5, f"{name}: largest bump of the top {np.nanmax(bump):.2f} mm of at most 0.5, at x {at[0]:.1f}, "
                f"y {at[1]:.1f}; {int((bump > 0.5).sum())} nodes beyond")


def even(report, name, corners, most=0.5):
    """No teeth along the rim: the height against the mean of the places a millimetre before and behind along the edge.

    A fold that runs along the rim, as where the cup's wall meets its shelf, leaves this at nought; a rim copied from
    single nodes of a grid gave 1.2.
    """
    device = Device(corners, lambda x: 1e9 + 0 * x)
    raster, step = device.raster, 1.0
    mask = np.isfinite(raster.z).astype(float)
    for axis in (0, 1):  # Blurred over 16 mm both ways, the silhouette slopes across the rim and nowhere else.
        sums = np.cumsum(np.pad(mask, [(17, 16) if k == axis else (0, 0) for k in (0, 1)], mode="edge"), axis=axis)
        mask = (np.take(sums, np.arange(33, sums.shape[axis]), axis) - np.take(sums, np.arange(sums.shape[axis] - 33), axis)) / 33
    slope = np.stack(np.gradient(mask), axis=-1)
    size = np.linalg.norm(slope, axis=-1)
    i, j = np.nonzero((device.inside > 0.5) & (size > 1e-3))
    along = np.stack([-slope[i, j, 1], slope[i, j, 0]], axis=1) / size[i, j, None]
    at = raster.origin + raster.spacing * np.stack([i, j], axis=1)
    bump = np.abs(raster.z[i, j] - (raster.sampled(raster.z, at + step * along) + raster.sampled(raster.z, at - step * along)) / 2)
    worst = np.nanargmax(bump)
    report.hold(bump[worst] <= most, f"{name}: largest tooth along the rim {bump[worst]:.2f} mm of at most {most}, at x {at[worst, 0]:.1f}, "
                f"y {at[worst, 1]:.1f}; {int((bump > most).sum())} of {len(bump)} nodes beyond")


def pose(report, name, case, corners):
    """Heel at low y, medial side as the foot's side says: read off the device alone."""
    high = corners[stl.normals(corners)[:, 2] > 0.3].mean(axis=1)
    low, length = corners[:, :, 1].min(), np.ptp(corners[:, :, 1])
    share = (high[:, 1] - low) / length

    def width(a, b):
        return np.ptp(high[(share > a) & (share < b), 0])

    report.hold(width(0.1, 0.2) < width(0.6, 0.72), f"{name}: heel at low y (width {width(.1, .2):.0f} mm against "
                f"{width(.6, .72):.0f} at the ball)")
    row = high[(share > 0.36) & (share < 0.46)]
    x = row[:, 0]
    middle = (x.min() + x.max()) / 2
    inner, outer = (np.median(row[s, 2]) for s in (x < middle, x > middle))
    if case.side == "left":
        inner, outer = outer, inner
    report.hold(inner > outer, f"{name}: arch on the medial side of a {case.side} device ({inner:.1f} against {outer:.1f} mm)")


def solids(bench, report):
    """Real files and Samples: found without flags, sound solid, length, walls."""
    for case in bench.real:
        measured = bench.measure(case.scan)
        said = measured.json
        report.hold(measured.code == 0 and said.get("side") == case.side and assumed(said, "units") == case.unit,
                    f"{case.name}: side {said.get('side')}, unit {assumed(said, 'units')} found without a flag", measured)
        if "footLength" in said:
            report.hold(abs(said["footLength"] - case.length) <= 2,
                        f"{case.name}: foot length {said['footLength']} mm, its page says {case.length}")
        run, path = bench.design(case)
        if not report.hold(run.code == 0 and path.exists(), f"{case.name}: design exits {run.code}", run):
            continue
        report.note(f"{run.seconds:.2f} s")
        corners = sound(bench, report, case.name, path)
        pose(report, case.name, case, corners)
        extent = np.ptp(corners[:, :, 1])
        foot = said.get("footLength", case.length)
        report.hold(abs(extent - foot - 10) <= 1, f"{case.name}: device {extent:.2f} mm long, foot {foot} + 10 ± 1")
        thick(report, case.name, corners)
        smooth(report, case.name, corners)
        even(report, case.name, corners)
    for case in bench.samples:
        run, path = bench.design(case)
        if report.hold(run.code == 0 and path.exists(), f"{case.name}: design exits {run.code}", run):
            corners = sound(bench, report, case.name, path)
            pose(report, case.name, case, corners)
            extent = np.ptp(corners[:, :, 1])
            report.hold(abs(extent - case.length - 10) <= 1, f"{case.name}: device {extent:.2f} mm long, foot {case.length} + 10 ± 1")
            thick(report, case.name, corners)
            smooth(report, case.name, corners)
            even(report, case.name, corners)
