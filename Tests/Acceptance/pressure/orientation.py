"""Item 4: a file turned in its own grid comes out the same on the foot, or is refused; never silently wrong."""

import json

import numpy as np

from measuring.program import run

from . import files

WAYS = [(turns, mirrored) for turns in range(4) for mirrored in (False, True) if turns or mirrored]


def turned(values, turns, mirrored):
    values = np.rot90(values, turns)
    return values[:, ::-1] if mirrored else values


def item4(bench, report):
    """Each file turned by quarter turns and mirrored, side given: the same after registration, or refused as ambiguous."""
    home = bench.data
    right, left = ("normal-right", "cavus-right"), ("flat-left",)
    maps = [(c.name, files.grid(c.pressure), 5, c.side) for c in bench.samples]
    if home:
        maps += [(f"mean104_{s}", files.grid(home / f"mean104_{s}.csv"), 5, s) for s in ("left", "right")]
        for name, side in (("zebris_right_1", "right"), ("zebris_right_2", "right"), ("zebris_left_1", "left"),
                           ("ecofoot_left_1", "left"), ("ecofoot_left_2", "left")):
            values, along, _ = files.apd(home / f"{name}.apd")
            maps.append((name, values, along, side))
        maps.append(("emed_test, maximum", files.emed(home / "emed_test.lst")[0].max(0), 5, "right"))
        maps.append(("fscan_left, maximum", np.nan_to_num(files.tekscan(home / "fscan_left.asf"), nan=-1).max(0), 5.08, "left"))
    scans = {c.side: c.scan for c in bench.samples}
    for name, values, cell, side in maps:
        straight = placed(bench, values, cell, side, scans[side])
        same, refused, wrong = 0, 0, []
        for turns, mirrored in WAYS:
            done = placed(bench, turned(values, turns, mirrored), cell, side, scans[side])
            if done.code == 65 and "ambiguous" in done.err + done.out or done.code == 65:
                refused += 1
            elif done.code == 0 and outcome(done) == outcome(straight):
                same += 1
            else:
                wrong.append(f"{90 * turns}°{' mirrored' if mirrored else ''}")
        report.hold(straight.code == 0 and not wrong, f"{name}: {same} same, {refused} refused, {len(wrong)} wrong {' '.join(wrong)}", straight)
    if bench.benchmarks:
        words = [bench.benchmarks, "orientation"] + ([home] if home else [])
        done = run(words, limit=500)
        report.note("every reader's recordings, turned inside the program:\n      " + done.out.replace("\n", "\n      "))
        report.hold(done.code == 0 and "|" in done.out and "WRONG" not in done.out and "not placed" not in done.out,
                    "no recording of any reader is placed wrongly in any of the seven ways")
    else:
        report.skip("no --benchmarks program: recordings over time are turned by OrthoticBenchmarks orientation")


def placed(bench, values, cell, side, scan):
    path = bench.scratch / "turned.csv"
    np.savetxt(path, values, delimiter=",", fmt="%.6g")
    return bench.orthotic("pressure", path, "--pressure-cell", cell, "--pressure-unit", "kPa", "--pressure-side", side, "--scan", scan,
                          "--json", "--quiet")


def outcome(done):
    """What must not depend on how the grid lay: what each region of the foot bears, and how well the map fits."""
    result = done.json
    fit = result.get("registration", {})
    return json.dumps([result.get("regions"), result.get("archIndex"), fit.get("residual"), fit.get("overlap"), fit.get("agreement")])
