"""Campaigns of seeded distortions: the command line, the ledger, the table and what is held at the end."""

import argparse
import json
import math
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

VERDICTS = ("right", "said", "refused", "silent", "crash")


def options(description):
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--ledger", type=Path, help="kept from run to run; without it nothing is kept")
    parser.add_argument("--jobs", type=int, default=2)
    return parser.parse_args()


def campaign(chosen, one, harmless, harmful):
    """Runs `one(number)` for every number not in the ledger, prints the table and ends the program.

    `one` gives number, kind, sample, verdict and detail. Fails where a distortion was wrong without a word or crashed, or where more
    than 5 % of the harmless ones were refused.
    """
    ledger = chosen.ledger
    done = [json.loads(line) for line in ledger.read_text().splitlines()] if ledger and ledger.exists() else []
    seen = {entry["number"] for entry in done}
    with ThreadPoolExecutor(chosen.jobs) as pool:
        for entry in pool.map(one, [number for number in range(chosen.count) if number not in seen]):
            done.append(entry)
            if ledger:
                with ledger.open("a") as out:
                    out.write(json.dumps(entry) + "\n")
            if entry["verdict"] in ("silent", "crash"):
                print(f"{entry['number']:6} {entry['kind']:14} {entry['sample']:13} {entry['verdict']}: {entry['detail']}", flush=True)
    table = defaultdict(Counter)
    for entry in done:
        table[entry["kind"]][entry["verdict"]] += 1
    print(f"{'kind':16} {'cases':>6} " + " ".join(f"{verdict:>8}" for verdict in VERDICTS))
    for kind in [kind.__name__ for kind in harmless + harmful]:
        row = table[kind]
        print(f"{kind:16} {sum(row.values()):6} " + " ".join(f"{row[verdict]:8}" for verdict in VERDICTS))
    names = {kind.__name__ for kind in harmless}
    whole = [entry for entry in done if entry["kind"] in names]
    silent, crashed = (sum(entry["verdict"] == verdict for entry in done) for verdict in ("silent", "crash"))
    refused = sum(entry["verdict"] == "refused" for entry in whole)
    # Upper end of the one-sided 95 % interval: where none was seen it is 3 / n.
    bound = (silent + 1.645 * math.sqrt(silent) + (3 if silent == 0 else 0)) / max(len(done), 1)
    print(f"silent errors {silent} of {len(done)} (95 % bound {bound:.3%}); harmless refused {refused} of {len(whole)} "
          f"({refused / max(len(whole), 1):.1%}); crashes {crashed}")
    raise SystemExit(1 if silent or crashed or refused > 0.05 * len(whole) else 0)
