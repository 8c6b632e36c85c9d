#!/usr/bin/env python3
"""Solids and files for printers, measured from outside on what the program writes.

    python3 Tests/Acceptance/solids.py --binary .build/release/orthotic --judges PYTHON [--data FOLDER] [--peers FOLDER]
        [--benchmarks .build/release/OrthoticBenchmarks] [--designs 300] [--meshes 200] [--table FILE] [checks]

Without a check, all run. --judges names a Python with numpy, manifold3d, cgal, meshlib and lib3mf (those that are missing
are named). --peers holds `data/insole_05.npz`, the solid on which speed is compared. --table writes the measured tables of
Solids.md into it.
"""

from checks.solids import chord, designs, layers, planted, speed, written
from measuring import script

CHECKS = script.checks(designs.designs, written.files, chord.chord, planted.planted, speed.speed, layers.layers)

if __name__ == "__main__":
    script.main(__doc__, CHECKS,
                designs=dict(type=int, default=300, help="designs: number of random ones"),
                ledger=dict(help="designs: file that keeps what was judged; a run with it goes on where the last stopped"),
                slice=dict(type=int, default=0, help="designs: at most so many in this run, the rest in later ones"),
                meshes=dict(type=int, default=200, help="planted: number of broken meshes"),
                quick=dict(action="store_true", help="files: one Sample, no real scans; planted: fewer sound meshes"),
                table=dict(help="Markdown page whose measured tables are replaced"))
