"""Whole commands on the corpus of hostile inputs, and on the first cases of the campaign."""

import campaign


def hostile_input(bench, report):
    """no command traps, hangs, or takes more time, memory or text than its input's size allows"""
    run = campaign.Campaign(bench.binary, bench.scratch)
    for entry in run.corpus(first=100):
        report.hold("fault" not in entry, f"{entry['case']}: {entry['command']}: exit {entry['code']}, {entry['cpu']} s, "
                    f"{entry['memory'] >> 20} MB", entry.get("fault"))
