"""A file turned in its own grid comes out the same on the foot, or is refused; never silently wrong."""

import json

import numpy as np

from measuring import recordings as files
from measuring.program import run

WAYS = [(turns, mirrored) for turns in range(4) for mirrored in (False, True) if turns or mirrored]


def turned(values, turns, mirrored):
    values = np.rot90(values, turns)
    return values[:, ::-1] if mirrored else values


def orientation(bench, report):
    """Each file turned by quarter turns and mirrored, side given: the same after registration, or refused as ambiguous."""
    home = bench.data and bench.data / "pressure"
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
    if home:
        turned_walks(bench, report, scans)
    if bench.benchmarks:
        words = [bench.benchmarks, "orientation"] + ([home] if home else [])
        done = run(words, limit=500)
        bench.tables["orientation"] = done.out
        report.note("every reader's recordings, turned inside the program:\n      " + done.out.replace("\n", "\n      "))
        report.hold(done.code == 0 and "|" in done.out and "WRONG" not in done.out and "not placed" not in done.out,
                    "no recording of any reader is placed wrongly in any of the seven ways")
    else:
        report.skip("no --benchmarks program: recordings over time are turned by OrthoticBenchmarks orientation")


def turned_walks(bench, report, scans):
    """The plate's and the treadmill's own files, written anew turned by 180°, mirrored, and both.

    Said are the side alone; the side and the step; the side and the view. Feet do not walk sideways: quarter turns are left
    to the benchmark.
    """
    for name, write in (("rsscan_plate_rolloff", rsscan_written), ("zebris_treadmill", zebris_written)):
        whole = files.text(bench.data / "pressure" / f"{name}.txt.gz")
        ways = [(back, mirrored) for back in (False, True) for mirrored in (False, True)]
        paths = {}
        for way in ways:
            paths[way] = bench.scratch / f"{name}-{way[0]:d}{way[1]:d}.txt"
            paths[way].write_bytes(write(whole, *way).encode("latin-1"))
        listed = bench.orthotic("pressure", paths[ways[0]], "--json", "--quiet").json.get("feet", [{}])[0].get("steps", [])
        for side, scan in scans.items():
            steps = [s["number"] for s in listed if s.get("side") == side and "reasonToDrop" not in s]
            truth = laid(bench, paths[ways[0]], side, scan, "--pressure-view", "above")
            report.hold(truth.code == 0 and steps != [], f"{name} {side}: laid on the scan with --pressure-view above", truth)
            step = ["--pressure-step", steps[len(steps) // 2]] if steps else []
            given = {"side alone": lambda way: [], "side and step": lambda way: step,
                     "side and view": lambda way: ["--pressure-view", "below" if way[1] else "above"]}
            for words, flags in given.items():
                wanted = outcome(laid(bench, paths[ways[0]], side, scan, "--pressure-view", "above", *step) if words == "side and step" else truth)
                same, refused, wrong = 0, 0, []
                for way in ways:
                    done = laid(bench, paths[way], side, scan, *flags(way))
                    if done.code == 65 and "ambiguous" in done.err or done.code == 65:
                        refused += 1
                    elif done.code == 0 and outcome(done) == wanted:
                        same += 1
                    else:
                        wrong.append(f"{'180°' if way[0] else '0°'}{' mirrored' if way[1] else ''}")
                report.hold(not wrong, f"{name} {side}, {words}: {same} same, {refused} refused, {len(wrong)} wrong {' '.join(wrong)}")


def laid(bench, path, side, scan, *flags):
    return bench.orthotic("pressure", path, "--pressure-side", side, "--scan", scan, "--json", "--quiet", *flags)


def rsscan_written(whole, back, mirrored):
    """Rows in front of each other and values of a row, both reversed for half a turn."""
    out, rows = [], []
    for line in whole.replace("\r", "").split("\n") + ["Frame end"]:
        if line[:1].isdigit():
            words = line.split()
            # Half a turn reverses both ways; a mirror reverses the columns once more.
            rows.append("\t".join(words[::-1] if back != mirrored else words))
            continue
        if rows:
            out += rows[::-1] if back else rows
            rows = []
        if line != "Frame end":
            out.append(line)
    return "\r\n".join(out)


def zebris_written(whole, back, mirrored):
    """The walkway runs along the columns x: half a turn reverses them and the lines y, a mirror the lines."""
    out, rows = [], []
    for line in whole.replace("\r", "").split("\n"):
        if line[:1] == "y" and line[1:2].isdigit():
            rows.append(line.split("\t")[1:])
            continue
        if rows:
            for number, row in enumerate(rows[::-1] if back != mirrored else rows):
                last = row[:-1] if row[-1] == "" else row
                out.append("\t".join([f"y{number + 1}"] + (last[::-1] if back else last)))
            rows = []
        out.append(line)
    return "\r\n".join(out)


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
