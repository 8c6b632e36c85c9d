"""The report in a headless browser."""

import json

from measuring import browser
from measuring.script import HOME
from .records import made

RULES = (HOME / "measuring" / "rules.js").read_text()
SIZES = {"phone": (390, 844, 1, True), "laptop": (1366, 768, 1, False)}

# How many colours a canvas shows, and how many of its pixels are painted.
PAINTED = """(id => { const from = document.getElementById(id), to = document.createElement('canvas');
to.width = from.width; to.height = from.height; const context = to.getContext('2d'); context.drawImage(from, 0, 0);
const data = context.getImageData(0, 0, to.width, to.height).data, colors = new Set(); let painted = 0, sum = 0;
for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 0) { painted++; colors.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
sum = (sum * 31 + data[i] * 7 + data[i + 1] * 5 + data[i + 2]) %% 1000000007; }
return { colors: colors.size, share: painted / (data.length / 4), sum }; })('%s')"""

# Every number that the page shows of the record: where it comes from, what it says, and what is read there.
NUMBERS = """Array.from(document.querySelectorAll('[data-path]')).map(e => ({ path: e.dataset.path, value: e.dataset.value,
text: e.firstChild ? e.firstChild.textContent : '', decimals: e.dataset.decimals, design: Number(e.dataset.design || 0), beside: e.dataset.beside !== undefined }))"""


def painted(page, name):
    return page.run(PAINTED % name)


def set_value(page, name, value):
    page.run(f"(e => {{ e.value = {value}; e.dispatchEvent(new Event('input', {{ bubbles: true }})) }})(document.getElementById('{name}'))")
    page.settle()


def click(page, selector):
    page.run(f"document.querySelector({json.dumps(selector)}).click()")
    page.settle()


def shown_as(value, decimals):
    text = f"{abs(value):.{decimals}f}"
    return ("−" if value < 0 and float(text) else "") + text


def numbers_equal(page, records, beside=None):
    """Places whose number on the page is not the record's, or not what stands beside it; and how many were compared."""
    wrong, count = [], 0
    for each in page.run(NUMBERS):
        value = (beside if each["beside"] else records)[each["design"]]
        for key in each["path"].split("."):
            value = value[int(key)] if isinstance(value, list) else (value or {}).get(key)
        if value is None:
            if each.get("value") is not None:
                wrong.append(each)
            continue
        count += 1
        if isinstance(value, bool):
            if each["value"] != str(value).lower() or each["text"] != ("yes" if value else "no"):
                wrong.append(each)
        else:
            decimals = int(each["decimals"])
            # Both roundings of a tie are right: the browser rounds the decimal text, Python the binary number.
            near = {shown_as(value + nudge, decimals) for nudge in (-1e-9, 1e-9)}
            if float(each["value"]) != value or each["text"].lstrip("+") not in near:
                wrong.append(each)
    return wrong, count


def chosen(bench):
    return bench.samples + bench.real[:2]


def page(bench, report):
    """headless Chromium: no error, no request, canvases drawn, slider and section work, numbers equal the record's"""
    if not browser.found():
        return report.skip("no Chromium here: apt-get install chromium")
    with browser.Browser() as running:
        page = running.page()
        for case in chosen(bench):
            run, _, record, html = made(bench, case)
            if report.hold(html.exists(), f"{case.name}: report written", run):
                one_report(page, case.name, html, [json.loads(record.read_text())], bench.scratch, report)
        several(bench, page, report)


def one_report(page, name, html, records, scratch, report):
    size = html.stat().st_size
    report.hold(size < 2_000_000, f"{name}: {size / 1e6:.2f} MB")
    page.media()
    page.size(*SIZES["laptop"])
    page.open(html)
    inside = page.run("JSON.parse(document.getElementById('data').textContent).designs.map(d => d.record)")
    report.hold(inside == records, f"{name}: the record in the page is the record")
    wrong, count = numbers_equal(page, records)
    report.hold(not wrong and count > 60, f"{name}: {count} numbers shown are the record's", wrong[:4])
    for canvas in ("map-wipe", "map-before", "map-after", "map-change", "section"):
        found = painted(page, canvas)
        report.hold(found["colors"] > (10 if canvas == "section" else 60) and found["share"] > 0.05,
                    f"{name}: {canvas} drawn, {found['colors']} colours on {found['share']:.0%}")
    # Before left of the line, after right of it: at the ends the wipe is the one or the other alone.
    sums = []
    for value in (100, 50, 0):
        set_value(page, "wipe", value)
        sums.append(painted(page, "map-wipe")["sum"])
    report.hold(len(set(sums)) == 3, f"{name}: the slider changes the map")
    set_value(page, "wipe", 50)
    solid = [painted(page, "solid")]
    report.hold(solid[0]["colors"] > 60 and solid[0]["share"] > 0.08,
                f"{name}: 3D drawn, {solid[0]['colors']} colours on {solid[0]['share']:.0%}")
    for choice in ("input[value=thickness]", "input[value=after]", "#scan", "#open", "[data-view=top]", "[data-view=bottom]"):
        click(page, choice)
        solid.append(painted(page, "solid"))
    report.hold(len({s["sum"] for s in solid}) == len(solid), f"{name}: colour, foot, opening and views change the 3D")
    click(page, "[data-view=angle]")
    texts, drawn, opened = [], [], []
    for value in (20, 50, 80):
        set_value(page, "place", value)
        texts.append(page.run("document.getElementById('section-caption').textContent"))
        drawn.append(painted(page, "section")["sum"])
        opened.append(painted(page, "solid")["sum"])
    click(page, "input[value=along]")
    texts.append(page.run("document.getElementById('section-caption').textContent"))
    report.hold(len(set(texts)) == 4 and len(set(drawn)) == 3 and len(set(opened)) == 3,
                f"{name}: the section moves in text, drawing and 3D ({texts[1]})")
    before = painted(page, "solid")["sum"]
    page.run("document.getElementById('solid').focus()")
    page.press("ArrowLeft")
    page.settle()
    report.hold(painted(page, "solid")["sum"] != before, f"{name}: the arrow keys turn the 3D")
    report.hold(not page.errors(), f"{name}: the console is silent", page.errors()[:3])
    asked = page.requests(besides=["file://" + str(html.resolve())])
    report.hold(not asked, f"{name}: no request", asked[:3])
    pictures(page, name, html, scratch, report)


def pictures(page, name, html, scratch, report):
    """Phone, laptop, dark and print size, to be looked at; nothing may stick out."""
    for label, size in SIZES.items():
        page.size(*size)
        page.open(html)
        wide = page.run("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        report.hold(wide <= 0, f"{name}: nothing sticks out at {label} width ({size[0]} px)")
        page.picture(scratch / f"{name}-{label}.png")
    page.media(dark=True)
    page.open(html)
    page.picture(scratch / f"{name}-dark.png")
    page.media()
    page.open(html)
    page.pdf(scratch / f"{name}.pdf")
    pages = (scratch / f"{name}.pdf").read_bytes().count(b"/Type /Page\n")
    report.note(f"{name}: {pages} pages of A4")


def several(bench, page, report):
    """Variants side by side, and both feet in one page."""
    case, scratch = bench.samples[0], bench.scratch
    html = scratch / "compare-8.html"
    run = bench.orthotic("compare", case.scan, "--pressure", case.pressure, "--met-pad", "0,2,4,6", "--report", html, "-q", "--json")
    report.hold(html.exists() and html.stat().st_size < 2_000_000, "compare: 4 variants in one page below 2 MB", run)
    page.size(*SIZES["laptop"])
    page.open(html)
    records = page.run("JSON.parse(document.getElementById('data').textContent).designs.map(d => d.record)")
    printed = json.loads(run.out)["variants"]
    wrong, count = numbers_equal(page, records, printed)
    report.hold(len(records) == 4 and not wrong, f"compare: {count} numbers shown are the records' and the printed ones", wrong[:4])
    # Difference, per cent of it, and both ends of the band, for each region of each variant but the first.
    told = 4 * sum(len(variant.get("differences", [])) for variant in printed)
    there = page.run("document.querySelectorAll('[data-beside]').length")
    report.hold(there == told >= 4 * 3 * 10, f"compare: {there} of {told} numbers tell how the variants differ from the first")
    report.hold(page.run("document.querySelectorAll('svg.dose polyline').length") == 4, "compare: a dose-response curve")
    for index in (3, 0):
        page.run(f"(c => {{ c.value = {index}; c.dispatchEvent(new Event('change')) }})(document.getElementById('choice'))")
        page.settle()
        wrong, count = numbers_equal(page, records, printed)
        report.hold(not wrong, f"compare: variant {index + 1} in full, {count} numbers", wrong[:4])
    report.hold(not page.errors(), "compare: the console is silent", page.errors()[:3])
    page.picture(scratch / "compare-laptop.png")
    left = next((c for c in bench.samples if c.side == "left"), None)
    right = next((c for c in bench.samples if c.side == "right"), None)
    if not left or not right:
        return report.skip("both feet: --only leaves one side")
    html = scratch / "pair-8.html"
    run = bench.orthotic("report", made(bench, left)[2], made(bench, right)[2], left.scan, left.pressure, right.scan, right.pressure,
                         "--report", html)
    report.hold(run.code == 0 and html.stat().st_size < 2_000_000, "both feet: one page below 2 MB", run)
    page.open(html)
    report.hold(page.run("document.getElementById('title').textContent") == "Insoles for both feet" and not page.errors(),
                "both feet: side by side, the console is silent", page.errors()[:3])
    page.picture(scratch / "pair-laptop.png")


# What each rule must find: a fault to plant, and the rule that must tell.
PLANTED = {
    "document.title = ''": "the page names its language and title",
    "document.querySelector('#device h2').outerHTML = '<h4>x</h4>'": "one h1, and headings that skip no level",
    "document.getElementById('wipe').removeAttribute('aria-label'); document.querySelector('label[for=wipe]').replaceWith(document.getElementById('wipe'))":
        "every control has a name",
    "document.getElementById('map-after').removeAttribute('aria-label')": "every picture has a description or is hidden from readers",
    "document.querySelector('caption').remove()": "every table has a caption, and heads with a scope",
    "document.querySelector('thead th').removeAttribute('scope')": "every table has a caption, and heads with a scope",
    "document.querySelector('legend').remove()": "groups of controls have a legend",
    "document.getElementById('solid').tabIndex = 3": "no tab index above 0",
    "document.querySelector('button').style.cssText = 'height:12px;min-height:0;font-size:8px;padding:0'": "targets are at least 24 pixels high",
    "document.querySelector('.quiet').style.color = '#9aa'": "text stands out from its ground, 4.5 to 1",
    "document.querySelector('button').style.borderColor = '#ddd'": "the borders of controls stand out, 3 to 1",
    "document.querySelector('.bar i').style.background = '#cdc'": "bars stand out from their ground, 3 to 1",
}


def accessibility(bench, report):
    """contrast and labels by written rules; tab order; the page without WebGL"""
    if not browser.found():
        return report.skip("no Chromium here: apt-get install chromium")
    case = bench.samples[-1]
    html = made(bench, case)[3]
    with browser.Browser() as running:
        page = running.page()
        page.size(*SIZES["laptop"])
        for dark in (False, True):
            page.media(dark=dark)
            page.open(html)
            for rule, found in page.run(RULES).items():
                report.hold(not found["faults"], f"{'dark' if dark else 'light'}: {rule} ({found['count']} looked at)",
                            "\n".join(found["faults"][:5]))
        page.media()
        missed = []
        for fault, rule in PLANTED.items():
            page.open(html)
            page.run(fault)
            if not page.run(RULES)[rule]["faults"]:
                missed.append(fault)
        report.hold(not missed, f"the rules find {len(PLANTED) - len(missed)} of {len(PLANTED)} planted faults", missed)
        page.open(html)
        tab_order(page, report)
    with browser.Browser(webgl=False) as running:
        page = running.page()
        page.size(*SIZES["laptop"])
        page.open(html)
        hidden = page.run("[document.getElementById('no-webgl').hidden, document.getElementById('solid').hidden]")
        report.hold(hidden == [False, True], "without WebGL the page says so and hides the 3D")
        flat, section = painted(page, "flat"), painted(page, "section")
        report.hold(flat["colors"] > 40 and section["colors"] > 10, f"without WebGL: thickness ({flat['colors']} colours) and section")
        set_value(page, "place", 20)
        report.hold(painted(page, "section")["sum"] != section["sum"] and painted(page, "flat")["sum"] != flat["sum"],
                    "without WebGL the section moves")
        wrong, count = numbers_equal(page, [json.loads(made(bench, case)[2].read_text())])
        report.hold(not wrong and count > 60, f"without WebGL: the same {count} numbers")
        silent = [e for e in page.errors() if "WebGL" not in e]
        report.hold(not silent, "without WebGL the console is silent", silent[:3])
        page.picture(bench.scratch / "no-webgl.png")


def tab_order(page, report):
    """Tab from the top: the way goes down the page, through every control, with the focus seen."""
    wanted = page.run("""Array.from(document.querySelectorAll('a[href],button,input,select,summary,[tabindex="0"]'))
        .filter(e => !e.disabled && e.checkVisibility() && (e.type !== 'radio' || e.checked)).length""")
    seen = []
    for _ in range(wanted + 3):
        page.press("Tab")
        where = page.run("""(() => { const e = document.activeElement; if (!e || e === document.body) return null;
            const all = Array.from(document.querySelectorAll('*')), s = getComputedStyle(e);
            return [all.indexOf(e), e.id || e.dataset.view || e.value || e.tagName, s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2]; })()""")
        if where is None or seen and where[0] == seen[0][0]:
            break
        seen.append(where)
    order = [each[0] for each in seen]
    report.hold(order == sorted(order) and len(set(order)) == len(order), f"Tab goes down the page: {len(seen)} stops of {wanted}",
                [each[1] for each in seen])
    report.hold(len(seen) == wanted, "every control is reached by Tab", [each[1] for each in seen])
    report.hold(all(each[2] for each in seen), "the focus is seen at every stop", [each[1] for each in seen if not each[2]])
