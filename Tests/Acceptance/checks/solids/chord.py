"""How far facets are off a surface known by formula, and what that costs in facets."""

from measuring.bench import needs
from measuring.program import run


@needs("benchmarks")
def chord(bench, report):
    """Chord error against the analytic surface within the tolerance, with far fewer facets than uniform cells need."""
    done = run([bench.benchmarks, "chord"], limit=600)
    if not report.hold(done.code == 0, "the benchmark ran", done):
        return
    rows = [dict(pair.split("=") for pair in line.split()[1:]) | {"kind": line.split()[0]}
            for line in done.out.splitlines() if "=" in line]
    adaptive = [r for r in rows if r["kind"] == "adaptive"]
    uniform = [r for r in rows if r["kind"] == "uniform"]
    for row in adaptive:
        tolerance, error, rim = (float(row[k]) for k in ("tolerance", "error", "rim"))
        if tolerance in (0.2, 0.05, 0.01):
            report.hold(error <= tolerance, f"tolerance {tolerance} mm: surface within {error:.4f} mm, {row['triangles']} facets")
            report.hold(rim <= tolerance, f"tolerance {tolerance} mm: trim line within {rim:.4f} mm")
    # The coarsest uniform grid that is as good at 0.05 mm.
    ours = next(r for r in adaptive if float(r["tolerance"]) == 0.05)
    good = [r for r in uniform if float(r["error"]) <= 0.05]
    if report.hold(bool(good), "some uniform grid is within 0.05 mm"):
        least = min(good, key=lambda r: int(r["triangles"]))
        share = int(least["triangles"]) / int(ours["triangles"])
        report.hold(share >= 5, f"uniform cells within 0.05 mm need {least['triangles']} facets, {share:.1f} times ours")
    table = "| facets | size | largest error mm | facets | smallest angle | under 10° |\n|---|---|---|---|---|---|\n"
    for r in adaptive:
        table += (f"| adaptive | tolerance {r['tolerance']} mm, grid {r['grid']} mm | {r['error']} | {r['triangles']} | "
                  f"{r['angle']}° | {r['thin']} % |\n")
    for r in uniform:
        table += f"| uniform | {r['grid']} mm cells | {r['error']} | {r['triangles']} | {r['angle']}° | {r['thin']} % |\n"
    print(table)
    bench.tables["chord"] = table
