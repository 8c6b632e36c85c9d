// ---- data, words and small helpers
// Names and notes come from outside: marks of writing direction, controls and characters without width would reorder or hide what stands
// beside them, so they are spelled out, as the program does in messages.
const tricky = new RegExp("[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}]", "gu");
function spelledOut(text) { return text.replace(tricky, character => "\\u{" + character.codePointAt(0).toString(16).toUpperCase() + "}"); }
const page = JSON.parse(document.getElementById("data").textContent, (key, value) => typeof value === "string" ? spelledOut(value) : value);
const words = page.text;
const $ = id => document.getElementById(id);
let design = page.designs[0];

function t(key, values) {
  let text = words[key];
  if (text === undefined) return key;
  if (values) for (const name in values) text = text.split("{" + name + "}").join(values[name]);
  return text;
}
function has(key) { return words[key] !== undefined; }

// An element: children are elements or texts, never markup.
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const key in attributes || {}) {
    const value = attributes[key];
    if (value === undefined || value === null || value === false) continue;
    if (key in element && typeof value === "function") element[key] = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  for (const child of children.flat()) if (child !== undefined && child !== null) element.append(child);
  return element;
}
function fill(id, ...children) { $(id).replaceChildren(...children.flat().filter(child => child !== undefined && child !== null)); }

// Numbers: shown rounded, with the record's own value and place beside them.
function rounded(value, decimals) {
  if (value === undefined || value === null || !isFinite(value)) return "–";
  const text = Math.abs(value).toFixed(decimals);
  return (value < 0 && Number(text) !== 0 ? "−" : "") + text;
}
function signed(value, decimals) { return (value > 0 && Number(value.toFixed(decimals)) !== 0 ? "+" : "") + rounded(value, decimals); }
function at(record, path) { return path.split(".").reduce((value, key) => value === undefined || value === null ? undefined : value[key], record); }
function number(path, decimals, options) {
  const settings = options || {};
  // Of a design's record, or of what the page knows of the design beside it.
  const record = settings.beside ? settings.beside.record : settings.record || design.record;
  const value = at(settings.beside || record, path);
  const text = settings.signed ? signed(value, decimals) : rounded(value, decimals);
  const span = make("span", { "data-path": path, "data-value": value, "data-decimals": decimals, "data-beside": Boolean(settings.beside), "data-design": page.designs.findIndex(other => other.record === record) }, text);
  if (settings.unit && value !== undefined) span.append(settings.unit === "%" ? "\u202f%" : "\u202f" + settings.unit);
  return span;
}
function regionName(name) { const base = name.split("-")[0]; return has("region." + base) ? t("region." + base) + name.slice(base.length).replace("-", " ") : name; }
function capital(text) { return text.charAt(0).toUpperCase() + text.slice(1); }
function nameOf(shown) { return has("side." + shown.name) ? t("side." + shown.name) : shown.name; }
function elementName(key) { return has("rx." + key) ? t("rx." + key) : capital(key.replace(/([A-Z0-9]+)/g, " $1").toLowerCase()); }

// ---- fields
function bytesOf(text) {
  const binary = atob(text), bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
function unpack(grid) {
  if (grid.field) return grid;
  const view = new DataView(bytesOf(grid.values).buffer), count = grid.columns * grid.rows;
  grid.field = new Float32Array(count);
  for (let index = 0; index < count; index++) {
    const value = view.getInt16(2 * index, true);
    grid.field[index] = value === -32768 ? NaN : value * grid.unit;
  }
  return grid;
}
// A bottom that is not sent lies flat on the ground.
function bottomOf(shown) {
  if (shown.bottom) return unpack(shown.bottom);
  return shown.floor || (shown.floor = Object.assign({}, shown.top, { field: new Float32Array(shown.top.columns * shown.top.rows) }));
}
// Bilinear; NaN outside or beside a node that knows nothing.
function sample(grid, x, y) {
  const u = (x - grid.x) / grid.spacing, v = (y - grid.y) / grid.spacing;
  if (!(u >= 0 && v >= 0 && u <= grid.columns - 1 && v <= grid.rows - 1)) return NaN;
  const c = Math.min(Math.floor(u), grid.columns - 2), r = Math.min(Math.floor(v), grid.rows - 2), f = u - c, g = v - r;
  const index = r * grid.columns + c, field = grid.field;
  return (field[index] * (1 - f) + field[index + 1] * f) * (1 - g) + (field[index + grid.columns] * (1 - f) + field[index + grid.columns + 1] * f) * g;
}
function inside(points, x, y) {
  let result = false;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    const a = points[i], b = points[j];
    if ((a[1] > y) !== (b[1] > y) && x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])) result = !result;
  }
  return result;
}
function regionAt(shown, x, y) {
  for (const region of shown.regions) for (const line of region.lines) if (inside(line, x, y)) return region.name;
  return "none";
}
function isLeft(shown) { return shown.record.foot.side === "left"; }
function bounds(lines, margin) {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const line of lines) for (const point of line) {
    box.x0 = Math.min(box.x0, point[0]); box.x1 = Math.max(box.x1, point[0]);
    box.y0 = Math.min(box.y0, point[1]); box.y1 = Math.max(box.y1, point[1]);
  }
  box.x0 -= margin; box.y0 -= margin; box.x1 += margin; box.y1 += margin;
  return box;
}
function threshold(shown) {
  const text = shown.record.prescription.carriedOut.offload || "";
  const value = parseFloat(text);
  return isFinite(value) ? value : 200;
}
