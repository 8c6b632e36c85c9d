#!/usr/bin/env python3
"""The acceptance of the contact model.

    swift build -c release
    python3 Tests/Acceptance/issue5.py --data FOLDER [--peers FOLDER] [items]

Items are 1 to 7; without any, all run. --data holds `scans` and `pressure`; --peers a Python environment `venv` with
ContactMechanics, tamaas and aspher, and `scripts/b6_contact.py`, whose judge measures everybody's residual. Items 2 and 6 are skipped,
visibly, without it. What only compiled code can measure comes from groups of OrthoticBenchmarks, whose PASS and FAIL lines
are taken over as they stand.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from items import contact
from measuring.report import Report

ROOT = Path(__file__).resolve().parents[2]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=ROOT / ".build/release/orthotic")
    parser.add_argument("--benchmarks", default=ROOT / ".build/release/OrthoticBenchmarks")
    parser.add_argument("--samples", default=ROOT / "Samples")
    parser.add_argument("--data", help="real scans and pressure files; without it they are skipped, visibly")
    parser.add_argument("--peers", help="independent codes; without it items 2 and 6 are skipped, visibly")
    parser.add_argument("--designs", default="1000", help="random designs of item 5")
    parser.add_argument("--known", help="file of known misses: shown, and deciding nothing")
    parser.add_argument("items", nargs="*", type=int)
    chosen = parser.parse_args()
    lines = Path(chosen.known).read_text().splitlines() if chosen.known else []
    report = Report([line for line in lines if line and not line.startswith("#")])
    with tempfile.TemporaryDirectory() as scratch:
        bench = contact.Bench(ROOT, chosen, Path(scratch))
        for item in chosen.items or contact.ITEMS:
            report.begin(item, contact.ITEMS[item].__doc__)
            try:
                contact.ITEMS[item](bench, report)
            except Exception as error:  # A fault of this script must show as a failure, not hide the items after it.
                import traceback
                report.hold(False, f"this script stumbled: {error!r}", traceback.format_exc())
    sys.exit(0 if report.end() else 1)


if __name__ == "__main__":
    main()
