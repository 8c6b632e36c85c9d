"""The plate and the treadmill taken apart into steps."""

import numpy as np

from measuring import recordings as files
from measuring.bench import needs

from .facts import near

CELL = 5.08 * 7.62 / 1000  # N per cell to kPa: divide by this
BODY = (400, 1300)  # N: the largest force of a walking adult on one foot


@needs("data")
def walks(bench, report):
    """The plate's steps with side and peak, force near body weight in single support; the treadmill's, belt shift undone."""
    plate(bench, report)
    treadmill(bench, report)


def plate(bench, report):
    path = bench.data / "pressure" / "rsscan_plate_rolloff.txt.gz"
    values, times = files.rsscan(path)
    picture = bench.scratch / "plate.png"
    done = bench.orthotic("pressure", path, "--json", "--picture", picture)
    feet = done.json.get("feet", [])
    steps = feet[0]["steps"] if feet else []
    whole = [s for s in steps if "reasonToDrop" not in s]
    for s in steps:
        report.note(f"step {s['number']}: {s.get('side', '-')}, frames {s['firstFrame']}-{s['lastFrame']}, peak {s['peak']} kPa, "
                    f"{s['maximumForce']} N{', not used: ' + s['reasonToDrop'] if 'reasonToDrop' in s else ''}")
    report.hold(values.shape == (249, 256, 63) and len(steps) == 3 and [s["side"] for s in whole] == ["right", "left"],
                f"plate: {len(values)} frames, {len(steps)} steps, whole ones {[s['side'] for s in whole]}", done)
    for s in whole:
        inside = values[s["firstFrame"] - 1:s["lastFrame"]]
        # Alone on the plate: the frames of this step that no other step shares.
        others = [o for o in steps if o is not s]
        alone = [f for f in range(s["firstFrame"] - 1, s["lastFrame"])
                 if not any(o["firstFrame"] - 1 <= f < o["lastFrame"] for o in others)]
        force = values[alone].sum((1, 2))
        report.hold(near(s["peak"], float(max(v.max() for v in inside)) / CELL, 0.1) or s["peak"] <= inside.max() / CELL + 0.1,
                    f"step {s['number']} {s['side']}: peak {s['peak']} kPa (frames hold up to {inside.max() / CELL:.1f})")
        report.hold(BODY[0] <= force.max() <= BODY[1],
                    f"step {s['number']}: alone on the plate for {len(alone)} frames, force up to {force.max():.0f} N, median {np.median(force):.0f} N")
    report.hold(picture.exists() and picture.stat().st_size > 5000, f"picture of all steps: {picture}")


def treadmill(bench, report):
    path = bench.data / "pressure" / "zebris_treadmill.txt.gz"
    values, table, width, height = files.zebris(path)
    picture = bench.scratch / "treadmill.png"
    done = bench.orthotic("pressure", path, "--json", "--picture", picture)
    feet = done.json.get("feet", [])
    steps = feet[0]["steps"] if feet else []
    whole = [s for s in steps if "reasonToDrop" not in s]
    pairs = [(a["side"], b["side"]) for a, b in zip(whole, whole[1:]) if b["number"] == a["number"] + 1]
    report.hold(len(steps) >= 20 and len(pairs) >= 10 and all(a != b for a, b in pairs),
                f"treadmill: {len(values)} frames, {len(steps)} steps, {len(whole)} whole, left and right in turn", done)
    peaks = {side: [s["peak"] for s in whole if s["side"] == side] for side in ("left", "right")}
    for side, list_ in peaks.items():
        report.note(f"{side}: {len(list_)} steps, peaks {min(list_):.0f} to {max(list_):.0f} kPa")
    for f in feet:
        area, region = f["contactArea"], next(r for r in f["regions"] if r["name"] == "whole")
        # Smeared along the belt a print would cover some 1.1 m; a sharp one little more than the foot at its largest instant.
        report.hold(region["area"] < 1.6 * area, f"{f['side']}: print of all frames {region['area']} cm², largest frame {area} cm²: sharp")
    # What the file itself says each foot carries, in the frames where it says anything.
    forces = values.reshape(len(values), -1).sum(1) * width * height / 1000
    both = table[:, 2] + table[:, 3]
    known = (table[:, 2] > 0) & (table[:, 3] > 0)
    off = np.abs(forces - both)[known]
    report.hold(off.max() < 0.7, f"forces of {known.sum()} frames within {off.max():.2f} N of the file's own sum of both feet")
    report.hold(all(BODY[0] <= s["maximumForce"] <= BODY[1] for s in whole),
                f"force of the steps {min(s['maximumForce'] for s in whole):.0f} to {max(s['maximumForce'] for s in whole):.0f} N")
    report.hold(picture.exists() and picture.stat().st_size > 5000, f"picture of all steps: {picture}")
