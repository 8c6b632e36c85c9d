"""The default device says what it makes worse, and loads no arch that could lie lower.

For every pair of a real scan and a real map of its side, and for the Samples, as the program designs them without any wish: each
region that ends above the target and more than 10 % above its own before has the finding `region-worse`, no other has it, and no arch
carries more than 120 kPa whose height could be lowered. Prints how many of how many.

    python3 no_unsaid_harm.py --binary .build/release/orthotic [--data FOLDER] [--samples Samples] [--pair SCAN:MAP ...]
"""

import argparse
import os
import sys
from concurrent.futures import ThreadPoolExecutor

from regions_agree import Program, pairs

TARGET, RISE, ARCH = 200.0, 1.10, 120.0
# Wholes, of which only the parts are judged, and what presses on a pad.
NOT_JUDGED = {"whole", "forefoot", "metPad"}
# What rounding to 0.1 kPa leaves open.
ROUNDING = 0.06


def judged(program, pair):
    """Of one pair: its name, whether it is one, what is wrong, its regions made worse, and its arch."""
    scan, pressure, words = pair
    name = f"{scan.parent.name if scan.name == 'scan.ply' else scan.name} + {pressure.name}"
    _, design, said = program.run("design", scan, "--pressure", pressure, *words, "--json", "-q")
    if not design.get("regions"):
        return name, False, [], [], None, (said.strip().splitlines() or ["?"])[-1][:90]
    told = [w["message"] for w in design["warnings"] if w["code"] == "region-worse"]
    wrong, worse = [], []
    for region in design["regions"]:
        before, after = region["before"]["peak"], region["after"]["peak"]
        if region["name"] in NOT_JUDGED:
            continue
        is_told = any(message.startswith(region["name"] + " ") for message in told)
        if after > TARGET + ROUNDING and after > RISE * (before + ROUNDING) + ROUNDING:
            worse.append(f"{region['name']} {before:.0f} to {after:.0f}")
            if not is_told:
                wrong.append(f"{worse[-1]} kPa, unsaid")
        elif is_told and not (after > TARGET - ROUNDING and after > RISE * (before - ROUNDING) - ROUNDING):
            wrong.append(f"{region['name']} {before:.0f} to {after:.0f} kPa is called worse")
    arch = design.get("arch") or {}
    if arch.get("peak", 0) > ARCH + 0.5 and arch.get("contact", 0) > 0.5:
        wrong.append(f"arch of {arch['contact']} % carries {arch['peak']} kPa")
    return name, True, wrong, worse, arch.get("peak"), ""


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--binary", default=".build/release/orthotic")
    words.add_argument("--data", default=os.environ.get("ORTHOTIC_REAL_FILES"))
    words.add_argument("--samples", default="Samples")
    words.add_argument("--pair", action="append", help="SCAN:MAP, by their file names: only these")
    words.add_argument("--jobs", type=int, default=2)
    chosen = words.parse_args()
    program = Program(chosen.binary)
    held, failed, left, worsened, regions, arches = 0, 0, 0, 0, 0, []
    with ThreadPoolExecutor(chosen.jobs) as pool:
        for name, is_pair, wrong, worse, arch, why in pool.map(lambda pair: judged(program, pair), pairs(program, chosen)):
            if not is_pair:
                left += 1
                print(f"SKIP  {name}: {why}")
                continue
            failed += bool(wrong)
            held += not wrong
            worsened += bool(worse)
            regions += len(worse)
            if arch is not None:
                arches.append(arch)
            print(f"FAIL  {name}: " + "; ".join(wrong) if wrong else f"PASS  {name}" + (": worse and said: " + ", ".join(worse) if worse else ""))
            sys.stdout.flush()
    count = held + failed
    print(f"{held} of {count} pairs hold, {left} are no pairs; {regions} regions made worse and said, in {worsened} of {count} pairs; "
          f"the highest of {len(arches)} arches carries {max(arches, default=0):.1f} kPa")
    return 1 if failed or not count else 0


if __name__ == "__main__":
    sys.exit(main())
