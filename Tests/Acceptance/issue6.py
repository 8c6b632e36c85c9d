#!/usr/bin/env python3
"""The acceptance of the prescription, measured from outside on what the program writes.

    python3 Tests/Acceptance/issue6.py --binary .build/release/orthotic [--benchmarks .build/release/OrthoticBenchmarks]
        [--data FOLDER] [items]

Items are 1 to 5 (6, trying it as a new user, is a person's); without any, all run. Item 3 wants --benchmarks, and takes
the real scans of --data where given. Pictures and solids stay in --keep.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from items import elements, prescriptions
from measuring.bench import Bench
from measuring.report import Report

ROOT = Path(__file__).resolve().parents[2]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=ROOT / ".build/release/orthotic")
    parser.add_argument("--benchmarks")
    parser.add_argument("--samples", default=ROOT / "Samples")
    parser.add_argument("--data")
    parser.add_argument("--judges", default=os.environ.get("ORTHOTIC_JUDGES_PYTHON", sys.executable))
    parser.add_argument("--count", type=int, default=10_000, help="random prescriptions of item 3")
    parser.add_argument("--sample", type=int, default=200, help="of them seen by independent checkers")
    parser.add_argument("--first", type=int, default=1, help="first seed of item 3, so that it can be run in parts")
    parser.add_argument("--page", help="write the reference page with what item 1 measured here")
    parser.add_argument("--keep")
    parser.add_argument("items", nargs="*", type=int)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        if chosen.keep:
            os.makedirs(chosen.keep, exist_ok=True)
        bench = Bench(chosen.binary, chosen.samples, chosen.data, None, chosen.judges, chosen.keep or temporary)
        scans = sorted(str(c.scan) for c in bench.real)
        items = {1: lambda b, r: elements.item1(b, r, chosen.page), 2: elements.item2,
                 3: lambda b, r: prescriptions.item3(b, r, chosen.benchmarks, chosen.count, chosen.sample, scans,
                                                         chosen.first),
                 4: prescriptions.item4, 5: prescriptions.item5}
        titles = {1: elements.item1.__doc__, 3: prescriptions.item3.__doc__}
        report = Report()
        for item in chosen.items or items:
            report.begin(item, titles.get(item, items[item].__doc__))
            try:
                items[item](bench, report)
            except Exception as error:  # A fault of this script must show as a failure, not hide the items after it.
                import traceback
                report.hold(False, f"this script stumbled: {error!r}", traceback.format_exc())
        sys.exit(0 if report.end() else 1)


if __name__ == "__main__":
    main()
