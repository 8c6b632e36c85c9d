"""Reading, outliers and measuring beside the strongest peers, in turns, medians of fresh processes."""

import json
import re
import statistics
import subprocess

from measuring.bench import needs
from measuring.program import run, weighed

# File of the peers' data, its name in their b1_load.py, who is to be met there, and in what share of their time.
CLOUDS = [("pts_1m.ply", "ply bin xyz 1m", ["plyfile", "meshlib"], 1.0),
          ("pts_1m_ascii.ply", "ply ascii 1m", ["pandas read_csv after header", "pyminiply"], 1.0),
          ("pts_1m.xyz", "xyz ascii 1m", ["pandas read_csv"], 1.0)]
MESHES = [("mesh_1m.stl", "stl bin 1m tri", ["pyvista/vtk"], 0.5),
          ("mesh_1m_ascii.stl", "stl ascii 1m tri", ["pyvista/vtk"], 0.5),
          ("mesh_1m.obj", "obj 1m tri", ["pyvista/vtk"], 0.5)]
ROUNDS = 3
STRAYS = "SOR sorted | Morton sort + pykdtree (2)"

# Which points the same rule keeps by the peer's distances, and how many of them another list of 0 and 1 tells otherwise.
SAME = """
import sys, numpy as np, morton
from pykdtree.kdtree import KDTree
p = np.load(sys.argv[1]).astype(np.float32); order = morton.order(p); s = np.ascontiguousarray(p[order])
d = KDTree(s).query(s, k=21)[0][:, 1:].mean(1); kept = np.empty(len(p), bool); kept[order] = d < d.mean() + 2 * d.std()
ours = np.fromfile(sys.argv[2], np.uint8) == ord("1")
print(len(ours) == len(kept) and int((ours != kept).sum()), int(kept.sum()))
"""


def ours(bench, *words, pinned=True):
    """Median wall time in ms that a group of the benchmarks prints for its last line, and its result.

    Pinned to one core, where theirs may use all.
    """
    words = [*(["taskset", "-c", "0"] if pinned else []), bench.benchmarks, *words]
    said = subprocess.run([str(w) for w in words], capture_output=True, text=True).stdout
    found = re.findall(r"^(load and parse|outliers).*?wall ([\d.]+) ms.*result (\d+)", said, re.M)
    return (float(found[-1][1]), int(found[-1][2])) if found else (float("inf"), 0)


def theirs(bench, script, case):
    """Median wall time in ms of a case of the peers' scripts, or `None` where it does not run."""
    scripts = bench.peers / "scripts"
    done = run([bench.peers / "venv/bin/python", scripts / script, "--case", case], folder=scripts)
    lines = [line for line in done.out.splitlines() if line.startswith("@@")]
    return 1000 * json.loads(lines[-1][2:])["wall"] if lines else None


def read(bench, report, files):
    """Each file by us on one core and by its peers as they come, in turns."""
    for name, format_, peers, share in files:
        own, others = [], {peer: [] for peer in peers}
        for _ in range(ROUNDS):
            wall, count = ours(bench, "reading", bench.peers / "data", name)
            own.append(wall)
            for peer in peers:
                others[peer].append(theirs(bench, "b1_load.py", f"{format_} | {peer}"))
        mine = statistics.median(own)
        report.note(f"{name}: ours {', '.join(f'{w:.1f}' for w in own)} ms, {count} points")
        for peer, walls in others.items():
            if None in walls:
                report.hold(False, f"{name}: {peer} does not run")
                continue
            wall = statistics.median(walls)
            report.hold(mine <= share * wall, f"{name}: {mine:.1f} ms on one core, {peer} {wall:.1f}: "
                        f"{mine / wall:.2f} of it, {share:g} allowed ({', '.join(f'{w:.1f}' for w in walls)})")


@needs("peers", "benchmarks")
def clouds(bench, report):
    """Clouds of 1 M points: PLY and XYZ no slower than plyfile, MeshLib, pandas and pyminiply."""
    read(bench, report, CLOUDS)


@needs("peers", "benchmarks")
def meshes(bench, report):
    """Meshes of 1 M triangles: STL and OBJ in at most half of VTK's time."""
    read(bench, report, MESHES)


@needs("peers", "benchmarks")
def outliers(bench, report):
    """Outliers of 1 M points: at most half of the time of pykdtree on sorted points, and the same points."""
    cloud = bench.peers / "data/pts_1m.ply"
    list_ = bench.scratch / "kept.txt"
    own, others, alone = [], [], []
    for _ in range(ROUNDS):
        own.append(ours(bench, "outliers", cloud, list_, pinned=False)[0])
        others.append(theirs(bench, "b2_points.py", STRAYS))
        alone.append(ours(bench, "outliers", cloud)[0])
    if None in others:
        report.hold(False, "pykdtree does not run")
        return
    mine, wall = statistics.median(own), statistics.median(others)
    report.note(f"ours {', '.join(f'{w:.0f}' for w in own)} ms, pykdtree with the sort "
                f"{', '.join(f'{w:.0f}' for w in others)}; ours on one core {statistics.median(alone):.0f}")
    report.hold(mine <= wall / 2, f"{mine:.0f} ms, pykdtree on sorted points {wall:.0f}: {mine / wall:.2f} of it, 0.5 allowed")
    done = run([bench.peers / "venv/bin/python", "-c", SAME, cloud.with_suffix(".npy"), list_],
               folder=bench.peers / "scripts", environment={"PYTHONPATH": str(bench.peers / "scripts")})
    if report.hold(done.code == 0 and not done.out.startswith("False"), "both lists of kept points are there", done):
        different, kept = map(int, done.out.split())
        report.hold(different <= kept / 1000, f"{different} of {kept} kept points are not the same: {different / kept:.4%}")


@needs("peers")
def measuring(bench, report):
    """`orthotic measure` of 1 M points within 0.5 s, linear to 5 M, memory at most 6 times the points' own size.

    The size is that of the file's own three floats, 12 MB per million points; a left foot takes no more than a right one.
    """
    runs = {"pts_1m.ply": [], "pts_5m.ply": []}
    lefts = {name: [] for name in runs}
    for _ in range(2 * ROUNDS + 1):
        for name, done in runs.items():
            done.append(weighed([bench.binary, "measure", bench.peers / "data" / name]))
            lefts[name].append(weighed([bench.binary, "measure", bench.peers / "data" / name, "--side", "left"]))
    times = {name: statistics.median(r.seconds for r in done) for name, done in runs.items()}
    for name, points in (("pts_1m.ply", 1e6), ("pts_5m.ply", 5e6)):
        size = points * 12 / 1e6
        for side, done in (("", runs[name]), (" as a left foot", lefts[name])):
            memory = statistics.median(r.megabytes for r in done)
            report.hold(memory <= 6 * size, f"{name}{side}: peak {memory:.0f} MB, {memory / size:.1f} × the points' "
                        f"{size:.0f} MB (three floats each)")
        report.note(f"{name}: {', '.join(f'{r.seconds:.3f}' for r in runs[name])} s")
    report.hold(times["pts_1m.ply"] <= 0.5, f"measure of 1 M points {times['pts_1m.ply']:.3f} s of 0.5")
    ratio = times["pts_5m.ply"] / times["pts_1m.ply"]
    report.hold(ratio <= 6, f"5 M points {times['pts_5m.ply']:.3f} s, {ratio:.1f} × as long")


def speed(bench, report):
    """Speed beside the peers."""
    for part in (measuring, clouds, meshes, outliers):
        report.note(part.__doc__.splitlines()[0])
        part(bench, report)
