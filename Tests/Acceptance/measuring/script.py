"""What the script of every topic is around its checks: the arguments, a folder for what is written, a heading per check, the end."""

import argparse
import os
import re
import sys
import tempfile
import traceback
from contextlib import contextmanager
from pathlib import Path

from .bench import Bench
from .report import Report

HOME = Path(__file__).resolve().parents[1]
ROOT = HOME.parents[1]

# Arguments of every topic; a topic says in its own words what it makes of them.
ARGUMENTS = {
    "binary": dict(default=ROOT / ".build/release/orthotic", help="the program"),
    "samples": dict(default=ROOT / "Samples"),
    "data": dict(default=os.environ.get("ORTHOTIC_REAL_FILES"),
                 help="folder of real files with `scans` and `pressure` (else ORTHOTIC_REAL_FILES); without it they are skipped, visibly"),
    "benchmarks": dict(help="the built OrthoticBenchmarks; without it what only compiled code can measure is skipped, visibly"),
    "peers": dict(help="folder of a Python environment `venv`, `scripts` and `data`: what others would use instead; without it nothing is compared"),
    "judges": dict(default=os.environ.get("ORTHOTIC_JUDGES_PYTHON"), help="the Python that holds judges; else that of the peers, else this one"),
    "keep": dict(help="folder for everything that is written, kept afterwards"),
    "known": dict(default=HOME / "known_misses.txt", help="file of known misses: shown, and deciding nothing"),
    "only": dict(help="cases whose name contains this"),
}


def checks(*functions):
    """The checks of a topic by the words that call them: their names with hyphens."""
    return {function.__name__.replace("_", "-"): function for function in functions}


def main(description, checks, default=None, **own):
    """Runs the checks that the call names, else those of `default` or all, and ends the process.

    `own` are arguments of this topic, or its own words for one of all. An argument `table` names a Markdown page whose
    measured tables are replaced.
    """
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in [*ARGUMENTS, *(n for n in own if n not in ARGUMENTS)]:
        parser.add_argument(f"--{name.replace('_', '-')}", **{**ARGUMENTS.get(name, {}), **own.get(name, {})})
    parser.add_argument("checks", nargs="*", choices=[*checks, []])
    chosen = parser.parse_args()
    known = Path(chosen.known)
    lines = known.read_text().splitlines() if known.exists() else []
    report = Report(Path(sys.argv[0]).stem, [line for line in lines if line and not line.startswith("#")])
    with folder(chosen.keep) as scratch:
        bench = Bench(chosen, scratch)
        for name in chosen.checks or default or checks:
            report.begin(name, checks[name].__doc__)
            try:
                checks[name](bench, report)
            except Exception as error:  # A fault of this script must show as a failure, not hide the checks after it.
                report.hold(False, f"this script stumbled: {error!r}", traceback.format_exc())
        if not bench.data:
            report.skip("real files: neither --data nor ORTHOTIC_REAL_FILES names their folder, only the Samples were run")
        if getattr(chosen, "table", None):
            replace_tables(Path(chosen.table), bench.tables)
    sys.exit(0 if report.end() else 1)


@contextmanager
def folder(kept):
    """Where the program writes: the folder that is to be kept, or one that goes afterwards."""
    with tempfile.TemporaryDirectory() as temporary:
        if kept:
            Path(kept).mkdir(parents=True, exist_ok=True)
        yield Path(kept or temporary)


def replace_tables(page, tables):
    """Puts each table between its marks in a page; tables that were not measured now are kept."""
    text = page.read_text()
    for name, table in tables.items():
        marks = rf"(<!-- measured: {name} -->\n+).*?(\n+<!-- end -->)"
        text = re.sub(marks, lambda found: found[1] + table.strip() + found[2], text, flags=re.S)
    page.write_text(text)
