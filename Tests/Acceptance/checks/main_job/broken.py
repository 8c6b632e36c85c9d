"""Broken input, one clear message, the right exit code, no file, no trap."""

import os
import re
import shutil
import struct

import numpy as np

from measuring import scans, stl
from measuring.program import run as run_words

BAD, MISSING, UNWRITABLE, USAGE = 65, 66, 73, 64


def ply(count, body=b"", kind="binary_little_endian"):
    header = f"ply\nformat {kind} 1.0\nelement vertex {count}\nproperty float x\nproperty float y\nproperty float z\nend_header\n"
    return header.encode() + body


def broken_scans(case):
    """(name, file name, bytes) of scans that cannot be used."""
    raw = case.scan.read_bytes()
    points, faces = scans.read(case.scan)
    floats = np.ascontiguousarray(points[:5000], "<f4").tobytes()
    facet = struct.pack("<12fH", *([0.0] * 12), 0)
    yield "empty file", "empty.ply", b""
    yield "empty STL", "empty.stl", b""
    yield "half a PLY", "half.ply", raw[: len(raw) // 2]
    yield "PLY cut in its header", "header.ply", raw[:60]
    yield "PLY of 0 points", "zero.ply", ply(0)
    yield "PLY of -1 points", "minus.ply", ply(-1, floats)
    yield "PLY of 10^18 points", "huge.ply", ply(10**18, floats)
    yield "ASCII PLY of 10^18 points", "huge-ascii.ply", ply(10**18, b"1 2 3\n" * 9, "ascii")
    yield "PLY of 10^30 points", "beyond.ply", ply(10**30, floats)
    yield "PLY of no known type", "type.ply", ply(5000, floats).replace(b"float x", b"flat x")
    mesh = solid_stl(case)
    yield "half a binary STL", "half.stl", mesh[: len(mesh) // 2]
    yield "STL that promises more", "more.stl", scans.truncated_stl(1000)
    yield "STL of 0 facets", "none.stl", b"x".ljust(80) + struct.pack("<I", 0)
    yield "STL of 2^32 - 1 facets", "many.stl", b"x".ljust(80) + struct.pack("<I", 2**32 - 1) + facet * 3
    yield "ASCII STL cut", "cut.stl", b"solid a\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0"
    yield "OBJ cut in a number", "cut.obj", b"v 0 0 0\nv 1 0 0\nv 1 1"
    yield "OBJ with a face of points it lacks", "index.obj", b"v 0 0 0\nv 100 0 0\nv 0 260 10\nf 1 2 99999999999999999999\n"
    yield "OBJ with a face far outside", "far.obj", b"v 0 0 0\nv 100 0 0\nv 0 260 10\nf 1 2 -7\n"
    for word, value in (("NaN", np.nan), ("infinity", np.inf)):
        yield f"all coordinates {word}", f"{word}.ply", ply(5000, np.full((5000, 3), value, "<f4").tobytes())
        text = "".join(f"{word.lower()[:3]} 1 2\n" for _ in range(200))
        yield f"cloud of {word}", f"{word}.xyz", text.encode()
    yield "coordinates of 1e300", "large.xyz", b"".join(b"%de300 %d 1e308\n" % (i, i) for i in range(300))
    yield "3 points", "three.ply", ply(3, floats[:36])
    yield "3 points as text", "three.xyz", b"0 0 0\n100 0 0\n0 250 10\n"
    yield "all points equal", "equal.ply", ply(5000, np.full((5000, 3), 7.5, "<f4").tobytes())
    yield "all points on a line", "line.ply", ply(5000, (np.arange(5000)[:, None] * [[0, 0.05, 0]]).astype("<f4").tobytes())
    yield "a flat square", "flat.ply", ply(10000, np.stack([*np.divmod(np.arange(10000), 100), np.zeros(10000)], 1).astype("<f4").tobytes())
    yield "noise", "noise.ply", np.random.default_rng(1).bytes(30000)
    yield "text", "letter.txt", b"Dear colleague,\nplease find the scan attached.\n" * 20


def solid_stl(case):
    """Bytes of a real binary STL: the mesh of the scan, or a sheet over its points where it has no facets."""
    points, faces = scans.read(case.scan)
    corners = points[faces] if len(faces) else np.stack([points[:-2], points[1:-1], points[2:]], axis=1)
    record = np.zeros(len(corners), stl.RECORD)
    record["corners"] = corners
    return b"half".ljust(80) + struct.pack("<I", len(corners)) + record.tobytes()


def broken_maps(case):
    """(name, bytes) of pressure maps that cannot be used."""
    rows = [line for line in case.pressure.read_text().splitlines() if line.strip()]
    table = np.loadtxt(case.pressure, delimiter=",")

    def text(values):
        return "".join(",".join("%g" % v for v in row) + "\n" for row in values).encode()

    # Beyond what a tare leaves.
    negative = table.copy()
    negative[len(negative) // 2] = -40
    yield "ragged rows", "\n".join(rows[:5] + [rows[5] + ",1,2,3"] + rows[6:]).encode()
    yield "short row", "\n".join(rows[:5] + [rows[5].split(",")[0]] + rows[6:]).encode()
    yield "a word in a cell", "\n".join(rows[:5] + ["heel" + rows[5]] + rows[6:]).encode()
    yield "text", b"Dear colleague,\nthe pressure is high.\n"
    yield "negative values", text(negative)
    yield "all zeros", text(table * 0)
    yield "empty map", b""
    yield "NaN cells", text(np.where(table > table.max() / 2, np.nan, table))
    yield "infinite cells", text(np.where(table > table.max() / 2, np.inf, table))
    yield "values of 1e300", text(table * 1e298)
    yield "one cell", b"5\n"
    yield "one row", (rows[len(rows) // 2] + "\n").encode()
    yield "the other foot's map", text(table[:, ::-1])


def judged(report, name, folder, run, codes, mention, out=None):
    """One broken run: code, message, no trap, nothing left behind."""
    message = run.err.strip()
    lines = [line for line in message.splitlines() if re.search(r"error|:", line)]
    left = [f for f in os.listdir(folder)] if out is None else ([str(out)] if out.exists() else [])
    problems = []
    if run.crashed or "Fatal error" in message:
        problems.append("TRAP")
    if run.code not in codes:
        problems.append(f"exit {run.code}, expected {' or '.join(map(str, codes))}")
    if mention and mention not in message:
        problems.append(f"the message does not name {mention}")
    if not lines or len(message.splitlines()) > 4:
        problems.append(f"{len(message.splitlines())} lines of message")
    if left:
        problems.append(f"left behind: {left}")
    if run.seconds > 20 or run.megabytes > 2000:
        problems.append(f"took {run.seconds:.0f} s, {run.megabytes:.0f} MB")
    report.hold(not problems, f"{name}: exit {run.code}" + (f" — {'; '.join(problems)}" if problems else ""), run)
    if not problems:
        report.note(lines[0][:230])
    for name in left if out is None else []:
        os.unlink(os.path.join(folder, name))


def broken_input(bench, report):
    """Scans, maps and places that cannot be used: one clear message, the right exit code, no file, no trap."""
    case = bench.samples[0]
    inputs, outputs = bench.scratch / "broken", bench.scratch / "out"
    for folder in (inputs, outputs):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()

    def design(scan, pressure, out):
        return bench.orthotic("design", scan, "--pressure", pressure, "-o", out, limit=60)

    for name, file, content in broken_scans(case):
        (inputs / file).write_bytes(content)
        judged(report, name, outputs, design(inputs / file, case.pressure, outputs / "r.stl"), (BAD,), file)
    (inputs / "flat.ply").write_bytes(dict((f, c) for _, f, c in broken_scans(case))["flat.ply"])
    alone = bench.orthotic("design", inputs / "flat.ply", "--weight", "75", "-o", outputs / "r.stl")
    judged(report, "a flat square without a map", outputs, alone, (BAD,), "flat.ply")
    for name, content in broken_maps(case):
        (inputs / "map.csv").write_bytes(content)
        judged(report, name, outputs, design(case.scan, inputs / "map.csv", outputs / "r.stl"), (BAD,), "map.csv")
    judged(report, "scan is a folder", outputs, design(inputs, case.pressure, outputs / "r.stl"), (MISSING, BAD), "broken")
    judged(report, "map is a folder", outputs, design(case.scan, inputs, outputs / "r.stl"), (MISSING, BAD), "broken")
    judged(report, "scan is missing", outputs, design(inputs / "no.ply", case.pressure, outputs / "r.stl"), (MISSING,), "no.ply")
    judged(report, "map is missing", outputs, design(case.scan, inputs / "no.csv", outputs / "r.stl"), (MISSING,), "no.csv")
    judged(report, "output folder is missing", outputs, design(case.scan, case.pressure, outputs / "no/r.stl"), (UNWRITABLE,), "r.stl")
    judged(report, "output is a folder", outputs, design(case.scan, case.pressure, inputs), (UNWRITABLE, USAGE), "broken")
    judged(report, "output below a file", outputs, design(case.scan, case.pressure, inputs / "map.csv" / "r.stl"), (UNWRITABLE,), "map.csv")
    judged(report, "output in a place without room for files", outputs, design(case.scan, case.pressure, "/proc/r.stl"), (UNWRITABLE,), "/proc")
    judged(report, "disk full", outputs, design(case.scan, case.pressure, "/dev/full"), (UNWRITABLE, USAGE), "/dev/full")
    full_disk(bench, report, case)
    copy = inputs / "same.stl"
    solid = next((c for c in bench.samples if len(scans.read(c.scan)[1])), case)
    points, faces = scans.read(solid.scan)
    stl.write(copy, points[faces])
    shutil.copy(case.scan, inputs / "same.ply")
    for target, where in ((inputs / "same.ply", "the scan"), (copy, "the scan as STL")):
        before = target.read_bytes()
        judged(report, f"output equal to {where}", outputs, design(target, case.pressure, target), (USAGE, UNWRITABLE, BAD), target.name)
        report.hold(target.read_bytes() == before, f"output equal to {where}: the input is untouched")
    link = inputs / "link.stl"
    os.symlink(copy, link)
    before = copy.read_bytes()
    judged(report, "output a link to the scan", outputs, design(copy, case.pressure, link), (USAGE, UNWRITABLE, BAD), "link.stl")
    report.hold(copy.read_bytes() == before, "output a link to the scan: the input is untouched")
    mixed(bench, report, case, inputs, outputs)


def full_disk(bench, report, case):
    """A real full disk: a tiny file system in memory, where one may be mounted."""
    folder = bench.scratch / "small"
    folder.mkdir(exist_ok=True)
    if run_words(["mount", "-t", "tmpfs", "-o", "size=64k", "none", folder]).code != 0:
        report.skip("no right to mount a small file system: only /dev/full was tried")
        return
    try:
        done = bench.orthotic("design", case.scan, "--pressure", case.pressure, "-o", folder / "r.stl", limit=60)
        judged(report, "full file system", folder, done, (UNWRITABLE,), "r.stl")
    finally:
        run_words(["umount", folder])


def mixed(bench, report, case, inputs, outputs):
    """A few bad points in a good scan are cleaned away and said, not refused silently or taken."""
    points, _ = scans.read(case.scan)
    points[::997] = np.nan
    points[5::1301] = np.inf
    scans.write_ply(inputs / "some.ply", points)
    out = outputs / "some.stl"
    run = bench.orthotic("design", inputs / "some.ply", "--pressure", case.pressure, "-o", out)
    report.hold((run.code == 0 and out.exists() and re.search(r"finite|nan", (run.err + run.out).lower()) is not None)
                or run.code == BAD, f"a few NaN and infinite points: exit {run.code}, and it says so", run)
