#!/usr/bin/env python3
"""The contact model: known answers, independent codes, published measurements, and what the program makes of it.

    python3 Tests/Acceptance/contact.py --binary .build/release/orthotic --benchmarks .build/release/OrthoticBenchmarks
        [--data FOLDER] [--peers FOLDER] [checks]

Without a check, all run. --peers is a Python environment `venv` with ContactMechanics, tamaas and aspher, and
`scripts/b6_contact.py`, whose judge measures everybody's residual. The PASS and FAIL lines of OrthoticBenchmarks are taken
over as they stand.
"""

from checks.contact import accuracy, program, speed
from measuring import script

CHECKS = script.checks(accuracy.known_answers, accuracy.independent_codes, accuracy.published, accuracy.recording,
                       accuracy.designs, accuracy.coverage, speed.speed, program.program)

if __name__ == "__main__":
    script.main(__doc__, CHECKS, designs=dict(default="1000", help="number of random designs"))
