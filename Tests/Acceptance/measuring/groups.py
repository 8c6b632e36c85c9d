"""Groups of OrthoticBenchmarks: what only compiled code can measure, taken over line by line."""

from .program import run
from .script import ROOT


def group(bench, report, *words, limit=3000, judges=True):
    """Runs a group and takes its PASS, FAIL and SKIP lines over; one that only writes files judges nothing."""
    done = run([bench.benchmarks, *words], limit=limit, folder=ROOT)
    report.hold(done.code == 0, f"OrthoticBenchmarks {words[0]} ran in {done.seconds:.0f} s", done)
    seen = 0
    for line in done.out.splitlines():
        kind, text = line[:4], line[6:]
        if kind in ("PASS", "FAIL"):
            seen += 1
            report.hold(kind == "PASS", text)
        elif kind == "SKIP":
            report.skip(text)
        elif line.strip():
            report.note(line.strip())
    if judges:
        report.hold(seen > 0, f"{seen} checks in {words[0]}")
    return done


def lines(bench, report, *words):
    """The lines that a group prints, noted."""
    done = run([bench.benchmarks, *words], limit=3000)
    report.hold(done.code == 0, f"{words[0]}: exit {done.code}", done.err[-500:])
    for line in done.out.splitlines():
        report.note(line)
    return done.out.splitlines()
