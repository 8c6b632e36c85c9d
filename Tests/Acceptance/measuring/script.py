"""What every issueN.py is around its items: the arguments, a folder for what is written, a heading per item, the end."""

import argparse
import os
import sys
import tempfile
import traceback
from contextlib import contextmanager
from pathlib import Path

from .bench import Bench
from .report import Report

ROOT = Path(__file__).resolve().parents[3]

# The arguments that scripts share, each with its usual help, which a script may replace.
USUAL = {
    "benchmarks": dict(help="the built OrthoticBenchmarks"),
    "data": dict(help="real scans and pressure files; without it they are skipped, visibly"),
    "judges": dict(default=os.environ.get("ORTHOTIC_JUDGES_PYTHON"), help="the Python that holds judges"),
    "keep": dict(help="folder for everything the program writes, kept afterwards"),
    "known": dict(help="file of known misses: shown, and deciding nothing"),
    "only": dict(help="cases whose name contains this"),
}
BENCHMARKS = ROOT / ".build/release/OrthoticBenchmarks"


def arguments(description, usual, items=dict(type=int), **others):
    """The arguments of a call: the program and the Samples, what is `usual`, what a script has of its own, and the items."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=ROOT / ".build/release/orthotic")
    parser.add_argument("--samples", default=ROOT / "Samples")
    for name in usual:
        parser.add_argument(f"--{name}", **{**USUAL.get(name, {}), **others.pop(name, {})})
    for name, options in others.items():
        parser.add_argument(f"--{name}", **options)
    parser.add_argument("items", nargs="*", **items)
    return parser.parse_args()


@contextmanager
def folder(chosen):
    """Where the program writes: the folder that is to be kept, or one that goes afterwards."""
    with tempfile.TemporaryDirectory() as temporary:
        kept = getattr(chosen, "keep", None)
        if kept:
            Path(kept).mkdir(parents=True, exist_ok=True)
        yield Path(kept or temporary)


@contextmanager
def bench(chosen, judges=sys.executable):
    """The bench of the arguments, with the cases that were asked for."""
    with folder(chosen) as scratch:
        made = Bench(chosen.binary, chosen.samples, getattr(chosen, "data", None), getattr(chosen, "peers", None),
                     judges, scratch)
        if only := getattr(chosen, "only", None):
            made.samples = [case for case in made.samples if only in case.name]
            made.real = [case for case in made.real if only in case.name]
        yield made


def judged_by(chosen):
    """The Python with the judges: the one that is named, else that of the peers, else this one."""
    return chosen.judges or (f"{chosen.peers}/venv/bin/python" if chosen.peers else sys.executable)


def run(chosen, items, bench, *further, default=None, before=None):
    """Runs the items that are asked for, else those of `default` or all, on a bench; returns the exit status.

    `before` may say of an item why it is skipped.
    """
    known = getattr(chosen, "known", None)
    lines = Path(known).read_text().splitlines() if known else []
    report = Report([line for line in lines if line and not line.startswith("#")])
    for item in chosen.items or default or items:
        report.begin(item, items[item].__doc__)
        missing = before and before(item)
        if missing:
            report.skip(missing)
            continue
        try:
            items[item](bench, report, *further)
        except Exception as error:  # A fault of this script must show as a failure, not hide the items after it.
            report.hold(False, f"this script stumbled: {error!r}", traceback.format_exc())
    return 0 if report.end() else 1
