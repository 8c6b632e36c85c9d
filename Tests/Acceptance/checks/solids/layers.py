"""What the slicer makes of zones, as numbers read from the G-code and as pictures of its layers."""

import shutil

import numpy as np

from measuring import gcode, threemf
from measuring.program import run

SLICING = ["--layer-height", "0.2", "--first-layer-height", "0.2", "--fill-pattern", "rectilinear", "--skirts", "0",
           "--top-solid-layers", "3", "--bottom-solid-layers", "3", "--bed-shape", "0x0,300x0,300x300,0x300",
           "--max-print-height", "300", "--gcode-comments"]


def sliced(bench, report, name, path):
    """The G-code of a file, or nothing; warnings and repairs are failures."""
    out = bench.scratch / f"{name}.gcode"
    done = run(["prusa-slicer", "--export-gcode", *SLICING, "-o", out, path])
    words = [line for line in (done.out + done.err).splitlines()
             if any(w in line.lower() for w in ("error", "warn", "repair", "empty", "could not"))]
    report.hold(done.code == 0 and out.exists() and not words, f"{name}: PrusaSlicer slices it without a warning or repair", words or done)
    return out if out.exists() else None


def zones(path):
    """Plan of each zone of a file for PrusaSlicer: name, middle, radius of a disc within it, heights of bottom and top."""
    import re
    model = threemf.Model(path)
    settings = model.files["Metadata/Slic3r_PE_model.config"].decode()
    corners = model.built()
    found = []
    for part in settings.split("<volume ")[1:]:
        first, last = (int(w) for w in re.match(r'firstid="(\d+)" lastid="(\d+)"', part).groups())
        keys = dict(re.findall(r'key="(\w+)" value="([^"]*)"', part))
        own = corners[first : last + 1]
        normal = np.cross(own[:, 1] - own[:, 0], own[:, 2] - own[:, 0])
        walls = own[np.abs(normal[:, 2]) < 1e-6 * np.linalg.norm(normal, axis=1)]
        flat = own[normal[:, 2] > 0].mean(axis=1)
        edge = walls.reshape(-1, 3)[:, :2]
        # The middle is the top facet farthest from the zone's walls.
        sample = flat[:: max(len(flat) // 400, 1)]
        away = np.array([np.linalg.norm(edge - p, axis=1).min() for p in sample[:, :2]]) if len(edge) else np.zeros(len(sample))
        best = int(np.argmax(away))
        near = np.linalg.norm(flat[:, :2] - sample[best, :2], axis=1) < 0.7 * away[best]
        top = flat[near, 2].min() if near.any() else sample[best, 2]
        found.append({"name": keys["name"], "infill": keys.get("fill_density"), "middle": sample[best, :2],
                      "radius": 0.7 * away[best], "top": top, "corners": own})
    return found


def layers(bench, report):
    """The infill of each zone is what was asked for, in the G-code of PrusaSlicer; pictures of the layers are drawn."""
    if not shutil.which("prusa-slicer"):
        report.skip("prusa-slicer is not installed")
        return
    table = "| Sample | zone | infill asked | filled, by G-code | rest asked | rest filled |\n|---|---|---|---|---|---|\n"
    for case in bench.samples:
        plain = bench.design(case)[1]
        sliced(bench, report, f"{case.name}, STL", plain)
        plug(bench, report, case)
        path = bench.scratch / f"{case.name}-pocket.3mf"
        # Thick enough that a zone has layers between its solid bottom and top.
        done = bench.orthotic("design", case.scan, "--pressure", case.pressure, "--thickness", "6", "--offload", "150kPa",
                              "--infill", "30%", "--zone-infill", "10%", "--bed", "300x300x300", "--json", "-o", path)
        if not report.hold(done.code == 0, f"{case.name}: 3MF with zones of 10 % in 30 %", done):
            continue
        out = sliced(bench, report, f"{case.name}, 3MF", path)
        if out is None:
            continue
        start, _, z, _, _ = gcode.moves(out)
        found = zones(path)
        shift = placed(found, start, z)
        rest = rest_density(out, found, shift, report, case.name)
        measured = 0
        for zone in found[1:]:
            low, high = 0.61, zone["top"] - 0.81
            if zone["radius"] < 3 or high - low < 0.5:
                report.note(f"{case.name}: {zone['name']} is too small or thin to measure (radius {zone['radius']:.1f}, "
                            f"{high - low:.1f} mm of inside)")
                continue
            density, kinds = gcode.disc_density(out, zone["middle"] + shift, zone["radius"], low, high)
            report.hold(abs(density - 0.1) <= 0.035, f"{case.name}: {zone['name']} is filled to {100 * density:.1f} % of 10 %")
            table += f"| {case.name} | {zone['name']} | 10 % | {100 * density:.1f} % | 30 % | {100 * rest:.1f} % |\n"
            measured += 1
        report.hold(measured > 0, f"{case.name}: {measured} of {len(found) - 1} zones measured in the G-code")
        picture(bench, report, case.name, out, found, shift)
    bench.tables["infill"] = table


def plug(bench, report, case):
    """Soft plugs: bodies of their own whose infill follows their stiffness, and pictures of their layers."""
    path, name = bench.scratch / f"{case.name}-plug.3mf", f"{case.name}, soft plug"
    done = bench.orthotic("design", case.scan, "--pressure", case.pressure, "--thickness", "6", "--offload", "150kPa",
                          "--offload-mode", "soft", "--infill", "30%", "--bed", "300x300x300", "--json", "-o", path)
    if not report.hold(done.code == 0, f"{name}: 3MF", done):
        return
    made = {z["name"] for z in done.json["zones"] if z["mode"] == "soft"}
    found = zones(path)
    bodies = {zone["name"] for zone in found[1:]}
    warned = [w["message"] for w in done.json["warnings"] if w["code"] in ("zone-not-made", "zone-not-a-body")]
    silent = [z for z in made - bodies if not any(z in message for message in warned)]
    report.hold(bodies and not silent, f"{name}: bodies {sorted(bodies)}, the rest is said: {warned}", silent)
    out = sliced(bench, report, name, path)
    if out is None:
        return
    start, _, z, _, _ = gcode.moves(out)
    shift = placed(found, start, z)
    for zone in found[1:]:
        asked, low, high = float(zone["infill"].rstrip("%")) / 100, 0.61, zone["top"] - 0.81
        if zone["radius"] < 3 or high - low < 0.5:
            report.note(f"{name}: {zone['name']} is too small or thin to measure")
            continue
        density, _ = gcode.disc_density(out, zone["middle"] + shift, zone["radius"], low, high)
        report.hold(abs(density - asked) <= 0.035, f"{name}: {zone['name']} is filled to {100 * density:.1f} % of {100 * asked:.0f} %")
    picture(bench, report, f"{case.name}-plug", out, found, shift)


def placed(found, start, z):
    """How far the slicer moved the model across the bed: its lowest layers against the model's outline."""
    corners = np.concatenate([f["corners"] for f in found])
    own = corners[corners[:, :, 2].max(axis=1) < 3].reshape(-1, 3)[:, :2]
    first = start[z < 2.2]
    return (first.min(axis=0) + first.max(axis=0)) / 2 - (own.min(axis=0) + own.max(axis=0)) / 2


def rest_density(out, found, shift, report, name):
    """How full the device is away from its zones: a disc in the middle of the rest."""
    flat = found[0]["corners"].mean(axis=1)
    flat = flat[flat[:, 2] > 4.5]
    others = np.concatenate([f["corners"].reshape(-1, 3)[:, :2] for f in found[1:]])
    low, high = found[0]["corners"].min(axis=(0, 1)), found[0]["corners"].max(axis=(0, 1))
    sides = found[0]["corners"].reshape(-1, 3)
    sides = sides[sides[:, 2] < 1][:, :2]
    sides = sides[(np.abs(sides - (low[:2] + high[:2]) / 2) > 0).any(axis=1)]
    sample = flat[:: max(len(flat) // 300, 1), :2]
    away = np.array([np.linalg.norm(others - p, axis=1).min() for p in sample])
    # Deep inside: as far from the zones as from the box's sides.
    inner = np.minimum(away, np.minimum((sample - low[:2]).min(axis=1), (high[:2] - sample).min(axis=1)))
    best = sample[int(np.argmax(np.where(away > 9, inner, 0)))]
    density, _ = gcode.disc_density(out, best + shift, 6, 0.61, 3.2)
    report.hold(abs(density - 0.3) <= 0.06, f"{name}: the rest is filled to {100 * density:.1f} % of 30 %")
    return density


def picture(bench, report, name, out, found, shift):
    """Layers through a zone, drawn from the G-code, and the section of the solid through a pocket."""
    try:
        import matplotlib
    except ImportError:
        report.skip("matplotlib is not installed: no pictures")
        return
    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    from matplotlib.collections import LineCollection
    start, end, z, _, kinds = gcode.moves(out)
    layers = np.unique(z)
    figure, axes = plt.subplots(1, 4, figsize=(22, 13))
    colors = {"Internal infill": "#4C78A8", "Solid infill": "#B8B8B8", "Top solid infill": "#E8D15A", "Perimeter": "#5B5B5B",
              "External perimeter": "#222222", "Bridge infill": "#B65D8E"}
    tops = sorted(f["top"] for f in found[1:]) or [3]
    heights = [0.2, min(1.8, tops[0] - 1), tops[0] - 0.3, tops[-1] + 0.4]
    for axis, height in zip(axes, heights):
        layer = layers[np.argmin(np.abs(layers - height))]
        for kind, color in colors.items():
            keep = (z == layer) & (kinds == kind)
            axis.add_collection(LineCollection(np.stack([start[keep], end[keep]], axis=1), colors=color, linewidths=0.5))
        for zone in found[1:]:
            wall = zone["corners"]
            normal = np.cross(wall[:, 1] - wall[:, 0], wall[:, 2] - wall[:, 0])
            upright = wall[np.abs(normal[:, 2]) < 1e-6 * np.linalg.norm(normal, axis=1)]
            axis.plot(*(upright.reshape(-1, 3)[:, :2] + shift).T, ".", color="#F2A33A", ms=1)
        axis.autoscale()
        axis.set_aspect("equal")
        axis.set_title(f"{name}: layer at {layer:.1f} mm")
    figure.tight_layout()
    figure.savefig(bench.scratch / f"{name}-layers.png", dpi=60)
    plt.close(figure)
    report.note(f"layers drawn into {bench.scratch / f'{name}-layers.png'}")
