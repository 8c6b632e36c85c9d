"""The emed file against what a published R package prints for it."""

from measuring.bench import needs

from .facts import frames, near

# Masks there come from a shortest-path method, so mask-based values are a band.
REGIONS = {  # name: peak kPa, pti kPa s, force-time integral N s, largest force N, area cm²
    "heel": (355, 178.55, 307.95, 598.25, 36.5),
    "midfoot": (75, 40.55, 38.225, 84.375, 17.75),
    "forefoot": (370, 223.8, 322.97, 795.875, 60.25),
}
NOVEL = {"hallux": 340, "toes": 45, "mt1": 280, "mt2": 370, "mt3": 370, "mt4": 255, "mt5": 310}
COP = {1: (29.17192, 21.60095), 53: (47.36354, 90.88305), 106: (41.60959, 259.2123)}


# Our name for its three parts: toes counted as forefoot, sensors on a border left out.
BORDERS = "simple"
KEYS = ("peak", "pressureTimeIntegral", "forceTimeIntegral", "maximumForce", "area")
UNITS = ("kPa", "kPa·s", "N·s", "N", "cm²")


def results(bench):
    path = bench.data / "pressure" / "emed_test.lst"
    usual = bench.orthotic("pressure", path, "--json").json
    as_theirs = bench.orthotic("pressure", path, "--json", "--regions", BORDERS).json
    return usual, as_theirs, {int(r[1]): [float(v) for v in r[6:8]] for r in frames(bench, path)}


def region(result, name):
    return next((r for r in result.get("regions", []) if r["name"] == name), {})


def rows(bench):
    """Name, their number, ours: for the page."""
    usual, as_theirs, centers = results(bench)
    yield "frames", 106, usual["frames"]
    yield "peak kPa", 370, usual["peak"]
    yield "its frame", 85, usual["peakFrame"]
    yield "largest force N", 818.625, usual["maximumForce"]
    yield "its frame", 62, usual["maximumForceFrame"]
    yield "largest contact area cm²", 106.5, usual["contactArea"]
    for frame, wanted in COP.items():
        for axis in (0, 1):
            yield f"centre of pressure {'xy'[axis]}, frame {frame}, mm", round(wanted[axis], 2), centers[frame][axis]
    yield "arch index", 0.2367, usual["archIndex"]
    yield "CPEI %", 25.64, usual["cpei"]
    for name, wanted in REGIONS.items():
        for key, unit, value in zip(KEYS, UNITS, wanted):
            found, plain = region(as_theirs, name).get(key), region(usual, name).get(key)
            yield f"{name} {key} {unit}, --regions simple (by default {plain})", value, found
    for name, value in NOVEL.items():
        yield f"{name} peak kPa", value, region(usual, name).get("peak")


def table(bench):
    """The rows as Markdown."""
    lines = ["| emed_test.lst | pressuRe | ours | difference |", "|---|---|---|---|"]
    for name, wanted, found in rows(bench):
        off = "0" if found == wanted else f"{100 * (found / wanted - 1):+.2g} %" if found is not None else "-"
        lines.append(f"| {name} | {wanted} | {found} | {off} |")
    return "\n".join(lines)


@needs("data")
def reference(bench, report):
    """emed_test.lst: exact numbers to the printed digits, masks within 10 %, arch index within 0.01, CPEI within 1.5."""
    usual, as_theirs, centers = results(bench)
    exact = [("frames", 106, 0), ("frameTime", 0.01, 1e-9), ("peak", 370, 0), ("peakFrame", 85, 0), ("maximumForce", 818.625, 0.006),
             ("maximumForceFrame", 62, 0), ("contactArea", 106.5, 0)]
    for key, wanted, tolerance in exact:
        report.hold(near(usual.get(key), wanted, tolerance), f"{key} {usual.get(key)} ({wanted})")
    report.hold(region(usual, "whole").get("area") == 126.5, f"506 active sensors: {region(usual, 'whole').get('area')} cm² of 0.25")
    for frame, wanted in COP.items():
        report.hold(all(near(f, w, 0.006) for f, w in zip(centers[frame], wanted)), f"centre of pressure, frame {frame}: {centers[frame]} mm {wanted}")
    report.hold(near(usual.get("archIndex"), 0.236707, 0.01), f"arch index {usual.get('archIndex')} (0.2367)")
    report.hold(near(usual.get("cpei"), 25.64394, 1.5), f"CPEI {usual.get('cpei')} (25.64)")
    for name, wanted in REGIONS.items():
        for key, value in zip(KEYS, wanted):
            found, plain = region(as_theirs, name).get(key), region(usual, name).get(key)
            off = 100 * ((found or 0) / value - 1)
            report.hold(abs(off) <= 10, f"{name} {key} {found} ({value}): {off:+.1f} % with --regions {BORDERS}; by default {plain}")
    bench.tables["emed"] = table(bench)
    for name, value in NOVEL.items():
        found = region(usual, name).get("peak")
        off = 100 * ((found or 0) / value - 1)
        report.hold(abs(off) <= 10, f"{name} peak {found} ({value}): {off:+.1f} %")
