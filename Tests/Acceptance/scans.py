#!/usr/bin/env python3
"""Scans, measured from outside: real files, formats, poses, flaws, speed.

    python3 Tests/Acceptance/scans.py --binary .build/release/orthotic --benchmarks .build/release/OrthoticBenchmarks
        [--data FOLDER] [--peers FOLDER] [--draws 500] [checks]

Without a check, all but speed run; speed, or one of its parts measuring, clouds, meshes, outliers, wants a machine that does
nothing else. Readers under a fuzzer: fuzz.py.
"""

from checks.scans import files, speed
from measuring import script

CHECKS = script.checks(files.real_files, files.formats, files.poses, files.flaws, speed.speed, speed.measuring, speed.clouds,
                       speed.meshes, speed.outliers)

if __name__ == "__main__":
    script.main(__doc__, CHECKS, default=["real-files", "formats", "poses", "flaws"],
                draws=dict(type=int, help="poses and flaws per case: 500 and 100 unless told"))
