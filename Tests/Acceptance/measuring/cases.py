"""The cases: the Samples with their truth, and real files with what their owner's page says of them."""

import json
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Case:
    name: str
    scan: Path
    pressure: Path
    side: str
    unit: str
    length: float
    flags: list = field(default_factory=list)
    truth: dict = field(default_factory=dict)

    @property
    def scale(self):
        """Millimetres per unit of the scan."""
        return {"mm": 1.0, "cm": 10.0, "m": 1000.0}[self.unit]


def samples(folder):
    """The synthetic cases of the package."""
    found = []
    for truth in sorted(Path(folder).glob("*/truth.json")):
        t, home = json.loads(truth.read_text()), truth.parent
        found.append(Case(home.name, home / "scan.ply", home / "pressure.csv", t["side"], t["scan"]["unit"],
                          t["footLength"], [], t))
    return found


def real(folder):
    """Real scans with the mean map of 104 people on them."""
    rows = [("plantar-right.obj", "right", "mm", 274, ["--weight", "75"]), ("retail-left.stl", "left", "m", 275, []),
            ("retail-right.stl", "right", "m", 275, []), ("cloud-left.asc", "left", "mm", 256, []),
            ("cloud-right.asc", "right", "mm", 256, [])]
    home = Path(folder)
    return [Case(name.split(".")[0], home / "scans" / name, home / "pressure" / f"mean104_{side}.csv", side, unit,
                 length, flags) for name, side, unit, length, flags in rows]
