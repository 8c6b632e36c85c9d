"""The device's top against the scan between heel and metatarsal line."""

import numpy as np

from measuring import alignment, scans, stl

FLAGS = ("--arch-contact", "100%", "--cast-fill", "0", "--offload-mode", "off")
EDGE = 10.0  # nearer the border the bowl is free, mm: it runs from the sole up to the rim


def metatarsal_line(case, measured, corners):
    """y of the metatarsal line at x in the device's frame, from the measured landmarks or, failing them, from shares."""
    marks = measured.json.get("landmarks", {})
    sign = -1 if case.side == "left" else 1
    if "mt1" in marks and "mt5" in marks:
        a, b = marks["mt1"], marks["mt5"]
    else:
        width = np.ptp(corners[:, :, 0])
        a, b = (-width / 3, 0.73 * case.length), (width / 3, 0.63 * case.length)

    def line(x):
        t = np.clip((sign * x - a[0]) / (b[0] - a[0]), 0, 1)
        return a[1] + t * (b[1] - a[1])

    return line


class Device:
    """Where on a device fit is asked for: inside its edge, behind the metatarsal line, under its rim."""

    def __init__(self, corners, line):
        self.line = line
        top = alignment.upward(corners, 0.05)
        self.raster = alignment.Raster(top, 0.5)
        solid = np.isfinite(self.raster.z)
        steps = int(np.ceil(EDGE / 0.5))
        inside = np.pad(solid, steps)
        for dx in range(-steps, steps + 1):
            for dy in range(-steps, steps + 1):
                if dx * dx + dy * dy <= steps * steps:
                    inside[steps:-steps, steps:-steps] &= np.roll(np.pad(solid, steps), (dx, dy), (0, 1))[steps:-steps, steps:-steps]
        self.inside = inside[steps:-steps, steps:-steps].astype(float)
        # The rim at each side of each row: the highest point of the top there.
        x = self.raster.origin[0] + 0.5 * np.arange(self.raster.z.shape[0])
        z = np.where(solid, self.raster.z, -np.inf)
        self.middle = np.array([np.mean(x[column]) if column.any() else 0 for column in solid.T])
        left = x[:, None] < self.middle[None]
        self.rim = np.stack([np.where(left, z, -np.inf).max(axis=0), np.where(~left, z, -np.inf).max(axis=0)])

    def asked(self, points, margin=1.0):
        """Points inside the edge, behind the line, and lower than the rim beside them by the margin."""
        row = np.clip(((points[:, 1] - self.raster.origin[1]) / 0.5).round().astype(int), 0, self.rim.shape[1] - 1)
        rim = self.rim[(points[:, 0] >= self.middle[row]).astype(int), row]
        within = self.raster.sampled(self.inside, points[:, :2])
        return (np.nan_to_num(within) > 0.99) & (points[:, 1] < self.line(points[:, 0])) & (points[:, 2] < rim - margin)


def fitted(case, corners, line):
    """The scan's sole laid on the device, with the gaps where fit is asked for."""
    points, faces = scans.read(case.scan)
    sole = alignment.sole(scans.densified(points * case.scale, faces, 0.7), 0.7)
    device = Device(corners, line)
    placed = alignment.placed(sole, corners, device.asked)
    gap = alignment.gaps(placed, corners)
    use = device.asked(placed) & np.isfinite(gap)
    return device, placed, gap, use


def fit(bench, report):
    """Mean gap ≤ 0.10 mm and 99 % within 0.5 mm, 0.5 mm grid."""
    for case in bench.real + bench.samples:
        run, path = bench.design(case, *FLAGS)
        if not report.hold(run.code == 0 and path.exists(), f"{case.name}: design with full contact exits {run.code}", run):
            continue
        corners = stl.read(path)
        device, placed, gap, use = fitted(case, corners, metatarsal_line(case, bench.measure(case.scan), corners))
        if not report.hold(use.sum() > 2000, f"{case.name}: {int(use.sum())} nodes of the sole over the device"):
            continue
        behind = device.asked(placed, -np.inf) & np.isfinite(gap)
        covered = use.sum() / max(behind.sum(), 1)
        gap = gap[use]
        far = np.abs(gap)
        mean, share = far.mean(), (far <= 0.5).mean()
        report.hold(mean <= 0.10, f"{case.name}: mean gap {mean:.3f} mm of at most 0.10")
        report.hold(share >= 0.99, f"{case.name}: {100 * share:.2f} % within 0.5 mm of at least 99")
        quantiles = np.quantile(gap, (0.005, 0.25, 0.5, 0.75, 0.995))
        report.note(f"{len(gap)} nodes, {100 * covered:.0f} % of those behind the metatarsal line and inside the edge; the rest lie "
                    "above the rim")
        report.note(f"gap quantiles 0.5/25/50/75/99.5 %: {np.round(quantiles, 3)}; largest {far.max():.2f}; "
                    f"within 0.2 mm {100 * (far <= .2).mean():.1f} %")
