#!/usr/bin/env python3
"""Pressure files distorted on purpose: is the answer right, or does the program say what is wrong?

    python3 Tests/Acceptance/pressure_distortions.py --binary .build/release/orthotic [--count 3000] [--ledger FILE] [--jobs 2]

Each case is a map of Samples, distorted by a seeded draw and given to `orthotic pressure --json`. Judged against the undistorted
map: side, peaks of heel, midfoot, forefoot and whole within 10 %, arch index within 0.02. Right, or with a warning or assumption that names the
distortion's kind, or refused: all well. Wrong without a word is a silent error; a harmless re-encoding refused is a wrong refusal.
The ledger keeps a line per case, so that a run that was stopped goes on.
"""

import csv
import json
import random
import subprocess
import tempfile
from pathlib import Path

from measuring import distortions

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ["normal-right", "flat-left", "cavus-right"]


def grid(name):
    return [[float(v or 0) for v in row] for row in csv.reader(open(ROOT / "Samples" / name / "pressure.csv")) if row]


# Writers: how a program or a spreadsheet would write the same map.

def number(value, comma=False, places=2):
    text = f"{value:.{places}f}"
    return text.replace(".", ",") if comma else text


def plain(rows, draw, separator=",", comma=False):
    return "\n".join(separator.join(number(v, comma) for v in row) for row in rows) + "\n"


def lines(rows, draw):
    return plain(rows, draw, draw.choice([",", ";", "\t", " ", ", ", " ; ", "  "]))


def european(rows, draw):
    return plain(rows, draw, draw.choice([";", "\t", " "]), comma=True)


def late_comma(rows, draw):
    separator = draw.choice([";", "\t", " "])
    return "\n".join(separator.join("0" if v == 0 else number(v, True, 1) for v in row) for row in rows) + "\n"


def quoted(rows, draw):
    comma, separator = draw.random() < 0.5, draw.choice([",", ";"])
    return "\r\n".join(separator.join(f'"{number(v, comma)}"' for v in row) for row in rows) + "\r\n"


def told_separator(rows, draw):
    separator = draw.choice([";", "\t", ","])
    return f"sep={separator}\r\n" + plain(rows, draw, separator, comma=separator != "," and draw.random() < 0.5)


def padded(rows, draw):
    separator = draw.choice([",", ";"])
    width = draw.randint(1, 6)
    body = [separator.join([number(v) for v in row] + [""] * width) for row in rows]
    return "\n".join(body + [separator * (len(rows[0]) + width - 1)] * draw.randint(0, 4)) + "\n"


def pandas(rows, draw):
    separator = draw.choice([",", ";", "\t"])
    base = draw.choice([0, 1])
    head = separator.join([""] + [str(base + i) for i in range(len(rows[0]))])
    return head + "\n" + "\n".join(separator.join([str(base + n)] + [number(v) for v in row]) for n, row in enumerate(rows)) + "\n"


def r_table(rows, draw):
    separator = draw.choice([",", ";", " ", "\t"])
    name = draw.choice(["V{}", "X{}", "col{}", "c{}"])
    corner = draw.choice(['""', "", None])
    if separator == " " and corner is not None:
        corner = None
    heads = [f'"{name.format(i + 1)}"' for i in range(len(rows[0]))]
    head = separator.join(([corner] if corner is not None else []) + heads)
    return head + "\n" + "\n".join(separator.join([f'"{n + 1}"'] + [number(v) for v in row]) for n, row in enumerate(rows)) + "\n"


def only_header(rows, draw):
    base = draw.choice([0, 1])
    head = draw.choice([[str(base + i) for i in range(len(rows[0]))], [f"V{i + 1}" for i in range(len(rows[0]))],
                        [f"Sensor {i + 1}" for i in range(len(rows[0]))]])
    return ",".join(head) + "\n" + plain(rows, draw)


def only_index(rows, draw):
    base = draw.choice([0, 1])
    return "\n".join(",".join([str(base + n)] + [number(v) for v in row]) for n, row in enumerate(rows)) + "\n"


def coordinates(rows, draw):
    scale, start = draw.choice([(5, 0), (5, 2.5), (0.5, 0.25), (0.5, 0)])
    head = ",".join([draw.choice(["", "y\\x", "mm"])] + [f"{start + scale * i:g}" for i in range(len(rows[0]))])
    return head + "\n" + "\n".join(",".join([f"{start + scale * n:g}"] + [number(v) for v in row]) for n, row in enumerate(rows)) + "\n"


def python_list(rows, draw):
    gap = draw.choice([", ", ","])
    joiner = draw.choice([",\n ", ", ", ",\n"])
    return draw.choice(["", "data = "]) + "[" + joiner.join("[" + gap.join(number(v) for v in row) + "]" for row in rows) + "]\n"


def matlab(rows, draw):
    joiner = draw.choice([";\n", "; "])
    return draw.choice(["[", "P = [", "[ "]) + joiner.join(" ".join(number(v) for v in row) for row in rows) + draw.choice(["]", "];", " ];\n"])


def numpy_print(rows, draw):
    out = []
    for row in rows:
        cells = [f"{v:6.1f}" for v in row]
        cut = draw.choice([12, 24])
        parts = [" ".join(cells[i:i + cut]) for i in range(0, len(cells), cut)]
        out.append("[" + "\n  ".join(parts) + "]")
    return "[" + "\n ".join(out) + "]\n"


def heading_words(rows, draw):
    words = draw.choice(["Pressure map of patient 12\n", "Peak pressure (kPa)\n\n", "# exported by lab\n# unit: kPa\n"])
    return words + plain(rows, draw, draw.choice([",", ";", "\t"]))


def tare(rows, draw):
    low = -draw.choice([0.1, 0.3, 1.5, 2])
    return plain([[low if v == 0 else v for v in row] for row in rows], draw)


def upside_down(rows, draw):
    return plain(rows[::-1], draw)


def wide(rows, draw):
    width = draw.randint(1, 30)
    pad = [[0.0] * (len(rows[0]) + 2 * width)] * draw.randint(0, 20)
    return plain(pad + [[0.0] * width + row + [0.0] * width for row in rows] + pad, draw)


def utf16(rows, draw):
    encoding = draw.choice(["utf-16-le", "utf-16-be", "utf-16"])
    mark = {"utf-16-le": draw.choice(["\ufeff", ""]), "utf-16-be": draw.choice(["\ufeff", ""]), "utf-16": ""}[encoding]
    return (mark + plain(rows, draw, draw.choice(["\t", ",", ";"]))).encode(encoding)


def apd(rows, draw):
    separator = draw.choice(["\t", "\t", ";"])
    comma = draw.random() < 0.4
    head = ["[General]", "Description=pedcad Importfile", "Source=<<lab>>", "UnitDistance=mm", "UnitPressure=kPa", "[Customer]",
            "[Technical]", f"SensCountX={len(rows)}", f"SensCountY={len(rows[0])}", "LDistX=5", "LDistY=5", "[Data]"]
    body = [separator.join(number(v, comma) for v in row) for row in rows]
    if separator == ";":
        head = [h + ";" * (len(rows[0]) - 1) for h in head]
    return "\r\n".join(head + body) + "\r\n"


def long_list(rows, draw):
    cells = [(c * 5 + 2.5, r * 5 + 2.5, v) for r, row in enumerate(rows) for c, v in enumerate(row)]
    draw.shuffle(cells)
    order = draw.sample(range(3), 3)
    names = ["x", "y", draw.choice(["pressure", "kPa", "p"])]
    separator = draw.choice([",", ";", "\t"])
    return separator.join(names[i] for i in order) + "\n" + "\n".join(separator.join(f"{cell[i]:g}" for i in order) for cell in cells) + "\n"


HARMLESS = [lines, european, late_comma, quoted, told_separator, padded, pandas, r_table, only_header, only_index, coordinates,
            python_list, matlab, numpy_print, heading_words, tare, upside_down, wide, utf16, apd, long_list]


# Harmful: the answer cannot be that of the map; it must be said or refused.

def unit(rows, draw):
    factor = draw.choice([0.1, 1 / 0.133322, 1 / 6.89476, 0.001, 1 / 98.0665, 10.197, 1000, 0.01])
    return plain(rows, draw) if factor == 1 else "\n".join(",".join(f"{v * factor:.5g}" for v in row) for row in rows) + "\n"


def hot(rows, draw):
    rows = [row[:] for row in rows]
    empty = [(r, c) for r in range(2, len(rows) - 2) for c in range(2, len(rows[0]) - 2)
             if not any(rows[y][x] for y in range(r - 2, r + 3) for x in range(c - 2, c + 3))]
    r, c = draw.choice(empty or [(1, 1)])
    rows[r][c] = draw.uniform(150, 2000)
    return plain(rows, draw)


def dead_peak(rows, draw):
    rows = [row[:] for row in rows]
    r, c = max(((r, c) for r in range(len(rows)) for c in range(len(rows[0]))), key=lambda at: rows[at[0]][at[1]])
    rows[r][c] = 0
    return plain(rows, draw)


def dead_line(rows, draw):
    rows = [row[:] for row in rows]
    sums = [sum(row) for row in rows] if draw.random() < 0.5 else None
    if sums:
        r = draw.choice([i for i in range(1, len(rows) - 1) if sums[i] > 0.6 * max(sums)])
        rows[r] = [0] * len(rows[r])
    else:
        cols = [sum(row[c] for row in rows) for c in range(len(rows[0]))]
        c = draw.choice([i for i in range(len(cols)) if cols[i] > 0.6 * max(cols)])
        for row in rows:
            row[c] = 0
    return plain(rows, draw)


def offset(rows, draw):
    low = draw.uniform(5, 60)
    return plain([[v + low for v in row] for row in rows], draw)


def saturated(rows, draw):
    top = draw.uniform(0.3, 0.75) * max(map(max, rows))
    return plain([[min(v, top) for v in row] for row in rows], draw)


def cut(rows, draw):
    loaded = [n for n, row in enumerate(rows) if any(row)]
    low, high = loaded[0], loaded[-1]
    at = low + round(draw.uniform(0.3, 0.7) * (high - low))
    return plain(rows[at:] if draw.random() < 0.5 else rows[:at], draw)


def no_toes(rows, draw):
    loaded = [n for n, row in enumerate(rows) if any(row)]
    low, high = loaded[0], loaded[-1]
    at = low + round(0.8 * (high - low))
    return plain([row if n <= at else [0] * len(row) for n, row in enumerate(rows)], draw)


def two_feet(rows, draw):
    gap = [0.0] * draw.randint(2, 12)
    # The left foot on the left, as one stands; which of the two the sample is, its hallux tells: the more loaded half of the toes.
    mirrored = [row[::-1] for row in rows]
    front = rows[-14:]
    middle = len(rows[0]) // 2
    is_right = sum(sum(row[:middle]) for row in front) > sum(sum(row[middle:]) for row in front)
    left, right = (mirrored, rows) if is_right else (rows, mirrored)
    return plain([a + gap + b for a, b in zip(left, right)], draw)


def same_twice(rows, draw):
    gap = [0.0] * draw.randint(2, 12)
    return plain([row + gap + row for row in rows], draw)


def stacked(rows, draw):
    return plain(rows * draw.randint(2, 4), draw)


def frames(rows, draw):
    times = draw.randint(2, 6)
    return draw.choice(["\n", "\n\n"]).join(
        (f"Frame {n + 1}\n" if times % 2 else "") + plain([[v * (n + 1) / times for v in row] for row in rows], draw)
        for n in range(times))


def stretched(rows, draw):
    factor = draw.choice([0.5, 0.6, 1.5, 1.8, 2.2])
    height = round(len(rows) * factor)
    return plain([rows[min(int(n / factor), len(rows) - 1)] for n in range(height)], draw)


def noise(rows, draw):
    level = draw.uniform(0.05, 0.3) * max(map(max, rows))
    return plain([[max(0.0, v + draw.uniform(0, level)) for v in row] for row in rows], draw)


HARMFUL = [unit, hot, dead_peak, dead_line, offset, saturated, cut, no_toes, two_feet, same_twice, stacked, frames, stretched, noise]


def result(binary, content, name):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        done = subprocess.run([binary, "pressure", str(path), "--json"], capture_output=True, text=True, timeout=120)
    if done.returncode not in (0, 65):
        return {"crash": done.returncode, "error": done.stderr[-300:]}
    if done.returncode == 65:
        return {"refused": done.stderr.strip()}
    try:
        return {"json": json.loads(done.stdout), "messages": done.stderr}
    except ValueError:
        return {"crash": "no JSON", "error": done.stderr[-300:]}


def facts(answer):
    feet = answer.get("feet") or [answer]
    regions = [{r["name"]: r["peak"] for r in foot.get("regions", [])} for foot in feet]
    return [{"side": foot.get("side"), "arch": foot.get("archIndex"), "peaks": peaks} for foot, peaks in zip(feet, regions)]


def is_right(found, truth):
    if found["side"] != truth["side"] or found["arch"] is None or abs(found["arch"] - truth["arch"]) > 0.02:
        return False
    return all(abs(found["peaks"].get(name, 0) - truth["peaks"][name]) <= max(0.1 * truth["peaks"][name], 2)
               for name in ("heel", "midfoot", "forefoot", "whole"))


def judge(outcome, truth, harmful):
    if "crash" in outcome:
        return "crash"
    if "refused" in outcome:
        return "refused"
    found = facts(outcome["json"])
    warned = any("warning" == w.get("severity", "warning") for w in outcome["json"].get("warnings", [])) or \
        any(w for foot in outcome["json"].get("feet", []) for w in foot.get("warnings", []))
    good = [is_right(foot, truth) for foot in found]
    if any(good) and (harmful == "two" or len(found) == 1):
        return "right"
    return "said" if warned else "silent"


def one(binary, truths, number):
    draw = random.Random(number)
    sample = SAMPLES[number % 3]
    everything = HARMLESS + HARMFUL
    kind = everything[(number // 3) % len(everything)]
    content = kind(grid(sample), draw)
    outcome = result(binary, content, "map.csv")
    harmful = "two" if kind is two_feet else kind in HARMFUL
    verdict = judge(outcome, truths[sample], harmful)
    detail = outcome.get("refused") or outcome.get("error") or ""
    return {"number": number, "kind": kind.__name__, "sample": sample, "verdict": verdict,
            "detail": detail[-260:] if verdict in ("refused", "crash") else ""}


def main():
    chosen = distortions.options(__doc__)
    truths = {}
    for sample in SAMPLES:
        outcome = result(chosen.binary, plain(grid(sample), None), "map.csv")
        truths[sample] = facts(outcome["json"])[0]
    distortions.campaign(chosen, lambda number: one(chosen.binary, truths, number), HARMLESS, HARMFUL)


if __name__ == "__main__":
    main()
