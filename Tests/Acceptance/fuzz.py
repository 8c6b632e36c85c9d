#!/usr/bin/env python3
"""The scan readers under libFuzzer, with a limit on processor time and on allocations.

    ORTHOTIC_FUZZ=1 swift build -c release --sanitize=fuzzer --product OrthoticFuzz --scratch-path .build/fuzz
    python3 Tests/Acceptance/fuzz.py --fuzzer .build/fuzz/release/OrthoticFuzz --keep FOLDER [--runs 1000000] [--seeds FOLDER] [targets]

Seeds are a small mesh in every format, packed and not, and the beginnings of the files in --seeds. What is found lies
in --keep as crash-TARGET-…; every crash becomes a test.
"""

import argparse
import gzip
import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

from checks.scans.files import ps2d, variants
from measuring.report import Report

TARGETS = ["scan", "ply", "binarySTL", "textSTL", "obj", "off", "pcd", "heightMap", "archive", "pointTable"]
LARGEST_INPUT = 4096  # bytes; fuzz_limits.c knows it too
LONGEST = 20  # seconds of processor time from which an input hangs


def write_seeds(folder, others):
    """A tetrahedron in every format, in UTF-16, gzipped and in archives, and the beginnings of other files."""
    import numpy as np
    points = np.array([[0, 0, 0], [1.5, 0, 0], [0, -2.25, 0], [0, 0, 3]])
    made = list(variants(points, [[0, 2, 1], [0, 1, 3], [1, 2, 3], [2, 0, 3]]))
    made.append(("PS2D", ps2d(np.random.default_rng(1).uniform(0, 9, (90, 3)))))
    for name, content in list(made):
        package = io.BytesIO()
        with zipfile.ZipFile(package, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr("foot", content)
            archive.writestr("note.txt", "scanned in May\n")
        made += [(f"{name} gzipped", gzip.compress(content)), (f"{name} packed", package.getvalue())]
    made.append(("UTF-16", "x;y;z\r\n1,5;2;3\r\n4;5;6\r\n".encode("utf-16")))
    made += [(f"real {path.name}", path.read_bytes()) for path in sorted(others.iterdir())] if others else []
    for name, content in made:
        (folder / re.sub(r"\W+", "-", name)).write_bytes(content[:LARGEST_INPUT])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fuzzer", required=True)
    parser.add_argument("--keep", required=True, type=Path, help="folder for seeds, corpora, logs and what is found")
    parser.add_argument("--seeds", type=Path, help="folder of real scans")
    parser.add_argument("--runs", type=int, default=1_000_000, help="executions per target")
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []])
    chosen = parser.parse_args()
    fuzzer, keep = Path(chosen.fuzzer).resolve(), chosen.keep.resolve()
    (keep / "seeds").mkdir(parents=True, exist_ok=True)
    write_seeds(keep / "seeds", chosen.seeds)
    limits = keep / "fuzz_limits.so"
    source = Path(__file__).with_name("measuring") / "fuzz_limits.c"
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", source, "-o", limits, "-ldl"], check=True)
    report = Report("fuzz")
    report.begin("fuzzing", f"{chosen.runs} executions of each reader: no crash, no hang, no allocation beyond the bound.")
    total = 0
    for target in chosen.targets or TARGETS:
        (keep / f"corpus-{target}").mkdir(exist_ok=True)
        with open(keep / f"{target}.log", "w") as log:
            code = subprocess.run(
                ["nice", "-n", "15", fuzzer, f"corpus-{target}", "seeds", f"-max_len={LARGEST_INPUT}",
                 f"-timeout={LONGEST}", f"-report_slow_units={LONGEST}", "-rss_limit_mb=300", f"-runs={chosen.runs}",
                 "-print_final_stats=1", f"-artifact_prefix=crash-{target}-"], cwd=keep, stdout=log, stderr=log,
                env={**os.environ, "LD_PRELOAD": str(limits), "ORTHOTIC_FUZZ": target}).returncode
        text = (keep / f"{target}.log").read_text(errors="replace")
        done = re.findall(r"number_of_executed_units: (\d+)", text)
        total += int(done[-1]) if done else 0
        peak = re.findall(r"peak_rss_mb:\s+(\d+)", text)
        report.hold(code == 0, f"{target}: exit {code}, {done[-1] if done else 0} executions, peak {peak[-1] if peak else '?'} MB")
    report.note(f"{total} executions in all")
    sys.exit(0 if report.end() else 1)


if __name__ == "__main__":
    main()
