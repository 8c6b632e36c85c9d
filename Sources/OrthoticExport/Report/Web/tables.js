// ---- words and tables: every number comes from the record
// What a standard device is told by; the record holds every element.
const telling = ["length", "width", "process", "thickness", "material", "minWall", "edgeRadius", "toeAllowance", "cover", "heelCup", "archContact", "castFill", "rearfootPost", "heelLift", "metPad", "offload", "offloadMode", "scanLoad"];
// Less than this share of change is not worth a word, percent.
const notable = 5;
const partOf = { mt1: 1, mt2: 1, mt3: 1, mt4: 1, mt5: 1 };

function verdict(region, limit) {
  const change = region.change && region.change.peak;
  if (!change) return { words: [t("verdict.empty")], kind: "" };
  const low = change.low, high = change.high;
  let key = Math.abs(change.nominal) < notable ? "same" : change.nominal < 0 ? "relieved" : "raised";
  if (low !== undefined && high !== undefined && key !== "same") {
    if (key === "relieved" && high > 0) key = high > notable ? "unclear" : "likely";
    if (key === "raised" && low < 0) key = low < -notable ? "unclear" : "raisedLikely";
  }
  const kind = key === "relieved" || key === "likely" ? "good" : key.startsWith("raised") ? "bad" : "";
  const sign = kind === "good" ? "▼ " : kind === "bad" ? "▲ " : key === "same" ? "● " : "";
  const text = sign + t("verdict." + key);
  let aim = "";
  // Where there is a band, the goal must hold across all of it.
  const goal = region.verdicts && region.verdicts.find(judged => judged.goal.startsWith("below")), at = { threshold: rounded(limit, 0) };
  if (goal ? goal.outcome === "missed" : region.after.peak > limit) aim = ", " + t(region.before.peak > limit ? "verdict.over" : "verdict.now", at);
  else if (goal && goal.outcome === "open" && isFinite(limit)) aim = ", " + t("verdict.open", at);
  return { words: [text, make("span", { class: "aim" }, aim)], kind };
}
// A change as a bar from the middle, with the band's ends; ±60 % fill it.
function bar(change) {
  const full = 60, place = value => 50 + 50 * Math.max(-1, Math.min(1, value / full));
  const result = make("div", { class: "bar", "aria-hidden": "true" });
  if (!change) return result;
  const middle = place(change.nominal), from = Math.min(50, middle), to = Math.max(50, middle);
  const part = (name, left, width) => { const mark = make("i", { class: name }); mark.style.left = left + "%"; if (width !== undefined) mark.style.width = width + "%"; return mark; };
  result.append(part(change.nominal > 0 ? "up" : "", from, to - from), part("zero", 50));
  if (change.low !== undefined) result.append(part("band", place(change.low), place(change.high) - place(change.low)));
  return result;
}
function tableOf(caption, heads, rows) {
  const head = make("tr", {}, heads.map(name => make("th", { scope: "col", class: name.words ? "words" : name.picture ? "picture" : name.range ? "range" : null }, name.text || name)));
  return make("table", {}, make("caption", {}, caption), make("thead", {}, head), make("tbody", {}, rows));
}
function facts(pairs) {
  return make("dl", { class: "facts" }, pairs.filter(Boolean).map(pair => make("div", {}, make("dt", {}, pair[0]), make("dd", {}, pair[1]))));
}
function range(path) {
  const change = at(design.record, path);
  if (!change || change.low === undefined) return make("span", {}, "–");
  return make("span", {}, number(path + ".low", 0, { signed: true }), " … ", number(path + ".high", 0, { signed: true }), "\u202f%");
}

function showRegions() {
  const record = design.record, limit = threshold(design), regions = record.prediction.regions;
  const banded = regions.some(region => region.change && region.change.peak.low !== undefined);
  const rows = regions.map((region, index) => {
    const path = "prediction.regions." + index, change = path + ".change.peak", said = verdict(region, limit);
    const over = load => region[load].peak > limit ? "over" : null;
    return make("tr", { class: region.name === "whole" ? "total" : partOf[region.name] ? "part" : null },
      make("th", { scope: "row" }, capital(regionName(region.name))),
      make("td", { class: over("before") }, number(path + ".before.peak", 0)),
      make("td", { class: over("after") }, number(path + ".after.peak", 0)),
      make("td", {}, number(change + ".nominal", 0, { signed: true, unit: "%" })),
      banded ? make("td", { class: "range" }, range(change)) : null,
      make("td", { class: "picture" }, bar(region.change && region.change.peak)),
      make("td", { class: "words " + said.kind }, said.words));
  });
  const heads = [{ text: t("col.region"), words: true }, t("col.before"), t("col.after"), t("col.change")];
  if (banded) heads.push({ text: t("col.range"), range: true });
  heads.push({ text: t("col.picture"), picture: true }, { text: t("col.verdict"), words: true });
  fill("region-table", tableOf(t("table.regions", { area: rounded(design.record.prediction.peakArea / 100, 1) }), heads, rows));
  const loads = ["mean", "area", "force"];
  const more = regions.map((region, index) => make("tr", {}, make("th", { scope: "row" }, capital(regionName(region.name))),
    loads.map(load => ["before", "after"].map(state => make("td", {}, number("prediction.regions." + index + "." + state + "." + load, load === "area" ? 1 : 0))))));
  fill("more-table", tableOf(t("table.more"), [{ text: t("col.region"), words: true }].concat(loads.flatMap(load => [t("col." + load + ".before"), t("col." + load + ".after")])), more));
  showZones(limit);
}
function showZones(limit) {
  const zones = design.record.prediction.zones;
  if (!zones.length) return fill("zone-table", make("p", { class: "quiet" }, t(design.record.prescription.carriedOut.offloadMode === "off" ? "where.off" : "where.none")));
  const rows = zones.map((zone, index) => {
    const path = "prediction.zones." + index + ".", goal = zone.verdicts && zone.verdicts.find(judged => judged.goal.startsWith("below"));
    const done = goal ? goal.outcome === "met" : zone.peakAfter <= limit, open = goal && goal.outcome === "open";
    const said = (done ? "✓ " : open ? "? " : "▲ ") + t(done ? "verdict.below" : open ? "verdict.open" : "verdict.over", { threshold: rounded(limit, 0) });
    return make("tr", {}, make("th", { scope: "row" }, capital(regionName(zone.name))),
      make("td", { class: "words" }, t("mode." + (zone.mode === "pocket" && !(zone.depth > 0) ? "none" : zone.mode))),
      make("td", {}, number(path + "depth", 1)), make("td", {}, number(path + "area", 1)),
      make("td", {}, number(path + "peakBefore", 0)), make("td", {}, number(path + "peakAfter", 0), zone.peakAfterBand ? [" (", number(path + "peakAfterBand.low", 0), "…", number(path + "peakAfterBand.high", 0), ")"] : null),
      make("td", {}, number(path + "ringBefore", 0), " → ", number(path + "ringAfter", 0)),
      make("td", { class: "words " + (done ? "good" : open ? "" : "bad") }, said));
  });
  fill("zone-table", tableOf(t("table.zones"), [{ text: t("col.zone"), words: true }, { text: t("col.mode"), words: true }, t("col.depth"), t("col.area"), t("col.before"), t("col.after"), t("col.ring"), { text: t("col.verdict"), words: true }], rows));
}

// What a person wants to know in ten seconds: what, where, and what it should change.
function showSummary() {
  const record = design.record, carried = record.prescription.carriedOut, regions = record.prediction.regions;
  const always = ["archContact", "heelCup", "thickness", "material"].filter(key => carried[key]);
  const changed = design.elements.filter(element => !element.isDefault && element.group !== "Person").map(element => element.key).filter(key => !["offloadMode", "offload"].includes(key));
  const keys = changed.concat(always.filter(key => !changed.includes(key)));
  const done = keys.map(key => make("li", { class: changed.includes(key) ? "over" : null }, elementName(key) + ": " + plain(carried[key])));

  const zones = record.prediction.zones, placed = [];
  zones.slice(0, 4).forEach((zone, index) => placed.push(make("li", {}, zone.depth > 0
    ? sentence("where.pocket", { region: capital(regionName(zone.name)), depth: number("prediction.zones." + index + ".depth", 1) })
    : t({ soft: "where.soft", aperture: "where.aperture", off: "where.notMade" }[zone.mode] || "where.zone", { region: capital(regionName(zone.name)) }))));
  if (!zones.length) placed.push(make("li", {}, t(carried.offloadMode === "off" ? "where.off" : "where.none")));
  const arch = regions.findIndex(region => region.name === "midfoot");
  if (arch >= 0) placed.push(make("li", {}, sentence("where.arch", { before: number("prediction.regions." + arch + ".before.force", 0), after: number("prediction.regions." + arch + ".after.force", 0) })));

  const whole = regions.findIndex(region => region.name === "whole"), path = "prediction.regions." + whole;
  const parts = regions.map((region, index) => ({ region, index })).filter(part => part.region.change && ["heel", "midfoot", "mt1", "mt2", "mt3", "mt4", "mt5", "hallux", "toes"].includes(part.region.name));
  const said = part => make("li", {}, sentence("where.more", {
    region: capital(regionName(part.region.name)), change: number("prediction.regions." + part.index + ".change.peak.nominal", 0, { signed: true }),
    before: number("prediction.regions." + part.index + ".before.peak", 0), after: number("prediction.regions." + part.index + ".after.peak", 0) }));
  // What changes most in kilopascals, not in shares: a third of little is little.
  const step = part => part.region.after.peak - part.region.before.peak, byChange = parts.slice().sort((a, b) => step(a) - step(b));
  const relief = byChange.filter(part => verdict(part.region, Infinity).kind === "good").slice(0, 2);
  const rise = byChange.filter(part => verdict(part.region, Infinity).kind === "bad").slice(-2).reverse();
  const change = at(record, path + ".change.peak");
  const expected = [
    make("p", { class: "big" }, number(path + ".before.peak", 0), " → ", number(path + ".after.peak", 0), "\u202f" + t("expect.unit")),
    make("p", {}, t("expect.peak"), ", ", number(path + ".change.peak.nominal", 0, { signed: true, unit: "%" }))];
  if (relief.length) expected.push(make("p", { class: "good over" }, "▼ " + t("where.most")), make("ul", {}, relief.map(said)));
  if (rise.length) expected.push(make("p", { class: "bad over" }, "▲ " + t("where.rise")), make("ul", {}, rise.map(said)));
  let caution = t("expect.predicted");
  if (change && change.low !== undefined) caution += " " + t("expect.band", { low: signed(change.low, 0), high: signed(change.high, 0) });
  expected.push(make("p", { class: "quiet" }, caution), make("p", { class: "quiet" }, t("expect.from." + record.prediction.source)));
  fill("summary-body", urgent(), make("div", { class: "answers" },
    make("div", { class: "card" }, make("h3", {}, t("answer.done")), make("ul", {}, done)),
    make("div", { class: "card" }, make("h3", {}, t("answer.where")), make("ul", {}, placed)),
    make("div", { class: "card" }, make("h3", {}, t("answer.expect")), expected)), warned());
}
// A sentence in which some places are elements.
function sentence(key, values) {
  const span = make("span", {});
  t(key).split(/(\{\w+\})/).forEach(part => { const name = part.slice(1, -1); span.append(part.startsWith("{") && name in values ? values[name] : part); });
  return span;
}
// Values as their file has them, with words a person says.
function plain(text) { return (text || "–").replace(/ deg\b/, "°"); }
// Errors, and what the person's symptoms ask for, stand before everything else.
function urgent() {
  return design.record.warnings.filter(warning => warning.severity === "error" || /^(refer|urgent|insensate)-/.test(warning.code)).map(finding);
}
function warned() {
  const count = design.record.warnings.filter(warning => warning.severity !== "note").length;
  return count ? make("p", { class: "over" }, make("a", { href: "#findings" }, t(count === 1 ? "summary.warning" : "summary.warnings", { count }))) : null;
}
function finding(warning) {
  return make("div", { class: "finding " + warning.severity }, make("b", {}, t("severity." + warning.severity) + ":"), capital(warning.message) + ". ",
    warning.remedy ? make("span", { class: "quiet" }, capital(warning.remedy) + ".") : null);
}

function showWords() {
  const record = design.record, carried = record.prescription.carriedOut, requested = record.prescription.requested;
  const side = t("side." + record.foot.side), scan = record.inputs.find(input => input.role === "scan");
  $("title").textContent = page.kind === "pair" ? t("title.pair") : side + " " + t("title.insole");
  $("subtitle").textContent = [page.designs.length > 1 ? nameOf(design) : null, record.prescription.name, scan && scan.path].filter((text, index, all) => text && all.indexOf(text) === index).join(" · ");
  const changed = design.elements.filter(element => !element.isDefault), rest = design.elements.filter(element => element.isDefault);
  const row = element => make("tr", {}, make("th", { scope: "row" }, elementName(element.key)), make("td", { class: "words" }, plain(requested[element.key])),
    make("td", { class: "words" }, requested[element.key] === carried[element.key] ? "" : plain(carried[element.key])), make("td", { class: "words quiet" }, element.summary));
  const heads = [t("col.element"), t("col.value"), t("col.carried"), t("col.what")].map(text => ({ text, words: true }));
  fill("prescription-body",
    record.prescription.notes ? make("p", {}, t("prescription.notes") + ": " + record.prescription.notes) : null,
    changed.length ? make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("prescription.changed") }, tableOf(t("prescription.changed"), heads, changed.map(row))) : make("p", {}, t("prescription.none")),
    make("p", {}, make("b", {}, t("prescription.standard") + " "), rest.filter(element => telling.includes(element.key)).map(element => elementName(element.key) + " " + plain(carried[element.key])).join("; ") + "."));
  fill("findings-body", record.warnings.length ? record.warnings.map(finding) : make("p", {}, t("findings.none")));
  const assumed = record.assumed.map(each => make("tr", {}, make("th", { scope: "row" }, capital(each.what)), make("td", { class: "words" }, each.value), make("td", { class: "words" }, each.why), make("td", { class: "words hash" }, each.override)));
  fill("assumed-body", assumed.length ? make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("section.assumed") }, tableOf(t("section.assumed"), [t("col.what"), t("col.value"), t("col.why"), t("col.override")].map(text => ({ text, words: true })), assumed)) : make("p", {}, t("assumed.none")));
  showFacts();
}
function yes(path) { return make("span", { "data-path": path, "data-value": String(at(design.record, path)) }, t(at(design.record, path) ? "yes" : "no")); }
function showFacts() {
  const record = design.record, bed = record.device.print.bed;
  fill("device-facts", facts([
    [t("fact.length"), number("device.length", 1, { unit: "mm" })], [t("fact.width"), number("device.width", 1, { unit: "mm" })],
    [t("fact.height"), number("device.height", 1, { unit: "mm" })], [t("fact.volume"), number("device.volume", 1, { unit: "cm³" })],
    [t("fact.thinnest"), number("device.thinnest", 2, { unit: "mm" })], [t("fact.material"), record.prescription.carriedOut.material || "–"],
    [t("fact.sound"), yes("device.sound")], [t("fact.triangles"), number("device.triangles", 0)],
    [t("fact.fits", { bed: bed[0] + " × " + bed[1] }), yes("device.print.fits")], [t("fact.pair"), yes("device.print.pairFits")],
    record.device.print.mass !== undefined && [t("fact.mass"), number("device.print.mass", 0, { unit: "g" })],
    record.device.print.pose && [t("fact.pose"), record.device.print.pose.split("-").join(" ")],
    record.device.print.overhangShare !== undefined && [t("fact.overhang"), make("span", {}, rounded(100 * record.device.print.overhangShare, 1) + "\u202f%")]]));
  const registration = record.registration;
  fill("evidence-body", facts([
    [t("fact.side"), t("side." + record.foot.side)], [t("fact.foot"), number("foot.length", 1, { unit: "mm" })],
    record.foot.ballWidth && [t("fact.ball"), number("foot.ballWidth", 1, { unit: "mm" })], record.foot.heelWidth && [t("fact.heel"), number("foot.heelWidth", 1, { unit: "mm" })],
    [t("fact.arch"), number("foot.archHeight", 1, { unit: "mm" })], record.foot.archIndex && [t("fact.index"), number("foot.archIndex", 3)],
    [t("fact.source"), t("source." + record.prediction.source)], [t("fact.load"), number("prediction.load", 0, { unit: "N" })],
    [t("fact.model"), t("model." + record.prediction.model)], [t("fact.draws"), make("span", {}, number("prediction.draws", 0), record.prediction.unbalancedDraws ? [" (", number("prediction.unbalancedDraws", 0), " " + t("fact.unbalanced") + ")"] : null)],
    [t("fact.peakArea"), number("prediction.peakArea", 0, { unit: "mm²" })],
    [t("fact.balance"), Math.max(record.prediction.balance.force, record.prediction.balance.momentX, record.prediction.balance.momentY).toExponential(0).replace("e-", " · 10⁻").replace(/\d+$/, digits => digits.replace(/\d/g, digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit]))],
    [t("fact.converged"), yes("prediction.balance.converged")],
    registration && [t("fact.registration"), t("fact.registration.value", { rotation: rounded(registration.rotation, 1), overlap: rounded(100 * registration.overlap, 0) })],
    [t("fact.program"), record.program.name + " " + record.program.version]]),
    make("p", {}, t("evidence.method")),
    make("h3", {}, t("evidence.inputs")),
    record.inputs.map(input => make("p", { class: "quiet" }, input.role + (input.path ? ": " + input.path : "") + " ", input.sha256 ? make("span", { class: "hash" }, t("evidence.hash") + " " + input.sha256) : null)),
    make("h3", {}, t("evidence.output")),
    make("p", { class: "quiet" }, (record.output.path || record.output.format) + " ", make("span", { class: "hash" }, t("evidence.hash") + " " + record.output.sha256)),
    make("p", { class: "quiet" }, t("evidence.replay")));
}
