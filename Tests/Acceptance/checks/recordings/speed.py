"""Reading against `wc -w` on the same unpacked file, and memory."""

import gzip
import statistics

from measuring.bench import needs
from measuring.program import run, weighed

FILES = {"zebris_treadmill": 1472 * 56 * 128, "rsscan_plate_rolloff": 249 * 256 * 63}


@needs("data")
def speed(bench, report, pairs=9):
    """Reading takes less time than `wc -w`; emed below 15 ms; memory at most 2 × the frames as Float32."""
    for name, cells in FILES.items():
        path = bench.scratch / f"{name}.txt"
        path.write_bytes(gzip.decompress((bench.data / "pressure" / f"{name}.txt.gz").read_bytes()))
        ours, theirs = [], []
        words = [bench.binary, "pressure", path, "--json", "--quiet"]
        for _ in range(pairs):
            ours.append(weighed(words))
            theirs.append(weighed(["wc", "-w", path]))
        a, b = (statistics.median(r.seconds for r in runs) for runs in (ours, theirs))
        report.note(f"{name}: whole command with steps, regions and indices {1000 * a:.0f} ms, processor "
                    f"{1000 * statistics.median(r.processor for r in ours):.0f} ms; wc -w {1000 * b:.0f} ms, processor "
                    f"{1000 * statistics.median(r.processor for r in theirs):.0f} ms")
        if bench.benchmarks:
            done = run([bench.benchmarks, "pressure-reading", path])
            report.note(done.out.strip())
            read = float(done.out.split("wall")[1].split()[0])
            report.hold(read < 1000 * b, f"{name}: reading {read:.0f} ms, wc -w {1000 * b:.0f} ms")
        else:
            report.hold(a < b, f"{name}: the whole command {1000 * a:.0f} ms, wc -w {1000 * b:.0f} ms")
        memory, allowed = statistics.median(r.megabytes for r in ours), 2 * cells * 4 / 2**20
        report.hold(memory <= allowed, f"{name}: peak memory of the whole process {memory:.1f} MB, 2 × frames {allowed:.1f} MB")
    for name, cells in FILES.items():
        done = weighed([bench.binary, "pressure", bench.data / "pressure" / f"{name}.txt.gz", "--json", "--quiet"])
        allowed = 2 * cells * 4 / 2**20
        report.hold(done.megabytes <= allowed, f"{name}, gzipped: peak memory {done.megabytes:.1f} MB, 2 × frames {allowed:.1f} MB")
    runs = [weighed([bench.binary, "pressure", bench.data / "pressure" / "emed_test.lst", "--json", "--quiet"]) for _ in range(pairs)]
    whole = 1000 * statistics.median(r.seconds for r in runs)
    report.note(f"emed, 106 frames: whole command {whole:.1f} ms")
    if bench.benchmarks:
        done = run([bench.benchmarks, "pressure-reading", bench.data / "pressure" / "emed_test.lst"])
        read = float(done.out.split("wall")[1].split()[0])
        report.hold(read < 15, f"emed, 106 frames: reading {read:.1f} ms (15 asked)")
    else:
        report.hold(whole < 15, f"emed, 106 frames: whole command {whole:.1f} ms (15 asked)")
