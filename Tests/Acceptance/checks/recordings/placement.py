"""Registration error on the Samples."""

import math

from measuring.program import run


def placement(bench, report, poses=200):
    """At most 1.5 mm and 1° at 5 mm cells with 10 % noise, over 200 seeded poses."""
    for case in bench.samples:
        truth = case.truth["pressure"]
        done = bench.orthotic("pressure", case.pressure, "--pressure-cell", truth["cell"], "--scan", case.scan, "--json")
        found = done.json.get("registration", {})
        if not report.hold(done.code == 0 and bool(found), f"{case.name}: laid on its scan", done):
            continue
        turn = found["rotation"] - truth["rotation"]
        # The error at the foot's middle: turned about it by the error of the turn.
        angle = math.radians(turn)
        middle = [0, case.length / 2]
        arm = [middle[0] - truth["translation"][0], middle[1] - truth["translation"][1]]
        moved = [found["translation"][0] + math.cos(angle) * arm[0] - math.sin(angle) * arm[1] - middle[0],
                 found["translation"][1] + math.sin(angle) * arm[0] + math.cos(angle) * arm[1] - middle[1]]
        report.hold(math.hypot(*moved) <= 1.5 and abs(turn) <= 1,
                    f"{case.name}, its own map: {math.hypot(*moved):.2f} mm ({moved[0]:+.2f}, {moved[1]:+.2f}), {turn:+.2f}°")
    if not bench.benchmarks:
        report.skip("no --benchmarks program: the poses are drawn by OrthoticBenchmarks registration")
        return
    done = run([bench.benchmarks, "registration", str(poses)], limit=500)
    bench.tables["registration"] = done.out
    report.note(done.out.replace("\n", "\n      "))
    words = [w.strip() for w in done.out.strip().splitlines()[-1].strip("|").split("|")] if "|" in done.out else []
    sound = len(words) > 5 and words[0] == "all" and float(words[3].split()[0]) <= 1.5 and float(words[5].split()[0]) <= 1
    report.hold(sound, f"{poses} poses: largest shift {words[3] if words else '-'}, largest turn {words[5] if words else '-'} (1.5 mm and 1° allowed)")
