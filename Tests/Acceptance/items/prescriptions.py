"""Items 3 to 5 of the prescription: random ones, mirror images, presets."""

import json
import re
import subprocess

import numpy as np

from items.elements import right
from measuring import judges, stl


def item3(bench, report, benchmarks=None, count=10_000, sample=200, scans=()):
    """Random prescriptions: each refused with a reason, or a sound solid without a thin wall."""
    if benchmarks is None:
        return report.skip("no OrthoticBenchmarks given (--benchmarks)")
    done = subprocess.run([benchmarks, "prescriptions", str(count), "1", *scans], capture_output=True, text=True)
    lines = done.stdout.splitlines()
    for line in lines:
        if not line.startswith("…"):
            report.note(line[:300])
    found = re.search(r"^(\d+) sound, (\d+) refused with a reason, (\d+) failed", "\n".join(lines), re.M)
    report.hold(done.returncode == 0, "no trap", done.stderr[-800:])
    report.hold(bool(found) and found[3] == "0", f"{count} prescriptions: {found[0] if found else 'no result'}")
    sound, refused, seed = 0, 0, 0
    names = [c.scan for c in bench.samples + bench.real]
    while sound + refused < sample:
        seed += 1
        rx = bench.scratch / "random.json"
        rx.write_text(subprocess.run([benchmarks, "prescriptions", "rx", str(seed)], capture_output=True, text=True).stdout)
        out = bench.scratch / "random.stl"
        out.unlink(missing_ok=True)
        run = bench.orthotic("design", names[seed % len(names)], "--rx", rx, "-o", out, "--json", "--grid", "1")
        if run.code in (1, 65):
            reasons = [w for w in run.json.get("warnings", []) if w["severity"] == "error"]
            refused += 1
            if not reasons and "expected" not in run.err:
                report.hold(False, f"seed {seed} is refused with a reason", run)
            continue
        said = judges.verdicts(out, bench.judges) if run.code == 0 else {}
        checked = bench.orthotic("check", out, "--json") if run.code == 0 else run
        sound += 1
        bad = {name: v for name, v in said.items() if v.get("ok") is False}
        if run.code != 0 or checked.code != 0 or bad:
            report.hold(False, f"seed {seed} on {names[seed % len(names)]} passes check and {len(said)} checkers", f"{run}\n{bad}")
    report.hold(True, f"{sound} of {sample} solids seen by the program's check and the independent checkers, {refused} refused")


def item4(bench, report):
    """Left and right: a mirrored scan with any prescription gives the mirrored solid."""
    case = right(bench)
    one = bench.scratch / "pair.stl"
    for flags in ([], ["--rearfoot-post", "4varus", "--met-pad", "4"],
                  ["--heel-cup", "18", "--medial-skive", "3", "--medial-flange", "6", "--first-ray", "cut-out"],
                  ["--length", "sulcus", "--neuroma-pad", "3-4", "--sink", "navicular:2", "--forefoot-post", "3valgus"]):
        run = bench.orthotic("design", case.scan, "--both", *flags, "--json", "-o", one)
        if not report.hold(run.code == 0, f"both feet with {' '.join(flags) or 'defaults'}", run):
            continue
        left, mirrored = (stl.read(bench.scratch / f"pair-{side}.stl") for side in ("left", "right"))
        mirrored = mirrored.copy()
        mirrored[:, :, 0] *= -1
        same = sorted(map(tuple, np.sort(left.reshape(-1, 9), 1))) == sorted(map(tuple, np.sort(mirrored.reshape(-1, 9), 1)))
        report.hold(same, f"  {len(left)} facets are the mirror image, to the last bit")


def item5(bench, report):
    """Presets: each designs on each Sample, and relieves what its sources say."""
    listing = bench.orthotic("presets").out
    names = [line for line in listing.splitlines() if line and not line.startswith(" ")]
    report.hold(len(names) >= 10, f"{len(names)} presets")
    relieves = {"plantar-heel-pain": "heel", "flexible-flat-foot": "heel", "cavus-foot": "whole",
                "metatarsalgia": "forefoot", "hallux-limitus": "mt1", "neuroma": "forefoot",
                "insensate-forefoot": "forefoot", "insensate-heel": "heel", "comfort": "whole"}
    for name in names:
        for case in bench.samples:
            run = bench.orthotic("design", case.scan, "--pressure", case.pressure, *case.flags, "--preset", name, "--json")
            errors = [w["code"] for w in run.json.get("warnings", []) if w["severity"] == "error"]
            if not report.hold(run.code == 0 and not errors, f"{name} designs on {case.name}", run):
                continue
            if name in relieves:
                region = next(r for r in run.json["regions"] if r["name"] == relieves[name])
                before, after = region["before"]["peak"], region["after"]["peak"]
                plain = bench.orthotic("design", case.scan, "--pressure", case.pressure, *case.flags, "--json").json
                usual = next(r for r in plain["regions"] if r["name"] == relieves[name])["after"]["peak"]
                report.note(f"without the preset {usual:.0f} kPa")
                report.hold(after < before, f"  {relieves[name]} peak {before:.0f} → {after:.0f} kPa on {case.name}")
        rx = bench.scratch / "preset.json"
        rx.write_text(bench.orthotic("design", "--preset", name, "--print-rx").out)
        again = bench.orthotic("design", "--rx", rx, "--print-rx").out
        report.hold(json.loads(again) == json.loads(rx.read_text()), f"{name} printed and read back is the same")
