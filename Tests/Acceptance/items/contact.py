"""The contact model's items: groups of OrthoticBenchmarks, independent codes, and the program's own comparison."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

from measuring.program import run


class Bench:
    def __init__(self, root, chosen, scratch):
        self.root, self.scratch = root, scratch
        self.binary, self.benchmarks = Path(chosen.binary).resolve(), Path(chosen.benchmarks).resolve()
        self.samples = Path(chosen.samples).resolve()
        self.data = chosen.data and Path(chosen.data).resolve()
        self.peers = chosen.peers and Path(chosen.peers).resolve()
        self.designs = chosen.designs

    def group(self, report, *words, limit=3000, judges=True):
        """Runs a group of benchmarks and takes its lines over; a group that only writes files judges nothing."""
        done = run([self.benchmarks, *words], limit=limit, folder=self.root)
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

    def python(self, *words, limit=600):
        return run([self.peers / "venv/bin/python", *words], limit=limit,
                   environment={v: "1" for v in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")})

    @property
    def places(self):
        return [str(self.samples)] + ([str(self.data)] if self.data else [])


def item1(bench, report):
    """Known answers within 1 % at 512², the error falling with the grid; force and moments to 1e-8; complementarity."""
    bench.group(report, "contact-accuracy")


def item2(bench, report):
    """Independent codes on the same problems: within 0.5 % RMS of the peak; the agreed foot to five digits."""
    if not bench.peers:
        return report.skip("no folder of peers was given")
    done = bench.group(report, "contact-fields", str(bench.scratch), judges=False)
    if done.code:
        return
    judged = bench.python(bench.root / "Tests/Peers/contact_peers.py", bench.scratch)
    for line in judged.out.splitlines():
        report.note(line)
    worst = next((line for line in judged.out.splitlines() if line.startswith("worst")), "")
    report.hold(judged.code == 0 and worst, f"independent codes: {worst}", judged)


def item3(bench, report):
    """The published list: Goske's nine cells and the others, one parameter set for all."""
    bench.group(report, "contact-published")
    page = bench.root / "Sources/OrthoticCore/OrthoticCore.docc/Validation.md"
    report.hold(page.exists() and "Goske" in page.read_text(), "the validation page has the table")


def item4(bench, report):
    """The emed recording on plantar-right.obj, frame by frame, on flat EVA, moulded EVA and a rigid shell."""
    if not bench.data:
        return report.skip("no folder of real scans was given")
    bench.group(report, "contact-recording", str(bench.data))
    page = bench.root / "Sources/OrthoticCore/OrthoticCore.docc/Validation.md"
    report.hold(page.exists() and "emed" in page.read_text(), "the validation page discusses the recording")


def item5(bench, report):
    """Random designs on all Samples and real scans: balanced, finite, converged; flat insoles monotone."""
    bench.group(report, "contact-designs", *bench.places, *([bench.designs] if bench.data else []))


PEERS = {"tamaas": ("foot 512 | tamaas PolonskyKeerRey tol 1e-08 | 1t", 5),
         "ContactMechanics": ("foot 512 | ContactMechanics CCG pentol 1e-08* | 1t", 5),
         "aspher": ("foot 512 | aspher nested fft tol 1e-08 | 1t", 1)}


def item6(bench, report):
    """Speed: the foot at 512² against peers on one thread by one judge; columns, layer, frames, bands; N log N."""
    done = bench.group(report, "contact-speed", str(bench.scratch))
    ours = next((float(line.split()[-1]) for line in done.out.splitlines() if "half-space seconds" in line), None)
    if not bench.peers or ours is None:
        return report.skip("no folder of peers was given")
    scripts = bench.peers / "scripts"
    judge = (f"import sys; sys.path.insert(0, {str(scripts)!r}); import json, numpy as np, b6_contact as b; "
             f"p = np.fromfile({str(bench.scratch / 'foot-512.pressure')!r}) / 1000; print(json.dumps(b.judge('foot', 512, p)))")
    said = bench.python("-c", judge)
    mine = json.loads(said.out.splitlines()[-1])
    report.hold(mine["res"] <= 1e-8, f"ours: {ours:.3f} s, judged residual {mine['res']:.1e}, area {mine['area']}, peak {mine['pmax']} MPa", said)
    for name, (case, factor) in PEERS.items():
        done = bench.python(scripts / "b6_contact.py", "--case", case)
        line = next((line for line in done.out.splitlines() if line.startswith("@@")), None)
        if not report.hold(line is not None, f"{name} ran", done):
            continue
        result = json.loads(line[2:])
        note = result.get("note") or {}
        report.hold(result["wall"] >= factor * ours,
                    f"{name}: {result['wall']:.3f} s, {result['wall'] / ours:.1f} × ours (wanted {factor}), judged residual {note.get('res')}")


def item7(bench, report):
    """Bands: 90 ± 3 % of new draws fall inside the 5–95 % band."""
    bench.group(report, "contact-coverage", *bench.places)


def item8(bench, report):
    """The program: compare makes the grid, ranks it, and every change has its band; the models and the arch by load."""
    scan, pressure = bench.samples / "normal-right/scan.ply", bench.samples / "normal-right/pressure.csv"
    words = ["compare", scan, "--pressure", pressure, "--met-pad", "0,3,5", "--rearfoot-post", "0,2,4", "--goal", "mt2", "-q"]
    grid = run([bench.binary, *words, "--json"])
    variants = grid.json.get("variants", [])
    report.hold(grid.code == 0 and len(variants) == 9, f"a grid of {len(variants)} variants in {grid.seconds:.2f} s", grid)
    report.hold(sorted(v["rank"] for v in variants) == list(range(1, len(variants) + 1)), "every variant has its rank")
    peaks = {v["rank"]: next(r for r in v["regions"] if r["name"] == "mt2")["peakAfter"]["median"] for v in variants}
    report.hold([peaks[k] for k in sorted(peaks)] == sorted(peaks.values()), "ranked by the peak of mt2")
    bands = [r["change"]["peak"] for v in variants for r in v["regions"] if "change" in r]
    report.hold(bands and all(b["low"] < b["median"] < b["high"] for b in bands), f"{len(bands)} changes with low < median < high")
    report.hold(all("verdicts" in r for v in variants for r in v["regions"] if "change" in r), "every change has its verdicts")
    table = run([bench.binary, *words, "--csv"])
    rows = list(csv.DictReader(io.StringIO(table.out)))
    report.hold(table.code == 0 and len(rows) == 9 * 11 and rows[0]["rank"] == "1", f"CSV of {len(rows)} lines", table)
    layer = run([bench.binary, "design", scan, "--pressure", pressure, "--model", "layer", "--json", "-q"])
    report.hold(layer.json.get("model") == "layer" and all("afterByColumns" in r for r in layer.json.get("regions", [])),
                f"--model layer shows what columns say, in {layer.seconds:.2f} s", layer)
    for wanted in (60, 80, 110):
        dosed = run([bench.binary, "design", scan, "--pressure", pressure, "--arch-pressure", f"{wanted}kPa", "--offload", "off", "--json", "-q"])
        arch = dosed.json.get("arch", {})
        report.hold(abs(arch.get("peak", 0) - wanted) <= 2, f"--arch-pressure {wanted}kPa: {arch}", dosed)
    if bench.data:
        words = [bench.binary, "design", bench.data / "scans/plantar-right.obj", "--pressure", bench.data / "pressure/mean104_right.csv",
                 "--material", "pp", "--arch-contact", "100%", "--offload", "off", "--json"]
        shell = run(words)
        codes = [w["code"] for w in shell.json.get("warnings", [])]
        report.hold("arch-carries-too-much" in codes, f"a rigid shell copied from an unloaded scan warns: {codes}; arch {shell.json.get('arch')}", shell)


ITEMS = {1: item1, 2: item2, 3: item3, 4: item4, 5: item5, 6: item6, 7: item7, 8: item8}
