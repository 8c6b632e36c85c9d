#!/usr/bin/env python3
"""The acceptance of the pressure recordings, measured from outside on what the program prints and draws.

    python3 Tests/Acceptance/issue4.py --binary .build/release/orthotic --data FOLDER [items]

Items are 1 to 7; without any, all run. --data holds `pressure`; without it only the Samples are run. --benchmarks names
OrthoticBenchmarks, which draws poses, turns recordings over time and times the readers alone; --fuzz-log the output of a
fuzzer run. numpy is all that this script needs.
"""

import sys
from pathlib import Path

from measuring import script
from pressure import facts, fuzz, orientation, placement, reference, speed, walks

ITEMS = {1: facts.item1, 2: reference.item2, 3: walks.item3, 4: orientation.item4, 5: placement.item5, 6: speed.item6,
         7: fuzz.item7}
REAL = {1, 2, 3, 6}


def main():
    chosen = script.arguments(
        __doc__, ["benchmarks", "data", "keep", "known"],
        data=dict(help="real files; without it their items are skipped, visibly"),
        **{"fuzz-log": dict(help="what the fuzzer printed")})
    with script.bench(chosen) as bench:
        bench.data = chosen.data and Path(chosen.data).resolve() / "pressure"
        bench.keep = bench.scratch
        bench.benchmarks, bench.fuzz_log = chosen.benchmarks, chosen.fuzz_log
        sys.exit(script.run(
            chosen, ITEMS, bench, before=lambda item: item in REAL and not bench.data and "no --data folder"))


if __name__ == "__main__":
    main()
