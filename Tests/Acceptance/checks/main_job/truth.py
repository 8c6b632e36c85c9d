"""What is known of the Samples, found again however the scan lies, in whatever unit, with noise."""

import numpy as np

from measuring import alignment, scans
from measuring.bench import assumed

TURNS = (0, 33, 90, 147, 180, 215, 271, 326)
SHARP = {"heel": (1,), "toeTip": (1,)}  # rearmost and foremost point: only y is defined by the shape


def disturbed(points, noise, share, seed):
    """Gaussian noise and a share of stray points spread over twice the scan's box."""
    random = np.random.default_rng(seed)
    low, high = points.min(axis=0), points.max(axis=0)
    count = int(share * len(points))
    stray = random.uniform(low - (high - low) / 2, high + (high - low) / 2, (count, 3))
    return np.concatenate([points + random.normal(0, noise, points.shape), stray])


def judged(report, name, case, run):
    """One measure against the truth: every number in one line."""
    said, truth = run.json, case.truth
    if not report.hold(run.code == 0 and "landmarks" in said, f"{name}: measure exits {run.code}", run):
        return
    worst, parts = 0.0, []
    for mark, place in truth["landmarks"].items():
        found = said["landmarks"].get(mark)
        if found is None:
            parts.append(f"{mark} missing")
            worst = np.inf
            continue
        axes = SHARP.get(mark, (0, 1, 2))
        miss = float(np.linalg.norm([found[a] - place[a] for a in axes]))
        parts.append(f"{mark} {miss:.2f}")
        worst = max(worst, miss)
    length = abs(said.get("footLength", np.inf) - truth["footLength"])
    arch = said.get("archHeight", said["landmarks"].get("archApex", [0, 0, np.inf])[2])
    report.hold(said.get("side") == truth["side"] and worst <= 1 and length <= 0.5 and abs(arch - truth["archHeight"]) <= 0.3,
                f"{name}: side {said.get('side')}, length off {length:.2f}, arch off {abs(arch - truth['archHeight']):.2f}, "
                f"landmarks off {', '.join(parts)}")


def truth(bench, report):
    """Landmarks within 1 mm, length 0.5, arch 0.3, side; any turn, any unit, noise."""
    for case in bench.samples:
        judged(report, f"{case.name} as it is", case, bench.measure(case.scan))
        points, faces = scans.read(case.scan)
        millimetres = points * case.scale
        path = bench.scratch / "posed.ply"
        for turn in TURNS:
            scans.write_ply(path, alignment.rotated(millimetres, turn) + (210, -95, 12), faces)
            judged(report, f"{case.name} turned {turn}°", case, bench.measure(path))
        for unit, scale in (("mm", 1), ("cm", 10), ("m", 1000)):
            scans.write_ply(path, alignment.rotated(millimetres, 40) / scale, faces)
            run = bench.measure(path)
            judged(report, f"{case.name} in {unit} (found {assumed(run.json, 'units')})", case, run)
        for seed in range(3):
            noisy = disturbed(alignment.rotated(millimetres, 70 * seed), 0.3, 0.02, seed)
            scans.write_ply(path, noisy)
            judged(report, f"{case.name} with 0.3 mm noise and 2 % strays, seed {seed}", case, bench.measure(path))
