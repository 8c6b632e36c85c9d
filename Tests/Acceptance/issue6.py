#!/usr/bin/env python3
"""The acceptance of the prescription, measured from outside on what the program writes.

    python3 Tests/Acceptance/issue6.py --binary .build/release/orthotic [--benchmarks .build/release/OrthoticBenchmarks]
        [--data FOLDER] [items]

Items are 1 to 5 (6, trying it as a new user, is a person's); without any, all run. Item 3 wants --benchmarks, and takes
the real scans of --data where given. Pictures and solids stay in --keep.
"""

import sys
from functools import partial, update_wrapper

from items import elements, prescriptions
from measuring import script


def main():
    chosen = script.arguments(
        __doc__, ["benchmarks", "data", "judges", "keep"],
        count=dict(type=int, default=10_000, help="random prescriptions of item 3"),
        sample=dict(type=int, default=200, help="of them seen by independent checkers"),
        first=dict(type=int, default=1, help="first seed of item 3, so that it can be run in parts"),
        page=dict(help="write the reference page with what item 1 measured here"))
    with script.bench(chosen, chosen.judges or sys.executable) as bench:
        scans = sorted(str(case.scan) for case in bench.real)
        measured = partial(elements.item1, page=chosen.page)
        drawn = partial(prescriptions.item3, benchmarks=chosen.benchmarks, count=chosen.count, sample=chosen.sample,
                        scans=scans, first=chosen.first)
        items = {1: update_wrapper(measured, elements.item1), 2: elements.item2,
                 3: update_wrapper(drawn, prescriptions.item3), 4: prescriptions.item4, 5: prescriptions.item5}
        sys.exit(script.run(chosen, items, bench))


if __name__ == "__main__":
    main()
