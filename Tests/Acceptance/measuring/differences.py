"""How two outputs differ: the same bytes, or where first and by how much."""

import base64
import json
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass

NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.S)
# What names a finding, a setting or a flag: in a JSON result by key, in a text by form.
NAMING_KEYS = {"override", "code", "setting"}
FLAG, CODE = re.compile(r"--[a-z][a-z0-9-]*"), re.compile(r"\[[a-z]+(?:-[a-z0-9]+)*\]")
PACKED = {"values": "h", "vertices": "h", "triangles": "H"}


@dataclass
class Ignored:
    """What may differ: the program's own version, the names of findings and flags."""
    versions: bool = False
    names: bool = False
    version: str = ""  # of the program whose output is cleaned

    def cleaned(self, text):
        if self.versions and self.version:
            text = re.sub(rf'("version"\s*:\s*"|orthotic[ /-]){re.escape(self.version)}', r"\g<1>VERSION", text)
        return CODE.sub("[name]", FLAG.sub("--flag", text)) if self.names else text

    def kept(self, value):
        """A JSON value without what is ignored."""
        if isinstance(value, dict):
            return {k: self.kept(v) for k, v in value.items() if not (self.names and k in NAMING_KEYS)}
        if isinstance(value, list):
            return [self.kept(v) for v in value]
        return value


class Found:
    """Differences of two values: how many numbers, the largest of them with its place, and the first that is no number."""

    def __init__(self):
        self.numbers, self.largest, self.place, self.other = 0, 0.0, "", None

    def number(self, before, after, place):
        if before != after:
            self.numbers += 1
            if abs(before - after) > self.largest or not self.place:
                self.largest, self.place = abs(before - after), f"{place}: {before:g} → {after:g}"

    def walk(self, before, after, place=""):
        plain = (int, float)
        if isinstance(before, dict) and isinstance(after, dict):
            for key in [*before, *(k for k in after if k not in before)]:
                where = f"{place}.{key}" if place else key
                if key not in before or key not in after:
                    self.other = self.other or f"{where} only {'after' if key not in before else 'before'}"
                elif key in PACKED and isinstance(before[key], str) and isinstance(after[key], str) and before[key] != after[key]:
                    self.walk(unpacked(before, key), unpacked(after, key), where)
                else:
                    self.walk(before[key], after[key], where)
        elif isinstance(before, list) and isinstance(after, list):
            if len(before) != len(after):
                self.other = self.other or f"{place}: {len(before)} → {len(after)} entries"
            for index, pair in enumerate(zip(before, after)):
                self.walk(*pair, f"{place}[{index}]")
        elif isinstance(before, plain) and isinstance(after, plain) and not isinstance(before, bool) and not isinstance(after, bool):
            self.number(before, after, place)
        elif before != after:
            self.other = self.other or f"{place}: {str(before)[:120]!r} → {str(after)[:120]!r}"
        return self

    def __bool__(self):
        return bool(self.numbers or self.other)

    def __str__(self):
        numbers = f"{self.numbers} numbers, by at most {self.largest:g} ({self.place})" if self.numbers else ""
        return "; ".join(filter(None, (numbers, self.other)))


def unpacked(holder, key):
    """The numbers of a packed field of a report's page."""
    try:
        raw = base64.b64decode(holder[key], validate=True)
        form = "I" if key == "triangles" and holder.get("wide") else PACKED[key]
        numbers = list(struct.unpack(f"<{len(raw) // struct.calcsize(form)}{form}", raw))
    except (ValueError, struct.error):
        return holder[key]
    unit = holder.get("unit", 1) if form == "h" else 1
    return [n * unit for n in numbers]


def in_text(before, after):
    """Texts: largest difference where only numbers differ, else the first line that does."""
    if NUMBER.sub("#", before) == NUMBER.sub("#", after):
        found = Found()
        for index, pair in enumerate(zip(NUMBER.findall(before), NUMBER.findall(after))):
            found.number(float(pair[0]), float(pair[1]), f"number {index + 1}")
        return str(found) or "numbers written otherwise"
    ours, theirs = before.splitlines(), after.splitlines()
    for line, (one, other) in enumerate(zip(ours, theirs), 1):
        if one != other:
            return f"line {line}: {one[:160]!r} → {other[:160]!r}"
    return f"{len(ours)} → {len(theirs)} lines" if len(ours) != len(theirs) else "line endings"


def in_bytes(before, after):
    first = next((i for i, pair in enumerate(zip(before, after)) if pair[0] != pair[1]), min(len(before), len(after)))
    count = sum(a != b for a, b in zip(before, after))
    return f"{len(before)} → {len(after)} bytes, {count} of them others, the first at {first}"


def in_stl(before, after):
    counts = [struct.unpack_from("<I", raw, 80)[0] for raw in (before, after)]
    if counts[0] != counts[1]:
        return f"{counts[0]} → {counts[1]} triangles"
    found = Found()
    for facet, rows in enumerate(zip(*(struct.iter_unpack("<12fH", raw[84:]) for raw in (before, after)))):
        if rows[0] != rows[1]:
            for one, other in zip(rows[0][3:12], rows[1][3:12]):
                found.number(one, other, f"facet {facet + 1}, mm")
    return str(found) or in_bytes(before, after)


def in_png(before, after):
    def rows(raw):
        data, at = b"", 8
        while at < len(raw):
            size, kind = struct.unpack_from(">I4s", raw, at)
            data += raw[at + 8:at + 8 + size] if kind == b"IDAT" else b""
            at += 12 + size
        return zlib.decompress(data)
    one, other = rows(before), rows(after)
    return "packed otherwise, the same picture" if one == other else f"picture: {in_bytes(one, other)}"


def in_page(before, after, ignored):
    """A report: its embedded numbers decide; its words and its markup are told as a note."""
    pages = [DATA.search(ignored[i].cleaned(t)) for i, t in enumerate((before, after))]
    if not all(pages):
        return "no embedded data", None
    data = [rule.kept(json.loads(page[1])) for rule, page in zip(ignored, pages)]
    words = [d.pop("text", None) for d in data]
    found = Found().walk(*data)
    note = "its words or its markup differ" if not found and (words[0] != words[1] or before != after) else None
    return (str(found) if found else None), note


def difference(name, before, after, ignored):
    """(what differs or None, a note or None) of one output; `ignored` is a rule for each of the two."""
    if before == after:
        return None, None
    if max(len(before), len(after)) < 40:
        return f"{before.decode(errors='replace')} → {after.decode(errors='replace')}", None
    if name.endswith(".3mf"):
        return in_archive(before, after, ignored), None
    try:
        texts = [raw.decode() for raw in (before, after)]
    except UnicodeDecodeError:
        texts = None
    if texts and name.endswith(".html"):
        return in_page(*texts, ignored)
    if texts:
        cleaned = [rule.cleaned(text) for rule, text in zip(ignored, texts)]
        if cleaned[0] == cleaned[1]:
            return None, "differs only in what is ignored"
        try:
            values = [rule.kept(json.loads(text)) for rule, text in zip(ignored, cleaned)]
            found = Found().walk(*values)
            return (str(found), None) if found else (None, "differs only in what is ignored") if any(r.names for r in ignored) \
                else ("the same values, written otherwise", None)
        except ValueError:
            return in_text(*cleaned), None
    kinds = {".stl": in_stl, ".png": in_png}
    compare = next((kinds[e] for e in kinds if name.endswith(e)), in_bytes)
    try:
        return compare(before, after), None
    except (struct.error, zlib.error):
        return in_bytes(before, after), None


def in_archive(before, after, ignored):
    import io
    try:
        archives = [zipfile.ZipFile(io.BytesIO(raw)) for raw in (before, after)]
    except zipfile.BadZipFile:
        return in_bytes(before, after)
    names = [archive.namelist() for archive in archives]
    if names[0] != names[1]:
        return f"holds {names[0]} → {names[1]}"
    for name in names[0]:
        what, _ = difference(name, *(archive.read(name) for archive in archives), ignored)
        if what:
            return f"{name}: {what}"
    same = all(archives[0].read(n) == archives[1].read(n) for n in names[0])
    return "packed otherwise, the same content" if same else None
