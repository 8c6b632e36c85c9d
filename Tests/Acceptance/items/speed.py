"""Item 8: the whole process against the best that a skilled Python user reaches, in alternating pairs."""

import json
import os
import statistics

import numpy as np

from measuring.program import run


def item8(bench, report, pairs=9):
    """At least 10 × faster than whole_job.py --lib tuned on 300 k points, at most half of its memory."""
    if not bench.peers:
        report.skip("no --peers folder: nothing to measure against")
        return
    scan, theirs_map = bench.peers / "data/pts_300k.ply", bench.peers / "data/pressure_5mm.csv"
    # Their map counts its columns from the right; above view counts from the left. The same numbers, turned.
    ours_map = bench.scratch / "pressure_5mm.csv"
    np.savetxt(ours_map, np.loadtxt(theirs_map, delimiter=",")[:, ::-1], delimiter=",", fmt="%.1f")
    ours = [bench.binary, "design", scan, "--pressure", ours_map, "--pressure-cell", "5", "-o", bench.scratch / "fast.stl"]
    theirs = [bench.peers / "venv/bin/python", bench.peers / "scripts/whole_job.py", scan, theirs_map,
              bench.scratch / "theirs.stl", "--lib", "tuned"]
    # OpenBLAS is pinned to a slow kernel on some machines: a benchmark must not lean on that.
    free = {k: v for k, v in os.environ.items() if k not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")}
    wrapped = ["env", "-u", "OPENBLAS_CORETYPE", "-u", "OPENBLAS_L2_SIZE", *theirs]
    first, other = run(ours), run(wrapped, environment=free)
    if not report.hold(first.code == 0, f"design of 300 k points exits {first.code}", first):
        return
    if not report.hold(other.code == 0, f"whole_job.py exits {other.code}", other):
        return
    one, two = [], []
    for _ in range(pairs):
        one.append(run(ours))
        two.append(run(wrapped, environment=free))
    ratios = [b.seconds / a.seconds for a, b in zip(one, two)]
    ours_memory, theirs_memory = (statistics.median(r.megabytes for r in runs) for runs in (one, two))
    report.note(f"ours median {statistics.median(r.seconds for r in one):.3f} s, least {min(r.seconds for r in one):.3f}; theirs "
                f"{statistics.median(r.seconds for r in two):.3f}, least {min(r.seconds for r in two):.3f}; load {os.getloadavg()[0]:.1f}")
    report.note(f"processor time: ours {statistics.median(r.processor for r in one):.3f} s, theirs "
                f"{statistics.median(r.processor for r in two):.3f}")
    report.note(f"theirs: {json.loads(two[-1].out.splitlines()[-1])}")
    report.hold(statistics.median(ratios) >= 10, f"{statistics.median(ratios):.1f} × faster (median of {pairs} pairs, "
                f"{min(ratios):.1f} to {max(ratios):.1f}); 10 asked, 25 the aim")
    report.hold(ours_memory <= theirs_memory / 2, f"peak memory {ours_memory:.0f} MB against {theirs_memory:.0f}: at most half")
