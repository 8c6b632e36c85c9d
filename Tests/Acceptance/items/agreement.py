"""Item 1 of solids: independent programs agree on random designs."""

import random
import shutil
import subprocess
import threading

from measuring import judges

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
    ("--mortons-extension", 0.1, lambda r: f"{r.uniform(1, 4):.1f}"),
    ("--heel-aperture", 0.15, lambda r: r.choice(["hole", "horseshoe"])),
    ("--zone", 0.2, lambda r: r.choice(["forefoot:soft", "heel:extra-soft", "midfoot:firm,heel:soft"])),
    ("--tolerance", 0.3, lambda r: f"{r.choice([0.01, 0.05, 0.1, 0.2])}"),
]


def presets(bench):
    """Names of the shipped prescriptions."""
    said = bench.orthotic("presets")
    return [line for line in said.out.splitlines() if line and not line.startswith(" ")] if said.code == 0 else []


class Stream:
    """The library judges, answering while the next design is made."""

    def __init__(self, python, names=()):
        home = judges.__file__.rsplit("/measuring/", 1)[0]
        self.child = subprocess.Popen([python, "-m", "measuring.verdict_stream", *names], cwd=home, text=True,
                                      stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.answers = []
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self):
        import json
        for line in self.child.stdout:
            self.answers.append(json.loads(line))

    def ask(self, path):
        self.child.stdin.write(f"{path}\n")
        self.child.stdin.flush()

    def end(self):
        self.child.stdin.close()
        self.reader.join()
        self.child.wait()
        return self.answers


def random_design(bench, number, cases, names, out):
    """A seeded design: its words and its run."""
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
    return bench.orthotic(*words, "--json", "-o", out)


def item1(bench, report):
    """Random designs: every judge finds each closed, manifold, oriented, without self-intersection, and as large as we say."""
    cases = bench.samples + bench.real
    names = presets(bench)
    report.note(f"{len(cases)} scans ({len(bench.real)} real), {len(names)} presets" + (
        "" if bench.real else "; no --data folder: the real scans were not run"))
    judge = Stream(bench.judges)
    said, refused, triangles, number = {}, [], [], 0
    while len(said) < bench.count and number < 2 * bench.count:
        path = bench.scratch / f"random-{number}.stl"
        run = random_design(bench, number, cases, names, path)
        number += 1
        if run.code in (0, 1) and path.exists():
            said[str(path)] = (run, judges.admesh(str(path)) if shutil.which("admesh") else None)
            triangles.append(run.json["triangles"])
            judge.ask(path)
        elif run.code in (1, 64, 65) and not path.exists():
            refused.append(run)
        else:
            report.hold(False, f"design {number} ends with {run.code}", run)
    answers = judge.end()
    report.note(f"{len(said)} solids of {min(triangles)} to {max(triangles)} facets; {len(refused)} prescriptions refused by rule")
    reasons = {}
    for run in refused:
        lines = [w for w in run.err.splitlines() if w.startswith("error:")]
        reason = (lines or run.err.strip().splitlines() or ["?"])[0][:110]
        reasons[reason] = reasons.get(reason, 0) + 1
    for reason, times in sorted(reasons.items(), key=lambda r: -r[1])[:12]:
        report.note(f"{times} times: {reason}")
    unbuilt = [r for r in refused if "no solid can be made" in r.err]
    report.hold(len(unbuilt) <= number // 100, f"{len(unbuilt)} of {number} prescriptions that no solid could be made of, at most 1 %",
                unbuilt[0] if unbuilt else "")
    report.hold(len(answers) == len(said) >= bench.count, f"all {len(said)} solids were judged")
    rows = []
    for name in ("cgal", "manifold3d", "meshlib"):
        held = [a[name] for a in answers]
        if any(h is None for h in held):
            report.skip(f"judge {name} is not installed")
            continue
        bad = [(a["path"], a[name]) for a in answers if not a[name]["ok"]]
        report.hold(not bad, f"{name} finds nothing wrong in {len(held) - len(bad)} of {len(held)}", bad[:3])
        rows.append((name, len(held) - len(bad), len(held), largest_difference(said, answers, name)))
    checked = [(path, found) for path, (_, found) in said.items() if found is not None]
    if checked:
        bad = [(path, found) for path, found in checked if not found["ok"]]
        report.hold(not bad, f"admesh finds nothing wrong in {len(checked) - len(bad)} of {len(checked)}", bad[:3])
        rows.append(("admesh", len(checked) - len(bad), len(checked), None))
    worst = largest_difference(said, answers, None)
    report.hold(worst <= 1e-4, f"volume as we say: off by at most {worst:.1e} of it, of 1e-4")
    for name, _, _, off in rows:
        if off is not None:
            report.hold(off <= 1e-4, f"{name} measures our volume to {off:.1e}")
    bench.tables["judges"] = "| judge | sound | of | volume off ours by at most |\n|---|---|---|---|\n" + "\n".join(
        f"| {n} | {ok} | {of} | {'not asked' if off is None else f'{off:.0e}'} |" for n, ok, of, off in rows)


def largest_difference(said, answers, name):
    """Largest difference from the volume that the program printed, as a share; `None` where a judge gives none."""
    worst = 0.0
    for answer in answers:
        ours = said[answer["path"]][0].json["volume"] * 1000
        theirs = answer["volume"] if name is None else (answer[name] or {}).get("volume")
        if theirs is None:
            return None
        worst = max(worst, abs(theirs / ours - 1))
    return worst
