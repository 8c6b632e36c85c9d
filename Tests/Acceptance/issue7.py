#!/usr/bin/env python3
"""The acceptance of solids and files for printers, measured from outside on what the program writes.

    python3 Tests/Acceptance/issue7.py --binary .build/release/orthotic --judges PYTHON [--data FOLDER] [--peers FOLDER]
        [--benchmarks .build/release/OrthoticBenchmarks] [--designs 300] [--meshes 200] [--table FILE] [items]

Items are 1 to 6; without any, all run. --judges names a Python with numpy, manifold3d, cgal, meshlib and lib3mf (those
that are missing are named). --peers holds `data/insole_05.npz`, the solid on which speed is compared; without it, or
without --benchmarks, items 3 and 5 are skipped, visibly. --table writes the measured tables of Solids.md into it.
"""

import sys
from pathlib import Path

from items import agreement, chord, layers, pace, planted, written
from measuring import script

ITEMS = {1: agreement.item1, 2: written.item2, 3: chord.item3, 4: planted.item4, 5: pace.item5, 6: layers.item6}


def main():
    chosen = script.arguments(
        __doc__, ["benchmarks", "data", "peers", "judges", "keep"], benchmarks=dict(default=script.BENCHMARKS),
        peers=dict(help="folder with data/insole_05.npz and a Python environment venv"),
        designs=dict(type=int, default=300, help="item 1: number of random designs"),
        ledger=dict(help="item 1: file that keeps what was judged; a run with it goes on where the last stopped"),
        slice=dict(type=int, default=0, help="item 1: at most so many designs in this run, the rest in later ones"),
        meshes=dict(type=int, default=200, help="item 4: number of broken meshes"),
        quick=dict(action="store_true", help="item 2: one Sample, no real scans"),
        table=dict(help="Markdown page whose measured tables are replaced"))
    with script.bench(chosen, script.judged_by(chosen)) as bench:
        bench.benchmarks = Path(chosen.benchmarks).resolve()
        bench.count, bench.broken, bench.tables = chosen.designs, chosen.meshes, {}
        bench.ledger, bench.slice = chosen.ledger, chosen.slice
        bench.quick = chosen.quick
        sound = script.run(chosen, ITEMS, bench)
        if chosen.table:
            replace_tables(Path(chosen.table), bench.tables)
        sys.exit(sound)


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
