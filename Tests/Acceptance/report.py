#!/usr/bin/env python3
"""Report, pictures and record, measured from outside on what the program writes.

    python3 Tests/Acceptance/report.py --binary .build/release/orthotic [--data FOLDER] [--keep FOLDER] [checks]

Without a check, all run. --keep keeps the pages and the pictures of them at phone, laptop and print size, to be looked at.
page and accessibility want Chromium (Debian's `chromium`), schema the Python package `jsonschema`; what is missing is
skipped, visibly.
"""

from checks.report import page, records
from measuring import script

CHECKS = script.checks(page.page, page.accessibility, records.replay, records.schema, records.pictures, records.time)

if __name__ == "__main__":
    script.main(__doc__, CHECKS)
