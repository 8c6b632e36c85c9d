"""The record replayed, its schema, the README's pictures, and what report and record cost."""

import copy
import json
import re
import shlex
import statistics
from pathlib import Path

from measuring.script import ROOT


def made(bench, case):
    """A case designed once with solid, record and report; the paths of the three and the run."""
    key = ("recorded", case.name)
    if key not in bench.designs:
        base = bench.scratch / f"{case.name}-recorded"
        paths = [Path(f"{base}.{ending}") for ending in ("stl", "json", "html")]
        words = ["design", case.scan, "--pressure", case.pressure, *case.flags]
        prescription = case.scan.parent / "prescription.json"
        if prescription.exists():
            words += ["--rx", prescription]
        run = bench.orthotic(*words, "-o", paths[0], "--record", paths[1], "--report", paths[2], "--quiet")
        bench.designs[key] = (run, *paths)
    return bench.designs[key]


def replay(bench, report):
    """--replay gives identical bytes for every Sample and real case"""
    for case in bench.samples + bench.real:
        run, solid, record, _ = made(bench, case)
        if not report.hold(run.code in (0, 1) and record.exists(), f"{case.name}: designed and recorded", run):
            continue
        again, entry = bench.scratch / "again.stl", bench.scratch / "again.json"
        replay = bench.orthotic("design", case.scan, case.pressure, "--replay", record, "-o", again, "--record", entry)
        same = again.exists() and again.read_bytes() == solid.read_bytes()
        said = "the same bytes as recorded" in replay.err
        report.hold(same and said, f"{case.name}: {solid.stat().st_size} bytes of solid the same again", replay)
        old, new = json.loads(record.read_text()), json.loads(entry.read_text())
        report.hold(old == new, f"{case.name}: the record of the replay is the same")
        alone = bench.orthotic("design", case.scan, case.pressure, "--replay", record, "-o", again, "--threads", "1")
        report.hold(alone.code == replay.code and again.read_bytes() == solid.read_bytes(),
                    f"{case.name}: the same on one thread", alone)
        again.unlink(), entry.unlink()


def places(value, place=()):
    """Every key and list place of a JSON value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield place + (key,)
        yield from places(each, place + (key,))


def is_free(place):
    """Whether a record may do without the key: what a foot may not show, and what only bands and other models give."""
    *way, last = place
    if place in {("registration",), ("output", "path"), ("prescription", "name"), ("prescription", "notes")}:
        return True
    if way and way[0] == "foot":
        return last in ("ballWidth", "heelWidth", "archIndex", "hallux", "toeTip")
    if way[:2] == ["device", "print"]:
        return last not in ("bed", "fits", "pairFits")
    if way and way[0] == "inputs":
        return last in ("path", "bytes", "sha256")
    if way[-1:] == ["change"]:
        return last != "peak"
    if way[-2:-1] == ["change"]:
        return last != "nominal"
    if way[:2] == ["prediction", "regions"]:
        return last in ("change", "peakAfter", "verdicts", "afterByColumns", "instant")
    if way[:2] == ["prediction", "zones"]:
        return last in ("peakAfterBand", "ringAfterBand", "verdicts")
    return "requested" in way or "carriedOut" in way


def schema(bench, report):
    """the record validates against its schema; the schema refuses wrong records"""
    try:
        import jsonschema
    except ImportError:
        return report.skip("no Python package jsonschema")
    schema = json.loads(bench.orthotic("schema", "record").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for case in bench.samples + bench.real[:2]:
        record = json.loads(made(bench, case)[2].read_text())
        faults = [error.message for error in validator.iter_errors(record)]
        report.hold(not faults, f"{case.name}: the record keeps to the schema", faults[:3])
    case = bench.samples[0]
    grids = bench.scratch / "grids.json"
    bench.orthotic("design", case.scan, "--pressure", case.pressure, "--grid", "2", "--record", grids, "--record-grids", "-q")
    report.hold(validator.is_valid(json.loads(grids.read_text())), "a record with grids keeps to the schema")

    record = json.loads(made(bench, case)[2].read_text())
    tried, taken = 0, []
    for place in places(record):
        *way, last = place
        for change in ("missing", "kind", "extra"):
            wrong = copy.deepcopy(record)
            holder = wrong
            for step in way:
                holder = holder[step]
            if change == "missing":
                if isinstance(holder, list) or is_free(place):
                    continue
                del holder[last]
            elif change == "kind":
                holder[last] = {"un": "expected"} if not isinstance(holder[last], dict) else 7
            else:
                if not isinstance(holder[last], dict) or last in ("requested", "carriedOut"):
                    continue
                holder[last]["unheardOf"] = 1
            tried += 1
            if validator.is_valid(wrong):
                taken.append((change, place))
    report.hold(not taken, f"{tried} wrong records (a key missing, another kind, a key too much), {tried - len(taken)} refused",
                taken[:5])


def pictures(bench, report):
    """README pictures are made by the program by one documented command"""
    text = (ROOT / "README.md").read_text()
    shown = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text)
    command = next((line for line in text.replace("\\\n", " ").splitlines() if "--insole-picture Samples" in line), "")
    if not report.hold(bool(shown) and bool(command), f"README shows {len(shown)} pictures and names the command"):
        return
    words = shlex.split(command.split("#")[0])
    words = words[words.index("orthotic") + 1:]
    made_here = {}
    for flag in ("--picture", "--insole-picture"):
        place = words.index(flag) + 1
        made_here[words[place]] = bench.scratch / Path(words[place]).name
        words[place] = str(made_here[words[place]])
    run = bench.orthotic(*words, folder=ROOT)
    report.hold(run.code == 0, "the command runs", run)
    for path in shown:
        fresh = made_here.get(path)
        report.hold(bool(fresh) and fresh.exists() and fresh.read_bytes() == (ROOT / path).read_bytes(),
                    f"{path} is what the command makes now")


def time(bench, report):
    """report and record add less than 150 ms to the design's time"""
    for case in bench.samples + bench.real[:2]:
        words = ["design", case.scan, "--pressure", case.pressure, *case.flags, "-o", bench.scratch / "t.stl", "-q"]
        more = ["--record", bench.scratch / "t.json", "--report", bench.scratch / "t.html"]
        times = {(): [], tuple(more): []}
        # Taken in turns, so that what else runs hits both alike.
        for _ in range(9):
            for extra, taken in times.items():
                taken.append(bench.orthotic(*words, *extra).seconds * 1000)
        plain, full = (statistics.median(taken) for taken in times.values())
        report.hold(full - plain < 150, f"{case.name}: {plain:.0f} ms alone, {full:.0f} ms with both, {full - plain:.0f} ms more")
