"""Holds the measuring code against solids whose answers are known: run before any of its numbers is believed."""

import sys
import time

import numpy as np

from measuring import alignment, facets, stl, walls
from measuring.known_solids import ball, box, plate, turned

FAILED = []


def hold(name, found, expected, tolerance=0.0):
    sound = abs(found - expected) <= tolerance
    print(f"{'PASS' if sound else 'FAIL'}  {name}: {found:.6g}, expected {expected:.6g} ± {tolerance:g}")
    if not sound:
        FAILED.append(name)


def topology():
    sound = stl.audit(box((10, 20, 30)))
    hold("box volume", sound["volume"], 6000)
    hold("box Euler number", sound["euler"], 2)
    for key in ("openEdges", "nonManifoldEdges", "flippedEdges", "degenerateFacets"):
        hold(f"box {key}", sound[key], 0)
    hold("plate of 58 thousand facets: open edges", stl.audit(plate(lambda x, y: 3 + 0 * x))["openEdges"], 0)
    hold("hole: open edges", stl.audit(box((1, 1, 1))[1:])["openEdges"], 3)
    flipped = box((1, 1, 1))
    flipped[0] = flipped[0, ::-1]
    hold("one facet turned: flipped edges", stl.audit(flipped)["flippedEdges"], 3)
    hold("inside out: volume", stl.audit(box((1, 2, 3))[:, ::-1])["volume"], -6)
    shared = np.concatenate([box((1, 1, 1)), box((1, 1, 1), (1, 1, 0))])
    hold("two boxes on one edge: non-manifold edges", stl.audit(shared)["nonManifoldEdges"], 1)
    hold("two boxes apart: components", stl.audit(np.concatenate([box((1, 1, 1)), box((1, 1, 1), (3, 0, 0))]))["components"], 2)


def thickness():
    hold("slab 1.2 mm, turned", walls.thinnest(turned(box((40, 30, 1.2)), (33, 21)))["wall"]["value"], 1.2, 1e-6)
    shell = np.concatenate([ball(20), ball(18.5)[:, ::-1]])
    hold("hollow ball, wall 1.5 mm", walls.thinnest(shell)["wall"]["value"], 1.5, 0.03)

    def dent(x, y):
        return 3 - 2.1 * np.exp(-((x - 20) ** 2 + (y - 15) ** 2) / 50)

    hold("dent that leaves 0.9 mm", walls.thinnest(plate(dent, size=(40, 30)))["wall"]["value"], 0.9, 0.01)
    cup = walls.thinnest(plate(lambda x, y: 3 + 8 * np.clip((x - 100) / 15, 0, 1) ** 2, 1.0), 4.0)
    hold("plate that only rises: nothing under 3 mm (normal of a slope is shorter)", cup["wall"]["value"], 3.0, 0.15)
    wedge = plate(lambda x, y: 0.2 + x * np.tan(np.radians(20)), size=(20, 20))
    hold("wedge of 20° from 0.2 mm is found", walls.thinnest(wedge)["wall"]["value"], 0.2 * np.cos(np.radians(20)), 0.09)


def surface_heights():
    z, hit = facets.heights(plate(lambda x, y: 2 + 0.1 * x), np.array([[10.3, 20.2], [-1, 5]]))
    hold("height over a plate", z[0], 3.03, 1e-9)
    hold("nothing beside the plate", float(hit[1]), -1)


def fit():
    def relief(x, y):
        return 3 + 12 * np.exp(-((x - 25) ** 2 / 250 + (y - 110) ** 2 / 900)) + 0.02 * (x - 45) ** 2 * np.clip(1 - y / 60, 0, 1) ** 2 + y / 40

    random = np.random.default_rng(3)
    body = plate(relief, size=(90, 260))
    xy = random.uniform((4, 4), (86, 256), (60000, 2))
    sole = np.c_[xy, relief(xy[:, 0], xy[:, 1]) - 3]
    for yaw in (0, 75, 163, 290):
        moved = alignment.rotated(sole, yaw) + (140, -60, 33)
        placed = alignment.placed(moved, body)
        gap = alignment.gaps(placed, body)
        hold(f"scan turned {yaw}°: mean gap of a perfect copy", float(np.nanmean(np.abs(gap))), 0.0, 0.01)
        hold(f"scan turned {yaw}°: share of nodes found", float(np.isfinite(gap).mean()), 1.0, 0.01)
    lowered = plate(lambda x, y: relief(x, y) - 1.0 * np.exp(-((x - 25) ** 2 / 250 + (y - 110) ** 2 / 900)), size=(90, 260))
    gap = alignment.gaps(alignment.placed(sole, lowered), lowered)
    print(f"      an arch 1 mm too low shows as mean {np.nanmean(np.abs(gap)):.3f}, largest {np.nanmax(np.abs(gap)):.3f} mm")
    hold("an arch 1 mm too low is seen", float(np.nanmax(np.abs(gap))), 1.0, 0.15)


if __name__ == "__main__":
    for part in (topology, thickness, surface_heights, fit):
        began = time.perf_counter()
        part()
        print(f"      ({part.__name__}: {time.perf_counter() - began:.1f} s)")
    print(f"{'FAILED: ' + ', '.join(FAILED) if FAILED else 'the measuring code holds'}")
    sys.exit(bool(FAILED))
