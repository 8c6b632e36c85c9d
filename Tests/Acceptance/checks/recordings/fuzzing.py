"""What the fuzzer did."""

import re
from pathlib import Path


def fuzzing(bench, report, wanted=10_000_000):
    """10 million executions over the pressure readers, no crash, no leak of time or memory."""
    if not bench.options.fuzz_log:
        report.skip("no --fuzz-log: the fuzzer runs for half an hour (Sources/OrthoticFuzz/FuzzTargets.swift says how)")
        return
    log = Path(bench.options.fuzz_log).read_text("utf-8", "replace")
    # Fuzzers that ran side by side or one after the other may have their logs in one file.
    found = {}
    for key, value in re.findall(r"stat::(\w+):\s+(\d+)", log):
        found.setdefault(key, []).append(int(value))
    executed, speeds = found.get("number_of_executed_units", []), found.get("average_exec_per_sec", [])
    report.hold(sum(executed) >= wanted and "SUMMARY" not in log,
                f"{sum(executed)} executions in {len(executed)} runs of {', '.join(map(str, speeds))} a second, slowest "
                f"{max(found.get('slowest_unit_time_sec', [0]))} s, peak {max(found.get('peak_rss_mb', [0]))} MB, "
                f"crashes {log.count('SUMMARY: libFuzzer')}")
