"""Item 7: what the fuzzer did."""

import re
from pathlib import Path


def item7(bench, report, wanted=10_000_000):
    """10 million executions over the pressure readers, no crash, no leak of time or memory."""
    if not bench.fuzz_log:
        report.skip("no --fuzz-log: the fuzzer runs for half an hour (Sources/OrthoticFuzz/FuzzTargets.swift says how)")
        return
    log = Path(bench.fuzz_log).read_text("utf-8", "replace")
    found = {key: int(value) for key, value in re.findall(r"stat::(\w+):\s+(\d+)", log)}
    report.hold(found.get("number_of_executed_units", 0) >= wanted and "SUMMARY" not in log,
                f"{found.get('number_of_executed_units', 0)} executions, {found.get('average_exec_per_sec')} a second, slowest "
                f"{found.get('slowest_unit_time_sec')} s, peak {found.get('peak_rss_mb')} MB, crashes {log.count('SUMMARY: libFuzzer')}")
