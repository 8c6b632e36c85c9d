"""One set of regions for every command: what `design` calls before is what `pressure --scan` measures.

For every pair of a real scan and a real map of its side, and for the Samples: the peaks (over the same area), means, areas and
forces of all regions agree to 1 %, no number and no node of before is higher than the map's own highest value, `compare` and
the report say the same, and the report's labels stand in the regions whose numbers they show. What `pressure` says of a map
without a scan is held to the numbers of the files' own programs.

    python3 regions_agree.py --binary .build/release/orthotic [--data FOLDER] [--samples Samples] [--pair SCAN:MAP ...]
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# What the devices' own programs say of their files: highest sensor kPa, largest force N.
OWN = {
    "emed_test.lst": ([], 370.0, 818.62),
    "fscan_left.asf": ([], 760.0, 924.36),
    "zebris_right_1.apd": ([], 365.0, None),
    "zebris_right_2.apd": ([], 285.0, None),
    "zebris_left_1.apd": ([], 290.0, None),
    "xsensor_data.csv": (["--pressure-side", "left"], 394.3, None),
    "pedar_example.asc": (["--pressure-side", "left"], None, 850.09),
    "mean104_left.csv": (["--pressure-side", "left"], 402.0, None),
    "mean104_right.csv": (["--pressure-side", "right"], 392.0, None),
}
# Words that a scan needs beside its name.
SCAN_WORDS = {"plate-left-unscaled.ply": ["--foot-length", "260"]}
# A plate with steps of both feet that does not say which is which.
MAP_WORDS = {"rsscan_plate_rolloff.txt.gz": ["--pressure-view", "above"]}
AGREE = 0.01
# Smaller numbers are rounded to more than one per cent of themselves: kPa, kPa, cm², N.
LEAST = {"peak": 10, "mean": 10, "area": 1, "force": 5}


class Program:
    def __init__(self, binary):
        self.binary = str(Path(binary).resolve())

    def run(self, *words):
        done = subprocess.run([self.binary, *map(str, words)], capture_output=True, text=True, timeout=600)
        try:
            return done.returncode, json.loads(done.stdout), done.stderr
        except ValueError:
            return done.returncode, {}, done.stderr


def side_of(program, scan):
    """The side of a scan, or nothing where it is refused."""
    _, found, _ = program.run("measure", scan, *SCAN_WORDS.get(scan.name, []), "--json", "-q")
    return found.get("side")


def pairs(program, chosen):
    found = []
    for sample in sorted(Path(chosen.samples).glob("*/scan.ply")):
        found.append((sample, sample.parent / "pressure.csv", []))
    if chosen.data:
        data = Path(chosen.data)
        for scan in sorted((data / "scans").iterdir()):
            side = side_of(program, scan)
            if not side:
                continue
            for pressure in sorted((data / "pressure").iterdir()):
                words = ["--pressure-side", side, *MAP_WORDS.get(pressure.name, []), *SCAN_WORDS.get(scan.name, [])]
                found.append((scan, pressure, words))
    if chosen.pair:
        found = [each for each in found if f"{each[0].name}:{each[1].name}" in chosen.pair]
    return found


def near(a, b, least):
    return abs(a - b) <= AGREE * max(abs(a), abs(b), least)


def judged(program, pair):
    """What is wrong with a pair, or why it is none."""
    scan, pressure, words = pair
    name = f"{scan.parent.name if scan.name == 'scan.ply' else scan.name} + {pressure.name}"
    code, alone, said = program.run("pressure", pressure, "--scan", scan, *words, "--json", "-q")
    with tempfile.TemporaryDirectory() as folder:
        record, page = Path(folder) / "record.json", Path(folder) / "page.html"
        _, design, told = program.run(
            "design", scan, "--pressure", pressure, *words, "--offload", "off", "--record", record, "--record-grids",
            "--report", page, "--json", "-q", "-o", Path(folder) / "x.stl")
        if not alone.get("regions") or not design.get("regions"):
            if bool(alone.get("regions")) != bool(design.get("regions")):
                return name, None, ["only one of design and pressure takes it: " + (said or told).strip()[-200:]]
            return name, "no pair: " + (said.strip().splitlines() or ["?"])[-1][:90], []
        wrong = []
        highest = alone["peak"]
        before = {region["name"]: region["before"] for region in design["regions"]}
        for region in alone["regions"]:
            mine = before[region["name"]]
            for number, theirs in (("peak", "areaPeak"), ("mean", "mean"), ("area", "area"), ("force", "maximumForce")):
                if not near(mine[number], region[theirs], LEAST[number]):
                    wrong.append(f"{region['name']} {number}: design {mine[number]}, pressure {region[theirs]}")
            if mine["peak"] > highest + 0.1:
                wrong.append(f"{region['name']}: before {mine['peak']} above the map's {highest}")
        if abs(design["peakArea"] - alone["peakArea"]) > 0.02:
            wrong.append(f"area of a peak: design {design['peakArea']}, pressure {alone['peakArea']}")
        kept = json.loads(record.read_text())
        top = max(nodes(kept), default=0)
        if not top:
            wrong.append("the record holds no grid of before")
        if top > highest * 1.0001 + 0.1:
            wrong.append(f"a node of before has {top:.1f} kPa, the map {highest}")
        wrong += report_troubles(page.read_text(), before)
        _, compared, _ = program.run(
            "compare", scan, "--pressure", pressure, *words, "--offload", "off", "--thickness", "3,4", "--json", "-q")
        for variant in compared.get("variants", []):
            if any(region["before"] != before[region["name"]] for region in variant["regions"]):
                wrong.append(f"compare's {variant['name']} has another before")
        if len(compared.get("variants", [])) != 2:
            wrong.append("compare gave no two variants")
        return name, None, wrong


def nodes(record):
    """Every node of before in a record with grids."""
    grid = record.get("grids", {}).get("before", {})
    return [value for value in grid.get("values", []) if isinstance(value, (int, float))]


def inside(lines, x, y):
    """Whether a point lies within closed lines (even-odd)."""
    odd = False
    for line in lines:
        for (ax, ay), (bx, by) in zip(line, line[1:] + line[:1]):
            if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                odd = not odd
    return odd


def report_troubles(html, before):
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.S)
    page = json.loads(data.group(1))["designs"][0]
    wrong = []
    for region in page["record"]["prediction"]["regions"]:
        if region["before"] != before[region["name"]]:
            wrong.append(f"the report's table has another {region['name']}")
    lines = {region["name"]: region["lines"] for region in page["regions"]}
    for peak in page["peaks"]:
        for state in ("before", "after"):
            place = peak[state]
            # A square's middle lies in its region, or on its border within half a node.
            if place and not any(inside(lines[peak["name"]], place[0] + dx, place[1] + dy)
                                 for dx in (-2, 0, 2) for dy in (-2, 0, 2)):
                wrong.append(f"the label of {peak['name']} {state} stands outside its region, at {place}")
    return wrong


def own_numbers(program, data):
    wrong = []
    for name, (words, peak, force) in OWN.items():
        _, found, _ = program.run("pressure", Path(data) / "pressure" / name, *words, "--json", "-q")
        if peak is not None and abs(found.get("peak", 0) - peak) > 0.6:
            wrong.append(f"{name}: peak {found.get('peak')} instead of {peak}")
        if force is not None and abs(found.get("maximumForce", 0) - force) > 0.01:
            wrong.append(f"{name}: force {found.get('maximumForce')} instead of {force}")
        for region in found.get("regions", []):
            if region["areaPeak"] > region["peak"] + 0.05:
                wrong.append(f"{name} {region['name']}: mean over an area {region['areaPeak']} above {region['peak']}")
    return wrong


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--binary", default=".build/release/orthotic")
    words.add_argument("--data", default=os.environ.get("ORTHOTIC_REAL_FILES"))
    words.add_argument("--samples", default="Samples")
    words.add_argument("--pair", action="append", help="SCAN:MAP, by their file names: only these")
    words.add_argument("--jobs", type=int, default=2)
    chosen = words.parse_args()
    program = Program(chosen.binary)
    failed, held, left = 0, 0, 0
    with ThreadPoolExecutor(chosen.jobs) as pool:
        for name, reason, wrong in pool.map(lambda pair: judged(program, pair), pairs(program, chosen)):
            if reason:
                left += 1
                print(f"SKIP  {name}: {reason}")
            elif wrong:
                failed += 1
                print(f"FAIL  {name}: " + "; ".join(wrong[:6]) + (f" … {len(wrong)} in all" if len(wrong) > 6 else ""))
            else:
                held += 1
                print(f"PASS  {name}")
            sys.stdout.flush()
    if chosen.data and not chosen.pair:
        wrong = own_numbers(program, chosen.data)
        failed += bool(wrong)
        print("FAIL  own numbers: " + "; ".join(wrong) if wrong else "PASS  what pressure says of maps without a scan")
    print(f"{held} pairs agree, {failed} fail, {left} are no pairs")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
