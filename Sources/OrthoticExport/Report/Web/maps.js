// ---- maps: pressures on the foot's outline
// Pressures up to here fade into the foot's own colour, kPa: sensors are vague there.
const fade = 25;
const layers = { zones: true, values: true, regions: false, landmarks: false, center: false };
let wiped = 0.5;

// Places a foot in a canvas: canonical millimetres to pixels, toes up, a left foot as a left foot.
function placed(canvas, shown, box) {
  const ratio = Math.min(window.devicePixelRatio || 1, 2) * (printing ? 2 : 1), width = canvas.clientWidth || 160;
  const scale = width / (box.x1 - box.x0), height = scale * (box.y1 - box.y0);
  canvas.style.aspectRatio = (box.x1 - box.x0) + " / " + (box.y1 - box.y0);
  canvas.width = Math.round(width * ratio); canvas.height = Math.round(height * ratio);
  const context = canvas.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const flip = isLeft(shown);
  return { context, scale, ratio, width, height, box,
    x: x => (flip ? box.x1 - x : x - box.x0) * scale, y: y => (box.y1 - y) * scale,
    back: (px, py) => [flip ? box.x1 - px / scale : box.x0 + px / scale, box.y1 - py / scale] };
}
function trace(place, line) {
  const path = new Path2D();
  line.forEach((point, index) => index ? path.lineTo(place.x(point[0]), place.y(point[1])) : path.moveTo(place.x(point[0]), place.y(point[1])));
  path.closePath();
  return path;
}
// Cuts the corners of a line of grid nodes (Chaikin).
function smoothed(line) {
  let points = line;
  for (let round = 0; round < 2; round++) points = points.flatMap((a, index) => {
    const b = points[(index + 1) % points.length];
    return [[0.75 * a[0] + 0.25 * b[0], 0.75 * a[1] + 0.25 * b[1]], [0.25 * a[0] + 0.75 * b[0], 0.25 * a[1] + 0.75 * b[1]]];
  });
  return points;
}
// A field as a picture of the canvas's own pixels; `paint` gives colour number and coverage.
function paintField(place, value, paint, ramp) {
  const width = Math.round(place.width * place.ratio), height = Math.round(place.height * place.ratio);
  const picture = document.createElement("canvas");
  picture.width = width; picture.height = height;
  const context = picture.getContext("2d"), image = context.createImageData(width, height), colors = ramps[ramp], data = image.data;
  for (let row = 0; row < height; row++) for (let column = 0; column < width; column++) {
    const point = place.back((column + 0.5) / place.ratio, (row + 0.5) / place.ratio), shade = paint(value(point[0], point[1]));
    if (!shade) continue;
    const to = 4 * (row * width + column), from = 4 * Math.round(255 * Math.max(0, Math.min(1, shade[0])));
    data[to] = colors[from]; data[to + 1] = colors[from + 1]; data[to + 2] = colors[from + 2]; data[to + 3] = 255 * shade[1];
  }
  context.putImageData(image, 0, 0);
  return picture;
}
function highest(shownOnes) {
  let peak = 0;
  for (const shown of shownOnes) for (const grid of [unpack(shown.before), unpack(shown.after)]) for (const value of grid.field) if (value > peak) peak = value;
  return Math.max(50, Math.ceil(peak / 50) * 50);
}
function largestChange(shown) {
  const before = unpack(shown.before), after = unpack(shown.after);
  let low = 0, high = 0;
  for (let index = 0; index < before.field.length; index++) {
    const change = after.field[index] - before.field[index];
    if (change < low) low = change;
    if (change > high) high = change;
  }
  return { low, high, full: Math.max(50, Math.ceil(Math.max(-low, high) / 50) * 50) };
}
// The highest places of before, none near a higher one, and what stands there after.
function tops(shown) {
  if (shown.tops) return shown.tops;
  const before = unpack(shown.before), found = [];
  const order = Array.from(before.field.keys()).filter(index => before.field[index] > 0).sort((a, b) => before.field[b] - before.field[a] || a - b);
  const limit = order.length ? before.field[order[0]] / 5 : 0;
  for (const index of order) {
    if (before.field[index] < limit || found.length >= 7) break;
    const x = before.x + index % before.columns * before.spacing, y = before.y + Math.floor(index / before.columns) * before.spacing;
    if (found.every(other => Math.hypot(other.x - x, other.y - y) > 24) && peakNear(before, x, y, 8).value === before.field[index]) found.push({ x, y });
  }
  return shown.tops = found;
}
function peakNear(grid, x, y, reach) {
  let best = { x, y, value: 0 };
  for (let index = 0; index < grid.field.length; index++) {
    const px = grid.x + index % grid.columns * grid.spacing, py = grid.y + Math.floor(index / grid.columns) * grid.spacing;
    if (grid.field[index] > best.value && Math.hypot(px - x, py - y) <= reach) best = { x: px, y: py, value: grid.field[index] };
  }
  return best;
}
function overlay(place, shown, colors, state) {
  const context = place.context, outline = trace(place, shown.outline), small = place.width < 150;
  context.lineWidth = 1.5; context.strokeStyle = colors.ink; context.stroke(outline);
  if (layers.regions) {
    context.lineWidth = 1; context.strokeStyle = colors.ink; context.setLineDash([4, 3]);
    for (const region of shown.regions) for (const line of region.lines) context.stroke(trace(place, smoothed(line)));
    context.setLineDash([]);
  }
  if (layers.zones) for (const zone of shown.zones) for (const line of zone.lines) {
    const path = trace(place, smoothed(line));
    context.lineWidth = small ? 3 : 4.5; context.strokeStyle = "#fff"; context.stroke(path);
    context.lineWidth = small ? 1.2 : 2; context.strokeStyle = "#000"; context.stroke(path);
  }
  if (layers.center) {
    const points = shown.record.prediction.centersOfPressure;
    context.lineWidth = 2; context.strokeStyle = colors.ink; context.beginPath();
    points.forEach((point, index) => index ? context.lineTo(place.x(point[0]), place.y(point[1])) : context.moveTo(place.x(point[0]), place.y(point[1])));
    context.stroke();
    if (points.length) dot(place, points[Math.floor(points.length / 2)], 5, colors);
  }
  if (layers.landmarks) for (const name in shown.record.foot.landmarks) {
    const mark = shown.record.foot.landmarks[name].position;
    dot(place, mark, 4, colors);
    label(place, t("landmark." + name), mark[0], mark[1] + 7, small ? 9 : 11, colors);
  }
  if (layers.values) for (const top of tops(shown)) {
    if (state === "change") {
      const a = peakNear(unpack(shown.before), top.x, top.y, 12), b = peakNear(unpack(shown.after), top.x, top.y, 12);
      if (Math.abs(b.value - a.value) >= 1) label(place, signed(b.value - a.value, 0), a.x, a.y, small ? 10 : 13, colors);
    } else {
      const peak = peakNear(unpack(shown[state]), top.x, top.y, 12);
      if (peak.value >= 1) label(place, rounded(peak.value, 0), peak.x, peak.y, small ? 10 : 13, colors);
    }
  }
}
function dot(place, point, size, colors) {
  const context = place.context;
  context.beginPath(); context.arc(place.x(point[0]), place.y(point[1]), size, 0, 7);
  context.fillStyle = colors.ink; context.fill(); context.lineWidth = 2; context.strokeStyle = "#fff"; context.stroke();
}
function label(place, text, x, y, size, colors) {
  const context = place.context;
  context.font = "600 " + size + "px system-ui, 'DejaVu Sans', sans-serif";
  context.textAlign = "center"; context.textBaseline = "middle"; context.lineJoin = "round";
  const half = context.measureText(text).width / 2 + 3, px = Math.min(Math.max(place.x(x), half), place.width - half), py = place.y(y);
  context.lineWidth = 3.5; context.strokeStyle = "#fff"; context.strokeText(text, px, py);
  context.fillStyle = "#000"; context.fillText(text, px, py);
}
function footBase(place, shown, colors) {
  place.context.clearRect(0, 0, place.width, place.height);
  place.context.fillStyle = colors.foot; place.context.fill(trace(place, shown.outline));
}
function pressurePicture(place, shown, state, full) {
  const grid = unpack(shown[state]);
  return paintField(place, (x, y) => sample(grid, x, y), value => value > 0 ? [value / full, Math.min(value / fade, 1)] : null, "plasma");
}
function thresholdLine(place, shown, state) {
  const grid = unpack(shown[state]), level = threshold(shown), context = place.context;
  if (!shown.zones.length || !layers.zones) return;
  // Marching squares, cell by cell: the line is drawn, never followed.
  context.lineWidth = 1.5; context.strokeStyle = "#fff"; context.beginPath();
  for (let row = 0; row + 1 < grid.rows; row++) for (let column = 0; column + 1 < grid.columns; column++) {
    const index = row * grid.columns + column, field = grid.field, corners = [field[index], field[index + 1], field[index + grid.columns + 1], field[index + grid.columns]];
    const cuts = [];
    for (let side = 0; side < 4; side++) {
      const a = corners[side], b = corners[(side + 1) % 4];
      if ((a > level) === (b > level)) continue;
      const share = (level - a) / (b - a), from = [[0, 0], [1, 0], [1, 1], [0, 1]][side], to = [[1, 0], [1, 1], [0, 1], [0, 0]][side];
      cuts.push([grid.x + (column + from[0] + share * (to[0] - from[0])) * grid.spacing, grid.y + (row + from[1] + share * (to[1] - from[1])) * grid.spacing]);
    }
    for (let pair = 0; pair + 1 < cuts.length; pair += 2) { context.moveTo(place.x(cuts[pair][0]), place.y(cuts[pair][1])); context.lineTo(place.x(cuts[pair + 1][0]), place.y(cuts[pair + 1][1])); }
  }
  context.stroke();
}
function drawPressure(canvas, shown, state, full) {
  const colors = theme(), place = placed(canvas, shown, bounds([shown.outline], 6));
  footBase(place, shown, colors);
  place.context.drawImage(pressurePicture(place, shown, state, full), 0, 0, place.width, place.height);
  thresholdLine(place, shown, state);
  overlay(place, shown, colors, state);
  const top = shown.record.prediction.regions.filter(region => !["whole", "forefoot"].includes(region.name)).reduce((a, b) => b[state].peak > a[state].peak ? b : a);
  canvas.setAttribute("aria-label", t("map.label", { title: t("map." + state), side: t("side." + shown.record.foot.side).toLowerCase(), peak: rounded(top[state].peak, 0), region: regionName(top.name) }));
  return place;
}
function drawChange(canvas, shown) {
  const colors = theme(), place = placed(canvas, shown, bounds([shown.outline], 6)), span = largestChange(shown), before = unpack(shown.before), after = unpack(shown.after);
  footBase(place, shown, colors);
  const picture = paintField(place, (x, y) => sample(after, x, y) - sample(before, x, y), value => Math.abs(value) > 0.5 ? [0.5 + value / span.full / 2, Math.min(Math.abs(value) / fade, 1)] : null, changeRamp());
  place.context.drawImage(picture, 0, 0, place.width, place.height);
  overlay(place, shown, colors, "change");
  canvas.setAttribute("aria-label", t("map.label.change", { side: t("side." + shown.record.foot.side).toLowerCase(), low: rounded(span.low, 0), high: signed(span.high, 0) }));
}
// Before on the left of the line, after on the right of it; both painted once.
let wipe = null;
function paintWipe(full) {
  const canvas = $("map-wipe");
  if (!canvas.clientWidth) { wipe = null; return; }
  const sheets = ["before", "after"].map(state => {
    drawPressure(canvas, design, state, full);
    const sheet = document.createElement("canvas");
    sheet.width = canvas.width; sheet.height = canvas.height;
    sheet.getContext("2d").drawImage(canvas, 0, 0);
    return sheet;
  });
  wipe = { canvas, sheets };
  drawWipe();
}
function drawWipe() {
  if (!wipe) return;
  const canvas = wipe.canvas, context = canvas.getContext("2d"), split = Math.round(wiped * canvas.width), colors = theme();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  if (split > 0) context.drawImage(wipe.sheets[0], 0, 0, split, canvas.height, 0, 0, split, canvas.height);
  if (split < canvas.width) context.drawImage(wipe.sheets[1], split, 0, canvas.width - split, canvas.height, split, 0, canvas.width - split, canvas.height);
  context.fillStyle = colors.ink; context.fillRect(split - 1, 0, 3, canvas.height);
  context.beginPath(); context.arc(split, canvas.height / 2, 12, 0, 7); context.fill();
  context.fillStyle = colors.halo; context.font = "bold 16px sans-serif"; context.textAlign = "center"; context.textBaseline = "middle";
  context.fillText("↔", split, canvas.height / 2);
  canvas.setAttribute("aria-label", t("map.wipe") + ". " + t("map.label.wipe"));
}
function setWipe(share) { wiped = Math.max(0, Math.min(1, share)); $("wipe").value = Math.round(100 * wiped); drawWipe(); }
function drawMaps() {
  const full = highest(page.designs);
  drawPressure($("map-before"), design, "before", full);
  drawPressure($("map-after"), design, "after", full);
  drawChange($("map-change"), design);
  paintWipe(full);
  const change = largestChange(design);
  fill("legends", legend(t("legend.pressure"), "plasma", 0, full),
    legend(t("legend.change"), changeRamp(), -change.full, change.full, ["−" + change.full + " " + t("legend.less"), t("legend.more") + " +" + change.full]),
    design.zones.length ? make("span", { class: "quiet" }, t("legend.zone", { threshold: rounded(threshold(design), 0) })) : null);
}
function readOut(event) {
  const canvas = event.currentTarget, box = canvas.getBoundingClientRect(), frame = bounds([design.outline], 6), scale = box.width / (frame.x1 - frame.x0);
  const px = (event.clientX - box.left) / scale, x = isLeft(design) ? frame.x1 - px : frame.x0 + px, y = frame.y1 - (event.clientY - box.top) / scale;
  const before = sample(unpack(design.before), x, y), after = sample(unpack(design.after), x, y);
  if (!isFinite(before)) return;
  const change = before > 0 ? signed(100 * (after - before) / before, 0) + "\u202f%" : "–";
  $("readout").textContent = t("map.readout", { region: capital(regionName(regionAt(design, x, y))), before: rounded(before, 0), after: rounded(after, 0), change });
}
