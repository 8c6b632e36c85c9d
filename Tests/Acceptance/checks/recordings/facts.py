"""What every real file is known to hold, and what is refused."""

import numpy as np

from measuring import recordings as files
from measuring.bench import needs

PEAK, FORCE = 0.1, 1e-4  # kPa, share


def foot(result, side=None):
    """The result of one foot; of a file with both, the one of a side."""
    return next((f for f in result.get("feet", [result]) if side in (None, f.get("side"))), {})


def frames(bench, path, *flags):
    """Rows of `--frames --csv`: side, frame, time, force, area, peak, x, y."""
    lines = bench.orthotic("pressure", path, "--frames", "--csv", "--quiet", *flags).out.splitlines()[1:]
    return [line.split(",") for line in lines]


def forces(rows, side):
    return np.array([float(r[3]) for r in rows if r[0] == side])


def near(found, wanted, tolerance):
    return found is not None and abs(found - wanted) <= tolerance


@needs("data")
def facts(bench, report):
    """Every file gives the facts that are known of it (force to 0.01 %, peak to 0.1 kPa, frames, sides) or its refusal."""
    home = bench.data / "pressure"
    checks = [
        ("emed_test.lst", None, dict(side="right", frames=106, frameTime=0.01, peak=370, peakFrame=85, maximumForce=818.625,
                                     maximumForceFrame=62)),
        ("pedar_example.asc", "left", dict(frames=1505, maximumForce=850.095, maximumForceFrame=1441)),
        ("pedar_example.asc", "right", dict(frames=1505, maximumForce=987.825, maximumForceFrame=940)),
        ("fscan_left.asf", None, dict(side="left", frames=205, frameTime=0.032, peak=760, maximumForce=924.36)),
        ("xsensor_data.csv", "left", dict(frames=101, peak=394.3)),
        ("xsensor_data.csv", "right", dict(frames=101, peak=123.9)),
        ("zebris_right_1.apd", None, dict(side="right", peak=365, cellLength=8.466, cellWidth=8.466)),
        ("zebris_right_2.apd", None, dict(side="right", peak=285, cellLength=8.466, cellWidth=8.466)),
        ("zebris_left_1.apd", None, dict(side="left", peak=290, cellLength=8.466, cellWidth=8.466)),
        ("ecofoot_left_1.apd", None, dict(side="left", cellLength=10, cellWidth=10)),
        ("ecofoot_left_2.apd", None, dict(side="left", cellLength=10, cellWidth=10)),
        ("mean104_left.csv", None, dict(side="left", peak=402)),
        ("mean104_right.csv", None, dict(side="right", peak=392)),
    ]
    runs = {}
    for name, side, facts in checks:
        if name not in runs:
            runs[name] = bench.orthotic("pressure", home / name, "--json")
        result = foot(runs[name].json, side)
        tolerance = {"peak": PEAK, "maximumForce": FORCE * facts.get("maximumForce", 1), "cellLength": 1e-3, "cellWidth": 1e-3,
                     "contactArea": 1e-2, "frameTime": 1e-6}
        wrong = {k: (result.get(k), v) for k, v in facts.items()
                 if not (result.get(k) == v if isinstance(v, (str, int)) and k not in tolerance else near(result.get(k), v, tolerance[k]))}
        report.hold(runs[name].code == 0 and not wrong, f"{name} {side or ''}: {', '.join(f'{k} {v}' for k, v in facts.items())}",
                    f"{wrong}\n{runs[name]}")
    rows_against_the_files(bench, report)
    pictures_against_the_files(bench, report)
    refusals(bench, report)


def rows_against_the_files(bench, report):
    home = bench.data / "pressure"
    values, printed = files.emed(home / "emed_test.lst")
    ours = forces(frames(bench, home / "emed_test.lst"), "right")
    sums = values.sum((1, 2)) * 0.025
    report.hold(len(ours) == 106 and np.abs(ours - sums).max() <= 1e-4 * sums.max() and np.abs(ours - printed).max() <= 0.51,
                f"emed: every frame's force equals sum p · 0.25 cm² ({np.abs(ours - sums).max():.4f} N off) and the printed row "
                f"({np.abs(ours - printed).max():.3f} N off: printed to its rows' rounding)")
    rows, loads = frames(bench, home / "xsensor_data.csv"), files.xsensor_loads(home / "xsensor_data.csv")
    for side in ("left", "right"):
        ours, theirs = forces(rows, side), np.array(loads[side])
        known = theirs > 20
        off = np.abs(ours[known] / theirs[known] - 1).max() if len(ours) == len(theirs) else np.inf
        report.hold(off <= 0.003, f"xsensor {side}: load of {len(ours)} frames within {100 * off:.3f} % of the file's own (0.3 asked)")
    left, right = files.pedar(home / "pedar_example.asc")
    peaks = [foot(bench.orthotic("pressure", home / "pedar_example.asc", "--json").json, side).get("peak") for side in ("left", "right")]
    report.hold(near(peaks[0], left.max(), PEAK) and near(peaks[1], right.max(), PEAK), f"pedar: peaks {peaks} kPa as in the columns")
    values = files.tekscan(home / "fscan_left.asf")
    ours = forces(frames(bench, home / "fscan_left.asf"), "left")
    sums = np.nansum(values, (1, 2)) * 25.8064 / 1000
    whole = next((r for r in bench.orthotic("pressure", home / "fscan_left.asf", "--json").json.get("regions", []) if r["name"] == "whole"), {})
    report.hold(near(whole.get("area"), 121.5, 0.06), f"fscan: {whole.get('area')} cm² loaded at any time (121.5)")
    report.hold(np.abs(ours - sums).max() <= 1e-4 * sums.max() and int(np.isnan(values[0]).sum()) == 305,
                f"fscan: force of {len(ours)} frames equals the sum over the cells, 305 B cells left out")


def pictures_against_the_files(bench, report):
    home = bench.data / "pressure"
    for name in ("zebris_right_1.apd", "zebris_right_2.apd", "zebris_left_1.apd", "ecofoot_left_1.apd", "ecofoot_left_2.apd"):
        values, along, across = files.apd(home / name)
        result = bench.orthotic("pressure", home / name, "--json").json
        force = values[values > 0].sum() * along * across / 1000
        report.hold(near(result.get("peak"), values.max(), PEAK) and near(result.get("maximumForce"), force, FORCE * force + 0.01),
                    f"{name}: peak {values.max():.1f} kPa, force {force:.2f} N as in the grid")
    for side in ("left", "right"):
        values = files.grid(home / f"mean104_{side}.csv")
        result = bench.orthotic("pressure", home / f"mean104_{side}.csv", "--json").json
        force = values.sum() * 0.025
        report.hold(near(result.get("maximumForce"), force, FORCE * force), f"mean104_{side}: force {force:.2f} N as in the grid")


def refusals(bench, report):
    home, scratch = bench.data / "pressure", bench.scratch
    for name, flag in (("medilogic_left.csv", "--pressure-layout"), ("stappone_example.csv", "--pressure-calibration")):
        done = bench.orthotic("pressure", home / name)
        report.hold(done.code == 65 and flag in done.err and name in done.err, f"{name}: refused, names {flag}", done)
    # Squares in columns stand for layouts: the numbers then come out. The first of 117 columns is time.
    def layout(name, count):
        path = scratch / name
        path.write_text("sensor,x,y,width,length\n" + "".join(
            f"{i + 1},{10 + 20 * (i % 4)},{5 + (i // 4) * (240 / ((count + 3) // 4))},18,{240 / ((count + 3) // 4)}\n" for i in range(count)))
        return path
    done = bench.orthotic("pressure", home / "medilogic_left.csv", "--pressure-layout", layout("medilogic.csv", 116), "--pressure-unit",
                          "N/cm2", "--pressure-side", "left", "--pressure-heel", "last", "--json")
    table = np.array([[float(w.replace(",", ".")) for w in line.split(";") if w] for line in files.text(home / "medilogic_left.csv").splitlines()])
    columns = [c for c in range(table.shape[1])]
    report.hold(done.code == 0 and near(done.json.get("peak"), table[:, columns[-116:]].max() * 10, PEAK),
                f"medilogic with a layout: peak {done.json.get('peak')} kPa as in the table", done)
    done = bench.orthotic("pressure", home / "stappone_example.csv", "--pressure-layout", layout("stappone.csv", 12),
                          "--pressure-calibration", "0.05kPa", "--pressure-side", "left", "--pressure-heel", "first", "--json")
    lines = files.text(home / "stappone_example.csv").splitlines()
    heads = lines[0].split(",")
    used = [i for i, h in enumerate(heads) if h.startswith("pressure_")]
    peak = max(float(line.split(",")[i]) for line in lines[1:] if line.split(",")[0] == "1" for i in used) * 0.05
    report.hold(done.code == 0 and near(done.json.get("peak"), peak, PEAK), f"stappone with layout and calibration: peak {done.json.get('peak')} kPa", done)
