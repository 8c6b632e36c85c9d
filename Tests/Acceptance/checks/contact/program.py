"""What the program makes of the contact model: comparison, ranking, the second model, the arch by load."""

import csv
import io

from measuring.program import run


def program(bench, report):
    """The program: compare makes the grid, ranks it, and every change has its band; the models and the arch by load."""
    scan, pressure = bench.samples_folder / "normal-right/scan.ply", bench.samples_folder / "normal-right/pressure.csv"
    words = ["compare", scan, "--pressure", pressure, "--met-pad", "0,3,5", "--rearfoot-post", "0,2,4", "--rank", "mt2", "-q"]
    grid = run([bench.binary, *words, "--json"])
    variants = grid.json.get("variants", [])
    report.hold(grid.code == 0 and len(variants) == 9, f"a grid of {len(variants)} variants in {grid.seconds:.2f} s", grid)
    report.hold(sorted(v["rank"] for v in variants) == list(range(1, len(variants) + 1)), "every variant has its rank")
    peaks = {v["rank"]: next(r for r in v["regions"] if r["name"] == "mt2")["peakAfter"]["median"] for v in variants}
    report.hold([peaks[k] for k in sorted(peaks)] == sorted(peaks.values()), "ranked by the peak of mt2")
    bands = [r["change"]["peak"] for v in variants for r in v["regions"] if "change" in r]
    report.hold(bands and all(b["low"] < b["median"] < b["high"] for b in bands), f"{len(bands)} changes with low < median < high")
    report.hold(all(("verdicts" in r) == (r["name"] != "metPad") for v in variants for r in v["regions"] if "change" in r), "every change has its verdicts, but for the pad's own row")
    differing = [d for v in variants[1:] for d in v.get("differences", [])]
    report.hold(len(differing) >= 8 * 11 and all(d["peak"]["low"] <= d["peak"]["nominal"] <= d["peak"]["high"] for d in differing) and "differences" not in variants[0],
                f"{len(differing)} differences from the first variant, each inside its band")
    old = run([bench.binary, *["--goal" if w == "--rank" else w for w in words], "--json"])
    report.hold(old.json.get("variants") == variants, "--goal is still taken for --rank", old)
    table = run([bench.binary, *words, "--csv"])
    rows = list(csv.DictReader(io.StringIO(table.out)))
    report.hold(table.code == 0 and len(rows) == 9 * 12 and rows[0]["rank"] == "1", f"CSV of {len(rows)} lines", table)
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
