#!/usr/bin/env python3
"""Scans distorted on purpose: is the foot found right, or does the program say what is wrong?

    python Tests/Acceptance/scan_distortions.py --binary .build/release/orthotic [--count 3000] [--ledger FILE] [--jobs 2]

Each case is a scan of Samples, distorted by a seeded draw and given to `orthotic measure --json`. Judged against the undistorted
scan: length within 2 mm, side, ball and heel width within 3 mm. Right, or with a warning, or refused: all well. Wrong without a word
is a silent error; a foot that is whole and refused is a wrong refusal. The ledger keeps a line per case, so that a run that was
stopped goes on. Needs numpy.
"""

import json
import math
import subprocess
import tempfile
from pathlib import Path

import numpy as np

from measuring import distortions, scans, stl

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ["normal-right", "flat-left", "cavus-right"]


def sample_scan(name):
    """Points, mm, and facets of a Sample, whatever unit it is in."""
    points, facets = scans.read(ROOT / "Samples" / name / "scan.ply")
    return points * next(unit for unit in (1, 10, 25.4, 1000) if 200 < np.ptp(points, axis=0).max() * unit < 330), facets


class Drawing:
    """What a distortion draws from, and the folder that its scan goes to."""

    def __init__(self, number, folder):
        self.generator = np.random.default_rng(number)
        self.folder = Path(folder)

    def __getattr__(self, name):
        return getattr(self.generator, name)


# Writers of a mesh, or of its points where it has no facets. Each returns the file.

def as_ply(points, facets, draw):
    scans.write_ply(draw.folder / "a.ply", points, facets)
    return draw.folder / "a.ply"


def as_stl(points, facets, draw):
    stl.write(draw.folder / "a.stl", points[facets])
    return draw.folder / "a.stl"


def as_obj(points, facets, draw):
    scans.write_obj(draw.folder / "a.obj", points, facets)
    return draw.folder / "a.obj"


def as_off(points, facets, draw):
    lines = ["OFF", f"{len(points)} {len(facets)} 0"] + ["%.4f %.4f %.4f" % tuple(p) for p in points]
    (draw.folder / "a.off").write_text("\n".join(lines + ["3 %d %d %d" % tuple(f) for f in facets]))
    return draw.folder / "a.off"


def as_text(points, facets, draw):
    separator = draw.choice([" ", ",", ";", "\t"])
    head = draw.choice(["", "x" + separator + "y" + separator + "z\n"])
    (draw.folder / "a.xyz").write_text(head + "\n".join(separator.join("%.4f" % v for v in p) for p in points))
    return draw.folder / "a.xyz"


def written(points, facets, draw, writers=(as_ply, as_stl)):
    if len(facets) == 0:
        return as_text(points, facets, draw)
    return writers[draw.integers(len(writers))](points, facets, draw)


def rotation(draw):
    q = draw.normal(size=4)
    w, x, y, z = q / np.linalg.norm(q)
    return np.array([[1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
                     [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
                     [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)]])


def kept(points, facets, mask):
    """The facets whose corners are all kept, and their points; of a cloud the points."""
    if len(facets) == 0:
        return points[mask], facets
    facets = facets[mask[facets].all(axis=1)]
    used = np.zeros(len(points), bool)
    used[facets] = True
    number = np.cumsum(used) - 1
    return points[used], number[facets]


NONE = np.empty((0, 3), int)

# Harmless: a whole foot however it is turned, scaled to a unit, written, thinned or a little noisy. Each returns the file, by how
# much its length differs, and whether it is the other side.


def posed(points, facets, draw):
    return written(points @ rotation(draw).T + draw.uniform(-500, 500, 3), facets, draw), 1, False


def encoded(points, facets, draw):
    return written(points, facets, draw, (as_ply, as_stl, as_obj, as_off)), 1, False


def in_unit(points, facets, draw):
    return written(points * draw.choice([0.1, 0.001, 1 / 25.4, 1000.0]), facets, draw), 1, False


def cloud(points, facets, draw):
    some = draw.permutation(len(points))[: int(len(points) * draw.uniform(0.15, 1))]
    return as_text(points[some] @ rotation(draw).T, NONE, draw), 1, False


def light_noise(points, facets, draw):
    return written(points + draw.normal(size=points.shape) * draw.uniform(0.05, 0.3), facets, draw), 1, False


def strays(points, facets, draw):
    count = int(len(points) * draw.uniform(0.0005, 0.01))
    box = np.stack([points.min(0) - 100, points.max(0) + 100])
    return as_text(np.vstack([points, draw.uniform(box[0], box[1], (count, 3))]), NONE, draw), 1, False


def mirrored(points, facets, draw):
    return written(*scans.mirrored(points, facets), draw), 1, True


def other_size(points, facets, draw):
    factor = draw.uniform(0.75, 1.25)
    return written(points * factor, facets, draw), factor, False


def on_floor(points, facets, draw):
    low = points.min(0)
    x, y = np.meshgrid(np.arange(-120, 121, 3), np.arange(-60, 330, 3))
    floor = np.stack([x.ravel(), y.ravel(), np.full(x.size, -0.3)], 1)
    # The Samples do not stand at the same place; a floor beside the foot is to be left out as well.
    place = [(points[:, 0].min() + points[:, 0].max()) / 2, low[1], 0] if draw.random() < 0.8 else [0, 0, 0]
    return as_text(np.vstack([points - [0, 0, low[2]], floor + place]), NONE, draw), 1, False


HARMLESS = [posed, encoded, in_unit, cloud, light_noise, strays, mirrored, other_size, on_floor]

# Harmful: what is found cannot be that foot, or can hardly be; it must be right all the same, said or refused.


def inside_out(points, facets, draw):
    # A mirrored cloud is the other foot.
    return written(points * [-1, 1, 1], facets, draw), 1, len(facets) == 0


def scaled(points, facets, draw):
    factor = math.exp(draw.uniform(math.log(0.002), math.log(500)))
    return written(points * factor, facets, draw), factor, False


def noise(points, facets, draw):
    some = draw.permutation(len(points))[:30_000]
    return as_text(points[some] + draw.normal(size=(len(some), 3)) * draw.uniform(0.8, 4), NONE, draw), 1, False


def cut(points, facets, draw):
    """A border, the heel or the toes cut off by 4 to 40 mm."""
    axis, low = draw.choice([0, 1]), draw.random() < 0.5
    depth = draw.uniform(4, 40) if axis else draw.uniform(4, 25)
    line = points[:, axis].min() + depth if low else points[:, axis].max() - depth
    mask = points[:, axis] >= line if low else points[:, axis] <= line
    return written(*kept(points, facets, mask), draw), 1, False


def part(points, facets, draw):
    """Heel or front half alone."""
    length = points[:, 1].max()
    share = draw.uniform(0.3, 0.8)
    mask = points[:, 1] < share * length if draw.random() < 0.5 else points[:, 1] > (1 - share) * length
    return written(*kept(points, facets, mask), draw), 1, False


def slice_of_sole(points, facets, draw):
    return written(*kept(points, facets, points[:, 2] < draw.uniform(3, 30)), draw), 1, False


def squashed(points, facets, draw):
    factors = np.ones(3)
    factors[draw.integers(3)] = draw.choice([0.4, 0.55, 0.7, 1.5, 1.9])
    return written(points * factors, facets, draw), 1, False


def two_feet(points, facets, draw):
    other = points * [-1, 1, 1] + [draw.uniform(105, 220), draw.uniform(-30, 30), 0]
    return written(np.vstack([points, other]), np.vstack([facets, facets[:, ::-1] + len(points)]), draw), 1, False


def holed(points, facets, draw):
    middle = points[draw.integers(len(points))]
    mask = np.linalg.norm(points - middle, axis=1) > draw.uniform(10, 45)
    return written(*kept(points, facets, mask), draw), 1, False


def mixed(points, facets, draw):
    return cut(points + draw.normal(size=points.shape) * 0.5, facets, draw)


HARMFUL = [inside_out, scaled, noise, cut, part, slice_of_sole, squashed, two_feet, holed, mixed]
ALL = HARMLESS + HARMFUL


def measured(binary, path):
    done = subprocess.run([binary, "measure", str(path), "--json"], capture_output=True, text=True, timeout=120)
    if done.returncode == 65:
        return {"refused": done.stderr.strip()}
    if done.returncode != 0:
        return {"crash": f"exit {done.returncode}: {done.stderr[-200:]}"}
    return {"json": json.loads(done.stdout)}


def one(binary, samples, truths, number):
    sample = SAMPLES[number % 3]
    kind = ALL[(number // 3) % len(ALL)]
    with tempfile.TemporaryDirectory() as folder:
        path, factor, turned = kind(*samples[sample], Drawing(number, folder))
        outcome = measured(binary, path)
    entry = {"number": number, "kind": kind.__name__, "sample": sample, "detail": ""}
    if "crash" in outcome or "refused" in outcome:
        verdict = "crash" if "crash" in outcome else "refused"
        return entry | {"verdict": verdict, "detail": (outcome.get("crash") or outcome["refused"])[-240:]}
    found, truth = outcome["json"], truths[sample]
    side = truth["side"] if not turned else {"left": "right", "right": "left"}[truth["side"]]
    # A size that a unit explains is read in that unit: what counts is that the foot is the same.
    lengths = [factor * truth["footLength"] * unit for unit in (1, 10, 1000, 25.4, 0.001)]
    length = min(lengths, key=lambda each: abs(each - found["footLength"]))
    scale = length / truth["footLength"]
    right = abs(found["footLength"] - length) <= 2 and found["side"] == side
    for key in ("ballWidth", "heelWidth"):
        right = right and found.get(key) is not None and abs(found[key] - scale * truth[key]) <= 3
    verdict = "right" if right else "said" if found["warnings"] else "silent"
    told = f"length {found['footLength']:.1f} of {length:.1f}, {found['side']} of {side}, " + ", ".join(
        f"{key} {found.get(key)} of {scale * truth[key]:.1f}" for key in ("ballWidth", "heelWidth"))
    return entry | {"verdict": verdict, "detail": told if verdict == "silent" else ""}


def main():
    chosen = distortions.options(__doc__)
    samples = {name: sample_scan(name) for name in SAMPLES}
    truths = {name: measured(chosen.binary, ROOT / "Samples" / name / "scan.ply")["json"] for name in SAMPLES}
    distortions.campaign(chosen, lambda number: one(chosen.binary, samples, truths, number), HARMLESS, HARMFUL)


if __name__ == "__main__":
    main()
