"""Holds the measuring code against solids whose answers are known: run before any of its numbers is believed."""

import sys
import time

import numpy as np

from measuring import alignment, facets, stl, walls


def box(size, at=(0, 0, 0)):
    """A closed box with outward facets."""
    v = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0], [0, 0, 1], [1, 0, 1], [1, 1, 1], [0, 1, 1]], float)
    f = np.array([[0, 2, 1], [0, 3, 2], [4, 5, 6], [4, 6, 7], [0, 1, 5], [0, 5, 4],
                  [1, 2, 6], [1, 6, 5], [2, 3, 7], [2, 7, 6], [3, 0, 4], [3, 4, 7]])
    return (v * size + at)[f]


def ball(radius, rings=64):
    """A closed sphere with outward facets."""
    theta, phi = np.linspace(0, np.pi, rings + 1), np.linspace(0, 2 * np.pi, 2 * rings + 1)
    t, p = np.meshgrid(theta, phi, indexing="ij")
    point = radius * np.stack([np.sin(t) * np.cos(p), np.sin(t) * np.sin(p), np.cos(t)], axis=-1)
    point[:, -1], point[0], point[-1] = point[:, 0], (0, 0, radius), (0, 0, -radius)
    a, b, c, d = point[:-1, :-1], point[1:, :-1], point[1:, 1:], point[:-1, 1:]
    lower, upper = np.stack([a, b, c], axis=2), np.stack([a, c, d], axis=2)
    return np.concatenate([lower[:-1].reshape(-1, 3, 3), upper[1:].reshape(-1, 3, 3)])


def plate(top, spacing=0.5, size=(120, 60)):
    """A closed body under `top(x, y)` over a flat bottom at z = 0, with vertical sides."""
    x, y = np.arange(0, size[0] + spacing / 2, spacing), np.arange(0, size[1] + spacing / 2, spacing)
    gx, gy = np.meshgrid(x, y, indexing="ij")
    up = np.stack([gx, gy, top(gx, gy)], axis=-1)
    low = np.stack([gx, gy, 0 * gx], axis=-1)

    def quads(a, b, c, d):
        return np.concatenate([np.stack([a, b, c], 2).reshape(-1, 3, 3), np.stack([a, c, d], 2).reshape(-1, 3, 3)])

    def side(u, w):
        a, b, c, d = u[:-1], w[:-1], w[1:], u[1:]
        return np.concatenate([np.stack([a, b, c], 1), np.stack([a, c, d], 1)])

    return np.concatenate([
        quads(up[:-1, :-1], up[1:, :-1], up[1:, 1:], up[:-1, 1:]), quads(low[:-1, :-1], low[:-1, 1:], low[1:, 1:], low[1:, :-1]),
        side(up[:, 0], low[:, 0]), side(up[::-1, -1], low[::-1, -1]), side(up[::-1][-1, ::-1], low[::-1][-1, ::-1]), side(up[-1], low[-1])])


def turned(corners, angles):
    """The body rotated about x, then z, degrees."""
    a, b = np.radians(angles)
    x = np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])
    z = np.array([[np.cos(b), -np.sin(b), 0], [np.sin(b), np.cos(b), 0], [0, 0, 1]])
    return corners @ (z @ x).T


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
