"""Prescriptions: random ones, mirror images, presets."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np

from measuring import judges, stl
from measuring.bench import needs
from measuring.stream import Stream

from .elements import right


@needs("benchmarks")
def random(bench, report):
    """Random prescriptions: each refused with a reason, or a sound solid without a thin wall."""
    count, sample, first = bench.options.count, bench.options.sample, bench.options.first
    if count:
        words = [bench.benchmarks, "prescriptions", str(count), str(first), *sorted(str(case.scan) for case in bench.real)]
        done = subprocess.run(words, capture_output=True, text=True)
        for line in done.stdout.splitlines():
            if not line.startswith("…"):
                report.note(line[:300])
        found = re.search(r"^(\d+) sound, (\d+) refused with a reason, (\d+) failed", done.stdout, re.M)
        report.hold(done.returncode == 0, "no trap", done.stderr[-800:])
        report.hold(bool(found) and found[3] == "0", f"{count} prescriptions: {found[0] if found else 'no result'}")
    if sample:
        judged(bench, report, sample, first)


def judged(bench, report, sample, first):
    """Solids of random prescriptions before the program's own check and the independent checkers."""
    names = [c.scan for c in bench.samples + bench.real]
    stream, runs, refused, seed = Stream(bench.judges), {}, 0, first - 1
    while len(runs) < sample:
        seed += 1
        rx = bench.scratch / f"random-{first}.json"
        rx.write_text(subprocess.run([bench.benchmarks, "prescriptions", "rx", str(seed)], capture_output=True, text=True).stdout)
        out = bench.scratch / f"random-{seed}.stl"
        run = bench.orthotic("design", names[seed % len(names)], "--rx", rx, "-o", out, "--json", "--grid", "1")
        if run.code in (1, 65):
            refused += 1
            reasons = [w for w in run.json.get("warnings", []) if w["severity"] == "error"]
            if not reasons and "expected" not in run.err:
                report.hold(False, f"seed {seed} is refused with a reason", run)
            continue
        if not report.hold(run.code == 0, f"seed {seed} on {names[seed % len(names)].name} designs", run):
            break
        stream.ask(out)
        checked = bench.orthotic("check", out, "--json")
        runs[str(out)] = (seed, run, checked, {n: judge(str(out)) for n, judge in judges.PROGRAMS.items() if shutil.which(n)})
    answers = {said["path"]: said for said in stream.end()}
    counts = {}
    for path, (seed, run, checked, said) in runs.items():
        answer = answers.get(path)
        said.update({name: v for name, v in (answer or {}).items() if isinstance(v, dict)})
        for name, verdict in said.items():
            good, all_ = counts.get(name, (0, 0))
            counts[name] = good + bool(verdict["ok"]), all_ + 1
        bad = {name: v for name, v in said.items() if not v["ok"]}
        report.hold(answer is not None and checked.code == 0 and not bad,
                    f"seed {seed}: check and {len(said)} checkers", f"{run}\n{checked}\n{bad}")
        if not bad:
            Path(path).unlink()
    report.note(f"{len(runs)} solids from seed {first}, {refused} refused; " + ", ".join(f"{n} {a} of {b}" for n, (a, b) in counts.items()))


def mirrored(bench, report):
    """Left and right: a mirrored scan with any prescription gives the mirrored solid."""
    case = right(bench)
    one = bench.scratch / "pair.stl"
    for flags in ([], ["--rearfoot-post", "4varus", "--met-pad", "4"],
                  ["--heel-cup", "18", "--medial-skive", "3", "--medial-flange", "6", "--first-ray", "cut-out"],
                  ["--length", "sulcus", "--neuroma-pad", "3-4", "--sink", "navicular:2", "--forefoot-post", "3valgus"]):
        run = bench.orthotic("design", case.scan, "--both", *flags, "--json", "-o", one)
        if not report.hold(run.code == 0, f"both feet with {' '.join(flags) or 'defaults'}", run):
            continue
        left, other = (stl.read(bench.scratch / f"pair-{side}.stl") for side in ("left", "right"))
        other = other.copy()
        other[:, :, 0] *= -1
        same = sorted(map(tuple, np.sort(left.reshape(-1, 9), 1))) == sorted(map(tuple, np.sort(other.reshape(-1, 9), 1)))
        report.hold(same, f"  {len(left)} facets are the mirror image, to the last bit")


def presets(bench, report):
    """Presets: each designs on each Sample, and does to the pressure what its sources say."""
    effects, name = {}, None
    for line in bench.orthotic("presets").out.splitlines():
        if line and not line.startswith(" "):
            name = line
        elif line.strip().startswith("Predicted effect: "):
            effects[name] = line.split(": ", 1)[1]
    report.hold(len(effects) >= 10, f"{len(effects)} presets, each with an effect")
    usual = {case.name: predicted(bench, case) for case in bench.samples}
    for name, effect in effects.items():
        for case in bench.samples:
            run, peaks, heel, _ = predicted(bench, case, "--preset", name)
            codes = {w["code"]: w["severity"] for w in run.json.get("warnings", [])}
            errors = [code for code, severity in codes.items() if severity == "error"]
            if not report.hold(run.code == 0 and not errors, f"{name} designs on {case.name}", run):
                continue
            _, plain, plain_heel, before = usual[case.name]
            lowered = re.match(r"lowers the highest pressure of (?:the )?(\w+)$", effect)
            if lowered:
                region = {"sole": "whole"}.get(lowered[1], lowered[1])
                report.hold(
                    peaks[region] < plain[region] and peaks[region] < before[region],
                    f"  {region} peak {before[region]:.0f} → {peaks[region]:.0f} kPa; default device {plain[region]:.0f}")
            elif effect == "moves the heel's load medially":
                report.hold(heel < plain_heel - 0.5,
                            f"  heel's load at x {heel:.1f} mm, on the default device {plain_heel:.1f} (medial is negative)")
            else:
                report.hold(effect == "none on the pressure", f"  effect: {effect}")
            trouble = [code for code in codes if code in ("arch-carries-too-much", "heel-lifted")]
            report.hold(not trouble, f"  the device does not lift the foot off its heel {' '.join(trouble)}")
        rx = bench.scratch / "preset.json"
        rx.write_text(bench.orthotic("design", "--preset", name, "--print-rx").out)
        again = bench.orthotic("design", "--rx", rx, "--print-rx").out
        report.hold(json.loads(again) == json.loads(rx.read_text()), f"{name} printed and read back is the same")


def predicted(bench, case, *flags):
    """The run, the regions' peaks after, x of the heel's load after (canonical frame, mm), and the peaks before."""
    record = bench.scratch / "preset-record.json"
    record.unlink(missing_ok=True)
    run = bench.orthotic("design", case.scan, "--pressure", case.pressure, *case.flags, *flags, "--json",
                         "--record", record, "--record-grids")
    if run.code != 0:
        return run, {}, 0, {}
    peaks, before = ({r["name"]: r[key]["peak"] for r in run.json["regions"]} for key in ("after", "before"))
    kept = json.loads(record.read_text())
    grid = kept["grids"]["after"]
    pressure = np.array([v or 0 for v in grid["values"]]).reshape(grid["rows"], grid["columns"])
    rows = grid["origin"][1] + grid["spacing"] * np.arange(grid["rows"]) < 0.27 * kept["foot"]["length"]
    across = grid["origin"][0] + grid["spacing"] * np.arange(grid["columns"])
    return run, peaks, float((pressure[rows] * across).sum() / pressure[rows].sum()), before
