"""Real scans, every format, poses, flaws and holes."""

import gzip
import io
import struct
import subprocess
import zipfile
import zlib

import numpy as np

from measuring import scans
from measuring.bench import assumed, needs
from measuring.groups import lines

# File, side, unit, length (mm), flags: what the page beside the real files says.
TABLE = [("plantar-right.obj", "right", "mm", 274, []), ("retail-left.stl", "left", "m", 275, []),
         ("retail-right.stl", "right", "m", 275, []), ("cloud-left.asc", "left", "mm", 256, []),
         ("cloud-right.asc", "right", "mm", 256, []), ("inward-winding-right.stl", "right", "mm", 268, []),
         ("plate-left-unscaled.ply", "left", None, 250, ["--foot-length", "250"])]
REFUSED = [("no-sole-left.obj", "sole is missing"), ("two-feet.ply", "two feet")]


def png_size(path):
    """Width and height of a whole PNG whose chunks have the right checksums; `None` for anything else."""
    raw = path.read_bytes()
    if raw[:8] != b"\x89PNG\r\n\x1a\n":
        return None
    at, size = 8, None
    while at < len(raw):
        length, kind = struct.unpack(">I4s", raw[at:at + 8])
        body = raw[at + 8:at + 8 + length]
        if zlib.crc32(kind + body) != struct.unpack(">I", raw[at + 8 + length:at + 12 + length])[0]:
            return None
        if kind == b"IHDR":
            size = struct.unpack(">II", body[:8])
        at += 12 + length
    return size if kind == b"IEND" else None


@needs("data")
def real_files(bench, report):
    """Real scans: side, unit, length within 1 mm, a picture; what shows no sole is refused with the true reason."""
    for name, side, unit, length, flags in TABLE:
        picture = bench.scratch / f"{name}.png"
        run = bench.measure(bench.data / "scans" / name, *flags, "--picture", picture)
        said = run.json
        if not report.hold(run.code == 0, f"{name}: measure exits {run.code}", run):
            continue
        found = assumed(said, "units")
        report.hold(said["side"] == side and (unit is None or found == unit) and abs(said["footLength"] - length) <= 1,
                    f"{name}: side {said['side']}, unit {found}, length {said['footLength']:.1f} of {length}")
        size = png_size(picture) if picture.exists() else None
        report.hold(bool(size) and min(size) > 300, f"{name}: picture of {size} pixels")
    for name, reason in REFUSED:
        run = bench.measure(bench.data / "scans" / name)
        report.hold(run.code == 65 and reason in run.err, f"{name}: exit {run.code}, {run.err.strip()[:110]}", run)


def ps2d(points, links="Links.sca", rechts="Rechts.sca"):
    """A PS2D package with the same foot on both sides, the left one mirrored."""
    pixel, unit = 1.0, 0.01
    low = points.min(axis=0)
    columns, rows = (np.ceil((points[:, :2].max(axis=0) - low[:2]) / pixel).astype(int) + 3)
    heights = np.full((rows, columns), np.inf)
    cells = ((points[:, :2] - low[:2]) / pixel).astype(int) + 1
    np.minimum.at(heights, (cells[:, 1], cells[:, 0]), points[:, 2] - low[2])
    heights[heights > 22] = np.inf

    def sca(grid):
        head = bytearray(512)
        head[:10] = b"PCSC001\r\n\x1a"
        struct.pack_into("<II", head, 12, grid.shape[1], grid.shape[0])
        struct.pack_into("<fff", head, 32, pixel, pixel, unit)
        # Stored as depth below the highest place; nothing is 65535.
        known = np.isfinite(grid)
        stored = np.full(grid.shape, 65535, "<u2")
        stored[known] = np.round((grid[known].max() - grid[known]) / unit).astype("<u2")
        return bytes(head) + stored.tobytes()

    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(links, sca(heights[:, ::-1]))
        archive.writestr(rechts, sca(heights))
    return package.getvalue()


def variants(points, faces):
    """The same scan in every format: name, bytes, and what differs."""
    p = np.asarray(points, "<f4")
    f = np.asarray(faces, "<i4")
    table = ["%.4f %.4f %.4f" % tuple(row) for row in p.tolist()]
    head = "ply\nformat {} 1.0\nelement vertex %d\nproperty {} x\nproperty {} y\nproperty {} z\n" % len(p)
    face = "element face %d\nproperty list uchar int vertex_indices\n" % len(f)
    rows = "\n".join(table) + "\n"
    facets = "".join("3 %d %d %d\n" % tuple(t) for t in f.tolist())
    yield "ascii PLY", (head.format("ascii", *["float"] * 3) + face + "end_header\n" + rows + facets).encode()
    records = np.zeros(len(f), np.dtype([("n", "u1"), ("i", ">i4", 3)]))
    records["n"], records["i"] = 3, f
    yield "big-endian PLY in doubles", ((head.format("binary_big_endian", *["double"] * 3) + face + "end_header\n").encode()
                                        + p.astype(">f8").tobytes() + records.tobytes())
    corners = p[f]
    solid = np.zeros(len(f), np.dtype([("n", "<f4", 3), ("c", "<f4", (3, 3)), ("a", "<u2")]))
    solid["c"] = corners
    yield "binary STL that begins with solid", b"solid scan".ljust(80) + struct.pack("<I", len(f)) + solid.tobytes()
    lines = "".join("facet normal 0 0 0\nouter loop\nvertex %.6e %.6e %.6e\nvertex %.6e %.6e %.6e\nvertex %.6e %.6e %.6e\n"
                    "endloop\nendfacet\n" % tuple(c) for c in corners.reshape(-1, 9).tolist())
    yield "ASCII STL", ("solid \"a foot\"\n" + lines + "endsolid\n").encode()
    yield "OBJ", ("".join(f"v {row}\n" for row in table)
                  + "".join("f %d//1 %d//1 %d//1\n" % tuple(t) for t in (f + 1).tolist())).encode()
    yield "OFF", (f"OFF\n{len(p)} {len(f)} 0\n" + rows + facets).encode()
    pcd = ("VERSION 0.7\nFIELDS x y z\nSIZE 4 4 4\nTYPE F F F\nCOUNT 1 1 1\nWIDTH {0}\nHEIGHT 1\nVIEWPOINT 0 0 0 1 0 0 0\n"
           "POINTS {0}\nDATA {1}\n")
    yield "ascii PCD", (pcd.format(len(p), "ascii") + rows).encode()
    yield "binary PCD", pcd.format(len(p), "binary").encode() + p.tobytes()
    yield "XYZ", rows.encode()
    yield "CSV with semicolons and decimal commas", ("x;y;z\n" + rows.replace(" ", ";").replace(".", ",")).encode()
    yield "PTS", (f"{len(p)}\n" + rows).encode()


def farthest(found, usual):
    """Largest distance between landmarks of the same name; ends and borders are sharp in one direction only."""
    axes = {"heel": [1], "toeTip": [1], "medialBorder": [0], "lateralBorder": [0]}
    return max(np.linalg.norm([found[m][a] - usual[m][a] for a in axes.get(m, [0, 1, 2])]) for m in usual)


def formats(bench, report):
    """Every format by content, gzipped or not, by a wrong name and through a pipe: the same foot."""
    case = next(c for c in bench.samples if c.name.startswith("normal"))
    points, faces = scans.read(case.scan)
    usual = bench.measure(case.scan).json
    for name, content in variants(points, faces):
        for packed in (False, True):
            path = bench.scratch / "scan.dat"
            path.write_bytes(gzip.compress(content, 1) if packed else content)
            run = bench.measure(path)
            said = run.json
            if not report.hold(run.code == 0, f"{name}{' gzipped' if packed else ''}: exit {run.code}", run):
                continue
            off = farthest(said["landmarks"], usual["landmarks"])
            report.hold(off <= 1 and said["side"] == usual["side"],
                        f"{name}{' gzipped' if packed else ''}: landmarks {off:.2f} mm from those of the PLY")
    piped = subprocess.run([bench.binary, "measure", "-", "--json"], input=case.scan.read_bytes(), capture_output=True)
    report.hold(piped.returncode == 0, f"standard input: exit {piped.returncode}")
    package = bench.scratch / "order.zip"
    package.write_bytes(ps2d(scans.densified(points, faces, 0.5)))
    run = bench.measure(package)
    report.hold(run.code == 65 and "--side" in run.err, f"PS2D pair without --side: exit {run.code}", run)
    for side in ("left", "right"):
        run = bench.measure(package, "--side", side)
        length = run.json.get("footLength", 0)
        report.hold(run.code == 0 and run.json["side"] == side and abs(length - usual["footLength"]) <= 2,
                    f"PS2D pair with --side {side}: exit {run.code}, length {length}", run)


@needs("benchmarks")
def poses(bench, report):
    """Any rotation in space and unit: landmarks within 1 mm of the upright answer, side, unit and up right."""
    said = lines(bench, report, "poses", bench.data / "scans" if bench.data else "-", bench.options.draws or 500)
    for line in said:
        parts = [p.strip() for p in line.split(",")]
        if len(parts) >= 5 and parts[1].isdigit():
            report.hold(parts[2] == "0", f"{parts[0]}: {parts[1]} poses, {parts[2]} failed, worst {parts[3]} mm, "
                        f"mean {parts[4]}" + (f"; {line.split(',', 5)[5].strip()}" if len(parts) > 5 else ""))


@needs("benchmarks")
def flaws(bench, report):
    """Flawed scans of known feet are found, the side right; a sphere with a hole is filled within 0.2 mm."""
    said = lines(bench, report, "flaws", bench.options.draws or 100)
    for line in said:
        cells = [c.strip() for c in line.strip("| ").split("|")]
        if len(cells) == 7 and " of " in cells[1]:
            found, draws = cells[1].split(" of ")
            report.hold(found == draws, f"{cells[0]}: {cells[1]} found; surface mean {cells[2]}, 95 % {cells[3]}; "
                        f"landmarks mean {cells[4]}, worst {cells[5]}; length {cells[6]} mm")
        elif line.startswith("A sphere"):
            mean = float(line.split("mean error of ")[1].split()[0])
            report.hold(mean <= 0.2, line.strip())
