#!/usr/bin/env python3
"""Scans distorted on purpose: is the foot found right, or does the program say what is wrong?

    python Tests/Acceptance/scan_distortions.py --binary .build/release/orthotic [--count 3000] [--ledger FILE] [--jobs 2]

Each case is a scan of Samples, distorted by a seeded draw and given to `orthotic measure --json`. Judged against the undistorted
scan: length within 2 mm, side, ball and heel width within 3 mm. Right, or with a warning, or refused: all well. Wrong without a word
is a silent error; a foot that is whole and refused is a wrong refusal. The ledger keeps a line per case, so that a run that was
stopped goes on. Needs numpy.
"""

import argparse
import json
import math
import subprocess
import tempfile
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ["normal-right", "flat-left", "cavus-right"]


def ply(path):
    """Vertices, mm, and facets of a binary PLY as the Samples are."""
    data = path.read_bytes()
    end = data.index(b"end_header\n") + len(b"end_header\n")
    counts = [int(line.split()[2]) for line in data[:end].decode().splitlines() if line.startswith("element")]
    points = np.frombuffer(data, "<f4", counts[0] * 3, end).reshape(-1, 3).astype(float)
    # In mm, whatever unit the Sample is in.
    points = points * next(unit for unit in (1, 10, 25.4, 1000) if 200 < np.ptp(points, axis=0).max() * unit < 330)
    if len(counts) == 1:
        return points, np.empty((0, 3), int)
    facets = np.frombuffer(data, np.dtype([("n", "u1"), ("v", "<i4", 3)]), counts[1], end + counts[0] * 12)["v"]
    return points, facets


# Writers of a mesh, or of its points where it has no facets.

def as_ply(points, facets, draw):
    order = draw.choice(["little", "big"])
    mark = "<" if order == "little" else ">"
    head = (f"ply\nformat binary_{order}_endian 1.0\nelement vertex {len(points)}\nproperty float x\nproperty float y\n"
            f"property float z\nelement face {len(facets)}\nproperty list uchar int vertex_indices\nend_header\n")
    rows = np.empty(len(facets), np.dtype([("n", "u1"), ("v", mark + "i4", 3)]))
    rows["n"], rows["v"] = 3, facets
    return "a.ply", head.encode() + points.astype(mark + "f4").tobytes() + rows.tobytes()


def as_stl(points, facets, draw):
    rows = np.zeros(len(facets), np.dtype([("n", "<f4", 3), ("v", "<f4", (3, 3)), ("a", "<u2")]))
    rows["v"] = points[facets]
    return "a.stl", b"\0" * 80 + len(facets).to_bytes(4, "little") + rows.tobytes()


def as_obj(points, facets, draw):
    corner = draw.choice(["{}", "{0}//{0}", "{0}/{0}"])
    lines = ["v %.4f %.4f %.4f" % tuple(p) for p in points]
    lines += ["f " + " ".join(corner.format(i + 1) for i in facet) for facet in facets]
    return "a.obj", "\n".join(lines).encode()


def as_off(points, facets, draw):
    lines = ["OFF", f"{len(points)} {len(facets)} 0"] + ["%.4f %.4f %.4f" % tuple(p) for p in points]
    return "a.off", "\n".join(lines + ["3 %d %d %d" % tuple(f) for f in facets]).encode()


def as_text(points, facets, draw):
    separator = draw.choice([" ", ",", ";", "\t"])
    head = draw.choice(["", "x" + separator + "y" + separator + "z\n"])
    return "a.xyz", (head + "\n".join(separator.join("%.4f" % v for v in p) for p in points)).encode()


def written(points, facets, draw):
    if len(facets) == 0:
        return as_text(points, facets, draw)
    return [as_ply, as_stl][draw.integers(2)](points, facets, draw)


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

# Harmless: a whole foot however it is turned, scaled to a unit, written, thinned or a little noisy. Each returns name, bytes, and by
# how much its length differs and whether it is the other side.


def posed(points, facets, draw):
    return written(points @ rotation(draw).T + draw.uniform(-500, 500, 3), facets, draw), 1, False


def encoded(points, facets, draw):
    if len(facets) == 0:
        return as_text(points, facets, draw), 1, False
    return [as_ply, as_stl, as_obj, as_off][draw.integers(4)](points, facets, draw), 1, False


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
    return written(points * [-1, 1, 1], facets[:, ::-1], draw), 1, True


def other_size(points, facets, draw):
    factor = draw.uniform(0.75, 1.25)
    return written(points * factor, facets, draw), factor, False


def on_floor(points, facets, draw):
    low = points.min(0)
    x, y = np.meshgrid(np.arange(-120, 121, 3), np.arange(-60, 330, 3))
    floor = np.stack([x.ravel(), y.ravel(), np.full(x.size, -0.3)], 1)
    return as_text(np.vstack([points - [0, 0, low[2]], floor]), NONE, draw), 1, False


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
    (name, content), _, _ = cut(points + draw.normal(size=points.shape) * 0.5, facets, draw)
    return (name, content), 1, False


HARMFUL = [inside_out, scaled, noise, cut, part, slice_of_sole, squashed, two_feet, holed, mixed]
ALL = HARMLESS + HARMFUL


def measured(binary, name, content):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        done = subprocess.run([binary, "measure", str(path), "--json"], capture_output=True, text=True, timeout=120)
    if done.returncode == 65:
        return {"refused": done.stderr.strip()}
    if done.returncode != 0:
        return {"crash": f"exit {done.returncode}: {done.stderr[-200:]}"}
    return {"json": json.loads(done.stdout)}


def one(binary, truths, number):
    draw = np.random.default_rng(number)
    sample = SAMPLES[number % 3]
    kind = ALL[(number // 3) % len(ALL)]
    points, facets = SCANS[sample]
    (name, content), factor, turned = kind(points, facets, draw)
    outcome = measured(binary, name, content)
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


SCANS = {sample: ply(ROOT / "Samples" / sample / "scan.ply") for sample in SAMPLES}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--ledger", type=Path, help="kept from run to run; without it nothing is kept")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    truths = {sample: measured(options.binary, *as_ply(*SCANS[sample], np.random.default_rng(0)))["json"] for sample in SAMPLES}
    ledger = options.ledger
    done = [json.loads(line) for line in ledger.read_text().splitlines()] if ledger and ledger.exists() else []
    seen = {entry["number"] for entry in done}
    todo = [number for number in range(options.count) if number not in seen]
    with ThreadPoolExecutor(options.jobs) as pool:
        for entry in pool.map(lambda number: one(options.binary, truths, number), todo):
            done.append(entry)
            if ledger:
                with ledger.open("a") as out:
                    out.write(json.dumps(entry) + "\n")
            if entry["verdict"] in ("silent", "crash"):
                print(f"{entry['number']:6} {entry['kind']:14} {entry['sample']:13} {entry['verdict']}: {entry['detail']}", flush=True)
    table = defaultdict(Counter)
    for entry in done:
        table[entry["kind"]][entry["verdict"]] += 1
    print(f"{'kind':16} {'cases':>6} {'right':>6} {'said':>6} {'refused':>8} {'silent':>7} {'crash':>6}")
    for kind in [kind.__name__ for kind in ALL]:
        row = table[kind]
        print(f"{kind:16} {sum(row.values()):6} {row['right']:6} {row['said']:6} {row['refused']:8} {row['silent']:7} {row['crash']:6}")
    names = {kind.__name__ for kind in HARMLESS}
    whole = [entry for entry in done if entry["kind"] in names]
    silent, crashed = (sum(entry["verdict"] == verdict for entry in done) for verdict in ("silent", "crash"))
    refused = sum(entry["verdict"] == "refused" for entry in whole)
    # Upper end of the one-sided 95 % interval: where none was seen it is 3 / n.
    bound = (silent + 1.645 * math.sqrt(silent) + (3 if silent == 0 else 0)) / max(len(done), 1)
    print(f"silent errors {silent} of {len(done)} (95 % bound {bound:.3%}); whole feet refused {refused} of {len(whole)} "
          f"({refused / max(len(whole), 1):.1%}); crashes {crashed}")
    raise SystemExit(1 if silent or crashed or refused > 0.05 * len(whole) else 0)


if __name__ == "__main__":
    main()
