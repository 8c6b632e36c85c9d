#!/usr/bin/env python3
"""The acceptance of report, pictures and record, measured from outside on what the program writes.

    python3 Tests/Acceptance/issue8.py --binary .build/release/orthotic --data FOLDER --keep FOLDER [items]

Items are 1 to 6; without any, all run. --data holds `scans` and `pressure`. --keep keeps the pages and the pictures
of them at phone, laptop and print size, to be looked at. Chromium (Debian's `chromium`) is needed for items 1 and 2,
the Python package `jsonschema` for item 4; what is missing is skipped, visibly.
"""

import sys

from items import page, records
from measuring import script

ITEMS = {1: page.item1, 2: page.item2, 3: records.item3, 4: records.item4, 5: records.item5, 6: records.item6}


def main():
    chosen = script.arguments(
        __doc__, ["data", "keep", "only"], keep=dict(help="folder for everything that is written, kept afterwards"))
    with script.bench(chosen) as bench:
        sys.exit(script.run(chosen, ITEMS, bench))


if __name__ == "__main__":
    main()
