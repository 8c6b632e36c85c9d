#!/usr/bin/env python3
"""Whether two builds of the program write the same bytes, over some 270 runs (some 130 without real files).

    python3 Tests/Acceptance/same_bytes.py --before BINARY --after BINARY [--data FOLDER] [--only PATTERN] [--ignore versions,names]

Runs every call of `measuring/runs.py` with both, in a folder of the same name, and compares exit code, standard output,
standard error and every file written. A difference is told with the largest number in it. Of a report the embedded numbers
count, its words and markup are told as a note; --whole-pages counts them too. --data holds `scans` and `pressure` (else
ORTHOTIC_REAL_FILES); without it only the Samples are run. Ends with 1 where anything differs. Needs nothing but Python.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from measuring.differences import Ignored, difference
from measuring.runs import all_runs

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {"NO_COLOR": "1", "COLUMNS": "100", "LC_ALL": "C.UTF-8"}


def outputs(binary, calls, folder, limit):
    """Everything that a run's calls printed and wrote, by name."""
    folder.mkdir()
    found = {}
    for number, words in enumerate(calls, 1):
        try:
            done = subprocess.run([str(binary), *map(str, words)], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True,
                                  timeout=limit, env={**os.environ, **ENVIRONMENT})
            code, out, err = done.returncode, done.stdout, done.stderr
        except subprocess.TimeoutExpired:
            code, out, err = "none", b"", b""
            found[f"call {number} time"] = f"longer than {limit} s".encode()
        found |= {f"call {number} exit code": str(code).encode(), f"call {number} output": out, f"call {number} messages": err}
    return found | {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def compared(name, calls, chosen, ignored, scratch):
    """The lines that say how a run differs, notes, and the number of outputs and bytes compared."""
    # Both run in a folder of the same path: a program that writes its paths down writes the same ones.
    folder = scratch / re.sub(r"\W+", "-", name)
    both = []
    for binary in (chosen.before, chosen.after):
        both.append(outputs(binary, calls, folder, chosen.limit))
        if chosen.keep:
            kept = chosen.keep / ("before", "after")[len(both) - 1] / folder.name
            shutil.rmtree(kept, ignore_errors=True)
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(folder, kept)
        shutil.rmtree(folder, ignore_errors=True)
    before, after = both
    lines, notes = [], []
    for key in [*before, *(k for k in after if k not in before)]:
        if key not in before or key not in after:
            lines.append(f"{key}: only {'after' if key not in before else 'before'}")
            continue
        what, note = difference(key, before[key], after[key], ignored)
        if note and chosen.whole_pages and key.endswith(".html"):
            what, note = note, None
        lines += [f"{key}: {what}"] if what else []
        notes += [f"{key}: {note}"] if note else []
        if key.endswith("time"):
            lines.append(f"{key}: {before[key].decode()}")
    return lines, notes, len(before), sum(map(len, before.values())), [before[k].decode() for k in before if k.endswith("exit code")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--before", required=True, type=Path)
    parser.add_argument("--after", required=True, type=Path)
    parser.add_argument("--data", default=os.environ.get("ORTHOTIC_REAL_FILES") or None, type=Path, help="folder with scans and pressure")
    parser.add_argument("--samples", default=ROOT / "Samples", type=Path)
    parser.add_argument("--only", default="", help="runs whose name holds this regular expression")
    parser.add_argument("--ignore", default="", help="versions: the program's own; names: of findings, settings and flags")
    parser.add_argument("--whole-pages", action="store_true", help="count words and markup of reports too")
    parser.add_argument("--jobs", type=int, default=2, choices=(1, 2), help="programs at a time")
    parser.add_argument("--limit", type=float, default=60, help="seconds from which a call counts as hanging")
    parser.add_argument("--keep", type=Path, help="folder that keeps what was written")
    parser.add_argument("--list", action="store_true", help="print the runs and stop")
    chosen = parser.parse_args()
    chosen.before, chosen.after = chosen.before.resolve(), chosen.after.resolve()
    rules = set(filter(None, chosen.ignore.split(",")))
    if rules - {"versions", "names"}:
        parser.error("--ignore takes versions and names")
    runs = {n: c for n, c in all_runs(chosen.samples, chosen.data).items() if re.search(chosen.only, n)}
    if chosen.list:
        print("\n".join(f"{name}: {len(calls)} calls" for name, calls in runs.items()))
        return 0
    versions = [subprocess.run([b, "--version"], capture_output=True, text=True).stdout.split() for b in (chosen.before, chosen.after)]
    ignored = [Ignored("versions" in rules, "names" in rules, words[-1] if words else "") for words in versions]
    began, differing, noted, files, size, codes = time.monotonic(), [], 0, 0, 0, {}
    with tempfile.TemporaryDirectory() as temporary, ThreadPoolExecutor(chosen.jobs) as pool:
        waiting = {name: pool.submit(compared, name, calls, chosen, ignored, Path(temporary)) for name, calls in runs.items()}
        for name, result in waiting.items():
            lines, notes, count, bytes, ended = result.result()
            files, size, noted = files + count, size + bytes, noted + bool(notes)
            for code in ended:
                codes[code] = codes.get(code, 0) + 1
            print(f"{'DIFFERS' if lines else 'same   '}  {name}", flush=True)
            for line in lines:
                print(f"         {line}", flush=True)
            for line in notes:
                print(f"         (note) {line}", flush=True)
            differing += [name] if lines else []
    if not chosen.data:
        print("SKIP  the real files: neither --data nor ORTHOTIC_REAL_FILES names their folder")
    print(f"\n{len(runs)} runs, {sum(map(len, runs.values()))} calls (exit codes: "
          f"{', '.join(f'{k} × {v}' for k, v in sorted(codes.items()))}), {files} outputs, {size / 1e6:.0f} MB compared "
          f"in {time.monotonic() - began:.0f} s: {len(runs) - len(differing)} same, {len(differing)} differ, {noted} with notes"
          f"{'; ignored: ' + ', '.join(sorted(rules)) if rules else ''}")
    return 1 if differing or not runs else 0


if __name__ == "__main__":
    sys.exit(main())
