#!/usr/bin/env python3
"""The acceptance of the main job, measured from outside on what the program writes.

    python3 Tests/Acceptance/issue2.py --binary .build/release/orthotic --data FOLDER [--peers FOLDER] [items]

Items are 1 to 9; without any, all run. --data holds `scans` and `pressure`, --peers a Python environment `venv`
with `scripts/whole_job.py` and `data`. Judges that are Python libraries are looked for in the Python named by
--judges or by ORTHOTIC_JUDGES_PYTHON, else in that of --peers. numpy is all this script itself needs.
"""

import sys

from items import broken, fit, identity, prediction, solids, speed, truth
from measuring import script

ITEMS = {1: solids.item1, 2: solids.item2, 3: fit.item3, 4: truth.item4, 5: prediction.item5, 6: prediction.item6,
         7: identity.item7, 8: speed.item8, 9: broken.item9}


def main():
    chosen = script.arguments(
        __doc__, ["data", "peers", "judges", "keep", "known", "only"],
        peers=dict(help="what a user would run instead; without it item 8 is skipped, visibly"))
    with script.bench(chosen, script.judged_by(chosen)) as bench:
        sys.exit(script.run(chosen, ITEMS, bench))


if __name__ == "__main__":
    main()
