"""What a slicer's G-code prints where: moves with their kind, layer and material, read off the text."""

import re

import numpy as np


def moves(path):
    """Extruding moves as arrays: start (n, 2), end (n, 2), height of the layer, filament pushed (mm), kind (text)."""
    x = y = z = e = 0.0
    relative, kind, rows, kinds = False, "", [], []
    for line in open(path):
        if line.startswith(";"):
            if line.startswith(";TYPE:"):
                kind = line[6:].strip()
            continue
        words = line.split(";")[0].split()
        if not words:
            continue
        if words[0] == "M83":
            relative = True
        elif words[0] == "M82":
            relative = False
        elif words[0] == "G92":
            e = next((float(w[1:]) for w in words if w[0] == "E"), e)
        elif words[0] in ("G0", "G1"):
            at = {w[0]: float(w[1:]) for w in words[1:] if re.fullmatch(r"[XYZE]-?[\d.]+", w)}
            new = at.get("X", x), at.get("Y", y)
            z = at.get("Z", z)
            pushed = 0.0
            if "E" in at:
                pushed = at["E"] if relative else at["E"] - e
                e = at["E"]
            if pushed > 0 and new != (x, y):
                rows.append((x, y, *new, z, pushed))
                kinds.append(kind)
            x, y = new
    table = np.array(rows).reshape(-1, 6)
    return table[:, :2], table[:, 2:4], table[:, 4], table[:, 5], np.array(kinds)


def inside(points, polygon):
    """Which points lie in a polygon (even-odd)."""
    result = np.zeros(len(points), bool)
    a, b = polygon, np.roll(polygon, -1, axis=0)
    for (ax, ay), (bx, by) in zip(a, b):
        crosses = (ay > points[:, 1]) != (by > points[:, 1])
        with np.errstate(divide="ignore", invalid="ignore"):
            result ^= crosses & (points[:, 0] < (bx - ax) * (points[:, 1] - ay) / (by - ay) + ax)
    return result


def disc_density(path, middle, radius, low, high, diameter=1.75):
    """Share of a disc's volume that is filled between two heights, and the kinds of moves met there.

    Moves are cut into pieces of 0.2 mm, so that what counts is what lies in the disc.
    """
    start, end, z, pushed, kinds = moves(path)
    keep = (z > low) & (z <= high)
    start, end, z, pushed, kinds = start[keep], end[keep], z[keep], pushed[keep], kinds[keep]
    if not len(z):
        return 0.0, set()
    pieces = np.maximum((np.linalg.norm(end - start, axis=1) / 0.2).astype(int), 1)
    owner = np.repeat(np.arange(len(z)), pieces)
    rank = np.arange(len(owner)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    share = (rank + 0.5) / pieces[owner]
    points = start[owner] + (end - start)[owner] * share[:, None]
    here = np.linalg.norm(points - middle, axis=1) < radius
    volume = (pushed / pieces)[owner][here].sum() * np.pi * diameter**2 / 4
    layers = np.unique(z)
    thickness = np.median(np.diff(layers)) * len(layers) if len(layers) > 1 else 0.2
    return volume / (np.pi * radius**2 * thickness), set(kinds[owner[here]])
