#!/usr/bin/env python3
"""The acceptance of report, pictures and record, measured from outside on what the program writes.

    python3 Tests/Acceptance/issue8.py --binary .build/release/orthotic --data FOLDER --keep FOLDER [items]

Items are 1 to 6; without any, all run. --data holds `scans` and `pressure`. --keep keeps the pages and the pictures
of them at phone, laptop and print size, to be looked at. Chromium (Debian's `chromium`) is needed for items 1 and 2,
the Python package `jsonschema` for item 4; what is missing is skipped, visibly.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from items import page, records
from measuring.bench import Bench
from measuring.report import Report

ITEMS = {1: page.item1, 2: page.item2, 3: records.item3, 4: records.item4, 5: records.item5, 6: records.item6}
ROOT = Path(__file__).resolve().parents[2]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=ROOT / ".build/release/orthotic")
    parser.add_argument("--samples", default=ROOT / "Samples")
    parser.add_argument("--data", help="real scans and pressure files; without it they are skipped, visibly")
    parser.add_argument("--keep", help="folder for everything that is written, kept afterwards")
    parser.add_argument("--only", help="cases whose name contains this")
    parser.add_argument("items", nargs="*", type=int)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        if chosen.keep:
            os.makedirs(chosen.keep, exist_ok=True)
        bench = Bench(chosen.binary, chosen.samples, chosen.data, None, sys.executable, chosen.keep or temporary)
        if chosen.only:
            bench.samples = [c for c in bench.samples if chosen.only in c.name]
            bench.real = [c for c in bench.real if chosen.only in c.name]
        report = Report()
        for item in chosen.items or ITEMS:
            report.begin(item, ITEMS[item].__doc__)
            try:
                ITEMS[item](bench, report)
            except Exception as error:  # A fault of this script must show as a failure, not hide the items after it.
                import traceback
                report.hold(False, f"this script stumbled: {error!r}", traceback.format_exc())
        sys.exit(0 if report.end() else 1)


if __name__ == "__main__":
    main()
