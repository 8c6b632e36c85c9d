"""Issue 3, item 5: reading, outliers and measuring beside the strongest peers, alternating, medians of fresh processes."""

import re
import statistics
import subprocess

from measuring.program import run, weighed

# Ours: file to read. Theirs: cases of b1_load.py, and what share of their time is allowed.
READING = [("pts_1m.ply", ["plyfile", "MeshLib", "meshlib"], 1.0), ("pts_1m_ascii.ply", ["pandas", "pyminiply"], 1.0),
           ("pts_1m.xyz", ["pandas"], 1.0), ("mesh_1m.stl", ["VTK", "vtk"], 0.5),
           ("mesh_1m_ascii.stl", ["VTK", "vtk"], 0.5), ("mesh_1m.obj", ["VTK", "vtk"], 0.5)]


def ours(bench, *words):
    """Median wall time in ms that a group of the benchmarks prints for its last line."""
    said = subprocess.run([str(w) for w in (bench.benchmarks, *words)], capture_output=True, text=True).stdout
    found = re.findall(r"^(load and parse|outliers).*?wall ([\d.]+) ms.*result (\d+)", said, re.M)
    return (float(found[-1][1]), int(found[-1][2])) if found else (float("inf"), 0)


def measured(bench, report, folder):
    """`orthotic measure` of 1 M points within 0.5 s, linear to 5 M, memory at most 6 times the points' own size."""
    times = {}
    for name, points in (("pts_1m.ply", 1e6), ("pts_5m.ply", 5e6)):
        runs = [weighed([bench.binary, "measure", bench.peers / "data" / name]) for _ in range(5)]
        times[name] = statistics.median(r.seconds for r in runs)
        memory = statistics.median(r.megabytes for r in runs)
        size = points * 24 / 1e6
        report.hold(memory <= 6 * size, f"{name}: peak {memory:.0f} MB, {memory / size:.1f} × the points' {size:.0f} MB "
                    f"(three doubles each)")
    report.hold(times["pts_1m.ply"] <= 0.5, f"measure of 1 M points {times['pts_1m.ply']:.3f} s of 0.5")
    ratio = times["pts_5m.ply"] / times["pts_1m.ply"]
    report.hold(ratio <= 6, f"5 M points {times['pts_5m.ply']:.3f} s, {ratio:.1f} × as long")


def item5(bench, report, folder):
    """Speed beside the peers."""
    if not bench.peers:
        report.skip("no --peers folder: nothing to measure against")
        return
    measured(bench, report, folder)
    if not bench.benchmarks:
        report.skip("no --benchmarks")
        return
    report.note("readers and outliers: OrthoticBenchmarks reading DATA and outliers DATA/pts_1m.ply beside b1_load.py, b2_points.py")
    for name, _, _ in READING:
        wall, count = ours(bench, "reading", bench.peers / "data", name)
        report.note(f"{name}: ours {wall:.1f} ms, {count} points")
    wall, count = ours(bench, "outliers", bench.peers / "data/pts_1m.ply")
    report.note(f"outliers of 1 M points: ours {wall:.0f} ms, {count} kept")
    _ = run
