// ---- the section: a cut through the device, drawn to scale, with or without WebGL
const cut = { along: false, share: 0.5 };
function frameOf(shown) { return shown.box || (shown.box = bounds([shown.trim], 0)); }
// Where the cut lies: x or y of the canonical frame, mm.
function cutPlace(shown) {
  const box = frameOf(shown);
  return cut.along ? box.x0 + cut.share * (box.x1 - box.x0) : box.y0 + cut.share * (box.y1 - box.y0);
}
// Heights along the cut every half millimetre; NaN outside the trim line.
function profile(shown) {
  const box = frameOf(shown), place = cutPlace(shown), low = cut.along ? box.y0 : box.x0, high = cut.along ? box.y1 : box.x1, points = [];
  const top = unpack(shown.top), bottom = bottomOf(shown), plantar = unpack(shown.plantar);
  for (let s = low; s <= high; s += 0.5) {
    const x = cut.along ? place : s, y = cut.along ? s : place, within = inside(shown.trim, x, y);
    points.push({ s, top: within ? sample(top, x, y) : NaN, bottom: within ? sample(bottom, x, y) : NaN, sole: sample(plantar, x, y) });
  }
  return points;
}
function lift(shown) { return parseFloat(shown.record.prescription.carriedOut.thickness) || 3; }
function drawSection() {
  const canvas = $("section"), points = profile(design), solid = points.filter(point => isFinite(point.top) && isFinite(point.bottom)), colors = theme();
  const ratio = Math.min(window.devicePixelRatio || 1, 2) * (printing ? 2 : 1), width = canvas.clientWidth, height = canvas.clientHeight;
  canvas.width = width * ratio; canvas.height = height * ratio;
  const context = canvas.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  if (!solid.length) { $("section-caption").textContent = t("cut.empty"); canvas.setAttribute("aria-label", t("cut.empty")); return; }
  const base = lift(design), soles = points.map(point => point.sole + base), roof = Math.max(...solid.map(point => point.top)) + 8;
  const low = points[0].s, high = points[points.length - 1].s;
  const scale = Math.min((width - 90) / (high - low), (height - 46) / roof), left = (width - scale * (high - low)) / 2, floor = height - 26;
  // A left foot is shown as one: the section across is looked at from behind.
  const flip = isLeft(design) && !cut.along, X = s => flip ? left + (high - s) * scale : left + (s - low) * scale, Y = z => floor - z * scale;
  context.beginPath();
  solid.forEach((point, index) => index ? context.lineTo(X(point.s), Y(point.top)) : context.moveTo(X(point.s), Y(point.top)));
  solid.slice().reverse().forEach(point => context.lineTo(X(point.s), Y(point.bottom)));
  context.closePath();
  context.fillStyle = "#8fb8de"; context.fill();
  context.lineWidth = 1.5; context.strokeStyle = colors.ink; context.stroke();
  context.beginPath();
  let open = false;
  points.forEach((point, index) => { const z = soles[index]; if (!isFinite(z) || z > roof + 20) { open = false; return; } open ? context.lineTo(X(point.s), Y(z)) : context.moveTo(X(point.s), Y(z)); open = true; });
  context.setLineDash([5, 4]); context.lineWidth = 1.5; context.strokeStyle = colors.ink; context.stroke(); context.setLineDash([]);
  context.font = "12px system-ui, 'DejaVu Sans', sans-serif"; context.fillStyle = colors.quiet; context.textBaseline = "middle";
  const ends = cut.along ? [t("cut.heel"), t("cut.toes")] : flip ? [t("cut.lateral"), t("cut.medial")] : [t("cut.medial"), t("cut.lateral")];
  context.textAlign = "right"; context.fillText(ends[0], left - 6, floor - 8);
  context.textAlign = "left"; context.fillText(ends[1], left + scale * (high - low) + 6, floor - 8);
  context.strokeStyle = colors.quiet; context.lineWidth = 2; context.beginPath(); context.moveTo(left, floor + 14); context.lineTo(left + 20 * scale, floor + 14); context.stroke();
  context.fillText("20 mm", left + 20 * scale + 6, floor + 14);
  context.fillText("╌╌ " + t("cut.foot"), left + 20 * scale + 70, floor + 14);
  const thick = solid.map(point => point.top - point.bottom), place = cutPlace(design);
  const text = t(cut.along ? "cut.caption.along" : "cut.caption.across", { place: rounded(place, 0), low: rounded(Math.min(...thick), 1), high: rounded(Math.max(...thick), 1) });
  $("section-caption").textContent = text;
  canvas.setAttribute("aria-label", text);
  canvas.dataset.low = Math.min(...thick); canvas.dataset.high = Math.max(...thick);
}
// The thickness from above, where there is no 3D.
function drawFlat() {
  const canvas = $("flat"), colors = theme(), place = placed(canvas, design, bounds([design.trim], 6)), top = unpack(design.top), bottom = bottomOf(design), most = thickest(design);
  place.context.clearRect(0, 0, place.width, place.height);
  const picture = paintField(place, (x, y) => inside(design.trim, x, y) ? sample(top, x, y) - sample(bottom, x, y) : NaN, value => isFinite(value) ? [value / most, 1] : null, "viridis");
  place.context.drawImage(picture, 0, 0, place.width, place.height);
  place.context.lineWidth = 1.5; place.context.strokeStyle = colors.ink; place.context.stroke(trace(place, design.trim));
  const at = cutPlace(design), box = frameOf(design);
  place.context.setLineDash([6, 4]); place.context.beginPath();
  const ends = cut.along ? [[at, box.y0], [at, box.y1]] : [[box.x0, at], [box.x1, at]];
  place.context.moveTo(place.x(ends[0][0]), place.y(ends[0][1])); place.context.lineTo(place.x(ends[1][0]), place.y(ends[1][1])); place.context.stroke(); place.context.setLineDash([]);
  canvas.setAttribute("aria-label", t("solid.flat"));
  fill("drape-legend", legend(t("drape.thickness") + ", mm", "viridis", 0, most));
}
function thickest(shown) {
  if (shown.thickest) return shown.thickest;
  const top = unpack(shown.top), bottom = bottomOf(shown);
  let most = 1;
  for (let index = 0; index < top.field.length; index++) {
    const thick = top.field[index] - bottom.field[index];
    if (!(thick > most)) continue;
    if (inside(shown.trim, top.x + index % top.columns * top.spacing, top.y + Math.floor(index / top.columns) * top.spacing)) most = thick;
  }
  return shown.thickest = Math.ceil(most);
}
