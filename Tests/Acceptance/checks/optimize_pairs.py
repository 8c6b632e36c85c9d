"""What `optimize` makes of pairs of real scans and maps, and of the Samples.

For every pair: the highest region before, on the default device and on the one found; whether every region is below the target, at
the foot's own place and shifted; regions that end above both their own before and 150 kPa; whether a miss names its bound; whether
`design --rx` makes the same bytes and the same numbers; the time of the whole command. With --grid the best of a grid that `compare` makes
of the same free numbers, its best variant made again by `design`.

    python3 optimize_pairs.py --binary .build/release/orthotic [--data FOLDER] [--samples Samples] [--pair SCAN:MAP ...]
        [--goal below:200kPa] [--shift 4mm] [--max-thickness 8mm] [--maps NAME ...] [--own-side] [--grid]
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from regions_agree import Program, pairs

JUDGED = ["heel", "midfoot", "mt1", "mt2", "mt3", "mt4", "mt5", "hallux", "toes"]
TARGET = 200.0
HARMLESS = 150.0
# The same free numbers as steps of a grid: 5 · 5 · 4 · 2 · 2 doses in 2 materials: 800 devices.
GRID = ["--arch-contact", "20%,40%,60%,80%,100%", "--met-pad", "0,2,4,6,8", "--met-pad-front", "-5,0,5,10",
        "--forefoot-post", "0,2", "--offload-mode", "pocket,off"]
MATERIALS = ["tpu-85a-25", "tpu-85a-15"]
ALLOWED = ["--allow", "target-missed"]


def highest(regions):
    return max(region["after"]["peak"] for region in regions if region["name"] in JUDGED)


def harmed(regions):
    return [r["name"] for r in regions if r["name"] in JUDGED and r["after"]["peak"] > max(r["before"]["peak"], HARMLESS) + 0.1]


def best_of_grid(program, inputs, words):
    """The lowest of the grid's devices without harm, by its highest region; its words."""
    best = None
    for material in MATERIALS:
        _, result, _ = program.run("compare", *inputs, *words, *GRID, "--material", material, "--redose", "--grid", "2", "--json", "-q")
        for variant in result.get("variants", []):
            peak = highest(variant["regions"])
            if not harmed(variant["regions"]) and (best is None or peak < best[0]):
                best = (peak, material, variant["name"])
    return best


def judged(program, pair, chosen):
    scan, pressure, words = pair
    name = f"{scan.parent.name if scan.name == 'scan.ply' else scan.name} + {pressure.name}"
    more = ["--max-thickness", chosen.max_thickness] if chosen.max_thickness else []
    with tempfile.TemporaryDirectory() as folder:
        rx, one, two = (Path(folder) / part for part in ("rx.json", "one.stl", "two.stl"))
        inputs = [scan, "--pressure", pressure]
        code, default, said = program.run("design", *inputs, *words, "--json", "-q", *ALLOWED)
        if not default.get("regions"):
            return name, None
        start = time.perf_counter()
        code, found, said = program.run(
            "optimize", *inputs, *words, "--goal", chosen.goal, "--shift", chosen.shift, *more, "--save-rx", rx, "-o", one, "--json", "-q")
        taken = time.perf_counter() - start
        if not found.get("optimization"):
            return name, {"failed": said.strip()[-200:]}
        kept = found["optimization"]
        _, again, _ = program.run("design", *inputs, *words, "--rx", rx, "-o", two, "--json", "-q")
        apart = max(abs(a["after"]["peak"] - b["after"]["peak"]) for a, b in zip(found["regions"], again["regions"]))
        worst = max(region["worst"] for region in kept["regions"])
        result = {
            "before": max(r["before"]["peak"] for r in default["regions"] if r["name"] in JUDGED),
            "default": highest(default["regions"]), "found": highest(found["regions"]), "worst": worst,
            "harmedDefault": harmed(default["regions"]), "harmed": harmed(found["regions"]), "bounds": kept["bounds"],
            "limit": kept["physicalLimit"], "seconds": taken, "trials": kept["trials"], "changes": len(kept["changes"]),
            "same": one.read_bytes() == two.read_bytes() and apart <= 0.1, "thicker": kept.get("thicknessThatWouldDo"), "code": code,
        }
        if chosen.grid:
            result["grid"] = best_of_grid(program, inputs, words)
        return name, result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--data")
    parser.add_argument("--samples", default="Samples")
    parser.add_argument("--pair", action="append")
    parser.add_argument("--maps", action="append")
    parser.add_argument("--goal", default="below:200kPa")
    parser.add_argument("--shift", default="4mm")
    parser.add_argument("--max-thickness")
    parser.add_argument("--own-side", action="store_true", help="only maps whose name has the scan's side")
    parser.add_argument("--grid", action="store_true")
    chosen = parser.parse_args()
    program = Program(chosen.binary)
    wanted = [each for each in pairs(program, chosen) if not chosen.maps or each[1].name in chosen.maps or each[0].name == "scan.ply"]
    if chosen.own_side:
        sides = ("left", "right")
        wanted = [each for each in wanted if each[0].name == "scan.ply" or not any(
            side in each[1].name and side not in " ".join(map(str, each[2])) for side in sides)]
    results = []
    print(f"{'pair':52} before default found worst limit  s trials")
    for pair in wanted:
        name, result = judged(program, pair, chosen)
        if result is None:
            continue
        if "failed" in result:
            print(f"{name:52} failed: {result['failed']}", flush=True)
            results.append(None)
            continue
        results.append(result)
        notes = [] if result["same"] else ["NOT THE SAME AGAIN"]
        notes += [f"HARMED {', '.join(result['harmed'])}"] if result["harmed"] else []
        notes += [f"default harmed {', '.join(result['harmedDefault'])}"] if result["harmedDefault"] else []
        if result["found"] > TARGET:
            notes.append(f"missed: {'; '.join(result['bounds']) or 'NO BOUND'}")
            notes += [f"{result['thicker']} mm would do"] if result["thicker"] else []
        if result.get("grid"):
            notes.append(f"grid {result['grid'][0]:.0f}: {result['grid'][1]}, {result['grid'][2]}")
        print(f"{name:52} {result['before']:6.0f} {result['default']:7.0f} {result['found']:5.0f} {result['worst']:5.0f} "
              f"{result['limit']:5.0f} {result['seconds']:4.1f} {result['trials']:4} {'; '.join(notes)}", flush=True)
    done = [each for each in results if each]
    if not done:
        sys.exit("no pair")
    share = lambda key: f"{sum(each[key] <= TARGET for each in done)} of {len(done)}"
    print(f"\nall regions below {TARGET:.0f} kPa: default {share('default')}, found {share('found')}, over all cases {share('worst')}")
    print(f"regions harmed: default {sum(len(each['harmedDefault']) for each in done)}, found {sum(len(each['harmed']) for each in done)}")
    print(f"lower by, median: {statistics.median(1 - each['found'] / each['default'] for each in done):.0%}; "
          f"times the physical limit, median: {statistics.median(each['found'] / each['limit'] for each in done):.2f}")
    print(f"seconds, median {statistics.median(each['seconds'] for each in done):.1f}, most {max(each['seconds'] for each in done):.1f}")
    silent = [each for each in done if each["found"] > TARGET and not each["bounds"]]
    wrong = [each for each in results if each is None or not each["same"] or each["found"] > each["default"] + 0.1 and each["default"] > TARGET]
    sys.exit(1 if wrong or silent else 0)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main()
