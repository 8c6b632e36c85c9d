#!/usr/bin/env python3
"""The least peak pressure that a force at its place allows, by an independent linear programme (scipy, HiGHS).

    OrthoticBenchmarks contact-export FOLDER
    python3 Tests/Acceptance/peers/least_peak.py FOLDER/*.json      (the files are described in extended_balance.py)

    least t  with  0 <= p_i <= t / gain_i,  sum p_i A_i = F,  sum p_i A_i (x_i - X) = sum p_i A_i (y_i - Y) = 0

over the places that can touch. The program solves the dual in its two multipliers by golden sections; here the whole programme is
given to a simplex or interior-point code. Acceptance: 0.1 %.
"""

import json
import sys

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix, hstack, identity, vstack

TOLERANCE = 1e-3


def least_peak(problem):
    layout = problem["layout"]
    columns, spacing = layout["columns"], layout["spacing"]

    def field(name, default):
        value = problem.get(name, default)
        whole = value if isinstance(value, list) else [value] * (columns * layout["rows"])
        return np.array([np.nan if each is None else each for each in whole], dtype=float)

    index = np.arange(columns * layout["rows"])
    x = layout["origin"][0] + index % columns * spacing - problem["load"]["centerOfPressure"][0]
    y = layout["origin"][1] + index // columns * spacing - problem["load"]["centerOfPressure"][1]
    share, gain = field("areaShare", 1), field("gain", 1)
    there = np.isfinite(field("overclosure", None)) & np.isfinite(field("top", None)) & (share > 0) & (gain > 0)
    x, y, share, gain = x[there], y[there], share[there], gain[there]
    # kPa mm² is a thousandth of a newton.
    area = share * spacing**2 / 1000
    count = len(area)
    balance = np.vstack([np.append(area * each, 0) for each in (np.ones(count), x / 100, y / 100)])
    below = hstack([identity(count), csr_matrix(-1 / gain).T])
    found = linprog(
        np.append(np.zeros(count), 1), A_ub=vstack([below]).tocsr(), b_ub=np.zeros(count), A_eq=balance,
        b_eq=[problem["load"]["force"], 0, 0], bounds=(0, None), method="highs")
    return found.x[-1] if found.success else np.inf


def main(paths):
    worst = 0.0
    for path in paths:
        with open(path) as file:
            problem = json.load(file)
        ours, theirs = problem["leastPeak"], least_peak(problem)
        apart = abs(ours - theirs) / theirs
        worst = max(worst, apart)
        print(f"{problem['name']:40} ours {ours:8.3f} kPa, HiGHS {theirs:8.3f} kPa, {apart:.5%} apart")
    print(f"{len(paths)} problems, worst {worst:.5%}")
    return 0 if paths and worst <= TOLERANCE else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
