#!/usr/bin/env python3
"""The acceptance of scans, measured from outside: real files, formats, poses, flaws, speed.

    python3 Tests/Acceptance/issue3.py --binary .build/release/orthotic --benchmarks .build/release/OrthoticBenchmarks \\
        --data FOLDER [--peers FOLDER] [--draws 500] [items]

Items: real, formats, poses, flaws; and speed, or one of its parts measuring, clouds, meshes, outliers, on a machine that
does nothing else. Without any, all but speed. --data holds `scans`. What is not there is skipped, visibly.
"""

import sys
from pathlib import Path

from items import scanfiles, scanspeed
from measuring import script

ITEMS = {"real": scanfiles.real_files, "formats": scanfiles.formats, "poses": scanfiles.poses, "flaws": scanfiles.flaws,
         "speed": scanspeed.item5, "measuring": scanspeed.measuring, "clouds": scanspeed.clouds,
         "meshes": scanspeed.meshes, "outliers": scanspeed.outliers}
UNTIMED = list(ITEMS)[:4]


def main():
    chosen = script.arguments(
        __doc__, ["benchmarks", "data", "peers", "keep"], items=dict(choices=[*ITEMS, []]),
        benchmarks=dict(help="the built OrthoticBenchmarks; without it poses and flaws are skipped"),
        data=dict(help="real scans; without it they are skipped, visibly"),
        peers=dict(help="what a user would run instead; without it speed is skipped, visibly"),
        draws=dict(type=int, help="poses and flaws per case: 500 and 100 unless told"))
    with script.bench(chosen) as bench:
        bench.benchmarks = chosen.benchmarks and Path(chosen.benchmarks).resolve()
        bench.draws = chosen.draws
        sys.exit(script.run(chosen, ITEMS, bench, chosen.data and Path(chosen.data).resolve(), default=UNTIMED))


if __name__ == "__main__":
    main()
