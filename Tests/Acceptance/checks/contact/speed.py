"""How fast contact is solved, beside independent codes that one judge measures."""

import json

from measuring.bench import needs
from measuring.groups import group

PEERS = {"tamaas": ("foot 512 | tamaas PolonskyKeerRey tol 1e-08 | 1t", 5),
         "ContactMechanics": ("foot 512 | ContactMechanics CCG pentol 1e-08* | 1t", 5),
         "aspher": ("foot 512 | aspher nested fft tol 1e-08 | 1t", 1)}


@needs("benchmarks")
def speed(bench, report):
    """Speed: the foot at 512² against peers on one thread by one judge; columns, layer, frames, bands; N log N."""
    done = group(bench, report, "contact-speed", str(bench.scratch))
    ours = next((float(line.split()[-1]) for line in done.out.splitlines() if "half-space seconds" in line), None)
    if not bench.peers or ours is None:
        return report.skip("no folder of peers was given")
    scripts = bench.peers / "scripts"
    judge = (f"import sys; sys.path.insert(0, {str(scripts)!r}); import json, numpy as np, b6_contact as b; "
             f"p = np.fromfile({str(bench.scratch / 'foot-512.pressure')!r}) / 1000; print(json.dumps(b.judge('foot', 512, p)))")
    said = bench.of_peers("-c", judge)
    mine = json.loads(said.out.splitlines()[-1])
    report.hold(mine["res"] <= 1e-8, f"ours: {ours:.3f} s, judged residual {mine['res']:.1e}, area {mine['area']}, peak {mine['pmax']} MPa", said)
    for name, (case, factor) in PEERS.items():
        done = bench.of_peers(scripts / "b6_contact.py", "--case", case)
        line = next((line for line in done.out.splitlines() if line.startswith("@@")), None)
        if not report.hold(line is not None, f"{name} ran", done):
            continue
        result = json.loads(line[2:])
        note = result.get("note") or {}
        report.hold(result["wall"] >= factor * ours,
                    f"{name}: {result['wall']:.3f} s, {result['wall'] / ours:.1f} × ours (wanted {factor}), judged residual {note.get('res')}")
