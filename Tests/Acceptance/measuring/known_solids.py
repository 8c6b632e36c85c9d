"""Solids whose volume, walls and heights are known by formula."""

import numpy as np


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
