#!/usr/bin/env python3
"""Pressure recordings, measured from outside on what the program prints and draws.

    python3 Tests/Acceptance/recordings.py --binary .build/release/orthotic --data FOLDER
        [--benchmarks .build/release/OrthoticBenchmarks] [--table FILE] [checks]

Without a check, all run. OrthoticBenchmarks draws poses, turns recordings over time and times the readers alone; fuzzing reads
the output of a fuzzer run. --table writes the measured tables of Pressure.md into it.
"""

from checks.recordings import facts, fuzzing, orientation, placement, reference, speed, walks
from measuring import script

CHECKS = script.checks(facts.facts, reference.reference, walks.walks, orientation.orientation, placement.placement, speed.speed,
                       fuzzing.fuzzing)

if __name__ == "__main__":
    script.main(__doc__, CHECKS, fuzz_log=dict(help="what the fuzzer printed"),
                table=dict(help="Markdown page whose measured tables are replaced"))
