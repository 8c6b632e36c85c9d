"""`check` finds planted defects, beside admesh and MeshLib, and nothing in sound meshes."""

import numpy as np

from measuring import judges, stl
from measuring.known_solids import ball, box
from measuring.stream import Stream

KINDS = ["hole", "flipped", "duplicate", "t-junction", "crossing", "thin wall"]
MINIMUM = 1.1


def broken(kind, corners, r):
    """The facets with one defect of a kind, at a random place."""
    facets = corners.copy()
    low, high = facets.min(axis=(0, 1)), facets.max(axis=(0, 1))
    area = np.linalg.norm(np.cross(facets[:, 1] - facets[:, 0], facets[:, 2] - facets[:, 0]), axis=1) / 2
    chosen = r.choice(np.flatnonzero(area > np.median(area)))
    if kind == "hole":
        near = np.linalg.norm(facets.mean(axis=1) - facets[chosen].mean(axis=0), axis=1)
        return np.delete(facets, np.argsort(near)[: r.integers(1, 8)], axis=0)
    if kind == "flipped":
        near = np.linalg.norm(facets.mean(axis=1) - facets[chosen].mean(axis=0), axis=1)
        some = np.argsort(near)[: r.integers(1, 5)]
        facets[some] = facets[some][:, ::-1]
        return facets
    if kind == "duplicate":
        copy = facets[chosen]
        return np.concatenate([facets, [np.roll(copy, r.integers(0, 3), axis=0)]])
    if kind == "t-junction":
        a, b, c = facets[chosen]
        middle = ((a + b) / 2).astype(np.float32).astype(float)
        return np.concatenate([np.delete(facets, chosen, axis=0), [[a, middle, c], [middle, b, c]]])
    up = facets[:, :, 2] > 0.02
    middle = low + (high - low) * r.uniform([0.35, 0.15, 0], [0.65, 0.85, 0])
    # At a corner of the top: where facets are large, a place between corners would move none.
    corner = facets[up]
    middle = corner[np.argmin(np.linalg.norm(corner[:, :2] - middle[:2], axis=1))]
    distance = np.linalg.norm(facets[:, :, :2] - middle[:2], axis=2)
    reach = r.uniform(4, 9)
    share = np.clip(1 - distance / reach, 0, 1)
    share = share * share * (3 - 2 * share)
    if kind == "crossing":  # The bottom, pushed up through the top.
        lift = share * (np.where(up, 0, 1)) * (high[2] + 5)
        facets[:, :, 2] += lift
        return facets
    # Thin wall: the top, pressed down to a sheet, or where facets are large to a pit with one corner at its ground.
    sheet = r.uniform(0.3, 0.9)
    pressed = np.minimum(facets[:, :, 2], sheet + (facets[:, :, 2] - sheet) * (1 - np.minimum(3 * share, 1)))
    facets[:, :, 2] = np.where(up, pressed, facets[:, :, 2])
    return facets


def found(result):
    """What `check` says is wrong, by kind."""
    wall = (result.get("minimumWall") or {}).get("value", 99)
    return {"hole": result["openEdges"] > 0, "flipped": result["flippedEdges"] > 0,
            "duplicate": result["duplicateFacets"] > 0 or result["nonManifoldEdges"] > 0,
            "t-junction": result["openEdges"] > 0, "crossing": result["selfIntersections"] > 0, "thin wall": wall < MINIMUM - 0.01}


def placed(kind, result, place):
    """Whether a listed defect lies near where it was planted."""
    if kind == "thin wall":
        return True
    return any(np.linalg.norm(np.array(d["at"]) - place) < 25 for d in result["defects"])


def planted(bench, report):
    """Planted defects are all found and none in sound meshes, beside admesh and MeshLib."""
    cases = bench.samples
    sound = []
    for number, case in enumerate(cases):
        for flags in [()] if bench.options.quick else [(), ("--thickness", "5", "--met-pad", "4"), ("--tolerance", "0.2")]:
            run, path = bench.design(case, *flags)
            if run.code in (0, 1) and path.exists():
                sound.append(path)
    judge = Stream(bench.judges, ["meshlib"])
    r = np.random.default_rng(4)
    plan = []
    for number in range(bench.options.meshes):
        kind = KINDS[number % len(KINDS)]
        source = stl.read(sound[number % len(sound)]).astype(float)
        path = bench.scratch / f"broken-{number}.stl"
        stl.write(path, broken(kind, source, r))
        plan.append((kind, path, True))
    plan += [("sound", path, False) for path in sound]
    # Sound meshes that are no insoles of ours: boxes, turned and scaled.
    for number in range(4 if bench.options.quick else 20):
        body = box(r.uniform(5, 60, 3)) if number % 2 else ball(r.uniform(8, 40), rings=int(r.integers(6, 40)))
        turn, _ = np.linalg.qr(r.normal(size=(3, 3)))
        turn *= np.sign(np.linalg.det(turn))
        path = bench.scratch / f"sound-{number}.stl"
        stl.write(path, body @ turn.T)
        plan.append(("sound", path, False))
    tally = {k: {"all": 0, "ours": 0, "kind": 0, "admesh": 0, "meshlib": 0} for k in KINDS + ["sound"]}
    missed, noisy = [], []
    for kind, path, is_broken in plan:
        judge.ask(path)
        run = bench.orthotic("check", path, "--json", "--min-wall", str(MINIMUM))
        if not run.json:
            report.hold(False, f"check of {path.name} ends with {run.code}", run)
            continue
        row = tally[kind]
        row["all"] += 1
        if is_broken:
            row["ours"] += run.code == 1
            row["kind"] += bool(found(run.json)[kind])
            if run.code != 1 or not found(run.json)[kind]:
                missed.append((kind, str(path), run.err[-300:]))
            if not run.json["defects"] and kind != "thin wall":
                missed.append((kind, str(path), "no place given"))
        else:
            row["ours"] += run.code == 1
            if run.code != 0:
                noisy.append((str(path), run.err[-300:]))
        row["admesh"] += not judges.admesh(str(path))["ok"]
    answers = {a["path"]: a["meshlib"] for a in judge.end()}
    for kind, path, _ in plan:
        said = answers.get(str(path))
        tally[kind]["meshlib"] += said is not None and not said["ok"]
    for kind in KINDS:
        row = tally[kind]
        report.hold(row["ours"] == row["kind"] == row["all"],
                    f"{kind}: {row['kind']} of {row['all']} found and named (admesh {row['admesh']}, MeshLib {row['meshlib']})",
                    [m for m in missed if m[0] == kind][:3])
    row = tally["sound"]
    report.hold(row["ours"] == 0, f"sound meshes: {row['ours']} of {row['all']} wrongly refused (admesh {row['admesh']}, MeshLib {row['meshlib']})",
                noisy[:3])
    table = "| planted | meshes | `orthotic check` | admesh | MeshLib |\n|---|---|---|---|---|\n"
    for kind, row in tally.items():
        table += f"| {kind if kind != 'sound' else 'nothing (sound)'} | {row['all']} | {row['ours']} | {row['admesh']} | {row['meshlib']} |\n"
    print(table)
    bench.tables["defects"] = table
