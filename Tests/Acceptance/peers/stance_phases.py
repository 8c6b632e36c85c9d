#!/usr/bin/env python3
"""What a peak pressure picture holds of each instant of a step, from 200 barefoot steps that others measured.

    python3 Tests/Acceptance/peers/stance_phases.py [--spread] [--json FILE]

The program takes a peak picture P without frames for three instants (first force peak, valley, second force peak), each
with a share p(instant)/P by tenth of foot length. This script measures those shares anew on the plantar pressure series
of Pataky et al. 2008 (J Biomech 41:1987): 10 people, 20 steps each at their normal speed, 500 Hz. The data are the
package jiku-data 0.1.10 on PyPI (GPL-3), which needs `tables` to be read; they are no part of this project. Where the
package is not installed the script says SKIP and ends with 0.

Subjects 0 to 4 give the table, 5 to 9 judge it. Body weight is not in the data: it is taken from the impulse of the
step, since over a stride both feet together carry body weight: `BW = impulse / (stance / (2 · 0.62))`, with 0.62 the
share of a stride that a foot stands at normal speed (Perry & Burnfield 2010).
"""

import argparse
import csv
import importlib.util
import json
import re
import sys
from pathlib import Path

try:
    import numpy as np
except ImportError:
    np = None

RATE = 500.0
NORMAL = 2
STANCE_SHARE = 0.62
INSTANTS = ["first force peak", "valley", "second force peak"]
FITTED, JUDGED = range(0, 5), range(5, 10)
#: Ends of the regions judged, share of foot length: the product's own, toes from the cleft on.
REGIONS = {"heel": (0.0, 0.27), "midfoot": (0.27, 0.55), "forefoot": (0.55, 0.80), "toes": (0.80, 1.001)}
#: Where the program keeps its shares.
PROGRAM = Path(__file__).resolve().parents[3] / "Sources/OrthoticCore/Design/Prediction/StancePhases.swift"


def held():
    """Shares as the program's source has them, and the least of a place."""
    text = PROGRAM.read_text()
    table = re.search(r"static let shares[^=]*= \[(.*?)\n  \]", text, re.S).group(1)
    least = float(re.search(r"static let leastShare = ([0-9.]+)", text).group(1))
    numbers = [float(number) for number in re.findall(r"[0-9.]+", table)]
    return np.array(numbers).reshape(3, 10), least


def folder():
    """Where the package keeps the series, or nothing."""
    found = importlib.util.find_spec("jikudata")
    if found is None or importlib.util.find_spec("tables") is None:
        return None
    home = Path(found.origin).parent / "datasets" / "SpeedPP2DS"
    return home if home.is_dir() else None


def steps(home, subject):
    """Series (rows heel to toes, columns, frames) of the steps at normal speed."""
    import tables
    with open(home / "data_x" / "conditions.csv") as file:
        conditions = [int(row[f"subj{subject:03d}"]) for row in csv.DictReader(file)]
    with tables.open_file(str(home / "data_y" / f"subj{subject:03d}.h5")) as file:
        names = sorted(node._v_name for node in file.list_nodes("/"))
        return [file.root[name][:].astype(float) for name, kind in zip(names, conditions) if kind == NORMAL]


class Step:
    """A step on its own axis: place along the foot, peak picture, force and the three instants."""

    def __init__(self, series):
        force = series.sum((0, 1))
        frames = np.nonzero(force > 0.01 * force.max())[0]
        self.series = series = series[:, :, frames[0]:frames[-1] + 1]
        self.force = force = series.sum((0, 1))
        self.picture = picture = series.max(2)
        count = len(force)
        rows, columns = np.nonzero(picture > 0)
        # Along the longest axis of the print, heel first: the foot is toed out by some degrees on the plate.
        weights = np.sqrt(picture[rows, columns])
        center = np.average(np.c_[rows, columns], axis=0, weights=weights)
        offsets = np.c_[rows, columns] - center
        axis = np.linalg.eigh((offsets * weights[:, None]).T @ offsets)[1][:, 1]
        early = series[:, :, :count // 10].sum(2)[rows, columns]
        along = offsets @ axis
        if np.average(along, weights=early) > np.average(along, weights=weights):
            along = -along
        # Half a cell belongs to the foot at either end.
        low, high = along.min() - 0.5, along.max() + 0.5
        self.place = np.full(picture.shape, np.nan)
        self.place[rows, columns] = (along - low) / (high - low)
        smooth = np.convolve(force, np.ones(9) / 9, "same")
        first = range(int(0.08 * count), int(0.45 * count))
        last = range(int(0.55 * count), int(0.92 * count))
        one = first[int(np.argmax(smooth[first]))]
        three = last[int(np.argmax(smooth[last]))]
        two = one + int(np.argmin(smooth[one:three + 1]))
        self.instants = [one, two, three]
        self.times = np.array(self.instants) / count
        impulse = force.sum() / RATE
        self.weight = impulse * 2 * STANCE_SHARE / (count / RATE)

    def sums(self):
        """Sums of each instant's pressure and of the picture, tenth by tenth, over the step's body weight."""
        tenth = np.clip(np.nan_to_num(self.place) * 10, 0, 9).astype(int)

        def by_tenth(values):
            return np.bincount(tenth.ravel(), values.ravel(), 10) / self.weight

        return np.array([by_tenth(self.series[:, :, frame]) for frame in self.instants]), by_tenth(self.picture)

    def force_and_center(self, values):
        total = values.sum()
        return total / self.weight, np.nansum(values * np.nan_to_num(self.place)) / total

    def predicted(self, table, least):
        """The three instants that the picture and a table of shares give; shares are raised to a least one."""
        middles = (np.arange(10) + 0.5) / 10
        place = np.nan_to_num(self.place)
        shares = np.array([np.interp(place, middles, row) for row in table])
        highest = shares.max(0)
        raised = np.where(highest > 0, np.maximum(least / np.where(highest > 0, highest, 1), 1), 1)
        return [self.picture * share * raised for share in shares]


def gathered(home, subjects):
    """Of each subject the steps."""
    return {subject: [Step(series) for series in steps(home, subject)] for subject in subjects}


def table_of(people):
    """Mean over the subjects of the share of their steps together, the deviation between subjects, and each's own.

    A tenth that a subject never loads says nothing about shares.
    """
    each = []
    for own in people.values():
        parts, whole = (sum(values) for values in zip(*(step.sums() for step in own)))
        each.append(np.where(whole > 0, parts / np.where(whole > 0, whole, 1), np.nan))
    return np.nanmean(each, axis=0), np.nanstd(each, axis=0, ddof=1), each


def facts(people):
    """Of each instant: force, centre and time, mean and deviation over subjects."""
    rows = []
    for number in range(3):
        values = []
        for subject in people:
            own = [(step.times[number],) + step.force_and_center(step.series[:, :, step.instants[number]])
                   for step in people[subject]]
            values.append(np.mean(own, axis=0))
        rows.append((np.mean(values, axis=0), np.std(values, axis=0, ddof=1)))
    return rows


def judged(people, table, least):
    """How the three instants of a table stand to the measured ones."""
    result = {"force": [[], [], []], "center": [[], [], []], "region force": {}, "region peak": {}, "caught": {}}
    for subject in people:
        for step in people[subject]:
            instants = step.predicted(table, least)
            for number, (instant, frame) in enumerate(zip(instants, step.instants)):
                measured = step.series[:, :, frame]
                f, c = step.force_and_center(instant)
                g, d = step.force_and_center(measured)
                result["force"][number].append((subject, f, g))
                result["center"][number].append((subject, c, d))
                for name, (low, high) in REGIONS.items():
                    chosen = (step.place >= low) & (step.place < high)
                    result["region force"].setdefault((number, name), []).append(
                        (subject, instant[chosen].sum() / step.weight, measured[chosen].sum() / step.weight))
                    whole = step.picture[chosen].max(initial=0)
                    if whole > 0:
                        result["region peak"].setdefault((number, name), []).append(
                            (subject, instant[chosen].max() / whole, measured[chosen].max() / whole))
            for name, (low, high) in REGIONS.items():
                chosen = (step.place >= low) & (step.place < high)
                whole = step.picture[chosen].max(initial=0)
                if whole > 0:
                    highest = np.max([step.series[:, :, frame] for frame in step.instants], axis=0)
                    result["caught"].setdefault(name, []).append((subject, highest[chosen].max() / whole))
    return result


def by_subject(rows):
    rows = np.array(rows)
    return np.array([rows[rows[:, 0] == subject][:, 1:].mean(0) for subject in np.unique(rows[:, 0])])


def show(title, table, digits=3):
    print(title)
    for name, row in zip(INSTANTS, table):
        print(f"  {name:18s} " + " ".join(f"{value:.{digits}f}" for value in row))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", help="write the tables here")
    parser.add_argument("--spread", action="store_true", help="print each subject's own shares too")
    chosen = parser.parse_args()
    home = np and folder()
    if not home:
        print("SKIP  stance phases: jiku-data 0.1.10 and tables are not installed (pip install jiku-data==0.1.10 tables)")
        return 0
    fitted, test = gathered(home, FITTED), gathered(home, JUDGED)
    mean, deviation, each = table_of(fitted)
    other, _, _ = table_of(test)
    print(f"{sum(map(len, fitted.values()))} steps of subjects 0-4, {sum(map(len, test.values()))} of subjects 5-9")
    show("share of the picture by tenth of foot length, subjects 0-4", mean)
    show("deviation between subjects", deviation)
    if chosen.spread:
        for subject, table in zip(fitted, each):
            show(f"  subject {subject}", table)
    show("the same, subjects 5-9", other)
    print("instants, subjects 0-4: share of stance, force in body weights, centre of pressure / length (deviation)")
    for name, (value, spread) in zip(INSTANTS, facts(fitted)):
        print(f"  {name:18s} " + "  ".join(f"{a:.3f} ({b:.3f})" for a, b in zip(value, spread)))
    print("instants, subjects 5-9")
    for name, (value, spread) in zip(INSTANTS, facts(test)):
        print(f"  {name:18s} " + "  ".join(f"{a:.3f} ({b:.3f})" for a, b in zip(value, spread)))
    sums = [step.picture.sum() / step.weight for people in (fitted, test) for own in people.values() for step in own]
    print(f"sum of the peak picture: {min(sums):.2f} to {max(sums):.2f}, median {np.median(sums):.2f} body weights")
    program, least = held()
    worst = [0.0, 0.0]
    for label, table, lowest in [("subjects 0-4", mean, 0.0), ("subjects 0-4, raised so that the highest is the picture", mean, 1.0),
                                 (f"the program, raised to {least} at least", program, least)]:
        found = judged(test, table, lowest)
        print(f"on subjects 5-9, shares of {label}: predicted / measured, means over subjects [each]")
        for number, name in enumerate(INSTANTS):
            force, center = by_subject(found["force"][number]), by_subject(found["center"][number])
            print(f"  {name:18s} force {force[:, 0].mean():.3f} / {force[:, 1].mean():.3f} BW"
                  f" [{' '.join(f'{a:.2f}/{b:.2f}' for a, b in force)}]")
            print(f"  {'':18s} centre {center[:, 0].mean():.3f} / {center[:, 1].mean():.3f}"
                  f" [{' '.join(f'{a:.2f}/{b:.2f}' for a, b in center)}]")
            if label.startswith("the program"):
                worst[0] = max(worst[0], abs(force[:, 0].mean() - force[:, 1].mean()))
                worst[1] = max(worst[1], abs(center[:, 0].mean() - center[:, 1].mean()))
            for kind in ("region force", "region peak"):
                parts = []
                for region in REGIONS:
                    values = by_subject(found[kind][number, region])
                    parts.append(f"{region} {values[:, 0].mean():.2f}/{values[:, 1].mean():.2f}")
                print(f"  {'':18s} {kind}{' BW' if kind == 'region force' else ' of the own'}: {', '.join(parts)}")
        caught = {name: by_subject(rows) for name, rows in found["caught"].items()}
        print("  highest of the three measured instants, of the picture's peak: "
              + ", ".join(f"{name} {values.mean():.2f}" for name, values in caught.items()))
    difference = np.abs(mean - program).max()
    sound = difference <= 0.002 and worst[0] <= 0.15 and worst[1] <= 0.08
    print(f"{'PASS' if sound else 'FAIL'}  the program's shares are those of subjects 0-4 to {difference:.4f} (wanted 0.002); on subjects "
          f"5-9 they return the mean force of each instant to {worst[0]:.3f} body weights (0.15) and its centre to {worst[1]:.3f} of the "
          "length (0.08; subjects differ by 0.15 there)")
    if chosen.json:
        Path(chosen.json).write_text(json.dumps(
            {"shares": mean.tolist(), "deviation": deviation.tolist(), "judged": other.tolist()}, indent=1))
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
