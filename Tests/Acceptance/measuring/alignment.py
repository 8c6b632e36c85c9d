"""Laying a scan onto the top of a device, and the gaps that remain: a rigid fit, nothing else is free."""

import numpy as np

from . import stl
from .facets import heights


def rotated(points, degrees):
    """Points turned about the vertical."""
    a = np.radians(degrees)
    return points @ np.array([[np.cos(a), np.sin(a), 0], [-np.sin(a), np.cos(a), 0], [0, 0, 1]])


def lowest(points, cell):
    """Index of the lowest point of every cell seen from below, with the cells."""
    key = np.floor(points[:, :2] / cell).astype(np.int64)
    key -= key.min(axis=0)
    flat = key[:, 0] * (key[:, 1].max() + 1) + key[:, 1]
    order = np.lexsort((points[:, 2], flat))
    return order[np.r_[True, np.diff(flat[order]) != 0]], key


def sole(points, cell=1.0, depth=10.0):
    """The lowest point of every cell, without those of the back of the foot: what a device can touch.

    Where a cloud is sparse a fine cell may hold a point of the back only; it lies more than `depth` above the lowest
    point within 6 mm.
    """
    wide, key = lowest(points, 4.0)
    ground = np.full(key.max(axis=0) + 3, np.inf)
    ground[key[wide, 0] + 1, key[wide, 1] + 1] = points[wide, 2]
    around = np.min([np.roll(ground, (i, j), (0, 1)) for i in (-1, 0, 1) for j in (-1, 0, 1)], axis=0)
    fine, _ = lowest(points, cell)
    return points[fine[points[fine, 2] <= around[key[fine, 0] + 1, key[fine, 1] + 1] + depth]]


def upward(corners, least=0.2):
    """Facets that face up: the top of a device."""
    return corners[stl.normals(corners)[:, 2] > least]


class Raster:
    """The top as a grid of heights with slopes, for the many evaluations of a fit."""

    def __init__(self, corners, spacing=0.5):
        low, high = corners[:, :, :2].min(axis=(0, 1)), corners[:, :, :2].max(axis=(0, 1))
        self.origin, self.spacing = low, spacing
        x, y = np.arange(low[0], high[0] + spacing, spacing), np.arange(low[1], high[1] + spacing, spacing)
        gx, gy = np.meshgrid(x, y, indexing="ij")
        self.z = heights(corners, np.c_[gx.ravel(), gy.ravel()])[0].reshape(gx.shape)
        self.slope = np.gradient(self.z, spacing)

    def sampled(self, grid, xy):
        """Bilinear value; nan outside."""
        q = (xy - self.origin) / self.spacing
        inside = (q >= 0).all(axis=1) & (q < np.array(grid.shape) - 1).all(axis=1)
        i = np.where(inside[:, None], q, 0).astype(int)
        f = q - i
        a = grid[i[:, 0], i[:, 1]] * (1 - f[:, 0]) + grid[i[:, 0] + 1, i[:, 1]] * f[:, 0]
        b = grid[i[:, 0], i[:, 1] + 1] * (1 - f[:, 0]) + grid[i[:, 0] + 1, i[:, 1] + 1] * f[:, 0]
        return np.where(inside, a * (1 - f[:, 1]) + b * f[:, 1], np.nan)


def refined(points, raster, rounds, choice=None, trim=0.9):
    """Rigid refinement on vertical gaps: Gauss–Newton on six unknowns, the worst share left out each round.

    Returns the points and a cost per point in mm in which a point far from the top, or beside it, counts as 3.
    """
    p, cost = points.copy(), np.inf
    for _ in range(rounds):
        gap = raster.sampled(raster.z, p[:, :2]) - p[:, 2]
        use = np.isfinite(gap)
        if choice is not None:
            use &= choice(p)
        if use.sum() < 200:
            return p, np.inf
        offset = np.median(gap[use])
        cost = (np.minimum(np.abs(gap[use] - offset), 3).sum() + 3 * (~use).sum()) / len(p)
        use &= np.abs(gap - offset) <= np.quantile(np.abs(gap[use] - offset), trim)
        sx, sy = (raster.sampled(s, p[:, :2]) for s in raster.slope)
        use &= np.isfinite(sx) & np.isfinite(sy)
        center = p[use].mean(axis=0)
        r = p[use] - center
        sx, sy, g = sx[use], sy[use], gap[use]
        # To first order a turn ω and a shift t change the gap by s·(ω × r + t) in x and y, less the same in z.
        jacobian = np.c_[-r[:, 2] * sy - r[:, 1], r[:, 2] * sx + r[:, 0], r[:, 0] * sy - r[:, 1] * sx,
                         sx, sy, -np.ones(len(r))]
        damping = np.diag([1e-3, 1e-3, 1e-3, 1e-6, 1e-6, 0.0]) * len(r)
        step = np.linalg.solve(jacobian.T @ jacobian + damping, -jacobian.T @ g)
        turn, shift = np.clip(step[:3], -0.2, 0.2), np.clip(step[3:], -15, 15)
        p = (p - center) @ rotation(turn).T + center + shift
    return p, cost


def rotation(vector):
    """Rotation matrix of a rotation vector."""
    angle = np.linalg.norm(vector)
    k = vector / max(angle, 1e-30)
    cross = np.array([[0, -k[2], k[1]], [k[2], 0, -k[0]], [-k[1], k[0], 0]])
    return np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross


def placed(points, corners, choice=None):
    """The points laid on the top of the device, from any heading: every 15° is tried coarsely, the best refined.

    `choice` says of placed points which of them the device is meant to touch.
    """
    top = upward(corners)
    raster = Raster(top)
    middle = (top.min(axis=(0, 1)) + top.max(axis=(0, 1))) / 2
    coarse = points[:: max(len(points) // 4000, 1)]
    tried = []
    for heading in range(0, 360, 15):
        few = rotated(coarse, heading)
        shift = np.r_[middle[:2] - (few[:, :2].min(axis=0) + few[:, :2].max(axis=0)) / 2, 0]
        few = few + shift
        lift = np.nanmedian(raster.sampled(raster.z, few[:, :2]) - few[:, 2])
        if np.isfinite(lift):
            result, cost = refined(few + (0, 0, lift), raster, 12, trim=0.8)
            tried.append((cost, result))
    tried.sort(key=lambda one: one[0])
    best = []
    for _, result in tried[:3]:
        result = refined(result, raster, 15, choice, trim=0.9)[0]
        result, cost = refined(result, raster, 25, choice, trim=0.98)
        best.append((cost, result))
    result = min(best, key=lambda one: one[0])[1]
    dense = points[:: max(len(points) // 30000, 1)]
    return moved_alike(points, dense, refined(moved_alike(dense, coarse, result), raster, 10, choice, trim=0.98)[0])


def moved_alike(points, before, after):
    """Points moved by the rigid motion that takes `before` to `after` (Kabsch)."""
    a, b = before.mean(axis=0), after.mean(axis=0)
    u, _, v = np.linalg.svd((before - a).T @ (after - b))
    turn = (u @ np.diag([1, 1, np.sign(np.linalg.det(u @ v))]) @ v).T
    return (points - a) @ turn.T + b


def gaps(points, corners):
    """Signed distance along the top's normal from each point to the top over or under it; nan beside the device."""
    top = upward(corners)
    z, facet = heights(top, points)
    return np.where(facet >= 0, (z - points[:, 2]) * stl.normals(top)[facet, 2], np.nan)
