"""What every element changes, measured on the solids."""

import re

import numpy as np

from measuring import facets, stl
from measuring.script import HOME

BASE = ["--arch-contact", "80%", "--scan-load", "full"]

# flag: (what is given, other flags it needs, who tests it)
ELEMENTS = {
    "length": ("three-quarter", [], "MidfootElementTests.bevel"),
    "width": ("4mm", [], "EveryElementTests"),
    "shoe-size": ("45eu", [], "NotationTests.shoes"),
    "toe-allowance": ("20", [], "DesignPipelineTests"),
    "process": ("resin", [], "PrescriptionVocabularyTests"),
    "thickness": ("5", [], "PrescriptionVocabularyTests"),
    "min-wall": ("2.5", ["--sink", "heel:3"], "HeelElementTests.horseshoe"),
    "cover": ("3", [], "MidfootElementTests.cover"),
    "edge-radius": ("3", [], "SolidBuilderTests"),
    "edge": ("feathered", [], "SolidBuilderTests"),
    "heel-cup": ("20", [], "ElementTests"),
    "heel-expansion": ("6", [], "ElementTests"),
    "medial-skive": ("4", ["--heel-cup", "16"], "HeelElementTests.skive"),
    "lateral-skive": ("4", ["--heel-cup", "16"], "HeelElementTests.lateralSkive"),
    "skive-plane": ("25", ["--heel-cup", "16", "--medial-skive", "4"], "HeelElementTests.skive"),
    "rearfoot-post": ("4varus", [], "ElementTests"),
    "post-style": ("intrinsic", ["--rearfoot-post", "4varus"], "ElementTests"),
    "inversion": ("25", ["--heel-cup", "20"], "HeelElementTests.inversion"),
    "heel-lift": ("6", [], "ElementTests"),
    "heel-aperture": ("horseshoe", [], "HeelElementTests.horseshoe"),
    "heel-aperture-size": ("30", ["--heel-aperture", "horseshoe"], "HeelElementTests.hole"),
    "arch-contact": ("60%", [], "ElementTests"),
    "arch-pressure": ("40kPa", [], "ArchDosingTests"),
    "cast-fill": ("3.2", [], "ElementTests"),
    "arch-height": ("5", [], "ElementTests"),
    "arch-apex": ("55%", ["--arch-height", "5"], "ElementTests"),
    "arch-start": ("35%", ["--arch-height", "5"], "MidfootElementTests.archEnds"),
    "arch-end": ("55%", ["--arch-height", "5"], "MidfootElementTests.archEnds"),
    "lateral-arch": ("8", [], "MidfootElementTests.lateralArch"),
    "fascial-groove": ("3", [], "MidfootElementTests.groove"),
    "medial-flange": ("8", [], "MidfootElementTests.flange"),
    "lateral-flange": ("8", [], "MidfootElementTests.flange"),
    "forefoot-post": ("4varus", [], "ForefootElementTests.post"),
    "met-pad": ("4", [], "MetatarsalPadTests"),
    "met-pad-shape": ("teardrop", ["--met-pad", "4"], "MetatarsalPadTests"),
    "met-pad-size": ("S", ["--met-pad", "4"], "MetatarsalPadTests"),
    "met-pad-front": ("8", ["--met-pad", "4"], "MetatarsalPadTests"),
    "met-pad-at": ("25", ["--met-pad", "4"], "MetatarsalPadTests"),
    "met-pad-length": ("50", ["--met-pad", "4"], "MetatarsalPadTests"),
    "met-pad-width": ("60", ["--met-pad", "4"], "MetatarsalPadTests"),
    "met-bar": ("4", [], "ForefootElementTests.bar"),
    "met-bar-length": ("35", ["--met-bar", "4"], "ForefootElementTests.bar"),
    "met-bar-at": ("15", ["--met-bar", "4"], "ForefootElementTests.bar"),
    "neuroma-pad": ("3-4", [], "ForefootElementTests.neuroma"),
    "neuroma-pad-height": ("5", ["--neuroma-pad", "3-4"], "ForefootElementTests.neuroma"),
    "mortons": ("3", [], "ForefootElementTests.patches"),
    "reverse-mortons": ("3", [], "ForefootElementTests.patches"),
    "cluffy": ("3", [], "ForefootElementTests.cluffy"),
    "kinetic": ("1.5", [], "ForefootElementTests.patches"),
    "first-ray": ("1.5mm", [], "ForefootElementTests.patches"),
    "sink": ("navicular:2,heel:1.5", [], "ForefootElementTests.sinks"),
    "toe-crest": ("4", [], "ForefootElementTests.toes"),
    "toe-filler": ("10", [], "ForefootElementTests.toes"),
    "leg-difference": ("right:8mm", [], "RedFlagsTests.legs"),
    "monofilament": ("mt1", [], "LintElementTests.insensate"),
    "scan-load": ("none", [], "DesignPipelineTests"),
}
# Elements that act on the prediction, the rules or another body rather than on the surface of a device without a map.
NO_SURFACE = {"shoe-depth", "material", "zone", "offload", "offload-mode", "weight", "body-height", "activity",
              "shoe-heel", "shoe-floor", "symptoms"}


class Device:
    """Height of a device's top over a grid of the canonical frame, nan where there is none."""

    x = np.arange(-75.25, 75.3, 0.5)
    y = np.arange(-20.25, 300.3, 0.5)

    def __init__(self, path):
        corners = stl.read(path)
        grid = np.stack(np.meshgrid(self.x, self.y), -1).reshape(-1, 2)
        up = corners[np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])[:, 2] > 1e-9]
        self.corners = corners
        self.z = facets.heights(up, grid)[0].reshape(len(self.y), len(self.x))

    def at(self, x, y):
        i, j = (x - self.x[0]) / 0.5, (y - self.y[0]) / 0.5
        a, b = int(np.floor(i)), int(np.floor(j))
        u, v = i - a, j - b
        z = self.z
        return ((z[b, a] * (1 - u) + z[b, a + 1] * u) * (1 - v) + (z[b + 1, a] * (1 - u) + z[b + 1, a + 1] * u) * v)


def device(bench, case, *flags):
    """The device of a Sample without a map, or `None` with the run where there is none."""
    key = ("device", case.name, flags)
    if key not in bench.designs:
        out = bench.scratch / f"element-{len(bench.designs)}.stl"
        run = bench.orthotic("design", case.scan, *flags, "--json", "--quiet", "-o", out)
        bench.designs[key] = (run, Device(out) if run.code == 0 else None)
    return bench.designs[key]


def device_file(bench, case, *flags):
    """A device designed once more, in spite of the one that is known."""
    out = bench.scratch / "element-again.stl"
    bench.orthotic("design", case.scan, *flags, "--quiet", "-o", out)
    return out


def right(bench):
    return next(c for c in bench.samples if c.name == "normal-right")


def tested(bench, report):
    """Every element of the program stands in the table here, with a test that is there."""
    flags = vocabulary(bench)
    report.hold(set(flags) == set(ELEMENTS) | NO_SURFACE, f"{len(flags)} elements, each in the table",
                sorted(set(flags) ^ (set(ELEMENTS) | NO_SURFACE)))
    missing = untested(HOME.parent)
    report.hold(not missing, f"{len(ELEMENTS)} rows, each names a test that is there", missing)


def elements(bench, report):
    """A row per element: what it changes on a Sample, who tests it, a picture."""
    case = right(bench)
    sheet, rows = [], []
    for flag, (value, others, test) in ELEMENTS.items():
        # What an element changes is told from the device without it: of these two, from their usual value.
        base = [word for k in (0, 2) for word in BASE[k:k + 2] if BASE[k] != f"--{flag}"]
        _, plain = device(bench, case, *BASE, *others)
        run, changed = device(bench, case, *base, *others, f"--{flag}", value)
        if plain is None or changed is None:
            report.hold(False, f"--{flag} {value} designs", run)
            continue
        change = changed.z - plain.z
        low, high = np.nanmin(change), np.nanmax(change)
        area = int((np.isfinite(changed.z).sum() - np.isfinite(plain.z).sum()) / 4)
        rows.append(f"| `--{flag} {value}` | {' '.join(others) and '`' + ' '.join(others) + '`'} | {low:+.2f} to {high:+.2f} | "
                    f"{area:+d} | {test} |")
        sheet.append((f"--{flag} {value}", change, np.isfinite(changed.z)))
        report.hold(shows(changed.z, plain.z),
                    f"--{flag} {value}: top {low:+.2f} to {high:+.2f} mm, plan {area:+d} mm²; {test}")
        # The same measurement where the element does nothing: the device without it, written and read again.
        again = Device(bench.scratch / device_file(bench, case, *BASE, *others))
        report.hold(not shows(again.z, plain.z), f"  and without --{flag} it shows nothing")
    for flag in sorted(NO_SURFACE):
        report.note(f"--{flag}: changes prediction, material, rules or bodies, not the top of a device without a map")
    if bench.options.page:
        write_page(bench, bench.options.page, rows)
    picture(sheet, bench.scratch / "elements.png", report)


def shows(changed, plain):
    """Whether a device differs from another by more than the writing of a solid does."""
    change = changed - plain
    area = (np.isfinite(changed).sum() - np.isfinite(plain).sum()) / 4
    return bool(max(-np.nanmin(change), np.nanmax(change)) > 0.1 or abs(area) > 50)


def untested(tests):
    """The rows whose test is not there, by the names of suites and functions in the test sources."""
    sources = "\n".join(p.read_text() for p in tests.rglob("*.swift"))
    suites = {p.stem: p.read_text() for p in tests.rglob("*.swift")}
    missing = []
    for flag, (_, _, test) in ELEMENTS.items():
        suite, _, function = test.partition(".")
        there = re.search(rf"(struct|class|extension) {suite}\b", sources)
        if not there or function and not re.search(rf"func `?{re.escape(function)}`?\(", suites.get(suite, sources)):
            missing.append(f"--{flag}: {test}")
    return missing


def write_page(bench, path, rows):
    """The reference page: what the program says of the prescription, and what was measured."""
    text = bench.orthotic("reference").out
    text += "\n## What each element changes\n\n"
    text += ("Measured on the written solid of the Sample `normal-right` (`" + " ".join(BASE) + "`): the top surface with the "
             "element minus the top without it, mm, and the area of the plan, mm². Elements that are not listed act on the "
             "prediction, the rules or the bodies of a 3MF file.\n\nRegenerate this page with\n\n    python3 "
             "Tests/Acceptance/prescription.py --page Sources/OrthoticCore/OrthoticCore.docc/Prescription.md elements\n\n")
    text += "| element | with | top, mm | plan, mm² | test |\n|---|---|---|---|---|\n" + "\n".join(rows) + "\n"
    with open(path, "w") as file:
        file.write(text)


def vocabulary(bench):
    text = bench.orthotic("reference").out
    return [line.split("`")[1][2:] for line in text.splitlines() if line.startswith("| `--")]


def picture(sheet, path, report):
    try:
        import matplotlib
        matplotlib.use("Agg")
        import matplotlib.pyplot as plot
    except ImportError:
        return report.skip("no picture: matplotlib is not there")
    rows = -(-len(sheet) // 10)
    figure, axes = plot.subplots(rows, 10, figsize=(20, 4.2 * rows))
    for axis in axes.ravel():
        axis.axis("off")
    for axis, (title, change, there) in zip(axes.ravel(), sheet):
        reach = max(np.nanmax(np.abs(change)), 0.1)
        extent = [Device.x[0], Device.x[-1], Device.y[0], Device.y[-1]]
        axis.imshow(there, origin="lower", extent=extent, cmap="Greys", alpha=0.3)
        axis.imshow(change, origin="lower", extent=extent, cmap="RdBu_r", vmin=-reach, vmax=reach)
        axis.set_title(f"{title}\n± {reach:.1f} mm", fontsize=8)
    figure.tight_layout()
    figure.savefig(path, dpi=60)
    report.note(f"picture: {path}")


def geometry(bench, report):
    """Geometry does what the words say, on the solid."""
    case = right(bench)
    places = bench.measure(case.scan).json["landmarks"]
    heel, mt1, mt5 = (np.array(places[k]) for k in ("heelCenter", "mt1", "mt5"))
    length = bench.measure(case.scan).json["footLength"]
    _, plain = device(bench, case, *BASE)

    def line(x):
        t = np.clip((x - mt1[0]) / (mt5[0] - mt1[0]), 0, 1)
        return mt1[1] + t * (mt5[1] - mt1[1])

    def near(name, found, wanted, tolerance, unit="mm"):
        report.hold(abs(found - wanted) <= tolerance, f"{name}: {found:.2f} {unit} (wanted {wanted:g} ± {tolerance:g})")

    def change(*flags, base=()):
        _, changed = device(bench, case, *BASE, *base, *flags)
        _, before = device(bench, case, *BASE, *base) if base else (None, plain)
        return lambda x, y: changed.at(x, y) - before.at(x, y)

    for degrees in (4, -6):
        word = f"{abs(degrees)}{'varus' if degrees > 0 else 'valgus'}"
        d = change("--rearfoot-post", word, base=("--thickness", "6"))
        tilt = np.degrees(np.arctan((d(heel[0] - 15, heel[1]) - d(heel[0] + 15, heel[1])) / 30))
        near(f"rearfoot post {word}", tilt, degrees, 0.1, "°")
        d = change("--forefoot-post", word, base=("--thickness", "6"))
        y = max(mt1[1], mt5[1]) + 5
        tilt = np.degrees(np.arctan((d(-15, y) - d(15, y)) / 30))
        near(f"forefoot post {word}", tilt, degrees, 0.1, "°")
    d = change("--inversion", "35", base=("--heel-cup", "22", "--thickness", "6"))
    near("Blake inversion 35°: heel tilt", np.degrees(np.arctan((d(heel[0] - 12, heel[1]) - d(heel[0] + 12, heel[1])) / 24)),
         7, 0.1, "°")
    d = change("--heel-lift", "6")
    near("heel lift 6 at the heel", d(heel[0], heel[1]), 6, 0.1)
    near("heel lift 6 half-way", d(0, (heel[1] + line(0)) / 2), 3, 0.1)
    near("heel lift 6 at the metatarsal line", d(0, line(0)), 0, 0.1)

    _, cup = device(bench, case, *BASE, "--heel-cup", "20")
    _, plane = device(bench, case, *BASE, "--heel-cup", "20", "--medial-skive", "4")
    row = np.array([(x, plane.at(x, heel[1]) - cup.at(x, heel[1]), plane.at(x, heel[1])) for x in np.arange(-45, 46, 0.5)])
    borders = row[np.isfinite(row[:, 1])]
    # The line lies a third of the sole's width from its medial border; the sole ends where the rim begins, about 2.7 mm in.
    sole = case_borders(bench, case, heel[1])
    at = sole[0] + (sole[1] - sole[0]) / 3
    near("medial skive 4 at its line", float(np.interp(at, borders[:, 0], borders[:, 1])), 4, 0.2)
    part = borders[(borders[:, 0] > at - 6) & (borders[:, 0] < at + 4)]
    near("skive plane", np.degrees(np.arctan(-np.polyfit(part[:, 0], part[:, 2], 1)[0])), 15, 0.5, "°")

    def arc(x):
        """The heads' arc: 5.7, 6.0 and 4.0 mm ahead of the line on a foot of 250 mm."""
        share = (x - mt1[0]) / (mt5[0] - mt1[0])
        return line(x) + float(np.interp(share, [0, 0.31, 0.54, 0.76, 1], [0, 5.7, 6.0, 4.0, 0])) * length / 250

    middle = mt1[0] + 0.54 * (mt5[0] - mt1[0])
    for setback in (12, 18):
        d = change("--met-pad", "4", "--met-pad-at", str(setback))
        best = max(((d(x, y), x, y) for x in np.arange(-25, 25, 0.5) for y in np.arange(120, 200, 0.5)))
        near("metatarsal pad's height", best[0], 4, 0.1)
        # The top of the dome is nearly level: its crest is found from the place ahead where it is a tenth lower.
        low = [y for y in np.arange(best[2] - 15, best[2] + 8, 0.1) if d(middle, y) > 0.9 * best[0]]
        # It has fallen to nine tenths at 0.1958 of the way to the front edge, which is 12.5 mm ahead.
        near("metatarsal pad's crest behind the heads", arc(middle) - (max(low) - 0.1958 * 12.5), setback, 0.5)
    d = change("--met-pad", "4", "--met-pad-length", "60", "--met-pad-width", "50", "--met-pad-front", "5")
    raised = [y for y in np.arange(90, 220, 0.25) if d(middle, y) > 0.02]
    near("metatarsal pad's front edge behind the heads", arc(middle) - max(raised), 5, 1)
    near("metatarsal pad's length", max(raised) - min(raised), 60, 4)
    d = change("--met-bar", "4", "--met-bar-at", "8")
    best = max((d(0, y), y) for y in np.arange(120, 200, 0.25))
    near("metatarsal bar's height", best[0], 4, 0.1)
    front = max(y for y in np.arange(120, 220, 0.25) if d(0, y) > 0.05)
    near("metatarsal bar's front edge behind the heads", arc(0) - front, 8, 1)
    d = change("--neuroma-pad", "3-4")
    near("neuroma pad's height", max(d(x, y) for x in np.arange(-10, 35, 0.5) for y in np.arange(130, 190, 1.0)), 3, 0.1)
    d = change("--fascial-groove", "3")
    y = (0.27 * length + line(-20)) / 2
    near("fascial groove's depth", -min(d(x, y) for x in np.arange(-40, 20, 0.25)), 3, 0.1)
    for place, (x, y) in {"heel": heel[:2], "mt1": mt1[:2], "mt5": mt5[:2]}.items():
        d = change("--sink", f"{place}:2", base=("--thickness", "5"))
        near(f"sink at {place}", -d(x, y), 2, 0.1)
    d = change("--mortons", "3")
    near("Morton's extension at the first head", d(*mt1[:2]), 3, 0.1)
    d = change("--reverse-mortons", "3")
    near("reverse Morton's extension between the heads", d(*((mt1 + mt5) / 2)[:2]), 3, 0.1)
    near("reverse Morton's extension at the first head", d(*mt1[:2]), 0, 0.1)
    d = change("--kinetic", "1.5")
    near("kinetic recess at the first head", -d(*mt1[:2]), 1.5, 0.1)
    d = change("--first-ray", "1.5mm")
    near("first-ray relief at the first head", -d(*mt1[:2]), 1.5, 0.1)
    d = change("--cluffy", "3")
    near("Cluffy wedge's height", max(d(x, y) for x in np.arange(-45, 10, 1.0) for y in np.arange(190, 262, 1.0)), 3, 0.1)
    d = change("--toe-crest", "4")
    near("toe crest's height", max(d(15, y) for y in np.arange(170, 230, 0.5)), 4, 0.1)
    for side, flag in ((-1, "--medial-flange"), (1, "--lateral-flange")):
        _, flanged = device(bench, case, *BASE, flag, "8")
        y = 0.42 * length
        rows = [m.z[int((y - m.y[0]) / 0.5)] for m in (plain, flanged)]
        ends = [np.flatnonzero(np.isfinite(r))[0 if side < 0 else -1] for r in rows]
        rim = [np.nanmax(r[e:e + 6] if side < 0 else r[e - 5:e + 1]) for r, e in zip(rows, ends)]
        near(f"{flag[2:]} above the rim", rim[1] - rim[0], 8, 0.3)
    for name, setback in (("mets", 0), ("three-quarter", 6)):
        _, short = device(bench, case, *BASE, "--length", name)
        column = short.z[:, int((0 - short.x[0]) / 0.5)]
        near(f"length {name} ends behind the line", line(0) - short.y[np.flatnonzero(np.isfinite(column))[-1]], setback, 1)
    _, hole = device(bench, case, *BASE, "--heel-aperture", "hole", "--heel-aperture-size", "20")
    report.hold(np.isnan(hole.at(heel[0], heel[1])), "the heel hole is open")
    column = hole.z[int((heel[1] - hole.y[0]) / 0.5)]
    gap = np.isnan(column) & (np.abs(hole.x - heel[0]) < 15)
    near("heel hole's diameter", gap.sum() * 0.5, 20, 0.7)
    _, sized = device(bench, case, *BASE, "--shoe-size", "45eu")
    inside = np.flatnonzero(np.isfinite(sized.z).any(1))
    near("device for shoe 45eu", (inside[-1] - inside[0]) * 0.5, 45 * 20 / 3 - 5, 1.5)
    for words in (["--sink", "heel:6", "--fascial-groove", "4"], ["--medial-flange", "15", "--heel-cup", "25"],
                  ["--rearfoot-post", "12valgus", "--heel-lift", "6"], ["--length", "three-quarter", "--arch-height", "8"]):
        run, made = device(bench, case, *BASE, *words)
        out = bench.scratch / "wall.stl"
        bench.orthotic("design", case.scan, *BASE, *words, "-q", "-o", out)
        checked = bench.orthotic("check", out, "--min-wall", "1.17", "--json")
        report.hold(checked.code == 0, f"walls with {' '.join(words)}: {checked.json.get('minimumWall', {}).get('value', 0):.3f} mm",
                    checked)


def case_borders(bench, case, y):
    """Borders of the sole at y, from the truth of a Sample."""
    outline = case.truth.get("outline")
    if outline:
        xs = [p[0] for p in outline if abs(p[1] - y) < 1.5]
        return min(xs), max(xs)
    # A device's rim stands outside the silhouette by its width.
    _, plain = device(bench, case, *BASE)
    row = plain.z[int((y - plain.y[0]) / 0.5)]
    inside = plain.x[np.isfinite(row)]
    rim = 1.2 + 1.0 + 0.2
    return inside[0] + rim, inside[-1] - rim
