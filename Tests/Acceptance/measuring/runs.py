"""Runs that between them touch every part of the program: what `same_bytes.py` does with two builds of it.

A run is a name and a list of calls, each a list of words. Inputs are absolute paths, outputs stand in the working folder.
"""

from pathlib import Path

SAMPLES = {"normal-right": "right", "flat-left": "left", "cavus-right": "right"}
PRESETS = ["plantar-heel-pain", "flexible-flat-foot", "cavus-foot", "metatarsalgia", "hallux-limitus", "neuroma",
           "insensate-forefoot", "insensate-heel", "leg-length-difference", "comfort"]
# One dose of every element, alone, so that a difference names its element.
ELEMENTS = {
    "width": "wide", "shoe-size": "43eu", "toe-allowance": "6", "process": "resin", "thickness": "4.5", "min-wall": "1.6",
    "material": "eva-a35", "zone": "forefoot:soft,heel:firm", "cover": "3", "edge-radius": "2", "edge": "feathered",
    "heel-cup": "18", "heel-expansion": "4", "medial-skive": "4", "lateral-skive": "3", "rearfoot-post": "4varus",
    "inversion": "15", "heel-lift": "6", "heel-aperture": "horseshoe", "arch-contact": "85%", "arch-pressure": "80kPa",
    "cast-fill": "3", "arch-height": "4", "arch-apex": "50%", "arch-start": "25%", "arch-end": "75%", "lateral-arch": "4",
    "fascial-groove": "2", "medial-flange": "8", "lateral-flange": "6", "forefoot-post": "4valgus", "met-pad": "4",
    "met-bar": "4", "neuroma-pad": "3-4", "mortons": "3", "reverse-mortons": "3", "cluffy": "3", "kinetic": "3",
    "first-ray": "cut-out", "sink": "heel:2,navicular:2:28", "toe-crest": "4", "offload": "150kPa", "offload-mode": "soft",
    "scan-load": "full", "symptoms": "ball-pain,numbness", "monofilament": "felt",
}
DEEP_CUP = {"medial-skive", "lateral-skive", "inversion"}
COMBINED = [
    ["--heel-cup", "18", "--rearfoot-post", "4varus", "--post-style", "intrinsic", "--medial-skive", "3", "--skive-plane", "20", "--met-pad", "4",
     "--met-pad-at", "contour", "--met-pad-length", "36", "--met-pad-width", "30", "--length", "sulcus"],
    ["--heel-aperture", "hole", "--heel-aperture-size", "26", "--met-bar", "3", "--met-bar-at", "contour", "--met-bar-length", "24",
     "--first-ray", "2", "--cover", "2", "--edge-radius", "0"],
    ["--weight", "82", "--body-height", "178", "--activity", "high", "--shoe-heel", "20", "--shoe-depth", "55", "--leg-difference",
     "left:9mm", "--toe-filler", "8", "--neuroma-pad", "2-3", "--neuroma-pad-height", "2"],
]
REAL_SCANS = {"plantar-right.obj": "right", "retail-left.stl": "left", "retail-right.stl": "right", "cloud-left.asc": "left",
              "cloud-right.asc": "right", "inward-winding-right.stl": "right", "plate-left-unscaled.ply": "left",
              "no-sole-left.obj": "left", "two-feet.ply": "left"}
REAL_MAPS = {"mean104_left.csv": "left", "mean104_right.csv": "right", "emed_test.lst": "right", "fscan_left.asf": "left",
             "zebris_left_1.apd": "left", "zebris_right_2.apd": "right", "ecofoot_left_1.apd": "left",
             "pedar_example.asc": "both", "xsensor_data.csv": "both"}
OF_SCAN = {"plate-left-unscaled.ply": ["--foot-length", "262"], "plantar-right.obj": ["--weight", "75"]}


def of_samples(home):
    def files(case):
        return [home / case / "scan.ply", "--pressure", home / case / "pressure.csv"]

    def design(case, *flags, out="out.stl"):
        return ["design", *files(case), *flags, "--json", "-o", out]

    everything = ["--record", "record.json", "--record-grids", "--report", "page.html", "--picture", "maps.png",
                  "--insole-picture", "insole.svg"]
    for case in SAMPLES:
        yield f"sample {case}, everything", [design(case, *everything), ["check", "out.stl", "--json"]]
        yield f"sample {case}, its prescription", [design(case, "--rx", home / case / "prescription.json", "--record", "r.json")]
        yield f"sample {case}, measured", [["measure", home / case / "scan.ply", "--json", "--picture", "sole.png"]]
        yield f"sample {case}, its map", [["pressure", home / case / "pressure.csv", "--json", "--picture", "map.png"],
                                         ["pressure", home / case / "pressure.csv", "--scan", home / case / "scan.ply", "--json"]]
        yield f"sample {case}, layer", [design(case, "--model", "layer", "--report", "page.html")]
        yield f"sample {case}, no map", [["design", home / case / "scan.ply", "--weight", "70", "--json", "-o", "out.stl"]]
        yield f"sample {case}, no scan", [["design", "--pressure", home / case / "pressure.csv", "--weight", "70", "--json", "-o", "out.stl"]]
    for length in ("sulcus", "mets", "three-quarter"):
        for case in SAMPLES:
            yield f"length {length}, {case}", [design(case, "--length", length)]
    for place, name in enumerate(PRESETS):
        case = list(SAMPLES)[place % 3]
        yield f"preset {name}, {case}", [design(case, "--preset", name, "--allow", "insensate", "--record", "record.json")]
    for place, (name, dose) in enumerate(ELEMENTS.items()):
        case = list(SAMPLES)[place % 3]
        yield f"element {name}, {case}", [design(case, f"--{name}", dose, *(["--heel-cup", "22"] if name in DEEP_CUP else []))]
    for place, flags in enumerate(COMBINED):
        for case in SAMPLES:
            yield f"elements together {place + 1}, {case}", [design(case, *flags, "--record", "record.json")]
    for ending in ("3mf", "obj", "ply", "off", "ps2d", "csv"):
        yield f"format {ending}", [design("normal-right", "--met-pad", "3", out=f"out.{ending}")]
    yield "format stl as text", [design("flat-left", "--ascii")]
    for slicer in ("prusa", "orca", "bambu", "none"):
        yield f"3MF for {slicer}", [design("flat-left", "--slicer", slicer, "--zone-infill", "10%", "--walls", "3", out="out.3mf"),
                                    ["check", "out.3mf", "--json"]]
    yield "3MF with modifiers", [design("normal-right", "--zone-bodies", "modifiers", "--zone", "heel:soft", out="out.3mf")]
    for name, flags in {"grid 1 mm": ["--grid", "1"], "tolerance 0.02": ["--tolerance", "0.02"], "tolerance 0.2": ["--tolerance", "0.2"],
                        "one thread": ["--threads", "1"]}.items():
        yield name, [design("cavus-right", *flags)]
    yield "pictures", [design("flat-left", "--picture", "maps.svg", "--insole-picture", "insole.png")]
    yield "table in the terminal", [["design", *files("normal-right"), "--met-pad", "3", "--preview", "-o", "out.stl"]]
    both = ["--both", "--json", "--report", "page.html"]
    yield "pair from one scan", [["design", *files("flat-left"), *both, "--leg-difference", "left:8mm", "-o", "pair.stl"]]
    yield "pair on a plate", [["design", *files("normal-right"), "--both", "--plate", "--json", "-o", "pair.3mf"]]
    yield "pair from two scans", [[
        "design", "--left", home / "flat-left/scan.ply", "--right", home / "normal-right/scan.ply", "--pressure-left",
        home / "flat-left/pressure.csv", "--pressure-right", home / "normal-right/pressure.csv", "--met-pad", "3", "--json",
        "--report", "page.html", "-o", "pair.stl"]]
    yield "recorded, done again, two in one page", [
        design("flat-left", "--record", "left.json", "--record-names", out="left.stl"), design("normal-right", "--record", "right.json", "--record-names", out="right.stl"),
        ["design", "--replay", "left.json", "--json"], ["report", "left.json", "right.json", "--report", "page.html"]]
    for name, flags in {"metatarsal pad": ["--met-pad", "0,2,4", "--rank", "mt2"], "grid of doses": ["--met-pad", "0,3", "--rearfoot-post", "0,3"],
                        "arch": ["--arch-contact", "60%,80%,100%"], "layer": ["--thickness", "3,5", "--model", "layer"]}.items():
        for case in list(SAMPLES)[:2]:
            yield f"compared {name}, {case}", [["compare", *files(case), *flags, "--json", "--report", "page.html"],
                                               ["compare", *files(case), *flags, "--csv"]]
    yield "prescription and schema", [["design", "--heel-cup", "14", "--print-rx"], ["presets"], ["schema", "prescription"], ["schema", "record"]]
    yield "emergency signs", [design("normal-right", "--symptoms", "saddle-numbness")]
    yield "missing file", [["design", "none.ply", "--json", "-o", "out.stl"]]


def of_real_files(home):
    scans, maps = home / "scans", home / "pressure"
    for scan, side in REAL_SCANS.items():
        more = OF_SCAN.get(scan, [])
        yield f"scan {scan}, measured", [["measure", scans / scan, *[w for w in more if "weight" not in w and w != "75"], "--json",
                                          "--picture", "sole.png"]]
        for map, of in REAL_MAPS.items():
            if of in (side, "both"):
                yield f"scan {scan} and map {map}", [["design", scans / scan, "--pressure", maps / map, *more, "--json", "--record",
                                                      "record.json", "-o", "out.stl"]]
    for scan, side in list(REAL_SCANS.items())[:5]:
        words = ["design", scans / scan, "--pressure", maps / f"mean104_{side}.csv", *OF_SCAN.get(scan, []), "--json"]
        yield f"scan {scan}, pad, post and pages", [[*words, "--met-pad", "4", "--rearfoot-post", "3varus", "--report", "page.html",
                                                     "--picture", "maps.png", "-o", "out.3mf"]]
        yield f"scan {scan}, layer, three-quarter", [[*words, "--model", "layer", "--length", "three-quarter", "-o", "out.stl"]]
    yield "pair of real clouds", [["design", "--left", scans / "cloud-left.asc", "--right", scans / "cloud-right.asc", "--pressure-left",
                                   maps / "mean104_left.csv", "--pressure-right", maps / "mean104_right.csv", "--json", "-o", "pair.stl"]]
    for path in sorted(maps.iterdir()) if maps.is_dir() else []:
        yield f"recording {path.name}", [["pressure", path, "--json", "--picture", "map.png"], ["pressure", path, "--csv", "--frames"]]
    yield "recording emed_test.lst on a scan", [["pressure", maps / "emed_test.lst", "--scan", scans / "plantar-right.obj", "--json",
                                                 "--picture", "map.png"]]
    for flags in (["--pressure-map", "mean"], ["--pressure-map", "85"], ["--pressure-fit", "scale"], ["--regions", "simple"]):
        command = ["pressure", maps / "emed_test.lst"] if flags[0] == "--regions" else \
            ["design", scans / "plantar-right.obj", "--pressure", maps / "emed_test.lst", "-o", "out.stl"]
        yield f"recording emed_test.lst, {' '.join(flags)}", [[*command, *flags, "--json"]]
    for step in ("typical", "mean", "4"):
        yield f"recording zebris_treadmill, step {step}", [["design", scans / "retail-left.stl", "--pressure", maps / "zebris_treadmill.txt.gz",
                                                            "--pressure-step", step, "--json", "-o", "out.stl"]]
    yield "compared on a recording", [["compare", scans / "plantar-right.obj", "--pressure", maps / "emed_test.lst", "--heel-lift", "0,4", "--json"]]


def of_reported_files(home):
    """Small files that once went wrong; those whose check takes long are left out."""
    folder = home / "reported"
    for path in sorted(folder.glob("*")) if folder.is_dir() else []:
        if path.suffix in (".csv", ".txt", ".asc", ".asf"):
            yield f"reported {path.name}", [["pressure", path, "--json"]]
        elif path.suffix in (".stl", ".3mf"):
            yield f"reported {path.name}", [["check", path, "--json"], ["measure", path, "--json"]]
    for path in sorted((folder / "pressure").glob("*.csv")):
        yield f"reported {path.name}", [["pressure", path, "--json"]]
    outlines = sorted((folder / "outline").glob("*"))
    for path in outlines:
        yield f"outline {path.name}", [["design", home / "scans/plantar-right.obj", "--pressure", home / "pressure/mean104_right.csv",
                                        "--outline", path, "--json", "-o", "out.stl"]]


def all_runs(samples, data):
    """Every run, by name; those of the real files where their folder is given."""
    found = list(of_samples(Path(samples).resolve()))
    if data:
        home = Path(data).resolve()
        found += [*of_real_files(home), *of_reported_files(home)]
    return dict(found)
