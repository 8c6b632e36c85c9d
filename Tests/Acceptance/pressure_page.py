#!/usr/bin/env python3
"""Writes the measured tables of OrthoticCore.docc/Pressure.md.

    python3 Tests/Acceptance/pressure_page.py --benchmarks .build/release/OrthoticBenchmarks --data FOLDER
"""

import argparse
import re
import sys
import tempfile
from pathlib import Path

from measuring.bench import Bench
from measuring.program import run
from pressure import reference

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "Sources/OrthoticCore/OrthoticCore.docc/Pressure.md"


def emed(bench):
    lines = ["| emed_test.lst | pressuRe | ours | difference |", "|---|---|---|---|"]
    for name, wanted, found in reference.rows(bench):
        off = "0" if found == wanted else f"{100 * (found / wanted - 1):+.2g} %" if found is not None else "-"
        lines.append(f"| {name} | {wanted} | {found} | {off} |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=ROOT / ".build/release/orthotic")
    parser.add_argument("--benchmarks", required=True)
    parser.add_argument("--data", required=True)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(chosen.binary, ROOT / "Samples", None, None, sys.executable, scratch)
        bench.data = Path(chosen.data).resolve() / "pressure"
        tables = {"registration": run([chosen.benchmarks, "registration"], limit=500).out,
                  "orientation": run([chosen.benchmarks, "orientation", bench.data], limit=500).out, "emed": emed(bench)}
    page = PAGE.read_text()
    for name, table in tables.items():
        page = re.sub(rf"(<!-- measured: {name} -->\n).*?(<!-- end -->)", lambda m: f"{m[1]}{table.strip()}\n{m[2]}", page, flags=re.S)
    PAGE.write_text(page)


if __name__ == "__main__":
    main()
