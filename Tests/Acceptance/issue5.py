#!/usr/bin/env python3
"""The acceptance of the contact model.

    swift build -c release
    python3 Tests/Acceptance/issue5.py --data FOLDER [--peers FOLDER] [items]

Items are 1 to 8; without any, all run. --data holds `scans` and `pressure`; --peers a Python environment `venv` with
ContactMechanics, tamaas and aspher, and `scripts/b6_contact.py`, whose judge measures everybody's residual. Items 2 and 6 are skipped,
visibly, without it. What only compiled code can measure comes from groups of OrthoticBenchmarks, whose PASS and FAIL lines
are taken over as they stand.
"""

import sys

from items import contact
from measuring import script


def main():
    chosen = script.arguments(
        __doc__, ["benchmarks", "data", "peers", "known"], benchmarks=dict(default=script.BENCHMARKS),
        peers=dict(help="independent codes; without it items 2 and 6 are skipped, visibly"),
        designs=dict(default="1000", help="random designs of item 5"))
    with script.folder(chosen) as scratch:
        sys.exit(script.run(chosen, contact.ITEMS, contact.Bench(script.ROOT, chosen, scratch)))


if __name__ == "__main__":
    main()
