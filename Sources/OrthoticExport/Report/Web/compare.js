// ---- several designs side by side, and what a dose does
function showOverview() {
  if (page.designs.length < 2) return;
  $("overview").hidden = false; $("chooser").hidden = false;
  const full = highest(page.designs), pair = page.kind === "pair";
  const pictures = make("div", { class: "pictures" });
  const states = pair ? ["before", "after"] : ["after"];
  const shown = pair ? page.designs : [null].concat(page.designs);
  const drawings = [];
  for (const one of shown) for (const state of one ? states : ["before"]) {
    const canvas = make("canvas", { role: "img" });
    const name = one ? nameOf(one) + (pair ? ": " + t("map." + state) : "") : t("overview.before");
    pictures.append(make("figure", {}, make("figcaption", {}, name), canvas));
    drawings.push(() => drawPressure(canvas, one || page.designs[0], state, full));
  }
  const names = page.designs[0].record.prediction.regions.map(region => region.name).filter(name => page.designs.every(one => one.record.prediction.regions.some(region => region.name === name)));
  const rows = names.map((name, index) => {
    const path = "prediction.regions." + index, peaks = page.designs.map(one => one.record.prediction.regions[index].after.peak), lowest = Math.min(...peaks);
    return make("tr", { class: name === "whole" ? "total" : partOf[name] ? "part" : null }, make("th", { scope: "row" }, capital(regionName(name))),
      pair ? null : make("td", {}, number(path + ".before.peak", 0, { record: page.designs[0].record })),
      page.designs.map((one, place) => make("td", {},
        pair ? [number(path + ".before.peak", 0, { record: one.record }), " → "] : null,
        make("span", { class: !pair && peaks[place] === lowest ? "best" : null }, number(path + ".after.peak", 0, { record: one.record })), " ",
        make("span", { class: "quiet" }, number(path + ".change.peak.nominal", 0, { record: one.record, signed: true, unit: "%" })))));
  });
  const heads = [{ text: t("col.region"), words: true }].concat(pair ? [] : [t("overview.before")], page.designs.map(nameOf));
  fill("overview-body", pictures,
    make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("overview.peaks") }, tableOf(t("overview.peaks"), heads, rows)),
    pair ? null : make("p", { class: "quiet" }, t("overview.lowest")), pair ? null : differenceTable(names), pair ? null : doseCurve());
  const choice = $("choice");
  choice.replaceChildren(...page.designs.map((one, index) => make("option", { value: index }, nameOf(one))));
  choice.addEventListener("change", () => { design = page.designs[Number(choice.value)]; showDesign(); });
  drawOverview = () => drawings.forEach(draw => draw());
  drawOverview();
}
let drawOverview = () => {};
// How far each design is from the first, with the band of the difference: what is unknown of the foot is the same for all.
function differenceTable(names) {
  const others = page.designs.slice(1), first = page.designs[0];
  if (!others.some(one => one.differences)) return null;
  const rows = names.map(name => make("tr", { class: name === "whole" ? "total" : partOf[name] ? "part" : null }, make("th", { scope: "row" }, capital(regionName(name))),
    others.flatMap(one => {
      const index = (one.differences || []).findIndex(difference => difference.name === name);
      if (index < 0) return [make("td", {}, "–"), make("td", {}, "–")];
      const path = "differences." + index, peak = one.differences[index].peak, clear = peak.high < 0 ? "good" : peak.low > 0 ? "bad" : "";
      const said = (key, options) => number(path + key, 0, Object.assign({ beside: one, signed: true }, options));
      return [make("td", { class: "nowrap " + clear }, clear === "good" ? "▼ " : clear === "bad" ? "▲ " : null, said(".peak.nominal"), " ", make("span", { class: "quiet" }, said(".change.nominal", { unit: "%" }))),
        make("td", { class: "nowrap" }, said(".peak.low"), " … ", said(".peak.high"))];
    })));
  const heads = [{ text: t("col.region"), words: true }].concat(others.flatMap(one => [nameOf(one) + ", " + t("col.toFirst"), t("col.band")]));
  const caption = t("overview.differences", { name: nameOf(first) });
  return [make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption }, tableOf(caption, heads, rows)),
    make("p", { class: "quiet" }, t("overview.clear"))];
}
// The one element in which the designs differ by a number, or none.
function dosed() {
  const first = page.designs[0].record.prescription.requested, keys = Object.keys(first).filter(key => page.designs.some(one => one.record.prescription.requested[key] !== first[key]));
  if (keys.length !== 1) return null;
  const doses = page.designs.map(one => {
    const text = one.record.prescription.carriedOut[keys[0]];
    return /valgus/.test(text) ? -parseFloat(text) : parseFloat(text);
  });
  return doses.every(isFinite) && new Set(doses).size > 1 ? { key: keys[0], doses } : null;
}
function doseCurve() {
  const dose = dosed();
  if (!dose) return null;
  const space = "http://www.w3.org/2000/svg", draw = (name, attributes, text) => { const node = document.createElementNS(space, name); for (const key in attributes) node.setAttribute(key, attributes[key]); if (text) node.textContent = text; return node; };
  const order = dose.doses.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const wanted = ["heel", "midfoot", "forefoot", "hallux"], colors = ["#4477aa", "#228833", "#aa3377", "#b06a00"], marks = ["●", "■", "▲", "◆"];
  const lines = wanted.map(name => ({ name, at: page.designs[0].record.prediction.regions.findIndex(region => region.name === name) })).filter(line => line.at >= 0);
  const high = Math.max(...lines.flatMap(line => page.designs.map(one => { const region = one.record.prediction.regions[line.at]; return Math.max(region.after.peak, region.before.peak); }))) * 1.08;
  const width = 640, height = 320, left = 52, right = 130, bottom = 44, top = 12, low = order[0].value, span = order[order.length - 1].value - low;
  const X = value => left + (value - low) / span * (width - left - right), Y = value => height - bottom - value / high * (height - bottom - top);
  const picture = draw("svg", { viewBox: "0 0 " + width + " " + height, class: "dose", role: "img", "aria-label": t("overview.dose") + ": " + elementName(dose.key) });
  for (const value of ticks(0, high)) {
    picture.append(draw("line", { x1: left, x2: width - right, y1: Y(value), y2: Y(value), stroke: "currentColor", "stroke-opacity": 0.2 }));
    picture.append(draw("text", { x: left - 8, y: Y(value) + 4, "text-anchor": "end" }, rounded(value, 0)));
  }
  for (const each of order) picture.append(draw("text", { x: X(each.value), y: height - bottom + 18, "text-anchor": "middle" }, plain(page.designs[each.index].record.prescription.carriedOut[dose.key])));
  picture.append(draw("text", { x: (left + width - right) / 2, y: height - 8, "text-anchor": "middle" }, elementName(dose.key)));
  let last = -Infinity;
  lines.map((line, number) => ({ line, number, end: page.designs[order[order.length - 1].index].record.prediction.regions[line.at].after.peak })).sort((a, b) => b.end - a.end).forEach(({ line, number, end }) => {
    const value = one => one.record.prediction.regions[line.at], points = order.map(each => [X(each.value), Y(value(page.designs[each.index]).after.peak)]);
    const banded = order.filter(each => { const change = value(page.designs[each.index]).change; return change && change.peak.low !== undefined; });
    if (banded.length === order.length) {
      const edge = (each, side) => { const region = value(page.designs[each.index]); return X(each.value) + "," + Y(region.before.peak * (1 + region.change.peak[side] / 100)); };
      picture.append(draw("polygon", { points: order.map(each => edge(each, "low")).concat(order.slice().reverse().map(each => edge(each, "high"))).join(" "), fill: colors[number], "fill-opacity": 0.15 }));
    }
    picture.append(draw("polyline", { points: points.map(point => point.join(",")).join(" "), fill: "none", stroke: colors[number], "stroke-width": 2.5 }));
    for (const point of points) { const mark = draw("text", { x: point[0], y: point[1] + 5, "text-anchor": "middle" }, marks[number]); mark.style.fill = colors[number]; picture.append(mark); }
    last = Math.max(Y(end) + 4, last + 16);
    picture.append(draw("text", { x: width - right + 12, y: last }, marks[number] + " " + regionName(line.name)));
  });
  return make("figure", {}, make("figcaption", {}, t("overview.dose")), picture);
}
