#!/usr/bin/env python3
"""The acceptance of the pressure recordings, measured from outside on what the program prints and draws.

    python3 Tests/Acceptance/issue4.py --binary .build/release/orthotic --data FOLDER [items]

Items are 1 to 7; without any, all run. --data holds `pressure`; without it only the Samples are run. --benchmarks names
OrthoticBenchmarks, which draws poses, turns recordings over time and times the readers alone; --fuzz-log the output of a
fuzzer run. numpy is all that this script needs.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from measuring.bench import Bench
from measuring.report import Report
from pressure import facts, fuzz, orientation, placement, reference, speed, walks

ITEMS = {1: facts.item1, 2: reference.item2, 3: walks.item3, 4: orientation.item4, 5: placement.item5, 6: speed.item6, 7: fuzz.item7}
REAL = {1, 2, 3, 6}
ROOT = Path(__file__).resolve().parents[2]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=ROOT / ".build/release/orthotic")
    parser.add_argument("--benchmarks", help="the program OrthoticBenchmarks")
    parser.add_argument("--samples", default=ROOT / "Samples")
    parser.add_argument("--data", help="real files; without it their items are skipped, visibly")
    parser.add_argument("--fuzz-log", help="what the fuzzer printed")
    parser.add_argument("--keep", help="folder for pictures, kept afterwards")
    parser.add_argument("--known", help="file of known misses: shown, and deciding nothing")
    parser.add_argument("items", nargs="*", type=int)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        if chosen.keep:
            os.makedirs(chosen.keep, exist_ok=True)
        bench = Bench(chosen.binary, chosen.samples, None, None, sys.executable, temporary)
        bench.data = chosen.data and Path(chosen.data).resolve() / "pressure"
        bench.keep = Path(chosen.keep or temporary)
        bench.benchmarks, bench.fuzz_log = chosen.benchmarks, chosen.fuzz_log
        lines = Path(chosen.known).read_text().splitlines() if chosen.known else []
        report = Report([line for line in lines if line and not line.startswith("#")])
        for item in chosen.items or ITEMS:
            report.begin(item, ITEMS[item].__doc__)
            if item in REAL and not bench.data:
                report.skip("no --data folder")
                continue
            try:
                ITEMS[item](bench, report)
            except Exception as error:  # A fault of this script must show as a failure, not hide the items after it.
                import traceback
                report.hold(False, f"this script stumbled: {error!r}", traceback.format_exc())
        sys.exit(0 if report.end() else 1)


if __name__ == "__main__":
    main()
