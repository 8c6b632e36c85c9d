#!/usr/bin/env python3
"""The prescription, measured from outside on what the program writes.

    python3 Tests/Acceptance/prescription.py --binary .build/release/orthotic
        [--benchmarks .build/release/OrthoticBenchmarks] [--data FOLDER] [--page FILE] [checks]

Without a check, all run. random wants --benchmarks, and takes the real scans too. Pictures and solids stay in --keep.
"""

from checks.prescription import drawn, elements
from measuring import script

CHECKS = script.checks(elements.tested, elements.elements, elements.geometry, drawn.random, drawn.mirrored, drawn.presets)

if __name__ == "__main__":
    script.main(__doc__, CHECKS,
                count=dict(type=int, default=10_000, help="random: number of prescriptions"),
                sample=dict(type=int, default=200, help="random: of them seen by independent checkers"),
                first=dict(type=int, default=1, help="random: first seed, so that it can be run in parts"),
                page=dict(help="elements: write the reference page with what was measured"))
