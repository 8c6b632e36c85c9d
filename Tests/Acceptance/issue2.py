#!/usr/bin/env python3
"""The acceptance of the main job, measured from outside on what the program writes.

    python3 Tests/Acceptance/issue2.py --binary .build/release/orthotic --data FOLDER [--peers FOLDER] [items]

Items are 1 to 9; without any, all run. --data holds `scans` and `pressure`, --peers a Python environment `venv`
with `scripts/whole_job.py` and `data`. Judges that are Python libraries are looked for in the Python named by
--judges or by ORTHOTIC_JUDGES_PYTHON, else in that of --peers. numpy is all this script itself needs.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from items import broken, fit, identity, prediction, solids, speed, truth
from measuring.bench import Bench
from measuring.report import Report

ITEMS = {1: solids.item1, 2: solids.item2, 3: fit.item3, 4: truth.item4, 5: prediction.item5, 6: prediction.item6,
         7: identity.item7, 8: speed.item8, 9: broken.item9}
ROOT = Path(__file__).resolve().parents[2]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=ROOT / ".build/release/orthotic")
    parser.add_argument("--samples", default=ROOT / "Samples")
    parser.add_argument("--data", help="real scans and pressure files; without it they are skipped, visibly")
    parser.add_argument("--peers", help="what a user would run instead; without it item 8 is skipped, visibly")
    parser.add_argument("--judges", default=os.environ.get("ORTHOTIC_JUDGES_PYTHON"))
    parser.add_argument("--keep", help="folder for everything the program writes, kept afterwards")
    parser.add_argument("--known", help="file of known misses: shown, and deciding nothing")
    parser.add_argument("--only", help="cases whose name contains this")
    parser.add_argument("items", nargs="*", type=int)
    chosen = parser.parse_args()
    judges = chosen.judges or (f"{chosen.peers}/venv/bin/python" if chosen.peers else sys.executable)
    with tempfile.TemporaryDirectory() as temporary:
        if chosen.keep:
            os.makedirs(chosen.keep, exist_ok=True)
        bench = Bench(chosen.binary, chosen.samples, chosen.data, chosen.peers, judges, chosen.keep or temporary)
        if chosen.only:
            bench.samples = [c for c in bench.samples if chosen.only in c.name]
            bench.real = [c for c in bench.real if chosen.only in c.name]
        lines = Path(chosen.known).read_text().splitlines() if chosen.known else []
        report = Report([line for line in lines if line and not line.startswith("#")])
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
