"""The contact model against what is known, what others compute and what was published: groups of OrthoticBenchmarks."""

from measuring.bench import needs
from measuring.groups import group
from measuring.script import HOME, ROOT


def places(bench):
    """Folders of the cases, as the groups take them."""
    return [str(bench.samples_folder)] + ([str(bench.data)] if bench.data else [])


@needs("benchmarks")
def known_answers(bench, report):
    """Known answers within 1 % at 512², the error falling with the grid; force and moments to 1e-8; complementarity."""
    group(bench, report, "contact-accuracy")


@needs("benchmarks", "peers")
def independent_codes(bench, report):
    """Independent codes on the same problems: within 0.5 % RMS of the peak; the agreed foot to five digits."""
    done = group(bench, report, "contact-fields", str(bench.scratch), judges=False)
    if done.code:
        return
    judged = bench.of_peers(HOME / "peers/contact_peers.py", bench.scratch)
    for line in judged.out.splitlines():
        report.note(line)
    worst = next((line for line in judged.out.splitlines() if line.startswith("worst")), "")
    report.hold(judged.code == 0 and worst, f"independent codes: {worst}", judged)


@needs("benchmarks")
def published(bench, report):
    """The published list: Goske's nine cells and the others, one parameter set for all."""
    group(bench, report, "contact-published")
    page = ROOT / "Sources/OrthoticCore/OrthoticCore.docc/Validation.md"
    report.hold(page.exists() and "Goske" in page.read_text(), "the validation page has the table")


@needs("benchmarks", "data")
def recording(bench, report):
    """The emed recording on plantar-right.obj, frame by frame, on flat EVA, moulded EVA and a rigid shell."""
    group(bench, report, "contact-recording", str(bench.data))
    page = ROOT / "Sources/OrthoticCore/OrthoticCore.docc/Validation.md"
    report.hold(page.exists() and "emed" in page.read_text(), "the validation page discusses the recording")


@needs("benchmarks")
def designs(bench, report):
    """Random designs on all Samples and real scans: balanced, finite, converged; flat insoles monotone."""
    group(bench, report, "contact-designs", *places(bench), *([bench.options.designs] if bench.data else []))


@needs("benchmarks")
def coverage(bench, report):
    """Bands: 90 ± 3 % of new draws fall inside the 5–95 % band."""
    group(bench, report, "contact-coverage", *places(bench))
