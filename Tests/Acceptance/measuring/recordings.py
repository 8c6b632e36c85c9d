"""Independent readings of vendor files: just enough of each layout to check what the program says, written without it."""

import gzip
import re
from pathlib import Path

import numpy as np


def text(path):
    raw = Path(path).read_bytes()
    return (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("latin-1")


def emed(path):
    """Frames on the common crop (rows from the toes), printed force of each page, first row and column."""
    pages, forces = [], []
    for page in text(path).split("\f"):
        if "Pict-No" not in page:
            continue
        lines = page.splitlines()
        head = next(i for i, line in enumerate(lines) if line.rstrip().endswith("Force") and re.match(r"\s*\d", line))
        columns = [int(w) for w in lines[head].split()[:-1]]
        rows, values = [], []
        for line in lines[head + 1:]:
            words = line.split()
            if words and words[0] == "Force":
                forces.append(float(words[-1]))
                break
            if words:
                rows.append(int(words[0]))
                values.append([float(w) for w in words[1:1 + len(columns)]])
        pages.append((rows, columns, np.array(values)))
    low, high = min(min(p[0]) for p in pages), max(max(p[0]) for p in pages)
    left, right = min(min(p[1]) for p in pages), max(max(p[1]) for p in pages)
    frames = np.zeros((len(pages), high - low + 1, right - left + 1))
    for frame, (rows, columns, values) in zip(frames, pages):
        frame[np.ix_([r - low for r in rows], [c - left for c in columns])] = values
    return frames, np.array(forces)


def rsscan(path):
    """Frames in newtons per cell, rows as written, and the times in ms."""
    parts = re.split(r"^Frame \d+ \(([\d.]+) ms\)\s*$", text(path).replace("\r", ""), flags=re.M)
    times = [float(t) for t in parts[1::2]]
    frames = [np.array([line.split() for line in body.splitlines() if line.strip()], dtype=np.float32) for body in parts[2::2]]
    return np.array(frames), np.array(times)


def zebris(path):
    """Frames in kPa (56 lines of 128), the table of samples, cell width and height in mm."""
    whole = text(path).replace("\r", "")
    table = np.array([[float(w) for w in line.split("\t")] for line in whole.splitlines()
                      if re.match(r"\d+\t-?[\d.]+\t", line)])
    platform = whole[whole.index("Platform {"):]
    width, height = (float(re.search(rf"Cell {k},mm\t([\d.]+)", platform)[1]) for k in ("width", "height"))
    rows = re.findall(r"^y\d+\t(.*)$", platform, flags=re.M)
    values = np.array(" ".join(rows).split(), dtype=np.float32).reshape(-1, 56, 128)
    return values * 10, table, width, height


def apd(path):
    """The picture as written in kPa, -1 kept, and the pitch along and across."""
    whole = text(path).replace("\r", "")
    def key(name):
        return re.search(rf"^{name}\s*=\s*(.*?)\s*$", whole, flags=re.M)[1]
    body = whole[whole.index("[Data]") + 6:].split("[")[0]
    grid = np.array([line.split("\t")[:int(key("SensCountY"))] for line in body.splitlines() if line.strip()], dtype=float)
    return np.where(grid < 0, grid, grid * 10), float(key("LDistX")), float(key("LDistY"))


def tekscan(path):
    """Frames in kPa (rows from the toes), NaN outside the sensor."""
    whole = text(path).replace("\r", "")
    columns = int(re.search(r"^COLS (\d+)", whole, flags=re.M)[1])
    rows = [line.split(",")[:columns] for line in whole[whole.index("ASCII_DATA"):].splitlines() if re.match(r"(B|[\d.]+),", line)]
    values = np.array([[np.nan if w == "B" else float(w) for w in row] for row in rows])
    return values.reshape(-1, int(re.search(r"^ROWS (\d+)", whole, flags=re.M)[1]), columns)


def xsensor_loads(path):
    """The load of every frame in newtons as the file prints it, by insole."""
    loads, side, waiting = {"left": [], "right": []}, None, False
    for line in text(path).splitlines():
        words = [w.strip().strip('"') for w in line.strip().lstrip("\u00ef\u00bb\u00bf").split(",")]
        if words[0] == "SENSOR":
            side, waiting = ("left" if "-LF" in words[1] else "right"), True
        elif words[0] == "GROUP":
            waiting = False
        elif waiting and words[0].startswith("Est. Load"):
            loads[side].append(float(words[1]))
            waiting = False
    return loads


def pedar(path):
    """Samples in kPa of the left and the right insole."""
    rows = [line.split() for line in text(path).splitlines() if re.match(r"\s*\d+\.\d+\t", line)]
    values = np.array(rows, dtype=float)
    return values[:, 1:100], values[:, 100:199]


def grid(path):
    return np.loadtxt(path, delimiter=",")
