#!/usr/bin/env python3
"""An independent solution of the balance of a foot with five metatarsal rays on an insole whose foam densifies.

    python3 Tests/Acceptance/peers/extended_balance.py                  checks itself on three cases of its own
    python3 Tests/Acceptance/peers/extended_balance.py --write FOLDER   writes those cases, solved, in the format below
    python3 Tests/Acceptance/peers/extended_balance.py FILE...          solves each problem; compares where it holds "solution"

`OrthoticBenchmarks contact-export FOLDER` writes problems of real designs with the program's solution. The way to the
answer is another one than the program's: each column is solved for its pressure by scipy's bracketing root finder, and the
eight unknowns by a trust region on the energy, then by MINPACK's hybrid method on its gradient.

Unknowns: settling s (mm), tilts tx, ty (mm/mm about the centre of pressure X, Y), lifts u1..u5 of the rays (mm):

    c  = overclosure + top + s + tx (x - X) + ty (y - Y) - sum_i w_i r_i u_i
    r_i = min(max((y - hinge_i) / length_i, 0), 1)
    c  = tissue + insole compression where c > 0, one pressure p = Pt(e_t) = Pi(e_i); else p = 0
    Pt(e) = K0/b (exp(b e) - 1), or K0 e for b = 0
    Pi(e) = M e (1 + (e/eD)^3 / (1 - e/eD)), or M e where nothing densifies; thickness 0 is rigid
    sum p A = F,  sum p A (x - X) = sum p A (y - Y) = 0
    sum p A w_i r_i - k_i u_i - kappa_i (u_i - u_i+1) + kappa_i-1 (u_i-1 - u_i) = rayLoads_i,  the same sum of p before

A problem is a JSON object; lengths mm, pressures and moduli kPa, forces N, stiffnesses N/mm. A field is an array with a
value per node, row by row (index = row * columns + column, x = origin[0] + column * spacing, y = origin[1] + row *
spacing), or one number for all nodes. null stands for what is not there.

    {"name": "...",
     "layout": {"origin": [x, y], "spacing": 2, "columns": 50, "rows": 130},
     "overclosure": field            on a flat rigid floor; null where there is no sole, or where it is lifted
     "tissueThickness": field, "tissueStiffness": field (K0), "tissueExponent": field (b)
     "top": field                    null where there is nothing to stand on
     "insoleThickness": field        0 or null is rigid
     "insoleModulus": field          M, or null where rigid
     "densificationStrain": field    eD; null where the column stays linear
     "coverThickness": field, "coverModulus": field, "coverDensificationStrain": field     a second layer; left out is none
     "areaShare": field              0 to 1: share of its cell that a node stands for; left out is 1
     "rays": [{"weight": field (w), "hinge": y, "length": l, "stiffness": k} ...]      five, medial to lateral; [] is rigid
     "couplings": [kappa, kappa, kappa, kappa]                                         between neighbours
     "load": {"force": F, "centerOfPressure": [X, Y], "rayLoads": [5 numbers]}
     "solution": {"pressure": field, "settling": s, "tiltX": tx, "tiltY": ty, "lifts": [5]}      optional
    }
"""

import argparse
import json
import sys
from pathlib import Path

try:
    import numpy as np
    from scipy import optimize
    from scipy.optimize import elementwise
except ImportError:
    np = None

#: Share of the peak pressure to which two solutions must agree.
TOLERANCE = 1e-4


class Layer:
    """Columns of foam: thickness mm (0 is rigid), modulus kPa, densification strain (infinite is linear)."""

    def __init__(self, thickness, modulus, densification):
        soft = (thickness > 0) & (modulus > 0)
        self.thickness, self.modulus = np.where(soft, thickness, 0.0), np.where(soft, modulus, 1.0)
        self.densifies = np.isfinite(densification)
        self.limit = np.where(self.densifies, densification, 1.0)

    def at(self, chosen):
        part = Layer.__new__(Layer)
        part.thickness, part.modulus = self.thickness[chosen], self.modulus[chosen]
        part.densifies, part.limit = self.densifies[chosen], self.limit[chosen]
        return part

    def law(self, strain):
        """Pressure and its derivative by strain, kPa."""
        x = np.where(self.densifies, strain / self.limit, 0.0)
        pressure = self.modulus * strain * (1 + x**3 / (1 - x))
        slope = self.modulus * (1 + (4 * x**3 - 3 * x**4) / (1 - x)**2)
        return pressure, slope

    def strain(self, pressure):
        """The law turned round, by bisection of x = e/eD and a last step of Newton."""
        wanted = pressure / (self.modulus * self.limit)
        low, high = np.zeros_like(wanted), np.minimum(wanted, 1.0)
        for _ in range(44):
            middle = (low + high) / 2
            above = middle + middle**4 / np.maximum(1 - middle, 1e-300) > wanted
            low, high = np.where(above, low, middle), np.where(above, middle, high)
        x = (low + high) / 2
        rest = np.maximum(1 - x, 1e-15)
        x = x - (x + x**4 / rest - wanted) / (1 + (4 * x**3 - 3 * x**4) / rest**2)
        return self.limit * np.where(self.densifies, x, wanted)

    def energy(self, strain):
        """Integral of the law over strain, kPa."""
        x = np.where(self.densifies, strain / self.limit, 0.0)
        # The antiderivative of x^4/(1 - x); near 0 its terms cancel, and its series is used.
        series = sum(x**n / n for n in range(5, 14))
        closed = -x**4 / 4 - x**3 / 3 - x**2 / 2 - x - np.log1p(-x)
        return self.modulus * (strain**2 / 2 + np.where(self.densifies, self.limit**2 * np.where(x < 0.05, series, closed), 0))


class Columns:
    """Tissue and the layers of an insole in series at each node, and what they do at an overclosure."""

    def __init__(self, thickness, stiffness, exponent, layers):
        self.thickness, self.stiffness, self.exponent, self.layers = thickness, stiffness, exponent, layers

    def at(self, chosen):
        return Columns(
            self.thickness[chosen], self.stiffness[chosen], self.exponent[chosen], [layer.at(chosen) for layer in self.layers])

    def tissue_strain(self, pressure):
        b = np.where(self.exponent > 0, self.exponent, 1.0)
        return np.where(self.exponent > 0, np.log1p(b * pressure / self.stiffness) / b, pressure / self.stiffness)

    def tissue_energy(self, strain):
        """Integral of the law over strain, kPa."""
        b = np.where(self.exponent > 0, self.exponent, 1.0)
        return np.where(self.exponent > 0, self.stiffness / b**2 * (np.expm1(b * strain) - b * strain),
                        self.stiffness * strain**2 / 2)

    def tissue_pressure(self, strain):
        b = np.where(self.exponent > 0, self.exponent, 1.0)
        return np.where(self.exponent > 0, self.stiffness / b * np.expm1(b * strain), self.stiffness * strain)

    def states(self, overclosure):
        """Pressure kPa, stiffness kPa/mm and energy kPa mm of columns that are all in contact."""
        # Tissue alone bears at most this; what is left of the root's width is far below what is compared.
        highest = self.tissue_pressure(overclosure / self.thickness)
        pressure = highest.copy()
        soft = np.nonzero(sum(layer.thickness for layer in self.layers) > 0)[0]
        if len(soft):
            part = self.at(soft)

            def excess(share, number):
                some = part.at(number.astype(int))
                p = share * highest[soft][number.astype(int)]
                given = some.thickness * some.tissue_strain(p) + sum(l.thickness * l.strain(p) for l in some.layers)
                return given - overclosure[soft][number.astype(int)]

            found = elementwise.find_root(
                excess, (np.zeros(len(soft)), np.ones(len(soft))), args=(np.arange(len(soft)).astype(float),),
                tolerances=dict(xatol=0, xrtol=1e-14, fatol=1e-14, frtol=0))
            pressure[soft] = found.x * highest[soft]
        strain = self.tissue_strain(pressure)
        energy = self.thickness * self.tissue_energy(strain)
        give = self.thickness / (self.stiffness + self.exponent * pressure)
        for layer in self.layers:
            e = layer.strain(pressure)
            energy = energy + layer.thickness * layer.energy(e)
            give = give + layer.thickness / layer.law(e)[1]
        return pressure, 1 / give, energy


class Balance:
    """A problem's energy, its gradient and curvature in the unknowns s, tx, ty, u1..u5."""

    def __init__(self, problem, rigid=False, stiffness=None):
        layout = problem["layout"]
        self.count = layout["columns"] * layout["rows"]
        index = np.arange(self.count)
        x = layout["origin"][0] + layout["spacing"] * (index % layout["columns"])
        y = layout["origin"][1] + layout["spacing"] * (index // layout["columns"])

        def field(key, default=None):
            value = problem.get(key, default)
            values = value if isinstance(value, list) else [value] * self.count
            if len(values) != self.count:
                raise ValueError(f"{key}: {len(values)} values for {self.count} nodes")
            return np.array([np.nan if v is None else float(v) for v in values])

        over, top, share = field("overclosure"), field("top", 0), field("areaShare", 1)
        thickness = field("tissueThickness")
        self.nodes = np.nonzero(np.isfinite(over + top) & (share > 0) & (thickness > 0))[0]

        def layer(thickness, modulus, densification):
            limit = field(densification)
            return Layer(np.nan_to_num(field(thickness, 0)), np.nan_to_num(field(modulus, 0)),
                         np.where(np.isfinite(limit), limit, np.inf))

        layers = [layer("insoleThickness", "insoleModulus", "densificationStrain")]
        if "coverThickness" in problem:
            layers.append(layer("coverThickness", "coverModulus", "coverDensificationStrain"))
        self.columns = Columns(thickness, field("tissueStiffness"), field("tissueExponent"), layers).at(self.nodes)
        self.start = (over + top)[self.nodes]
        # kPa over mm² in N.
        self.area = (share * layout["spacing"]**2 / 1000)[self.nodes]
        self.force = problem["load"]["force"]
        pole = problem["load"]["centerOfPressure"]
        rays = [] if rigid else problem.get("rays", [])
        columns = [np.ones(len(self.nodes)), (x - pole[0])[self.nodes], (y - pole[1])[self.nodes]]
        sums = np.zeros(self.count)
        lifted = np.ones(self.count, dtype=bool)
        for ray in rays:
            weight = ray["weight"]
            weight = np.full(self.count, weight) if not isinstance(weight, list) else np.array(weight, dtype=float)
            lever = np.clip((y - ray["hinge"]) / ray["length"], 0, 1)
            sums += weight
            lifted &= lever > 0
            columns.append(-(weight * lever)[self.nodes])
        #: How far the weights of the rays are from sharing every place ahead of all hinges.
        self.unshared = np.abs(sums - 1)[lifted].max(initial=0) if rays else 0.0
        self.motions = np.array(columns).T
        springs = np.array([ray["stiffness"] if stiffness is None else stiffness for ray in rays])
        self.springs = np.zeros((3 + len(rays), 3 + len(rays)))
        self.springs[3:, 3:] = np.diag(springs) if len(rays) else 0
        for i, kappa in enumerate(problem.get("couplings", [])[:max(len(rays) - 1, 0)]):
            a, b = 3 + i, 4 + i
            self.springs[a, a] += kappa
            self.springs[b, b] += kappa
            self.springs[a, b] -= kappa
            self.springs[b, a] -= kappa
        loads = np.array(problem["load"].get("rayLoads", []), dtype=float) if rays else np.zeros(0)
        # E = columns + springs - F s + rayLoads . u
        self.work = np.concatenate([[-self.force, 0, 0], loads])
        # All unknowns in mm: tilts times the lever of the nodes.
        reach = np.sqrt((self.motions[:, 1:3]**2).sum(1).mean())
        self.scale = np.concatenate([[1, 1 / reach, 1 / reach], np.ones(len(rays))])

    def states(self, z):
        depth = self.start + self.motions @ z
        down = depth > 0
        result = [np.zeros(len(depth)) for _ in range(3)]
        if down.any():
            for all_of_them, part in zip(result, self.columns.at(down).states(depth[down])):
                all_of_them[down] = part
        return result

    def energy(self, z):
        return self.area @ self.states(z)[2] + z @ self.springs @ z / 2 + self.work @ z

    def gradient(self, z):
        return self.motions.T @ (self.area * self.states(z)[0]) + self.springs @ z + self.work

    def curvature(self, z):
        return self.motions.T @ ((self.area * self.states(z)[1])[:, None] * self.motions) + self.springs

    def solved(self):
        """Unknowns, pressure at every node, and the largest error of a balance over the force."""
        scale = self.scale
        start = np.zeros(len(scale))
        # Settle until some of the force is carried: a foot in the air has no curvature.
        low, high = -self.start.max() - 1e-9, -self.start.max() + 1
        carried = lambda s: self.area @ self.states(np.r_[s, start[1:]])[0] - self.force
        while carried(high) < 0:
            high += 2
        start[0] = optimize.brentq(carried, low, high, xtol=1e-6)
        found = optimize.minimize(
            lambda q: self.energy(q * scale), start / scale, method="trust-exact",
            jac=lambda q: self.gradient(q * scale) * scale,
            hess=lambda q: self.curvature(q * scale) * np.outer(scale, scale),
            options=dict(gtol=1e-6 * self.force, maxiter=400))
        # Units of the force and of each equation's own stiffness, so that stiff springs do not hide the rest.
        own = np.maximum(np.diag(self.curvature(found.x * scale)) * scale**2, 1)
        best = optimize.root(
            lambda q: self.gradient(q / np.sqrt(own) * scale) * scale / np.sqrt(own), found.x * np.sqrt(own),
            jac=lambda q: self.curvature(q / np.sqrt(own) * scale) * np.outer(scale, scale) / np.sqrt(np.outer(own, own)),
            method="hybr", tol=1e-13)
        z = best.x / np.sqrt(own) * scale
        if np.abs(self.gradient(z) * scale / np.sqrt(own)).max() > np.abs(self.gradient(found.x * scale) * scale / np.sqrt(own)).max():
            z = found.x * scale
        pressure = np.zeros(self.count)
        pressure[self.nodes] = self.states(z)[0]
        return z, pressure, np.abs(self.gradient(z) * scale).max() / self.force


def solved(problem, rigid=False, stiffness=None):
    return Balance(problem, rigid, stiffness).solved()


def solution(z, pressure):
    return {"pressure": pressure.tolist(), "settling": z[0], "tiltX": z[1], "tiltY": z[2], "lifts": list(z[3:])}


# ---------------------------------------------------------------- three cases of its own

def foot(name, spacing=3.0, heel=True, top=None, thickness=6.0, modulus=900.0, densification=0.75, coupling=0.3,
         area=False):
    """A foot of two patches, heel and forefoot with five heads, on an insole; forces as in a step.

    The measured pressure is a smooth picture; the overclosure is what that means on a rigid floor.
    """
    columns, rows = int(96 / spacing) + 1, int(264 / spacing) + 1
    layout = {"origin": [-48.0, 0.0], "spacing": spacing, "columns": columns, "rows": rows}
    index = np.arange(columns * rows)
    x, y = -48 + spacing * (index % columns), spacing * (index // columns)

    def bump(cx, cy, wx, wy, height):
        q = ((x - cx) / wx)**2 + ((y - cy) / wy)**2
        return height * np.clip(1 - q, 0, None)**1.5

    heads = [-32.0, -15, 0, 14, 29]
    before = sum(bump(cx, cy, 15, 20, h) for cx, cy, h in zip(heads, [188, 192, 190, 184, 174], [240, 330, 290, 190, 160]))
    before = before + bump(-30, 232, 14, 16, 180) + bump(6, 228, 24, 12, 60)
    if heel:
        before = before + bump(0, 36, 30, 36, 310) + bump(22, 110, 14, 60, 50)
    hard = np.interp(y, [80, 160], [309, 300])
    exponent = np.interp(y, [80, 160], [2.0, 3.7])
    tissue = np.interp(y, [60, 120, 190, 235], [18, 14, 12, 9])
    loaded = before > 0
    sole = ((x / 46)**2 + ((y - 132) / 134)**2 < 1)
    strain = np.log1p(exponent * before / hard) / exponent
    over = np.where(loaded, tissue * strain, -0.02 - 0.00002 * (y - 132)**2 - 2 * np.exp(-((y - 120) / 40)**2))
    over = np.where(sole | loaded, over, np.nan)
    if not heel:
        over = np.where(y < 130, np.nan, over)
    surface = np.zeros_like(x) if top is None else top(x, y)
    weights = []
    for i, center in enumerate(heads):
        left = np.ones_like(x) if i == 0 else np.clip((x - heads[i - 1]) / (center - heads[i - 1]), 0, 1)
        right = np.ones_like(x) if i == 4 else np.clip((heads[i + 1] - x) / (heads[i + 1] - center), 0, 1)
        weights.append(np.minimum(left, right))
    share = np.ones_like(x)
    if area:
        share = np.clip(0.5 + (1 - (x / 46)**2 - ((y - 132) / 134)**2) * 6, 0.1, 1)
    length = 260.0
    rays, loads = [], []
    cell = share * spacing**2 / 1000
    for w, part, k in zip(weights, [.25, .29, .28, .275, .27], [15.0, 30, 25, 10, 8]):
        # Heads lie at 0.73 to 0.66 of the length; the hinge is a ray's length behind its head.
        center = 188 - 0.15 * (np.average(x, weights=w + 1e-12) + 32)
        hinge = center - part * length
        lever = np.clip((y - hinge) / (part * length), 0, 1)
        loads.append(float((before * cell * w * lever).sum()))
        rays.append({"weight": w.tolist(), "hinge": float(hinge), "length": part * length, "stiffness": k})
    force = float((before * cell).sum())
    pole = [float((before * cell * x).sum() / force), float((before * cell * y).sum() / force)]
    springs = [ray["stiffness"] for ray in rays]
    problem = {
        "name": name, "layout": layout, "overclosure": [None if np.isnan(v) else float(v) for v in over],
        "tissueThickness": tissue.tolist(), "tissueStiffness": hard.tolist(), "tissueExponent": exponent.tolist(),
        "top": [None if np.isnan(v) else float(v) for v in surface], "insoleThickness": thickness,
        "insoleModulus": modulus, "densificationStrain": densification, "areaShare": share.tolist(), "rays": rays,
        "couplings": [coupling * min(a, b) for a, b in zip(springs, springs[1:])],
        "load": {"force": force, "centerOfPressure": pole, "rayLoads": loads}}
    return problem, before


def dome(cx, cy, wx, wy, height):
    return lambda x, y: height * np.clip(1 - ((x - cx) / wx)**2 - ((y - cy) / wy)**2, 0, None)


def cases():
    """A large pad on foam under the whole foot; push-off over a soft mat that nearly bottoms; a rigid three-quarter device."""
    pad = dome(0, 168, 25, 30, 5)
    arch = dome(-18, 115, 30, 60, 6)

    def short(x, y):
        top = 3 + arch(x, y)
        return np.where(y < 168, top, 0)

    return [
        foot("pad-on-foam", top=pad, modulus=900, densification=0.75),
        covered(foot("push-off-on-a-mat", heel=False, top=dome(-14, 150, 20, 25, 3), thickness=3.0, modulus=140.0,
                     densification=0.61, area=True)),
        foot("rigid-three-quarter", top=short, thickness=0.0, modulus=None, densification=None, area=True),
    ]


def covered(case):
    """The same with a soft cover on all but the toes."""
    problem, before = case
    layout = problem["layout"]
    y = layout["origin"][1] + layout["spacing"] * (np.arange(len(before)) // layout["columns"])
    problem.update(coverThickness=np.where(y < 215, 2.0, 0.0).tolist(), coverModulus=235.0, coverDensificationStrain=0.61)
    return problem, before


def on_floor(problem):
    return dict(problem, top=0.0, insoleThickness=0.0, coverThickness=0.0)


def ray_load(problem, pressure, ray):
    balance = Balance(problem)
    return -balance.motions[:, 3 + ray] @ (balance.area * pressure[balance.nodes])


# ---------------------------------------------------------------- checks

class Verdict:
    def __init__(self):
        self.failed = 0

    def hold(self, sound, text):
        self.failed += not sound
        print(f"{'PASS' if sound else 'FAIL'}  {text}")


def check(verdict):
    generator = np.random.default_rng(5)
    for problem, before in cases():
        name, peak = problem["name"], before.max()
        balance = Balance(problem)
        z, pressure, error = balance.solved()
        verdict.hold(error < 1e-9, f"{name}: eight balances held to {error:.1e} of the force; s {z[0]:.4f} mm, u "
                     + " ".join(f"{u:+.3f}" for u in z[3:]) + f", peak {before.max():.1f} to {pressure.max():.1f} kPa")
        z0, floor, _ = solved(on_floor(problem))
        verdict.hold(np.abs(floor - before).max() < 1e-6 and np.abs(z0[3:]).max() < 1e-8,
                     f"{name}: on the floor that was measured after = before to {np.abs(floor - before).max():.1e} kPa, "
                     f"lifts {np.abs(z0[3:]).max():.1e} mm")
        # A ray that gains 40 N still lifts by 40 N / k: the limit is reached as 1/k, and that is what is looked for.
        _, rigid, _ = solved(problem, rigid=True)
        gaps = [np.abs(rigid - solved(problem, stiffness=k)[1]).max() for k in (1e8, 1e9)]
        verdict.hold(gaps[1] < 1e-7 * peak and abs(gaps[0] / gaps[1] - 10) < 0.5,
                     f"{name}: k = 1e9 is the foot without rays to {gaps[1]:.1e} kPa, ten times closer than 1e8")
        # Gradient and curvature against central differences, away from the solution too.
        worst = [0.0, 0.0]
        for _ in range(3):
            at = z + balance.scale * generator.normal(0, 0.2, len(z))
            for i in range(len(z)):
                step = 1e-4 * balance.scale[i]
                shift = np.eye(len(z))[i] * step
                slope = (balance.energy(at + shift) - balance.energy(at - shift)) / (2 * step)
                bend = (balance.gradient(at + shift) - balance.gradient(at - shift)) / (2 * step)
                own = balance.curvature(at)
                size = np.sqrt(np.outer(np.diag(own), np.diag(own)))
                worst[0] = max(worst[0], abs(slope - balance.gradient(at)[i]) * balance.scale[i] / balance.force)
                worst[1] = max(worst[1], (np.abs(bend - own[i]) / size[i]).max())
        verdict.hold(worst[0] < 1e-6 and worst[1] < 2e-2,
                     f"{name}: gradient is that of the energy to {worst[0]:.1e} of the force, curvature to {worst[1]:.1e}"
                     " (cells that come into contact count)")
        lowest = np.linalg.eigvalsh(balance.curvature(z) * np.outer(balance.scale, balance.scale))[0]
        verdict.hold(lowest > 0, f"{name}: the tangent is positive definite (lowest {lowest:.1f} N/mm)")
    # A pad under one ray, for every stiffness. On foam the heads sink too, and a lift may be negative: rigid ground.
    problem, before = foot("pad under the second ray", top=dome(-15, 175, 9, 24, 2), thickness=0.0)
    bare = ray_load(problem, before, 1)
    _, rigid, _ = solved(problem, rigid=True)
    loads, lifts = [], []
    for k in [0.1, 1, 5, 15, 30, 100, 1e3]:
        z, pressure, _ = solved(problem, stiffness=k)
        loads.append(ray_load(problem, pressure, 1))
        lifts.append(z[4])
    stiffest = ray_load(problem, rigid, 1)
    verdict.hold(min(lifts) > 0 and bare < min(loads) and max(loads) < stiffest,
                 f"a pad under ray 2 lifts it ({', '.join(f'{u:.3f}' for u in lifts)} mm at k 0.1 to 1000) and leaves it less load "
                 f"({', '.join(f'{p:.1f}' for p in loads)} N; {bare:.1f} before) than a rigid foot ({stiffest:.1f} N)")
    foam = Layer(*(np.array([v]) for v in (6.0, 160.0, 0.91)))
    read = [float(foam.law(np.array([e]))[0][0]) for e in (0.25, 0.40, 0.50, 0.60)]
    verdict.hold(all(abs(a / b - 1) < 0.12 for a, b in zip(read, (40, 75, 115, 175))),
                 "Plastazote LD33, M 160 kPa, eD 0.91: " + "/".join(f"{p:.0f}" for p in read)
                 + " kPa at 25/40/50/60 %, measured 40/75/115/175")


def compare(verdict, path):
    problem = json.loads(Path(path).read_text())
    balance = Balance(problem)
    z, pressure, error = balance.solved()
    name = problem.get("name", Path(path).name)
    print(f"{name}: s {z[0]:.6f} mm, tilts {z[1]:.3e} {z[2]:.3e}, lifts " + " ".join(f"{u:+.5f}" for u in z[3:])
          + f", peak {pressure.max():.4f} kPa, balances to {error:.1e}")
    verdict.hold(balance.unshared < 1e-9, f"{name}: weights of the rays sum to 1 ahead of their hinges to {balance.unshared:.1e}")
    theirs = problem.get("solution")
    if not theirs:
        return
    other = np.array([0.0 if v is None else v for v in theirs["pressure"]])
    worst = np.abs(pressure - other).max() / pressure.max()
    lifts = np.abs(z[3:] - np.array(theirs.get("lifts", z[3:]))).max(initial=0)
    verdict.hold(error < 1e-8 and worst < TOLERANCE,
                 f"{name}: pressures agree to {worst:.1e} of the peak, lifts to {lifts:.1e} mm, settling to "
                 f"{abs(z[0] - theirs['settling']):.1e} mm")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", help="problems to solve")
    parser.add_argument("--write", metavar="FOLDER", help="write the three cases and their solutions")
    chosen = parser.parse_args()
    if np is None:
        print("SKIP  extended balance: numpy and scipy are not installed")
        return 0
    verdict = Verdict()
    if chosen.write:
        Path(chosen.write).mkdir(parents=True, exist_ok=True)
        for problem, _ in cases():
            z, pressure, _ = solved(problem)
            path = Path(chosen.write) / (problem["name"] + ".json")
            path.write_text(json.dumps(dict(problem, solution=solution(z, pressure))))
            print(f"wrote {path}")
    for path in chosen.files:
        compare(verdict, path)
    if not chosen.files and not chosen.write:
        check(verdict)
    return 1 if verdict.failed else 0


if __name__ == "__main__":
    sys.exit(main())
