"""What the checks work with: the program, the cases, a scratch folder, and designs made once for all who ask."""

import functools
import sys
from pathlib import Path

from . import cases
from .program import run


class Bench:
    """Everything that a call of a topic's script names; `options` holds the arguments of its own."""

    def __init__(self, chosen, scratch):
        def place(name):
            given = getattr(chosen, name)
            return Path(given).resolve() if given else None

        self.options, self.scratch = chosen, Path(scratch).resolve()
        self.binary, self.benchmarks, self.peers, self.data = map(place, ("binary", "benchmarks", "peers", "data"))
        self.judges = chosen.judges or (self.peers and self.peers / "venv/bin/python") or sys.executable
        self.samples_folder = place("samples")
        self.samples, self.real = ([case for case in found if (chosen.only or "") in case.name] for found in (
            cases.samples(self.samples_folder), cases.real(self.data) if self.data else []))
        self.designs, self.tables = {}, {}

    def orthotic(self, *words, **options):
        # A missed target is said with exit code 1, the files written: no fault of the program where that is not the question.
        if words and words[0] == "design" and not {"--replay", "--print-rx"} & set(map(str, words)):
            words = (*words, "--allow", "target-missed")
        return run([self.binary, *words], **options)

    def design(self, case, *flags):
        """The run and the STL of a case with flags, JSON on; the same call again costs nothing."""
        key = (case.name, flags)
        if key not in self.designs:
            out = self.scratch / f"{case.name}-{len(self.designs)}.stl"
            words = ["design", case.scan, "--pressure", case.pressure, *case.flags, *flags, "--json", "-o", out]
            self.designs[key] = (self.orthotic(*words), out)
        return self.designs[key]

    def measure(self, scan, *flags):
        return self.orthotic("measure", scan, "--json", *flags)

    def of_peers(self, *words, limit=600):
        """Runs words with the Python of the peers, on one thread."""
        return run([self.peers / "venv/bin/python", *words], limit=limit,
                   environment={v: "1" for v in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")})


MISSING = {"data": "no real files: neither --data nor ORTHOTIC_REAL_FILES names their folder",
           "benchmarks": "no --benchmarks: the compiled OrthoticBenchmarks measures this",
           "peers": "no --peers: there is nothing to compare with"}


def needs(*what):
    """Skips a check, visibly, where the bench lacks something: data, benchmarks, peers."""
    def wrapped(check):
        @functools.wraps(check)
        def checked(bench, report):
            missing = [MISSING[name] for name in what if not getattr(bench, name)]
            return report.skip("; ".join(missing)) if missing else check(bench, report)
        return checked
    return wrapped


def assumed(result, what):
    """The value that a JSON result says it assumed for something."""
    return next((a.get("value") for a in result.get("assumed", []) if a.get("what") == what), None)
