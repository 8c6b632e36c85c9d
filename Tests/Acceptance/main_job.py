#!/usr/bin/env python3
"""The main job, measured from outside on what the program writes.

    python3 Tests/Acceptance/main_job.py --binary .build/release/orthotic [--data FOLDER] [--peers FOLDER] [checks]

Without a check, all run. Judges that are Python libraries are looked for in the Python of --judges; numpy is all this
script itself needs. speed wants a quiet machine and, in --peers, `scripts/whole_job.py` and its data.
"""

from checks.main_job import broken, devices, fit, hostile, identity, prediction, speed, truth
from measuring import script

CHECKS = script.checks(devices.samples, devices.solids, fit.fit, truth.truth, prediction.prediction, prediction.offloading,
                       identity.identity, speed.speed, broken.broken_input, hostile.hostile_input)

if __name__ == "__main__":
    script.main(__doc__, CHECKS)
