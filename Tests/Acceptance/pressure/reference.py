"""Item 2: the emed file against what a published R package prints for it."""

from .facts import frames, near

# Masks there come from a shortest-path method, so mask-based values are a band.
REGIONS = {  # name: peak kPa, pti kPa s, force-time integral N s, largest force N, area cm²
    "heel": (355, 178.55, 307.95, 598.25, 36.5),
    "midfoot": (75, 40.55, 38.225, 84.375, 17.75),
    "forefoot": (370, 223.8, 322.97, 795.875, 60.25),
}
NOVEL = {"hallux": 340, "toes": 45, "mt1": 280, "mt2": 370, "mt3": 370, "mt4": 255, "mt5": 310}
COP = {1: (29.17192, 21.60095), 53: (47.36354, 90.88305), 106: (41.60959, 259.2123)}


def item2(bench, report):
    """emed_test.lst: exact numbers to the printed digits, masks within 10 %, arch index within 0.01, CPEI within 1.5."""
    path = bench.data / "emed_test.lst"
    result = bench.orthotic("pressure", path, "--json").json
    regions = {r["name"]: r for r in result.get("regions", [])}
    exact = [("frames", 106, 0), ("frameTime", 0.01, 1e-9), ("peak", 370, 0), ("peakFrame", 85, 0), ("maximumForce", 818.625, 0.006),
             ("maximumForceFrame", 62, 0), ("contactArea", 106.5, 0)]
    for key, wanted, tolerance in exact:
        report.hold(near(result.get(key), wanted, tolerance), f"{key} {result.get(key)} ({wanted})")
    area = regions.get("whole", {}).get("area")
    report.hold(area == 126.5, f"506 active sensors: {area} cm² of 0.25 ({506 * 0.25})")
    rows = {int(r[1]): r for r in frames(bench, path)}
    for frame, wanted in COP.items():
        found = [float(v) for v in rows[frame][6:8]]
        report.hold(all(near(f, w, 0.006) for f, w in zip(found, wanted)), f"centre of pressure, frame {frame}: {found} mm {wanted}")
    report.hold(near(result.get("archIndex"), 0.236707, 0.01), f"arch index {result.get('archIndex')} (0.2367)")
    report.hold(near(result.get("cpei"), 25.64394, 1.5), f"CPEI {result.get('cpei')} (25.64)")
    keys = ("peak", "pressureTimeIntegral", "forceTimeIntegral", "maximumForce", "area")
    for name, wanted in REGIONS.items():
        for key, value in zip(keys, wanted):
            found = regions.get(name, {}).get(key)
            off = (found or 0) / value - 1
            report.hold(abs(off) <= 0.1, f"{name} {key} {found} ({value}): {100 * off:+.1f} %")
    for name, value in NOVEL.items():
        found = regions.get(name, {}).get("peak")
        off = (found or 0) / value - 1
        report.hold(abs(off) <= 0.1, f"{name} peak {found} ({value}): {100 * off:+.1f} %")
