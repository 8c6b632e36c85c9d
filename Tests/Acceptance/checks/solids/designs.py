"""Independent programs agree on random designs."""

import hashlib
import json
import random
import shutil
from pathlib import Path

from measuring import judges
from measuring.stream import Stream

FLAGS = [  # flag, chance, value by a random number generator
    ("--thickness", 0.5, lambda r: f"{r.uniform(2, 7):.1f}"),
    ("--min-wall", 0.2, lambda r: f"{r.uniform(0.8, 2):.1f}"),
    ("--heel-cup", 0.5, lambda r: f"{r.uniform(0, 24):.0f}"),
    ("--rearfoot-post", 0.5, lambda r: f"{r.uniform(-8, 8):.0f}"),
    ("--heel-lift", 0.3, lambda r: f"{r.uniform(0, 9):.0f}"),
    ("--arch-contact", 0.4, lambda r: f"{r.uniform(0, 100):.0f}%"),
    ("--arch-height", 0.3, lambda r: f"{r.uniform(-6, 6):.0f}"),
    ("--cast-fill", 0.2, lambda r: f"{r.uniform(0, 6):.1f}"),
    ("--met-pad", 0.5, lambda r: f"{r.uniform(1, 7):.1f}"),
    ("--met-pad-at", 0.3, lambda r: f"{r.uniform(0, 20):.0f}"),
    ("--offload", 0.6, lambda r: f"{r.uniform(90, 260):.0f}kPa"),
    ("--edge-radius", 0.4, lambda r: f"{r.uniform(0, 2.5):.1f}"),
    ("--edge", 0.2, lambda r: r.choice(["rounded", "feathered"])),
    ("--width", 0.3, lambda r: f"{r.uniform(-4, 5):.0f}"),
    ("--toe-allowance", 0.3, lambda r: f"{r.uniform(0, 18):.0f}"),
    ("--material", 0.3, lambda r: r.choice(["tpu-85a", "eva-a35", "poron", "pa12", "tpu-85a-15"])),
    ("--length", 0.2, lambda r: r.choice(["full", "sulcus", "mets", "three-quarter"])),
    ("--cover", 0.15, lambda r: f"{r.uniform(1, 5):.1f}"),
    ("--forefoot-post", 0.2, lambda r: f"{r.uniform(-5, 5):.0f}"),
    ("--medial-skive", 0.15, lambda r: f"{r.uniform(2, 6):.0f}"),
    ("--medial-flange", 0.1, lambda r: f"{r.uniform(3, 15):.0f}"),
    ("--met-bar", 0.1, lambda r: f"{r.uniform(2, 5):.1f}"),
    ("--mortons", 0.1, lambda r: f"{r.uniform(1, 4):.1f}"),
    ("--first-ray", 0.1, lambda r: r.choice(["1", "3", "cut-out"])),
    ("--sink", 0.1, lambda r: r.choice(["heel:2", "navicular:2:28", "styloid:1.5,mt1:1"])),
    ("--offload-mode", 0.2, lambda r: r.choice(["pocket", "soft", "aperture"])),
    ("--lateral-flange", 0.05, lambda r: f"{r.uniform(3, 12):.0f}"),
    ("--heel-aperture", 0.15, lambda r: r.choice(["hole", "horseshoe"])),
    ("--zone", 0.2, lambda r: r.choice(["forefoot:soft", "heel:extra-soft", "midfoot:firm,heel:soft"])),
    ("--tolerance", 0.3, lambda r: f"{r.choice([0.01, 0.05, 0.1, 0.2])}"),
]


def presets(bench):
    """Names of the shipped prescriptions."""
    said = bench.orthotic("presets")
    return [line for line in said.out.splitlines() if line and not line.startswith(" ")] if said.code == 0 else []


def random_words(number, cases, names):
    """What a seeded design is asked for."""
    r = random.Random(7000 + number)
    case = cases[number % len(cases)]
    words = ["design", case.scan]
    if r.random() < 0.6:
        words += ["--pressure", case.pressure]
    words += case.flags
    if names and r.random() < 0.5:
        words += ["--preset", r.choice(names)]
    for flag, chance, value in FLAGS:
        if r.random() < chance:
            words += [flag, value(r)]
    return [str(w) for w in words]


class Ledger:
    """What became of each design, by number, kept in a file where one is given.

    A run that is cut into slices goes on where the last one stopped. Lines made by another program are not counted.
    """

    def __init__(self, bench):
        self.path = bench.options.ledger and Path(bench.options.ledger)
        self.program = hashlib.sha256(bench.binary.read_bytes()).hexdigest()[:16]
        lines = self.path.read_text().splitlines() if self.path and self.path.exists() else []
        rows = [row for row in map(json.loads, lines) if row["program"] == self.program]
        self.rows = {row["number"]: row for row in rows}

    def add(self, row):
        row["program"] = self.program
        self.rows[row["number"]] = row
        if self.path:
            with open(self.path, "a") as file:
                file.write(json.dumps(row) + "\n")

    def solids(self):
        return [row for row in self.rows.values() if "facets" in row]


def run_designs(bench, ledger, cases, names):
    """Designs that the ledger lacks, judged, until it holds as many solids as asked for or the slice is done."""
    judge = Stream(bench.judges)
    made, number, begun = [], 0, 0
    while number < 2 * bench.options.designs and begun < (bench.options.slice or bench.options.designs * 2):
        if len(ledger.solids()) + len(made) >= bench.options.designs:
            break
        if number not in ledger.rows:
            begun += 1
            path = bench.scratch / f"random-{number}.stl"
            run = bench.orthotic(*random_words(number, cases, names), "--json", "-o", path)
            row = {"number": number, "code": run.code, "words": " ".join(run.words[1:-2])}
            if run.code in (0, 1) and path.exists():
                row |= {"facets": run.json["triangles"], "said": run.json["volume"] * 1000, "path": str(path),
                        "admesh": judges.admesh(str(path)) if shutil.which("admesh") else None}
                made.append(row)
                judge.ask(path)
            else:
                lines = [w for w in run.err.splitlines() if w.startswith("error:")]
                row |= {"refused": run.code in (1, 65) and not path.exists(),
                        "error": "\n".join(lines) or run.err.strip()[-300:]}
                ledger.add(row)
        number += 1
    answers = {answer["path"]: answer for answer in judge.end()}
    for row in made:
        answer = answers.get(row["path"])
        if answer is not None:
            ledger.add(row | {k: v for k, v in answer.items() if k != "path"})
            # Sound solids are not kept: three hundred would fill a disk.
            if all(said is None or said["ok"] for said in [row["admesh"], *map(answer.get, LIBRARIES)]):
                Path(row["path"]).unlink()


LIBRARIES = ("cgal", "manifold3d", "meshlib")


def designs(bench, report):
    """Random designs: every judge finds each closed, manifold, oriented, without self-intersection, and as large as we say."""
    cases = bench.samples + bench.real
    names = presets(bench)
    report.note(f"{len(cases)} scans ({len(bench.real)} real), {len(names)} presets" )
    ledger = Ledger(bench)
    run_designs(bench, ledger, cases, names)
    solids = ledger.solids()
    failed = [row for row in ledger.rows.values() if "facets" not in row and not row["refused"]]
    for row in failed:
        report.hold(False, f"design {row['number']} ends with {row['code']}", row)
    refused = [row for row in ledger.rows.values() if row.get("refused")]
    if not solids:
        report.hold(False, "no design became a solid", refused[:3])
        return
    facets = [row["facets"] for row in solids]
    report.note(f"{len(solids)} solids of {min(facets)} to {max(facets)} facets; {len(refused)} prescriptions refused by rule")
    reasons = {}
    for row in refused:
        reason = (row["error"].splitlines() or ["?"])[0][:110]
        reasons[reason] = reasons.get(reason, 0) + 1
    for reason, times in sorted(reasons.items(), key=lambda r: -r[1])[:12]:
        report.note(f"{times} times: {reason}")
    unbuilt = [row for row in refused if "no solid can be made" in row["error"]]
    report.hold(len(unbuilt) <= len(ledger.rows) // 100,
                f"{len(unbuilt)} of {len(ledger.rows)} prescriptions that no solid could be made of, at most 1 %", unbuilt[:2])
    if bench.options.slice and len(solids) < bench.options.designs:
        report.note(f"a slice: {len(solids)} of {bench.options.designs} solids so far, the next run with this --ledger goes on")
    else:
        report.hold(len(solids) >= bench.options.designs, f"all {len(solids)} solids were judged")
    rows = []
    for name in ("admesh", *LIBRARIES):
        held = [row[name] for row in solids]
        if any(said is None for said in held):
            report.skip(f"judge {name} is not installed")
            continue
        bad = [(row["words"], row["path"], row[name]) for row in solids if not row[name]["ok"]]
        report.hold(not bad, f"{name} finds nothing wrong in {len(held) - len(bad)} of {len(held)}", bad[:3])
        rows.append((name, len(held) - len(bad), len(held), largest_difference(solids, name)))
    worst = max(abs(row["volume"] / row["said"] - 1) for row in solids)
    report.hold(worst <= 1e-4, f"volume as we say: off by at most {worst:.1e} of it, of 1e-4")
    for name, _, _, off in rows:
        if name == "admesh":
            # It adds up in single precision, which is off by more than what is asked: so it is held to that very sum.
            same = max(abs(row[name]["volume"] / row["single"] - 1) for row in solids)
            report.hold(same <= 1e-5, f"admesh measures our volume to {off:.1e}, and to {same:.1e} where it is added up in "
                        "single precision as admesh does")
        elif off is not None:
            report.hold(off <= 1e-4, f"{name} measures our volume to {off:.1e}")
    bench.tables["judges"] = "| judge | sound | of | volume off ours by at most |\n|---|---|---|---|\n" + "\n".join(
        f"| {n} | {ok} | {of} | {'not asked' if off is None else f'{off:.0e}'} |" for n, ok, of, off in rows)


def largest_difference(solids, name):
    """Largest difference from the volume that the program printed, as a share; `None` where a judge gives none."""
    theirs = [row[name].get("volume") for row in solids]
    if any(v is None for v in theirs):
        return None
    return max(abs(v / row["said"] - 1) for v, row in zip(theirs, solids))
