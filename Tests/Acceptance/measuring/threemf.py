"""The rules of the 3MF core specification (1.3) and of the package it stands in (OPC), each as a check.

`faults(path)` lists what breaks a rule; `Model` holds what a file says, read with Python's own ZIP and XML.
"""

import math
import re
import struct
import zipfile
from xml.etree import ElementTree

import numpy as np

CORE = "http://schemas.microsoft.com/3dmanufacturing/core/2015/02"
START = "http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"
THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
UNITS = {"micron", "millimeter", "centimeter", "inch", "foot", "meter"}
METADATA = {"Title", "Designer", "Description", "Copyright", "LicenseTerms", "Rating", "CreationDate",
            "ModificationDate", "Application"}


def tag(name):
    return "{%s}%s" % (CORE, name)


class Model:
    """Objects by number (vertices, triangles or components), and what is built."""

    def __init__(self, path):
        self.package = zipfile.ZipFile(path)
        self.files = {name: self.package.read(name) for name in self.package.namelist()}
        self.text = self.files["3D/3dmodel.model"].decode("utf-8")
        self.root = ElementTree.fromstring(self.text)
        self.objects = {}
        for element in self.root.iter(tag("object")):
            mesh = element.find(tag("mesh"))
            if mesh is None:
                self.objects[element.get("id")] = (element, None, None)
                continue
            vertices = np.array([[float(v.get(k)) for k in "xyz"] for v in mesh.find(tag("vertices"))])
            triangles = np.array([[int(t.get(k)) for k in ("v1", "v2", "v3")] for t in mesh.find(tag("triangles"))])
            self.objects[element.get("id")] = (element, vertices, triangles)

    def built(self):
        """Corner triples (n, 3, 3) of everything built, placed."""
        parts = []

        def add(number, transforms):
            element, vertices, triangles = self.objects[number]
            if vertices is None:
                for part in element.find(tag("components")):
                    add(part.get("objectid"), [matrix(part.get("transform"))] + transforms)
                return
            points = vertices
            for rows in transforms:
                points = points @ rows[:3] + rows[3]
            parts.append(points[triangles])

        for item in self.root.find(tag("build")):
            add(item.get("objectid"), [matrix(item.get("transform"))])
        return np.concatenate(parts)


def matrix(text):
    """Three rows of the turn and the shift; points are rows multiplied from the left."""
    if text is None:
        return np.vstack([np.eye(3), np.zeros(3)])
    return np.array([float(w) for w in text.split()]).reshape(4, 3)


def faults(path):
    """Every rule that the file breaks, as text; empty where it is valid."""
    found = []

    def rule(holds, text):
        if not holds:
            found.append(text)

    raw = open(path, "rb").read()
    model = Model(path)
    files, root = model.files, model.root

    # The package: ZIP without encryption, stored or deflated, unique names, no times that change.
    for info in model.package.infolist():
        rule(info.flag_bits & 1 == 0, f"{info.filename} is encrypted")
        rule(info.compress_type in (0, 8), f"{info.filename}: compression {info.compress_type}")
        rule(re.fullmatch(r"[A-Za-z0-9._\-\[\]/~!$&'()*+,;=:@%]+", info.filename) and ".." not in info.filename
             and not info.filename.startswith("/") and not any(s.endswith(".") for s in info.filename.split("/")),
             f"{info.filename} is no part name")
        signature, _, flags, method = struct.unpack("<IHHH", raw[info.header_offset : info.header_offset + 10])
        rule(signature == 0x04034B50 and method == info.compress_type, f"{info.filename}: local header differs")
    names = [name.lower() for name in model.package.namelist()]
    rule(len(set(names)) == len(names), "two parts have the same name")
    rule(model.package.testzip() is None, "a checksum is wrong")

    # Content types: a type for every part.
    types = ElementTree.fromstring(files["[Content_Types].xml"])
    space = "{http://schemas.openxmlformats.org/package/2006/content-types}"
    defaults = {d.get("Extension").lower(): d.get("ContentType") for d in types.iter(space + "Default")}
    overrides = {o.get("PartName"): o.get("ContentType") for o in types.iter(space + "Override")}
    for name in files:
        if name != "[Content_Types].xml":
            rule("/" + name in overrides or name.rsplit(".", 1)[-1].lower() in defaults, f"{name} has no content type")
    rule(defaults.get("model") == "application/vnd.ms-package.3dmanufacturing-3dmodel+xml", "the model's content type")
    rule(defaults.get("rels") == "application/vnd.openxmlformats-package.relationships+xml", "the relations' content type")

    # Relationships: one start part, targets that exist, unique numbers.
    links = list(ElementTree.fromstring(files["_rels/.rels"]))
    rule(len({l.get("Id") for l in links}) == len(links), "two relationships have the same number")
    starts = [l for l in links if l.get("Type") == START]
    rule(len(starts) == 1 and starts[0].get("Target") == "/3D/3dmodel.model", "one start part")
    for link in links:
        rule(link.get("Target", "").lstrip("/") in files, f"{link.get('Target')} is not there")
    for link in (l for l in links if l.get("Type") == THUMBNAIL):
        content = files[link.get("Target").lstrip("/")]
        rule(content[:8] == b"\x89PNG\r\n\x1a\n" or content[:2] == b"\xff\xd8", "the thumbnail is PNG or JPEG")

    # The model.
    rule(model.text.startswith('<?xml version="1.0" encoding="UTF-8"?>'), "UTF-8 is declared")
    rule("<!DOCTYPE" not in model.text and "<!ENTITY" not in model.text, "no DTD")
    rule(root.tag == tag("model") and root.get("unit", "millimeter") in UNITS, "the model's unit")
    prefixes = set(re.findall(r'xmlns:(\w+)="', model.text[:2000]))
    given = [m.get("name") for m in root.iter(tag("metadata"))]
    rule(len(set(given)) == len(given), "metadata names are unique")
    for name in given:
        rule(name in METADATA or (":" in name and name.split(":")[0] in prefixes), f"metadata {name} has no name space")
    order = [child.tag for child in root]
    rule(order.index(tag("resources")) < order.index(tag("build")) and order.count(tag("build")) == 1, "resources before build")

    groups, seen = {}, set()
    for resource in root.find(tag("resources")):
        number = resource.get("id")
        rule(number.isdigit() and 0 < int(number) < 2**31 and number not in seen, f"resource number {number}")
        if resource.tag == tag("basematerials"):
            bases = list(resource)
            groups[number] = len(bases)
            for base in bases:
                rule(base.get("name") and re.fullmatch(r"#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?", base.get("displaycolor", "")),
                     "a material has a name and a colour")
        if resource.tag == tag("object"):
            check_object(resource, model, groups, seen, rule)
        seen.add(number)
    items = list(root.find(tag("build")))
    rule(items, "something is built")
    for item in items:
        rule(item.get("objectid") in model.objects, "an item names an object")
        check_transform(item.get("transform"), rule)
    referenced = {i.get("objectid") for i in items} | {c.get("objectid") for c in root.iter(tag("component"))}
    rule(set(model.objects) <= referenced, "every object is used")
    return found


def check_transform(text, rule):
    if text is None:
        return
    words = text.split()
    rule(len(words) == 12 and all(math.isfinite(float(w)) for w in words), "a transform has twelve numbers")
    rule(np.linalg.det(matrix(text)[:3]) > 1e-9, "a transform neither mirrors nor flattens")


def check_object(element, model, groups, seen, rule):
    number = element.get("id")
    rule(element.get("type", "model") in {"model", "solidsupport", "support", "surface", "other"}, "an object's type")
    pid, pindex = element.get("pid"), element.get("pindex")
    if pid is not None:
        rule(pid in groups and pindex is not None and int(pindex) < groups[pid], f"object {number} names a material")
    _, vertices, triangles = model.objects[number]
    if vertices is None:
        parts = list(element.find(tag("components")))
        rule(parts and pid is None, "a group has parts and no material")
        for part in parts:
            rule(part.get("objectid") in seen, "a part names an earlier object")
            check_transform(part.get("transform"), rule)
        return
    rule(len(vertices) >= 3 and len(triangles) >= 4, f"object {number} is a solid")
    rule(np.isfinite(vertices).all(), f"object {number}: finite coordinates")
    rule((triangles >= 0).all() and (triangles < len(vertices)).all(), f"object {number}: corners that are listed")
    a, b, c = triangles.T
    rule(((a != b) & (b != c) & (c != a)).all(), f"object {number}: three different corners")
    # Manifold and consistently oriented: every edge once in each direction, by number.
    start, end = triangles[:, [0, 1, 2]].ravel(), triangles[:, [1, 2, 0]].ravel()
    forward = np.sort(start.astype(np.int64) * len(vertices) + end)
    backward = np.sort(end.astype(np.int64) * len(vertices) + start)
    rule((np.diff(forward) > 0).all() and (forward == backward).all(), f"object {number}: every edge once each way")
    rule(len(np.unique(triangles)) == len(vertices), f"object {number}: every vertex is used")
    corners = vertices[triangles]
    volume = np.einsum("ij,ij->i", corners[:, 0], np.cross(corners[:, 1], corners[:, 2])).sum() / 6
    rule(volume > 0, f"object {number}: positive volume")
    for triangle in element.iter(tag("triangle")):
        if triangle.get("pid") is not None:
            rule(triangle.get("pid") in groups and int(triangle.get("p1")) < groups[triangle.get("pid")],
                 f"object {number}: a facet names a material")


def lib3mf_warnings(path):
    """What the consortium's own library says, read in its strict mode; run in a Python that has it."""
    from lib3mf import get_wrapper
    model = get_wrapper().CreateModel()
    reader = model.QueryReader("3mf")
    reader.SetStrictModeActive(True)
    reader.ReadFromFile(str(path))
    said = [reader.GetWarning(i)[1] for i in range(reader.GetWarningCount())]
    meshes = model.GetMeshObjects()
    while meshes.MoveNext():
        mesh = meshes.GetCurrentMeshObject()
        if not mesh.IsManifoldAndOriented():
            said.append(f"{mesh.GetName()} is not manifold and oriented")
    return said


if __name__ == "__main__":
    import json
    import sys
    print(json.dumps(lib3mf_warnings(sys.argv[1])))
