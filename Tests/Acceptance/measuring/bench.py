"""What the items work with: the program, the cases, a scratch folder, and designs made once for all who ask."""

from pathlib import Path

from . import cases
from .program import run


class Bench:
    def __init__(self, binary, samples, data, peers, judges, scratch):
        self.binary, self.peers, self.judges = Path(binary).resolve(), peers and Path(peers).resolve(), judges
        self.scratch = Path(scratch)
        self.samples = cases.samples(Path(samples).resolve())
        self.real = cases.real(Path(data).resolve()) if data else []
        self.designs = {}

    def orthotic(self, *words, **options):
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


def assumed(result, what):
    """The value that a JSON result says it assumed for something."""
    return next((a.get("value") for a in result.get("assumed", []) if a.get("what") == what), None)
