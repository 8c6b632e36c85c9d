"""Independent codes on our contact problems: ContactMechanics and tamaas (PyPI) solve what `OrthoticBenchmarks
contact-fields FOLDER` wrote, and their pressure is set beside ours. Acceptance: 0.5 % RMS of the peak.

Writes the table into Tests/Acceptance/peers/results.md, which the validation page takes over.

usage: contact_peers.py FOLDER      (needs numpy, ContactMechanics, SurfaceTopography; tamaas where it is installed)
"""

import glob
import os
import sys

import numpy as np


def contact_mechanics(gap, spacing, modulus, ratio, thickness, force):
    from ContactMechanics import FreeFFTElasticHalfSpace, PeriodicFFTElasticHalfSpace
    from ContactMechanics.Factory import make_system
    from SurfaceTopography import Topography

    count = gap.shape[0]
    size = (count * spacing,) * 2
    if thickness:
        # Periodic: the layer's answer dies off within a few thicknesses, the contact keeps further from the edge.
        substrate = PeriodicFFTElasticHalfSpace((count, count), modulus, size, thickness=thickness, poisson=ratio)
    else:
        substrate = FreeFFTElasticHalfSpace((count, count), modulus / (1 - ratio**2), size)
    surface = Topography(gap.max() - gap, size, periodic=bool(thickness))
    system = make_system(substrate=substrate, surface=surface)
    scale = np.ptp(gap)
    result = system.minimize_proxy(
        external_force=force * 1000, pentol=1e-9 * scale, forcetol=1e-9, thermotol=1e30, maxiter=5000)
    return np.array(result.jac)[:count, :count] / spacing**2


def tamaas(gap, spacing, modulus, ratio, thickness, force):
    if thickness:
        return None
    import tamaas as tm

    tm.initialize(1)
    tm.set_log_level(tm.LogLevel.error)
    count = gap.shape[0]
    model = tm.ModelFactory.createModel(tm.model_type.basic_2d, [count * spacing] * 2, [count, count])
    model.E = modulus
    model.nu = ratio
    solver = tm.PolonskyKeerRey(model, np.ascontiguousarray(gap.max() - gap), 1e-9)
    solver.max_iter = 5000
    tm.ModelFactory.registerNonPeriodic(model, "dcfft")
    solver.setIntegralOperator("dcfft")
    solver.solve(force * 1000 / (count * spacing) ** 2)
    return np.array(model.traction)


def main(folder):
    worst = 0.0
    rows = ["| problem | code | RMS, % of peak | peak kPa, ours and theirs | contact share, ours and theirs |", "|---|---|---|---|---|"]
    for path in sorted(glob.glob(os.path.join(folder, "*.txt"))):
        stem = path[:-4]
        count, spacing, modulus, ratio, thickness, force = map(float, open(path).read().split())
        count = int(count)
        gap = np.fromfile(stem + ".gap").reshape(count, count)
        ours = np.fromfile(stem + ".pressure").reshape(count, count)
        for name, solve in (("ContactMechanics", contact_mechanics), ("tamaas", tamaas)):
            try:
                theirs = solve(gap, spacing, modulus, ratio, thickness, force)
            except ImportError as error:
                print(f"{os.path.basename(stem):20s} {name:18s} not installed ({error})")
                continue
            if theirs is None:
                continue
            rms = np.sqrt(np.mean((ours - theirs) ** 2)) / theirs.max()
            worst = max(worst, rms)
            print(
                f"{os.path.basename(stem):20s} {name:18s} rms {100 * rms:.4f} % of peak, peak {ours.max():.3f} "
                f"against {theirs.max():.3f} kPa, area {np.mean(ours > 0):.5f} against {np.mean(theirs > 0):.5f}")
            rows.append(
                f"| {os.path.basename(stem)} | {name} | {100 * rms:.4f} | {ours.max():.3f}, {theirs.max():.3f} | "
                f"{np.mean(ours > 0):.5f}, {np.mean(theirs > 0):.5f} |")
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "results.md"), "w") as file:
        file.write("\n".join(rows) + "\n")
    print("worst", f"{100 * worst:.4f} %", "ok" if worst < 0.005 else "MISSED")
    return 0 if worst < 0.005 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
