#!/usr/bin/env python3
"""Whole commands on broken and hostile inputs, with limits on time, memory and output: a campaign that can be resumed.

    python3 Tests/Acceptance/campaign.py --binary .build/release/orthotic --ledger ledger.jsonl [--runs 50000] [--keep FOLDER]
    python3 Tests/Acceptance/campaign.py --binary .build/release/orthotic --corpus

Each case is made from its number alone: scans, maps, outlines, prescriptions, records and meshes, changed in their own
structure (numbers, rows, keys, tags, facets, archive entries) or in their bytes, given to design, compare, measure,
pressure, check and --replay. The ledger holds a line per case; a campaign goes on where its ledger ends, and several
share the work by --shard 1/2. What breaks a limit is kept in --keep and becomes a file of `corpus/`, which every change
must pass (--corpus). Needs the standard library alone.

Limits, for an input of n bytes, unpacked: 1 s + 2 us * n of processor time, or three times what the unchanged command
takes; 256 MB + 20 * n of memory; 4 MB + 20 * n of text; exit codes that the program promises.
"""

import argparse
import gzip
import io
import json
import math
import os
import random
import re
import resource
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

HOME = Path(__file__).resolve().parent
SAMPLES = HOME.parents[1] / "Samples"
PROMISED = {0, 1, 64, 65, 66, 73}
HANGS = 60  # seconds
EXTREMES = ["0", "-0", "-1", "1e308", "-1e308", "1e-320", "nan", "inf", "1e39", "4294967295", "-2147483649", "9" * 400, "",
            "1,5", "0x10", "1e", ".", "1e999999999", "\u0661", "true", "\"", "0.1.2", "99999999999999999999"]
HOSTILE = ["\x1b[2J\x1b]0;x\x07", "\u202etxt.exe", "\r\n\r\n", "=1+1", "</script><script>", "\x00", "\u2028", "%s%n", "../../x", "\ufeff"]


# ---------------------------------------------------------------- seeds

def read_ply(path):
    """Corners and facets of a Sample's scan."""
    content = path.read_bytes()
    head, body = content.split(b"end_header\n", 1)
    words = head.decode().split("\n")
    counts = [int(line.split()[2]) for line in words if line.startswith("element")]
    if b"ascii" in head:
        rows = body.decode().split("\n")
        points = [tuple(map(float, row.split()[:3])) for row in rows[:counts[0]]]
        return points
    kinds = [line.split()[1] for line in words if line.startswith("property") and "list" not in line]
    code = "<" + "".join({"float": "f", "double": "d", "uchar": "B", "int": "i", "float32": "f"}[k] for k in kinds)
    size = struct.calcsize(code)
    return [struct.unpack_from(code, body, i * size)[:3] for i in range(counts[0])]


def stl(triangles):
    return bytes(80) + struct.pack("<I", len(triangles)) + b"".join(
        struct.pack("<12fH", 0, 0, 1, *(v for corner in t for v in corner), 0) for t in triangles)


def box(x=60.0, y=20.0, z=5.0):
    """Corners and facets of a box."""
    corners = [(a, b, c) for a in (0, x) for b in (0, y) for c in (0, z)]
    faces = [(0, 1, 3), (0, 3, 2), (4, 6, 7), (4, 7, 5), (0, 4, 5), (0, 5, 1), (2, 3, 7), (2, 7, 6), (0, 2, 6), (0, 6, 4),
             (1, 5, 7), (1, 7, 3)]
    return corners, faces


def package(model, extra=()):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", '<Relationships><Relationship Target="/3D/3dmodel.model" Type="http://x/3dmodel"/></Relationships>')
        archive.writestr("3D/3dmodel.model", model)
        for name, content in extra:
            archive.writestr(name, content)
    return out.getvalue()


def model(corners, faces, items='<item objectid="1"/>'):
    vertices = "".join(f'<vertex x="{x}" y="{y}" z="{z}"/>' for x, y, z in corners)
    triangles = "".join(f'<triangle v1="{a}" v2="{b}" v3="{c}"/>' for a, b, c in faces)
    return (f'<model unit="millimeter"><resources><object id="1"><mesh><vertices>{vertices}</vertices><triangles>{triangles}'
            f'</triangles></mesh></object></resources><build>{items}</build></model>')


SOLE = ("M10,140 C11,120 10.67,80.83 14,60 C17.33,39.17 24,24.17 30,15 C36,5.83 43,5 50,5 C57,5 65.67,5.83 72,15 "
        "C78.33,24.17 84.67,44.17 88,60 C91.33,75.83 90.33,90 92,110 C93.67,130 97.5,160 98,180 C98.5,200 98.83,214.17 95,230 "
        "C91.17,245.83 83.33,265.83 75,275 C66.67,284.17 54.17,285.83 45,285 C35.83,284.17 26.5,280.83 20,270 "
        "C13.5,259.17 8,235 6,220 C4,205 7.33,193.33 8,180 C8.67,166.67 9,160 10,140 Z")


def seeds(binary, scratch):
    """Contents by kind: scans, maps, outlines, prescriptions, records, meshes."""
    points = read_ply(SAMPLES / "normal-right/scan.ply")
    few = points[::max(len(points) // 5000, 1)]
    rows = "".join(f"{x:.3f} {y:.3f} {z:.3f}\n" for x, y, z in few)
    facets = [few[i:i + 3] for i in range(0, len(few) - 2, 3)]
    corners, faces = box()
    triangles = [[corners[i] for i in face] for face in faces]
    text = "solid x\n" + "".join(
        "facet normal 0 0 1\nouter loop\n" + "".join(f"vertex {x} {y} {z}\n" for x, y, z in t) + "endloop\nendfacet\n"
        for t in triangles) + "endsolid x\n"
    off = f"OFF\n{len(corners)} {len(faces)} 0\n" + "".join(f"{x} {y} {z}\n" for x, y, z in corners) + "".join(
        f"3 {a} {b} {c}\n" for a, b, c in faces)
    obj = "".join(f"v {x} {y} {z}\n" for x, y, z in corners) + "".join(f"f {a + 1} {b + 1} {c + 1}\n" for a, b, c in faces)
    ply = (f"ply\nformat ascii 1.0\nelement vertex {len(corners)}\nproperty float x\nproperty float y\nproperty float z\n"
           f"element face {len(faces)}\nproperty list uchar int vertex_indices\nend_header\n"
           + "".join(f"{x} {y} {z}\n" for x, y, z in corners) + "".join(f"3 {a} {b} {c}\n" for a, b, c in faces))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="290mm" viewBox="0 0 100 290"><g transform="translate(3 4)"><path d="{SOLE}"/></g></svg>'
    table = "x,y\n" + "".join(
        f"{50 + 45 * math.cos(t * math.pi / 60):.2f},{145 + 140 * math.sin(t * math.pi / 60):.2f}\n" for t in range(120))
    scan, record = scratch / "scan.xyz", scratch / "record.json"
    scan.write_text(rows)
    subprocess.run([binary, "design", scan, "--pressure", SAMPLES / "normal-right/pressure.csv", "--grid", "3", "--record", record,
                    "-o", scratch / "seed.stl", "-q"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found = {
        "scan": [rows.encode(), rows.replace(" ", ";").replace(".", ",").encode(), stl(facets), gzip.compress(rows.encode(), 1)],
        "map": [(SAMPLES / case / "pressure.csv").read_bytes() for case in ("normal-right", "flat-left", "cavus-right")],
        "outline": [svg.encode(), table.encode(), svg.replace('"', "'").encode()],
        "rx": [(SAMPLES / "normal-right/prescription.json").read_bytes()] + [
            path.read_bytes() for path in sorted((SAMPLES / "presets").glob("*.json"))[:3]],
        "record": [record.read_bytes()] if record.exists() else [],
        "mesh": [stl(triangles), text.encode(), off.encode(), obj.encode(), ply.encode(), package(model(corners, faces))],
    }
    real = os.environ.get("ORTHOTIC_REAL_FILES")
    for path in sorted(Path(real, "pressure").iterdir()) if real else []:
        if path.stat().st_size < 300_000:
            found["map"].append(path.read_bytes())
    return found


# ---------------------------------------------------------------- changes

def by_bytes(dice, content):
    content = bytearray(content)
    for _ in range(dice.choice([1, 1, 2, 5, 30])):
        if not content:
            return bytes(content)
        at, size = dice.randrange(len(content)), min(dice.choice([1, 3, 4, 50, 1000]), len(content))
        kind = dice.randrange(7)
        if kind == 0:
            content[at] ^= 1 << dice.randrange(8)
        elif kind == 1:
            del content[at:at + size]
        elif kind == 2:
            content[at:at] = dice.randbytes(size)
        elif kind == 3:
            content[at:at] = content[at:at + size] * dice.choice([1, 1, 40])
        elif kind == 4:
            content = content[:at]
        elif kind == 5 and at + 4 <= len(content):
            content[at:at + 4] = struct.pack("<I", dice.choice([0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0x7f800000, 0x7fc00000, 0x7f7fffff]))
        else:
            other = dice.randrange(len(content))
            content[at:at + size], content[other:other + size] = content[other:other + size], content[at:at + size]
    return bytes(content)


def by_text(dice, content):
    text = content.decode("utf-8", "replace")
    for _ in range(dice.choice([1, 1, 2, 4])):
        lines = text.split("\n")
        at = dice.randrange(len(lines))
        kind = dice.randrange(9)
        if kind < 3:
            numbers = list(re.finditer(r"-?\d+\.?\d*(?:[eE][-+]?\d+)?", text[:200_000]))
            for match in sorted(dice.sample(numbers, min(dice.choice([1, 1, 3]), len(numbers))), key=lambda m: -m.start()):
                text = text[:match.start()] + dice.choice(EXTREMES) + text[match.end():]
            continue
        if kind == 3:
            del lines[at:at + dice.choice([1, 2, 500])]
        elif kind == 4:
            lines[at:at] = lines[at:at + dice.choice([1, 20])] * dice.choice([1, 30])
        elif kind == 5:
            some = lines[at:at + 200]
            dice.shuffle(some)
            lines[at:at + 200] = some
        elif kind == 6:
            lines[at] += dice.choice(HOSTILE + EXTREMES)
        elif kind == 7:
            old, new = dice.choice([(",", ";"), (" ", ","), (".", ","), (",", "\t"), ("\n", "\r\n"), ("<", "<<"), ("mm", "m"), ("\"", "'")])
            text = "\n".join(lines).replace(old, new, dice.choice([1, 10, -1]))
            continue
        else:
            scale = dice.choice([0.001, 0.1, 3, 25.4, 1000])
            text = re.sub(r"-?\d+\.\d+", lambda m: repr(float(m[0]) * scale), "\n".join(lines))
            continue
        text = "\n".join(lines)
    return dice.choice([text.encode("utf-8", "replace")] * 9 + [text.encode("utf-16", "replace")])


def by_json(dice, content):
    try:
        value = json.loads(content)
    except ValueError:
        return by_text(dice, content)
    for _ in range(dice.choice([1, 1, 3])):
        holder, place = None, value
        while isinstance(place, (dict, list)) and place and dice.random() < 0.85:
            holder, key = place, dice.choice(list(place)) if isinstance(place, dict) else dice.randrange(len(place))
            place = place[key]
        if holder is None:
            continue
        kind = dice.randrange(6)
        if kind == 0:
            del holder[key]
        elif kind == 1 and isinstance(holder, dict):
            holder[dice.choice(HOSTILE + list(holder))] = holder[key]
        elif kind == 2:
            deep = place
            for _ in range(dice.choice([2, 50, 5000])):
                deep = [deep]
            holder[key] = deep if sys.getrecursionlimit() > 20_000 else [[place]]
        else:
            holder[key] = dice.choice([None, True, -1, 0, 1e308, 10 ** 30, "", [], {}, *HOSTILE, *EXTREMES, "400 mm", "-3 deg", "left:9"])
    return json.dumps(value, ensure_ascii=dice.random() < 0.5).encode("utf-8", "replace")


def tangle(dice):
    """A mesh that is bad by construction."""
    kind = dice.choice(["same", "fan", "crossing", "sheets", "needles", "bodies", "huge", "rounded", "strip"])
    count = dice.choice([3, 50, 500, 3000])
    any_point = lambda size=100: tuple(dice.uniform(-size, size) for _ in range(3))
    if kind == "same":
        one = [any_point() for _ in range(3)]
        made = [dice.sample(one, 3) for _ in range(count)]
    elif kind == "fan":
        a, b = any_point(), any_point()
        made = [[a, b, any_point()] if dice.random() < 0.7 else [a, any_point(), any_point()] for _ in range(count)]
    elif kind == "crossing":
        made = [[any_point() for _ in range(3)] for _ in range(count)]
    elif kind == "sheets":
        made = [[(i, j, z), (i + 1, j, z), (i, j + 1, z)] for z in (0, 0, 1e-7) for i in range(dice.choice([3, 30])) for j in range(10)]
    elif kind == "needles":
        made = [[(0, 0, i * 1e-6), (100, 0, i * 1e-6), (50, 1e-9, i * 1e-6)] for i in range(count)]
    elif kind == "bodies":
        corners, faces = box(1, 1, 1)
        made = [[tuple(v + 3 * i * (k == 0) for k, v in enumerate(corners[c])) for c in f] for i in range(count // 10 + 1) for f in faces]
    elif kind == "huge":
        made = [[any_point(dice.choice([1e-38, 1e38, 1e20, 1])) for _ in range(3)] for _ in range(count)]
    elif kind == "rounded":
        corners, faces = box()
        made = [[tuple(v + dice.choice([0, 1e-5, -1e-15, 1e-3]) for v in corners[c]) for c in f] for f in faces]
    else:
        made = [[(i, 0, 0), (i + 1, 0, 0), (i, 100, dice.choice([0, 1e-3]))] for i in range(count)]
    limit = 3.4e38
    return stl([[tuple(max(-limit, min(limit, v)) for v in corner) for corner in t] for t in made])


def by_archive(dice, content):
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = [(name, archive.read(name)) for name in archive.namelist()]
    except Exception:
        return by_bytes(dice, content)
    kind = dice.randrange(4)
    if kind == 0:
        corners, faces = box()
        items = '<item objectid="1" transform="-1 0 0 0 1 0 0 0 1 0 0 0"/>' * dice.choice([1, 2, 300, 4000])
        return package(model(corners, faces, items))
    if kind == 1:
        objects = "".join(f'<object id="{i}"><components>{f"<component objectid={chr(34)}{i - 1}{chr(34)}/>" * 3}</components></object>' for i in range(2, 16))
        inner = model(*box(), '<item objectid="15"/>').replace("</resources>", objects + "</resources>")
        return package(inner)
    if kind == 2:
        outer = '<model><resources><object id="2"><components><component p:path="/3D/a.model" objectid="1"/></components></object></resources><build><item objectid="2"/></build></model>'
        return package(by_text(dice, outer.encode()), [("3D/a.model", by_text(dice, model(*box()).encode()))])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, each in files:
            archive.writestr((name if dice.random() < 0.9 else dice.choice(HOSTILE).strip("\0")) or "x", by_text(dice, each) if dice.random() < 0.6 else each)
    return out.getvalue()


def changed(dice, kind, content):
    if dice.random() < 0.06:
        return content
    if kind == "mesh" and dice.random() < 0.45:
        return tangle(dice)
    if content[:2] == b"PK":
        return by_archive(dice, content) if dice.random() < 0.7 else by_bytes(dice, content)
    if content[:2] == b"\x1f\x8b":
        return dice.choice([lambda: by_bytes(dice, content), lambda: gzip.compress(by_text(dice, gzip.decompress(content)), 1)])()
    if kind in ("rx", "record"):
        return by_json(dice, content) if dice.random() < 0.7 else by_text(dice, content)
    if b"\0" in content[:200]:
        return by_bytes(dice, content)
    return by_text(dice, content) if dice.random() < 0.75 else by_bytes(dice, content)


# ---------------------------------------------------------------- cases

# Words of each command; @kind is a file. Weights keep the costly ones rare.
COMMANDS = [
    (30, "check @mesh"), (8, "check @mesh --json"), (3, "check @mesh --min-wall 1 --unit cm"), (2, "check @scan"),
    (14, "measure @scan"), (4, "measure @scan --json"), (3, "measure @mesh"),
    (14, "pressure @map"), (5, "pressure @map --json"), (3, "pressure @map --csv"), (2, "pressure @map --side left --weight 82"),
    (2, "design @scan --grid 2 -o out.stl"), (2, "design @scan --pressure @map --grid 2 -o out.stl"),
    (4, "design scan --outline @outline --grid 2 -o out.stl"), (4, "design scan --rx @rx --grid 2 -o out.3mf"),
    (3, "design --rx @rx --print-rx"), (3, "design --replay @record"), (1, "compare scan --pressure @map --rx @rx --grid 2 --csv"),
    (1, "design --pressure @map --weight 82 --grid 2 -o out.stl"), (1, "compare scan --rx @rx --grid 2 --json"),
]


def unpacked_size(content):
    """Bytes of a content, unpacked where it is an archive."""
    try:
        if content[:2] == b"PK":
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                return max(len(content), sum(min(entry.file_size, 1 << 26) for entry in archive.infolist()))
        if content[:2] == b"\x1f\x8b":
            return max(len(content), len(gzip.decompress(content)))
    except Exception:
        pass
    return len(content)


def run(binary, words, folder):
    """Exit code, processor time, wall time, memory and size of text of a command."""
    with open(folder / "stdout", "wb") as out, open(folder / "stderr", "wb") as err, open(os.devnull) as nothing:
        began = time.monotonic()
        process = subprocess.Popen([binary, *words], cwd=folder, stdin=nothing, stdout=out, stderr=err)
        pid, status, usage, hung = 0, 0, None, False
        while pid == 0:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid == 0:
                if time.monotonic() - began > HANGS and not hung:
                    process.kill()
                    hung = True
                time.sleep(0.001)
        wall = time.monotonic() - began
        process.returncode = 0
    code = os.waitstatus_to_exitcode(status)
    text = (folder / "stdout").stat().st_size + (folder / "stderr").stat().st_size
    return {"code": code, "cpu": round(usage.ru_utime + usage.ru_stime, 4), "wall": round(wall, 3),
            "memory": usage.ru_maxrss * 1024, "text": text, **({"hung": True} if hung else {})}


def fault(found, size, usual):
    """What a run broke, or nothing."""
    if found.get("hung"):
        return "hangs"
    if found["code"] not in PROMISED:
        return f"exit {found['code']}"
    time_limit, memory_limit = max(1 + 2e-6 * size, 3 * usual), (256 << 20) + 20 * size
    if found["cpu"] > time_limit:
        return f"{found['cpu']} s of {time_limit:.2f}"
    if found["memory"] > memory_limit:
        return f"{found['memory'] >> 20} MB of {memory_limit >> 20}"
    if found["text"] > (4 << 20) + 20 * size:
        return f"{found['text']} bytes of text"
    return None


class Campaign:
    def __init__(self, binary, scratch):
        self.binary, self.scratch = str(Path(binary).resolve()), scratch
        self.seeds = seeds(self.binary, scratch)
        self.usual = {}

    def prepare(self, number):
        """The words and files of a case, from its number alone."""
        dice = random.Random(number)
        line = dice.choices([words for _, words in COMMANDS], [weight for weight, _ in COMMANDS])[0]
        files, words = {}, []
        for word in line.split():
            if word.startswith("@"):
                kind = word[1:]
                content = changed(dice, kind, dice.choice(self.seeds[kind] or [b""]))
                name = f"{kind}.{ {'outline': 'svg', 'rx': 'json', 'record': 'json'}.get(kind, 'dat')}"
                files[name] = content
                words.append(name)
            else:
                words.append(word)
        return line, words, files

    def carried_out(self, line, words, files):
        folder = Path(tempfile.mkdtemp(dir=self.scratch))
        try:
            shutil.copy(self.scratch / "scan.xyz", folder / "scan")
            for name, content in files.items():
                (folder / name).write_bytes(content)
            return run(self.binary, words, folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def usual_time(self, line):
        """Processor time of the command on unchanged files."""
        if line not in self.usual:
            words, files = [], {}
            for word in line.split():
                if word.startswith("@"):
                    files[word[1:]] = (self.seeds[word[1:]] or [b""])[0]
                    word = word[1:]
                words.append(word)
            self.usual[line] = self.carried_out(line, words, files)["cpu"]
        return self.usual[line]

    def case(self, number):
        line, words, files = self.prepare(number)
        found = self.carried_out(line, words, files)
        size = sum(unpacked_size(content) for content in files.values())
        wrong = fault(found, size, self.usual_time(line))
        return {"case": number, "command": line, "size": size, **found, **({"fault": wrong} if wrong else {})}, words, files

    def corpus(self, first):
        """The files of corpus/, each for the command that its name begins with, and the first cases."""
        lines = {"outline": "design scan --outline @outline --grid 2 -o out.stl", "replay": "design --replay @record"}
        for path in sorted((HOME / "corpus").iterdir()):
            command = path.name.split("-")[0]
            line = lines.get(command, f"{command} @file")
            words = [path.name if word.startswith("@") else word for word in line.split()]
            content = path.read_bytes()
            found = self.carried_out(line, words, {path.name: content})
            wrong = fault(found, unpacked_size(content), self.usual_time(line) if "scan" in line else 0)
            yield {"case": path.name, "command": line, "size": unpacked_size(content), **found, **({"fault": wrong} if wrong else {})}
        for number in range(first):
            yield self.case(number)[0]


def summary(entries, usual):
    faults = [e for e in entries if "fault" in e]
    codes = {}
    for entry in entries:
        codes[entry["code"]] = codes.get(entry["code"], 0) + 1
    print(f"{len(entries)} commands, {len(faults)} faults; exit codes {dict(sorted(codes.items()))}")
    share = lambda e: e["cpu"] / max(1 + 2e-6 * e["size"], 3 * usual.get(e["command"], 0))
    heavy = lambda e: e["memory"] / ((256 << 20) + 20 * e["size"])
    for title, key, shown in [("time", share, lambda e: f"{e['cpu']:.2f} s"), ("memory", heavy, lambda e: f"{e['memory'] >> 20} MB")]:
        print(f"worst ten by {title}, as a share of the limit:")
        for entry in sorted(entries, key=key, reverse=True)[:10]:
            print(f"  {key(entry):6.2f}  {shown(entry):>9}  {entry['size']:>9} bytes  case {entry['case']}  {entry['command']}")
    for entry in faults[:50]:
        print(f"FAULT case {entry['case']}: {entry['command']}: {entry['fault']}")
    return not faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=HOME.parents[1] / ".build/release/orthotic")
    parser.add_argument("--ledger", type=Path)
    parser.add_argument("--runs", type=int, default=50_000, help="cases in all, those of the ledger included")
    parser.add_argument("--shard", default="1/1", help="this part of how many, such as 1/2")
    parser.add_argument("--keep", type=Path, help="folder for the files of cases that break a limit")
    parser.add_argument("--corpus", action="store_true", help="the files of corpus/ and the first cases instead")
    parser.add_argument("--case", type=int, help="one case, its files written to --keep")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        campaign = Campaign(chosen.binary, Path(scratch))
        if chosen.case is not None:
            entry, words, files = campaign.case(chosen.case)
            print(json.dumps(entry), " ".join(words))
            for name, content in files.items() if chosen.keep else []:
                chosen.keep.mkdir(parents=True, exist_ok=True)
                (chosen.keep / f"{chosen.case}-{name}").write_bytes(content)
            sys.exit(1 if "fault" in entry else 0)
        if chosen.corpus:
            sys.exit(0 if summary(list(campaign.corpus(first=150)), campaign.usual) else 1)
        part, parts = map(int, chosen.shard.split("/"))
        entries = []
        if chosen.ledger and chosen.ledger.exists():
            for row in chosen.ledger.read_text().splitlines():
                try:
                    entries.append(json.loads(row))
                except ValueError:
                    pass  # A line that was cut when the campaign was ended.
        done = {entry["case"] for entry in entries}
        with open(chosen.ledger or os.devnull, "a") as ledger:
            for number in range(part - 1, chosen.runs, parts):
                if number in done:
                    continue
                entry, words, files = campaign.case(number)
                entries.append(entry)
                ledger.write(json.dumps(entry) + "\n")
                ledger.flush()
                if "fault" in entry:
                    print(f"case {number}: {entry['command']}: {entry['fault']}", flush=True)
                    if chosen.keep:
                        chosen.keep.mkdir(parents=True, exist_ok=True)
                        for name, content in files.items():
                            (chosen.keep / f"{number}-{name}").write_bytes(content)
        for entry in entries:
            campaign.usual_time(entry["command"])
        sys.exit(0 if summary(entries, campaign.usual) else 1)


if __name__ == "__main__":
    main()
