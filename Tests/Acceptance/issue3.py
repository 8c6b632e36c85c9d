#!/usr/bin/env python3
"""The acceptance of scans, measured from outside: real files, formats, poses, flaws, speed.

    python3 Tests/Acceptance/issue3.py --binary .build/release/orthotic --benchmarks .build/release/OrthoticBenchmarks \\
        --data FOLDER [--peers FOLDER] [--draws 500] [items]

Items: real, formats, poses, flaws; and speed, or one of its parts measuring, clouds, meshes, outliers, on a machine that
does nothing else. Without any, all but speed. --data holds `scans`. What is not there is skipped, visibly.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from items import scanfiles, scanspeed
from measuring.bench import Bench
from measuring.report import Report

ITEMS = {"real": scanfiles.real_files, "formats": scanfiles.formats, "poses": scanfiles.poses, "flaws": scanfiles.flaws,
         "speed": scanspeed.item5, "measuring": scanspeed.measuring, "clouds": scanspeed.clouds,
         "meshes": scanspeed.meshes, "outliers": scanspeed.outliers}
TIMED = list(ITEMS)[4:]
ROOT = Path(__file__).resolve().parents[2]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=ROOT / ".build/release/orthotic")
    parser.add_argument("--benchmarks", help="the built OrthoticBenchmarks; without it poses and flaws are skipped")
    parser.add_argument("--samples", default=ROOT / "Samples")
    parser.add_argument("--data", help="real scans; without it they are skipped, visibly")
    parser.add_argument("--peers", help="what a user would run instead; without it speed is skipped, visibly")
    parser.add_argument("--draws", type=int, help="poses and flaws per case: 500 and 100 unless told")
    parser.add_argument("--keep", help="folder for everything the program writes, kept afterwards")
    parser.add_argument("items", nargs="*", choices=[*ITEMS, []])
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        if chosen.keep:
            Path(chosen.keep).mkdir(parents=True, exist_ok=True)
        bench = Bench(chosen.binary, chosen.samples, None, chosen.peers, sys.executable, chosen.keep or temporary)
        bench.benchmarks = chosen.benchmarks and Path(chosen.benchmarks).resolve()
        bench.draws = chosen.draws
        report = Report()
        for item in chosen.items or [name for name in ITEMS if name not in TIMED]:
            report.begin(item, ITEMS[item].__doc__)
            try:
                ITEMS[item](bench, report, chosen.data and Path(chosen.data).resolve())
            except Exception as error:  # A fault of this script must show as a failure, not hide the items after it.
                import traceback
                report.hold(False, f"this script stumbled: {error!r}", traceback.format_exc())
        sys.exit(0 if report.end() else 1)


if __name__ == "__main__":
    main()
