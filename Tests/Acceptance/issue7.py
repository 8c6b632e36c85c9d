#!/usr/bin/env python3
"""The acceptance of solids and files for printers, measured from outside on what the program writes.

    python3 Tests/Acceptance/issue7.py --binary .build/release/orthotic --judges PYTHON [--data FOLDER] [--peers FOLDER]
        [--benchmarks .build/release/OrthoticBenchmarks] [--designs 300] [--meshes 200] [--table FILE] [items]

Items are 1 to 6; without any, all run. --judges names a Python with numpy, manifold3d, cgal, meshlib and lib3mf (those
that are missing are named). --peers holds `data/insole_05.npz`, the solid on which speed is compared; without it, or
without --benchmarks, items 3 and 5 are skipped, visibly. --table writes the measured tables of Solids.md into it.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from items import agreement, chord, layers, pace, planted, written
from measuring.bench import Bench
from measuring.report import Report

ITEMS = {1: agreement.item1, 2: written.item2, 3: chord.item3, 4: planted.item4, 5: pace.item5, 6: layers.item6}
ROOT = Path(__file__).resolve().parents[2]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=ROOT / ".build/release/orthotic")
    parser.add_argument("--benchmarks", default=ROOT / ".build/release/OrthoticBenchmarks")
    parser.add_argument("--samples", default=ROOT / "Samples")
    parser.add_argument("--data", help="real scans and pressure files; without it they are skipped, visibly")
    parser.add_argument("--peers", help="folder with data/insole_05.npz and a Python environment venv")
    parser.add_argument("--judges", default=os.environ.get("ORTHOTIC_JUDGES_PYTHON"))
    parser.add_argument("--keep", help="folder for everything the program writes, kept afterwards")
    parser.add_argument("--designs", type=int, default=300, help="item 1: number of random designs")
    parser.add_argument("--ledger", help="item 1: file that keeps what was judged; a run with it goes on where the last stopped")
    parser.add_argument("--slice", type=int, default=0, help="item 1: at most so many designs in this run, the rest in later ones")
    parser.add_argument("--meshes", type=int, default=200, help="item 4: number of broken meshes")
    parser.add_argument("--quick", action="store_true", help="item 2: one Sample, no real scans")
    parser.add_argument("--table", help="Markdown page whose measured tables are replaced")
    parser.add_argument("items", nargs="*", type=int)
    chosen = parser.parse_args()
    judges = chosen.judges or (f"{chosen.peers}/venv/bin/python" if chosen.peers else sys.executable)
    with tempfile.TemporaryDirectory() as temporary:
        if chosen.keep:
            os.makedirs(chosen.keep, exist_ok=True)
        bench = Bench(chosen.binary, chosen.samples, chosen.data, chosen.peers, judges, chosen.keep or temporary)
        bench.benchmarks = Path(chosen.benchmarks).resolve()
        bench.count, bench.broken, bench.tables = chosen.designs, chosen.meshes, {}
        bench.ledger, bench.slice = chosen.ledger, chosen.slice
        bench.quick = chosen.quick
        report = Report()
        for item in chosen.items or ITEMS:
            report.begin(item, ITEMS[item].__doc__)
            try:
                ITEMS[item](bench, report)
            except Exception as error:  # A fault of this script must show as a failure, not hide the items after it.
                import traceback
                report.hold(False, f"this script stumbled: {error!r}", traceback.format_exc())
        if chosen.table:
            replace_tables(Path(chosen.table), bench.tables)
        sys.exit(0 if report.end() else 1)


def replace_tables(page, tables):
    """Puts each table between its marks in the page; tables that were not measured now are kept."""
    text = page.read_text()
    for name, table in tables.items():
        begin, end = f"<!-- measured: {name} -->\n", "<!-- end -->"
        first = text.index(begin) + len(begin)
        text = text[:first] + "\n" + table.strip() + "\n\n" + text[text.index(end, first):]
    page.write_text(text)


if __name__ == "__main__":
    main()
