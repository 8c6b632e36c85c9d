// Written by `bash .ci/embed`: change the files that it names, not this one.

/// Files that the program carries, each without its last line end.
enum EmbeddedFiles {
  /// `Record/record.schema.json`.
  static let recordSchemaJSON = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "orthotic design record, version 1",
      "description": "Lengths mm, pressures kPa, forces N, areas cm2, volumes cm3, angles degrees. What was not measured is absent and named in notMeasured.",
      "type": "object",
      "required": [
        "kind", "schemaVersion", "program", "run", "inputs", "prescription", "frame", "foot", "prediction", "device",
        "output", "notMeasured", "assumed", "warnings"
      ],
      "properties": {
        "kind": {"const": "orthotic-design-record"},
        "schemaVersion": {"const": 1},
        "program": {
          "type": "object",
          "required": ["name", "version"],
          "properties": {
            "name": {"type": "string", "minLength": 1},
            "version": {"type": "string", "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+"}
          },
          "additionalProperties": false
        },
        "run": {
          "type": "object",
          "required": ["command", "operands", "flags"],
          "properties": {
            "command": {"enum": ["design", "compare", "library"]},
            "operands": {"type": "array", "items": {"type": "string"}},
            "flags": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["name", "value"],
                "properties": {"name": {"type": "string", "pattern": "^[a-z0-9-]+$"}, "value": {"type": "string"}},
                "additionalProperties": false
              }
            }
          },
          "additionalProperties": false
        },
        "inputs": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["role"],
            "properties": {
              "role": {"type": "string", "minLength": 1},
              "path": {"type": "string", "minLength": 1},
              "bytes": {"type": "integer", "minimum": 0},
              "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}
            },
            "additionalProperties": false
          }
        },
        "prescription": {
          "type": "object",
          "required": ["requested", "carriedOut"],
          "properties": {
            "requested": {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string", "minLength": 1}},
            "carriedOut": {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string", "minLength": 1}},
            "name": {"type": "string"},
            "notes": {"type": "string"}
          },
          "additionalProperties": false
        },
        "frame": {"const": "canonical-right"},
        "foot": {
          "type": "object",
          "required": ["side", "length", "archHeight", "landmarks"],
          "properties": {
            "side": {"enum": ["left", "right"]},
            "length": {"type": "number", "exclusiveMinimum": 0},
            "archHeight": {"type": "number"},
            "landmarks": {
              "type": "object",
              "required": ["heel", "heelCenter", "mt1", "mt5", "archApex"],
              "properties": {
                "heel": {"$ref": "#/$defs/landmark"},
                "heelCenter": {"$ref": "#/$defs/landmark"},
                "mt1": {"$ref": "#/$defs/landmark"},
                "mt5": {"$ref": "#/$defs/landmark"},
                "archApex": {"$ref": "#/$defs/landmark"},
                "hallux": {"$ref": "#/$defs/landmark"},
                "toeTip": {"$ref": "#/$defs/landmark"}
              },
              "additionalProperties": false
            },
            "ballWidth": {"type": "number", "minimum": 0},
            "heelWidth": {"type": "number", "minimum": 0},
            "archIndex": {"type": "number", "minimum": 0, "maximum": 1}
          },
          "additionalProperties": false
        },
        "prediction": {
          "type": "object",
          "required": [
            "source", "model", "draws", "unbalancedDraws", "load", "peakArea", "regions", "zones", "balance",
            "centersOfPressure"
          ],
          "properties": {
            "source": {"enum": ["peakPicture", "recording", "bodyWeight"]},
            "model": {"enum": ["columns", "layer"]},
            "draws": {"type": "integer", "minimum": 0},
            "unbalancedDraws": {"type": "integer", "minimum": 0},
            "load": {"type": "number", "minimum": 0},
            "peakArea": {"type": "number", "exclusiveMinimum": 0},
            "regions": {"type": "array", "items": {"$ref": "#/$defs/region"}, "minItems": 11, "maxItems": 12},
            "zones": {"type": "array", "items": {"$ref": "#/$defs/zone"}},
            "balance": {
              "type": "object",
              "required": ["force", "momentX", "momentY", "converged"],
              "properties": {
                "force": {"type": "number", "minimum": 0},
                "momentX": {"type": "number", "minimum": 0},
                "momentY": {"type": "number", "minimum": 0},
                "converged": {"type": "boolean"}
              },
              "additionalProperties": false
            },
            "centersOfPressure": {"type": "array", "items": {"$ref": "#/$defs/point"}}
          },
          "additionalProperties": false
        },
        "device": {
          "type": "object",
          "required": [
            "length", "width", "volume", "area", "triangles", "vertices", "bounds", "sound", "thinnest", "height",
            "print"
          ],
          "properties": {
            "length": {"type": "number", "minimum": 0},
            "width": {"type": "number", "minimum": 0},
            "volume": {"type": "number"},
            "area": {"type": "number", "minimum": 0},
            "triangles": {"type": "integer", "minimum": 0},
            "vertices": {"type": "integer", "minimum": 0},
            "bounds": {
              "type": "array",
              "items": {"type": "array", "items": {"type": "number"}, "minItems": 3, "maxItems": 3},
              "minItems": 2,
              "maxItems": 2
            },
            "sound": {"type": "boolean"},
            "thinnest": {"type": "number"},
            "height": {"type": "number", "minimum": 0},
            "print": {
              "type": "object",
              "required": ["bed", "fits", "pairFits"],
              "properties": {
                "bed": {"type": "array", "items": {"type": "number", "minimum": 0}, "minItems": 3, "maxItems": 3},
                "fits": {"type": "boolean"},
                "pairFits": {"type": "boolean"},
                "pose": {"type": "string", "minLength": 1},
                "height": {"type": "number", "minimum": 0},
                "overhangShare": {"type": "number", "minimum": 0, "maximum": 1},
                "mass": {"type": "number", "minimum": 0},
                "infill": {"type": "number", "minimum": 0, "maximum": 1}
              },
              "additionalProperties": false
            }
          },
          "additionalProperties": false
        },
        "output": {
          "type": "object",
          "required": ["format", "bytes", "sha256"],
          "properties": {
            "format": {"enum": ["stl", "stl-ascii", "3mf", "obj", "ply", "off", "ps2d", "csv"]},
            "bytes": {"type": "integer", "minimum": 0},
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "path": {"type": "string", "minLength": 1}
          },
          "additionalProperties": false
        },
        "notMeasured": {"type": "array", "items": {"type": "string"}},
        "assumed": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["what", "value", "why", "override"],
            "properties": {
              "what": {"type": "string"},
              "value": {"type": "string"},
              "why": {"type": "string"},
              "override": {"type": "string"}
            },
            "additionalProperties": false
          }
        },
        "warnings": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["severity", "code", "message", "remedy"],
            "properties": {
              "severity": {"enum": ["note", "warning", "error"]},
              "code": {"type": "string", "pattern": "^[a-z0-9-]+$"},
              "message": {"type": "string"},
              "remedy": {"type": "string"}
            },
            "additionalProperties": false
          }
        },
        "registration": {
          "type": "object",
          "required": ["rotation", "translation", "overlap", "agreement", "residual", "lengthMismatch"],
          "properties": {
            "rotation": {"type": "number"},
            "translation": {"$ref": "#/$defs/point"},
            "overlap": {"type": "number", "minimum": 0, "maximum": 1},
            "agreement": {"type": "number"},
            "residual": {"type": "number", "minimum": 0},
            "lengthMismatch": {"type": "number"}
          },
          "additionalProperties": false
        },
        "grids": {
          "type": "object",
          "required": ["plantar", "top", "bottom", "before", "after", "outline", "trim"],
          "properties": {
            "plantar": {"$ref": "#/$defs/field"},
            "top": {"$ref": "#/$defs/field"},
            "bottom": {"$ref": "#/$defs/field"},
            "before": {"$ref": "#/$defs/field"},
            "after": {"$ref": "#/$defs/field"},
            "outline": {"type": "array", "items": {"$ref": "#/$defs/point"}},
            "trim": {"type": "array", "items": {"$ref": "#/$defs/point"}}
          },
          "additionalProperties": false
        }
      },
      "additionalProperties": false,
      "$defs": {
        "point": {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
        "landmark": {
          "type": "object",
          "required": ["position", "confidence"],
          "properties": {
            "position": {"type": "array", "items": {"type": "number"}, "minItems": 3, "maxItems": 3},
            "confidence": {"type": "number", "minimum": 0, "maximum": 1}
          },
          "additionalProperties": false
        },
        "load": {
          "type": "object",
          "required": ["peak", "mean", "area", "force"],
          "properties": {
            "peak": {"type": "number", "minimum": 0},
            "mean": {"type": "number", "minimum": 0},
            "area": {"type": "number", "minimum": 0},
            "force": {"type": "number", "minimum": 0}
          },
          "additionalProperties": false
        },
        "change": {
          "type": "object",
          "required": ["nominal"],
          "properties": {
            "nominal": {"type": "number", "minimum": -100},
            "median": {"type": "number"},
            "low": {"type": "number"},
            "high": {"type": "number"}
          },
          "additionalProperties": false
        },
        "region": {
          "type": "object",
          "required": ["name", "before", "after"],
          "properties": {
            "name": {"enum": ["heel", "midfoot", "forefoot", "mt1", "mt2", "mt3", "mt4", "mt5", "hallux", "toes", "whole", "metPad"]},
            "before": {"$ref": "#/$defs/load"},
            "after": {"$ref": "#/$defs/load"},
            "change": {
              "type": "object",
              "required": ["peak"],
              "properties": {
                "peak": {"$ref": "#/$defs/change"},
                "mean": {"$ref": "#/$defs/change"},
                "area": {"$ref": "#/$defs/change"},
                "force": {"$ref": "#/$defs/change"}
              },
              "additionalProperties": false
            },
            "peakAfter": {"$ref": "#/$defs/range"},
            "verdicts": {"type": "array", "items": {"$ref": "#/$defs/verdict"}},
            "afterByColumns": {"$ref": "#/$defs/load"},
            "instant": {
              "type": "object",
              "required": ["name", "forceBefore", "forceAfter"],
              "properties": {
                "name": {"type": "string", "minLength": 1},
                "forceBefore": {"type": "number", "minimum": 0},
                "forceAfter": {"type": "number", "minimum": 0}
              },
              "additionalProperties": false
            }
          },
          "additionalProperties": false
        },
        "zone": {
          "type": "object",
          "required": ["name", "mode", "area", "depth", "peakAt", "peakBefore", "peakAfter", "ringBefore", "ringAfter"],
          "properties": {
            "name": {"type": "string", "minLength": 1},
            "mode": {"type": "string", "minLength": 1},
            "area": {"type": "number", "minimum": 0},
            "depth": {"type": "number", "minimum": 0},
            "peakAt": {"$ref": "#/$defs/point"},
            "peakBefore": {"type": "number", "minimum": 0},
            "peakAfter": {"type": "number", "minimum": 0},
            "ringBefore": {"type": "number", "minimum": 0},
            "ringAfter": {"type": "number", "minimum": 0},
            "peakAfterBand": {"$ref": "#/$defs/range"},
            "ringAfterBand": {"$ref": "#/$defs/range"},
            "verdicts": {"type": "array", "items": {"$ref": "#/$defs/verdict"}}
          },
          "additionalProperties": false
        },
        "range": {
          "type": "object",
          "required": ["median", "low", "high"],
          "properties": {"median": {"type": "number"}, "low": {"type": "number"}, "high": {"type": "number"}},
          "additionalProperties": false
        },
        "verdict": {
          "type": "object",
          "required": ["goal", "outcome"],
          "properties": {"goal": {"type": "string", "minLength": 1}, "outcome": {"enum": ["met", "open", "missed"]}},
          "additionalProperties": false
        },
        "field": {
          "type": "object",
          "required": ["origin", "spacing", "columns", "rows", "values"],
          "properties": {
            "origin": {"$ref": "#/$defs/point"},
            "spacing": {"type": "number", "exclusiveMinimum": 0},
            "columns": {"type": "integer", "minimum": 1},
            "rows": {"type": "integer", "minimum": 1},
            "values": {"type": "array", "items": {"type": ["number", "null"]}}
          },
          "additionalProperties": false
        }
      }
    }
    """#

  /// `Report/Web/base.js`.
  static let baseJS = #"""
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
    """#

  /// `Report/Web/colors.js`.
  static let colorsJS = #"""
    // ---- colours: equal steps of the number look like equal steps, also to colour-blind eyes
    const plasma = ["0d0887", "310597", "4c02a1", "6600a7", "7e03a8", "9511a1", "aa2395", "bc3587", "cc4778", "d9586a", "e56b5d", "f07f4f", "f89441", "fdab33", "fdc328", "f9dd25", "f0f921"];
    const viridis = ["440154", "48186a", "472d7b", "424086", "3b528b", "33638d", "2c728e", "26828e", "21918c", "1f9f88", "27ad81", "3dbc74", "5cc863", "81d34d", "aadc32", "d5e21a", "fde725"];
    // Blue for less, orange for more, both as far from grey at equal distance (ColorBrewer PuOr, its violet made blue).
    const diverging = ["053061", "2166ac", "4393c3", "92c5de", "d1e5f0", "f2f2f2", "fdd9b0", "fdb863", "e08214", "b35806", "7f3b08"];
    // The same where the middle is dark: more change is brighter.
    const divergingDark = ["d1e5f0", "92c5de", "4393c3", "2a6496", "2b4257", "2a3138", "4f3d26", "8a5413", "c77a1c", "fdb863", "fde0bd"];
    function table(stops) {
      const rgb = stops.map(stop => [0, 2, 4].map(index => parseInt(stop.slice(index, index + 2), 16)));
      const result = new Uint8ClampedArray(256 * 4);
      for (let index = 0; index < 256; index++) {
        const place = index / 255 * (rgb.length - 1), low = Math.min(Math.floor(place), rgb.length - 2), share = place - low;
        for (let channel = 0; channel < 3; channel++) result[4 * index + channel] = rgb[low][channel] + share * (rgb[low + 1][channel] - rgb[low][channel]);
        result[4 * index + 3] = 255;
      }
      return result;
    }
    const ramps = { plasma: table(plasma), viridis: table(viridis), diverging: table(diverging), divergingDark: table(divergingDark) };
    let printing = false;
    function style(name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }
    function theme() {
      if (printing) return { ink: "#000", foot: "#e9ecef", card: "#fff", halo: "#fff", quiet: "#333" };
      return { ink: style("--ink"), foot: style("--foot"), card: style("--card"), halo: style("--paper"), quiet: style("--quiet") };
    }
    function changeRamp() { return !printing && matchMedia("(prefers-color-scheme: dark)").matches ? "divergingDark" : "diverging"; }
    // Round numbers, four to eight of them.
    function ticks(low, high) {
      const span = high - low;
      if (!(span > 0)) return [low];
      const step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000].find(size => span / size <= 7) || span;
      const result = [];
      for (let value = Math.ceil(low / step - 1e-9) * step; value <= high + 1e-9; value += step) result.push(value);
      return result;
    }
    function legend(label, ramp, low, high, ends) {
      const canvas = make("canvas", { width: 256, height: 8, "aria-hidden": "true" });
      const context = canvas.getContext("2d"), image = context.createImageData(256, 8);
      for (let row = 0; row < 8; row++) image.data.set(ramps[ramp], row * 1024);
      context.putImageData(image, 0, 0);
      const texts = ends || [rounded(low, high - low < 20 ? 1 : 0), rounded(high, high - low < 20 ? 1 : 0)];
      return make("span", { class: "legend" }, make("span", {}, label), make("span", {}, texts[0]), canvas, make("span", {}, texts[1]));
    }
    """#

  /// `Report/Web/compare.js`.
  static let compareJS = #"""
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
    """#

  /// `Report/Web/maps.js`.
  static let mapsJS = #"""
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
    // The regions whose peaks are written on the maps, none near a higher one: the numbers are those of the table.
    function tops(shown) {
      if (shown.tops) return shown.tops;
      const all = shown.record.prediction.regions, found = [];
      const order = shown.peaks.map(peak => ({ peak, region: all.find(region => region.name === peak.name) }))
        .filter(each => each.region && each.peak.before.length).sort((a, b) => b.region.before.peak - a.region.before.peak);
      const limit = order.length ? order[0].region.before.peak / 5 : 0;
      for (const each of order) {
        if (each.region.before.peak < limit || found.length >= 7) break;
        const [x, y] = each.peak.before;
        if (found.every(other => Math.hypot(other.peak.before[0] - x, other.peak.before[1] - y) > 15)) found.push(each);
      }
      return shown.tops = found;
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
        const size = small ? 10 : 13, at = state === "change" ? top.peak.before : top.peak[state];
        if (!at.length) continue;
        if (state === "change") {
          const change = top.region.after.peak - top.region.before.peak;
          if (Math.abs(change) >= 1) label(place, signed(change, 0), at[0], at[1], size, colors);
        } else if (top.region[state].peak >= 1) label(place, rounded(top.region[state].peak, 0), at[0], at[1], size, colors);
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
    """#

  /// `Report/Web/page.html`.
  static let pageHTML = #"""
    <a class="skip" href="#main">{skip}</a>
    <header id="top">
    <p class="brand">orthotic</p>
    <h1 id="title">{title.report}</h1>
    <p id="subtitle" class="quiet"></p>
    <p class="print-only blanks"><span>{blank.name}</span><span>{blank.date}</span><span>{blank.by}</span></p>
    </header>
    <main id="main">
    <noscript><p>{noscript.text}</p>{noscript}</noscript>
    <section id="overview" aria-labelledby="overview-title" hidden>
    <h2 id="overview-title">{section.overview}</h2>
    <div id="overview-body"></div>
    </section>
    <div id="chooser" hidden><label for="choice">{choose.design}</label> <select id="choice"></select></div>
    <section id="summary" aria-labelledby="summary-title">
    <h2 id="summary-title" class="unseen">{section.summary}</h2>
    <div id="summary-body"></div>
    </section>
    <section id="pressure" aria-labelledby="pressure-title">
    <h2 id="pressure-title">{section.pressure}</h2>
    <div class="maps">
    <figure class="wide screen-only">
    <figcaption>{map.wipe}</figcaption>
    <canvas id="map-wipe" role="img"></canvas>
    <label class="slider" for="wipe"><span>{map.before}</span><input id="wipe" type="range" min="0" max="100" value="50" step="1" aria-label="{map.wipe.label}"><span>{map.after}</span></label>
    </figure>
    <figure><figcaption>{map.before}</figcaption><canvas id="map-before" role="img"></canvas></figure>
    <figure><figcaption>{map.after}</figcaption><canvas id="map-after" role="img"></canvas></figure>
    <figure><figcaption>{map.change}</figcaption><canvas id="map-change" role="img"></canvas></figure>
    </div>
    <div class="legends" id="legends"></div>
    <fieldset class="layers screen-only"><legend>{layers}</legend>
    <label><input type="checkbox" id="layer-zones" checked> {layer.zones}</label>
    <label><input type="checkbox" id="layer-values" checked> {layer.values}</label>
    <label><input type="checkbox" id="layer-regions"> {layer.regions}</label>
    <label><input type="checkbox" id="layer-landmarks"> {layer.landmarks}</label>
    <label><input type="checkbox" id="layer-center"> {layer.center}</label>
    </fieldset>
    <p class="quiet screen-only"><output id="readout" for="wipe">{map.hint}</output></p>
    <div id="region-table" class="scroll" tabindex="0" role="region" aria-label="{table.regions.label}"></div>
    <div id="zone-table" class="scroll" tabindex="0" role="region" aria-label="{table.zones}"></div>
    <details id="more" class="screen-only"><summary>{table.more}</summary><div id="more-table" class="scroll" tabindex="0" role="region" aria-label="{table.more}"></div></details>
    </section>
    <section id="device" aria-labelledby="device-title">
    <h2 id="device-title">{section.device}</h2>
    <p id="no-webgl" class="note" hidden>{solid.off}</p>
    <div class="device">
    <figure class="solid">
    <canvas id="solid" tabindex="0" role="img"></canvas>
    <canvas id="flat" role="img" hidden></canvas>
    <figcaption id="solid-caption" class="quiet">{solid.hint}</figcaption>
    </figure>
    <div class="controls screen-only">
    <fieldset><legend>{solid.color}</legend>
    <label><input type="radio" name="drape" value="plain" checked> {drape.plain}</label>
    <label><input type="radio" name="drape" value="thickness"> {drape.thickness}</label>
    <label><input type="radio" name="drape" value="before"> {drape.before}</label>
    <label><input type="radio" name="drape" value="after"> {drape.after}</label>
    <div id="drape-legend"></div>
    </fieldset>
    <label class="line"><input type="checkbox" id="scan"> {solid.scan}</label>
    <fieldset><legend>{solid.view}</legend>
    <button type="button" data-view="angle">{view.angle}</button>
    <button type="button" data-view="top">{view.top}</button>
    <button type="button" data-view="medial">{view.medial}</button>
    <button type="button" data-view="lateral">{view.lateral}</button>
    <button type="button" data-view="back">{view.back}</button>
    <button type="button" data-view="bottom">{view.bottom}</button>
    <button type="button" data-view="in" aria-label="{view.in}">+</button>
    <button type="button" data-view="out" aria-label="{view.out}">−</button>
    </fieldset>
    <fieldset><legend>{section.cut}</legend>
    <label><input type="radio" name="cut" value="across" checked> {cut.across}</label>
    <label><input type="radio" name="cut" value="along"> {cut.along}</label>
    <label class="line"><input type="checkbox" id="open"> {cut.open}</label>
    <label class="slider" for="place"><span>{cut.low}</span><input id="place" type="range" min="0" max="100" value="50" step="0.5" aria-label="{cut.place}"><span>{cut.high}</span></label>
    </fieldset>
    </div>
    </div>
    <figure class="section">
    <figcaption id="section-caption"></figcaption>
    <canvas id="section" role="img"></canvas>
    </figure>
    <div id="device-facts"></div>
    </section>
    <section id="prescription" aria-labelledby="prescription-title">
    <h2 id="prescription-title">{section.prescription}</h2>
    <div id="prescription-body"></div>
    </section>
    <section id="findings" aria-labelledby="findings-title">
    <h2 id="findings-title">{section.findings}</h2>
    <div id="findings-body"></div>
    </section>
    <section id="assumed" aria-labelledby="assumed-title">
    <h2 id="assumed-title">{section.assumed}</h2>
    <div id="assumed-body"></div>
    </section>
    <section id="evidence" aria-labelledby="evidence-title">
    <h2 id="evidence-title">{section.evidence}</h2>
    <div id="evidence-body"></div>
    </section>
    </main>
    <footer><p class="quiet">{disclaimer}</p></footer>
    """#

  /// `Report/Web/paper.css`.
  static let paperCSS = #"""
    @page{size:A4;margin:12mm}
    @media print{
    :root{--paper:#fff;--card:#fff;--ink:#000;--quiet:#333;--line:#999;--accent:#0b3a6e;--good:#0a5f4a;--bad:#8a3300;--foot:#e9ecef}
    html{font-size:9.5pt}
    body{max-width:none;padding:0}
    .screen-only,.skip,#chooser{display:none!important}
    .print-only{display:revert}
    .blanks{display:flex!important;gap:6mm;margin:2mm 0}
    .blanks span{flex:1;border-bottom:1px solid #000;padding-bottom:.2rem;color:#333}
    .blanks span+span{flex:.7}
    h2{margin:.8rem 0 .3rem;padding-top:.3rem;break-after:avoid;font-size:1.1rem}
    .card{border:1px solid var(--line);padding:.5rem .8rem}
    .answers ul{margin:.1rem 0}
    .answers{grid-template-columns:1.1fr 1fr 1.35fr;gap:.5rem;margin-top:.5rem}
    .big{font-size:1.4rem}
    .maps{grid-template-columns:repeat(3,1fr);gap:5mm;max-width:144mm;margin:0 auto}
    .maps canvas,.section canvas,.solid canvas{border:0}
    .device{grid-template-columns:1fr}
    .solid canvas{height:78mm}
    .section canvas{height:34mm}
    .scroll{overflow:visible;margin:.4rem 0}
    th,td{padding:.12rem .3rem}
    #region-table th[scope=row]{white-space:nowrap}
    table,tr,figure,.finding,.card,dl div{break-inside:avoid}
    .bar,.bar i,.legend canvas{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    #device{break-before:page}
    #more{display:none}
    #chooser,#device{break-inside:auto}
    .picture .bar{min-width:4.5rem}
    .facts{grid-template-columns:repeat(3,1fr);gap:.1rem 1.2rem}
    #solid-caption{display:none}
    }
    """#

  /// `Report/Web/screen.css`.
  static let screenCSS = #"""
    :root{color-scheme:light dark;--paper:#fff;--card:#f3f5f7;--ink:#1c2126;--quiet:#505a64;--line:#c6ccd2;--control:#7a848e;--accent:#0b5cad;--on-accent:#fff;--good:#0a5f4a;--bad:#9c3a00;--foot:#e4e8ec;--focus:#c2410c}
    @media (prefers-color-scheme:dark){:root{--paper:#14181c;--card:#1e242a;--ink:#eceff2;--quiet:#aab4bd;--line:#3b444d;--control:#8a949e;--accent:#7fbcff;--on-accent:#0d1216;--good:#63d6b4;--bad:#ffa667;--foot:#2a3138;--focus:#ffb37a}}
    *{box-sizing:border-box}
    [hidden]{display:none!important}
    html{font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%}
    body{margin:0 auto;max-width:72rem;padding:1rem clamp(.75rem,3vw,2rem) 3rem}
    h1{font-size:clamp(1.5rem,4vw,2.1rem);line-height:1.2;margin:.1rem 0}
    h2{font-size:1.25rem;margin:2.2rem 0 .6rem;padding-top:.6rem;border-top:1px solid var(--line)}
    h3{font-size:1rem;margin:1.2rem 0 .3rem}
    p{margin:.3rem 0}
    .brand{font-weight:700;letter-spacing:.04em;color:var(--accent);margin:0}
    .quiet{color:var(--quiet);font-size:.9rem}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0;padding:0;margin:0}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem;z-index:2}
    :focus-visible{outline:3px solid var(--focus);outline-offset:2px}
    .card{background:var(--card);border-radius:.7rem;padding:1rem 1.2rem}
    .answers{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:1rem;margin-top:1rem}
    .answers h3{margin:0 0 .3rem;color:var(--quiet);font-size:.8rem;text-transform:uppercase;letter-spacing:.06em}
    .big{font-size:1.7rem;font-weight:700;line-height:1.15}
    .answers ul{margin:.2rem 0;padding-left:1.1rem}
    a{color:var(--accent)}
    .good{color:var(--good)}.bad{color:var(--bad)}
    .maps{display:grid;grid-template-columns:repeat(4,1fr);gap:.8rem;align-items:start}
    figure{margin:0}
    figcaption{font-weight:600;text-align:center;margin-bottom:.3rem}
    canvas{display:block;width:100%}
    .maps canvas{background:var(--card);border-radius:.5rem;touch-action:pan-y}
    #map-wipe{cursor:ew-resize}
    .slider{display:flex;gap:.5rem;align-items:center;font-size:.85rem;margin-top:.4rem}
    .slider input{flex:1;min-width:0}
    input,select,button{font:inherit;color:inherit;accent-color:var(--accent)}
    input[type=range]{height:1.75rem}
    button,select{min-height:2rem;padding:.2rem .7rem;border:1px solid var(--control);border-radius:.4rem;background:var(--paper);cursor:pointer}
    button[aria-pressed=true]{background:var(--accent);color:var(--on-accent)}
    .legends{display:flex;flex-wrap:wrap;gap:.4rem 2rem;margin:.6rem 0}
    .legend{display:flex;align-items:center;gap:.5rem;font-size:.85rem}
    .legend canvas{width:12rem;height:.8rem;border-radius:.2rem;border:1px solid var(--line)}
    fieldset{border:1px solid var(--line);border-radius:.5rem;margin:.6rem 0;padding:.4rem .8rem .6rem}
    legend{font-size:.85rem;color:var(--quiet);padding:0 .3rem}
    .layers{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem}
    label{display:inline-flex;align-items:center;gap:.35rem;min-height:1.75rem}
    label.line{display:flex}
    fieldset label{margin-right:.8rem}
    .scroll{overflow-x:auto;margin:.8rem 0}
    table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
    caption{text-align:left;font-weight:600;padding:.3rem 0}
    th,td{padding:.35rem .6rem;text-align:right;border-bottom:1px solid var(--line);vertical-align:top}
    th{font-weight:600}
    td.range,td.nowrap{white-space:nowrap}
    thead th{color:var(--quiet);font-size:.85rem;vertical-align:bottom}
    th[scope=row],td.words,th.words{text-align:left}
    tr.part th[scope=row]{padding-left:1.6rem;font-weight:400}
    tr.total>*{border-top:2px solid var(--line);font-weight:600}
    .over{font-weight:700}
    .bar{position:relative;min-width:8rem;height:1.1rem}
    .bar i{position:absolute;top:0;bottom:0;border-radius:2px;background:var(--good)}
    .bar i.up{background:var(--bad)}
    .bar i.band{top:35%;bottom:35%;background:none;border:1px solid var(--ink);border-width:0 2px;border-radius:0}
    .bar i.band::after{content:"";position:absolute;left:0;right:0;top:calc(50% - 1px);height:2px;background:var(--ink)}
    .bar i.zero{width:1px;background:var(--quiet);border-radius:0;left:50%;top:-3px;bottom:-3px}
    .device{display:grid;grid-template-columns:minmax(0,1fr) 19rem;gap:1.2rem}
    .solid canvas{background:var(--card);border-radius:.6rem;height:clamp(18rem,48vh,30rem);touch-action:none;cursor:grab}
    #flat{height:auto;max-width:17rem;margin:0 auto;cursor:default}
    .section{margin:1rem 0}
    .section canvas{background:var(--card);border-radius:.6rem;height:11rem}
    .note,.finding{border-left:4px solid var(--accent);background:var(--card);padding:.5rem .9rem;border-radius:.3rem;margin:.5rem 0}
    .finding.warning,.finding.error{border-color:var(--bad)}
    .finding b{margin-right:.4rem}
    .facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.3rem 1.5rem;margin:.6rem 0}
    .facts div{display:flex;justify-content:space-between;gap:1rem;border-bottom:1px solid var(--line);padding:.2rem 0}
    .facts dt{color:var(--quiet)}.facts dd{margin:0;font-weight:600;text-align:right;white-space:nowrap}
    dl{margin:0}
    .pictures{display:grid;align-items:end;grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));gap:.8rem}
    .pictures canvas{background:var(--card);border-radius:.5rem}
    .best{font-weight:700;text-decoration:underline;text-underline-offset:.2em}
    svg.dose{width:100%;max-width:44rem;height:auto}
    svg.dose text{fill:var(--ink);font-size:13px}
    .hash{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.75rem;overflow-wrap:anywhere}
    .print-only{display:none}
    #chooser{margin-top:1rem}
    @media screen and (max-width:52rem){
    .maps{grid-template-columns:repeat(3,1fr)}
    .maps .wide{grid-column:1/-1;max-width:22rem;margin:0 auto;width:100%}
    .device{grid-template-columns:1fr}
    th,td{padding:.3rem .35rem}
    .picture,.range,.aim{display:none}
    tr.part th[scope=row]{padding-left:.6rem}
    }
    @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
    """#

  /// `Report/Web/section.js`.
  static let sectionJS = #"""
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
    """#

  /// `Report/Web/solid.js`.
  static let solidJS = #"""
    // ---- the insole in 3D: WebGL 1, nothing borrowed
    const vertexSource = `attribute vec3 place; attribute vec3 normal; uniform mat4 view; uniform mat4 turn; varying vec3 at; varying vec3 facing; varying float level;
    void main() { at = place; level = abs(normal.z); facing = (turn * vec4(normal, 0.0)).xyz; gl_Position = view * vec4(place, 1.0); }`;
    // Mode 0 is plain, 1 a colour by the sheet, 2 the scanned foot.
    const fragmentSource = `precision highp float; varying vec3 at; varying vec3 facing; varying float level; uniform int mode; uniform vec4 cutting; uniform vec4 sheetBox; uniform vec2 sheetRange;
    uniform sampler2D sheet; uniform sampler2D ramp; uniform vec3 plain; uniform float brim;
    void main() {
      if (dot(cutting.xyz, at) > cutting.w) discard;
      vec3 n = normalize(facing);
      if (mode == 2) {
        if (at.z > brim) discard;
        float l = 0.45 + 0.55 * abs(n.z); gl_FragColor = vec4(vec3(0.93, 0.72, 0.58) * l, 0.6 * smoothstep(0.35, 0.8, level)); return; }
      if (!gl_FrontFacing) { gl_FragColor = vec4(0.95, 0.55, 0.20, 1.0); return; }
      float key = max(0.0, dot(n, vec3(-0.52, 0.46, 0.72))), side = max(0.0, dot(n, vec3(0.8, -0.1, 0.59)));
      float light = 0.34 + 0.56 * key + 0.20 * side, gloss = pow(max(0.0, dot(n, vec3(-0.29, 0.26, 0.92))), 24.0);
      vec3 base = plain;
      if (mode == 1) {
        vec2 uv = (at.xy - sheetBox.xy) / sheetBox.zw;
        float share = texture2D(sheet, uv).r;
        vec3 shade = texture2D(ramp, vec2(0.002 + 0.996 * share, 0.5)).rgb;
        float cover = sheetRange.x > 0.0 ? clamp(share / sheetRange.x, 0.0, 1.0) : 1.0;
        base = mix(plain, shade, cover); light = 0.55 + 0.45 * light; gloss *= 0.4;
      }
      gl_FragColor = vec4(base * min(light, 1.15) + 0.16 * gloss, 1.0);
    }`;
    const camera = { turn: -0.9, tilt: 0.75, zoom: 1 };
    const angles = { angle: [-0.9, 0.75], top: [0, 1.5707], medial: [1.5707, 0.18], lateral: [-1.5707, 0.18], back: [0, 0.22], bottom: [0, -1.5707] };
    let scene = null, drape = "plain", showScan = false, opened = false;

    function startSolid() {
      const canvas = $("solid");
      const gl = canvas.getContext("webgl", { antialias: true, preserveDrawingBuffer: true, alpha: true, premultipliedAlpha: false });
      if (!gl) return false;
      const program = gl.createProgram();
      for (const [kind, source] of [[gl.VERTEX_SHADER, vertexSource], [gl.FRAGMENT_SHADER, fragmentSource]]) {
        const shader = gl.createShader(kind);
        gl.shaderSource(shader, source); gl.compileShader(shader);
        if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) return false;
        gl.attachShader(program, shader);
      }
      gl.linkProgram(program);
      if (!gl.getProgramParameter(program, gl.LINK_STATUS)) return false;
      gl.useProgram(program);
      const names = ["view", "turn", "mode", "cutting", "sheetBox", "sheetRange", "sheet", "ramp", "plain", "brim"], at = {};
      for (const name of names) at[name] = gl.getUniformLocation(program, name);
      scene = { gl, at, place: gl.getAttribLocation(program, "place"), normal: gl.getAttribLocation(program, "normal"), wide: gl.getExtension("OES_element_index_uint") };
      gl.enableVertexAttribArray(scene.place); gl.enableVertexAttribArray(scene.normal);
      scene.sheet = gl.createTexture(); scene.ramp = gl.createTexture();
      canvas.addEventListener("webglcontextlost", event => { event.preventDefault(); scene = null; showSolid(); });
      listenSolid(canvas);
      return true;
    }
    function buffers(places, corners, mirrored) {
      const gl = scene.gl, count = places.length / 3, normals = new Float32Array(places.length);
      // Normals are the mean of the facets around a vertex, weighted by area.
      for (let index = 0; index < corners.length; index += 3) {
        const [a, b, c] = [corners[index] * 3, corners[index + 1] * 3, corners[index + 2] * 3];
        const ux = places[b] - places[a], uy = places[b + 1] - places[a + 1], uz = places[b + 2] - places[a + 2];
        const vx = places[c] - places[a], vy = places[c + 1] - places[a + 1], vz = places[c + 2] - places[a + 2];
        const n = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx], size = Math.hypot(n[0], n[1], n[2]) || 1;
        // Small facets of the rounded edge count as much as the large ones beside them.
        const weight = 1 / Math.sqrt(size);
        for (const corner of [a, b, c]) for (let axis = 0; axis < 3; axis++) normals[corner + axis] += n[axis] * weight;
      }
      if (mirrored) {
        for (let index = 0; index < corners.length; index += 3) { const keep = corners[index + 1]; corners[index + 1] = corners[index + 2]; corners[index + 2] = keep; }
      }
      for (let index = 0; index < count; index++) {
        const size = Math.hypot(normals[3 * index], normals[3 * index + 1], normals[3 * index + 2]) || 1;
        for (let axis = 0; axis < 3; axis++) normals[3 * index + axis] /= size;
      }
      const made = { count: corners.length, corners: count < 65536 ? new Uint16Array(corners) : corners, wide: count >= 65536 };
      made.places = upload(gl.ARRAY_BUFFER, places); made.normals = upload(gl.ARRAY_BUFFER, normals); made.facets = upload(gl.ELEMENT_ARRAY_BUFFER, made.corners);
      return made;
    }
    function upload(kind, data) { const gl = scene.gl, buffer = gl.createBuffer(); gl.bindBuffer(kind, buffer); gl.bufferData(kind, data, gl.STATIC_DRAW); return buffer; }
    function loadSolid() {
      const mesh = design.mesh, packed = new Int16Array(bytesOf(mesh.vertices).buffer), places = new Float32Array(packed.length);
      for (let index = 0; index < packed.length; index++) places[index] = packed[index] * mesh.unit;
      const raw = bytesOf(mesh.triangles).buffer, corners = mesh.wide ? new Uint32Array(raw) : Uint32Array.from(new Uint16Array(raw));
      scene.body = buffers(places, corners, false);
      let top = 0;
      for (let index = 2; index < places.length; index += 3) top = Math.max(top, places[index]);
      scene.top = top;
      loadFoot();
      loadSheet();
    }
    // The scanned sole as it lies on the device, unloaded; its steep brim fades, where a scan from below frays.
    function loadFoot() {
      const grid = unpack(design.plantar), step = Math.max(1, Math.round(1 / grid.spacing)), base = lift(design), number = new Map(), places = [], corners = [];
      const node = (c, r) => {
        const index = r * grid.columns + c, z = grid.field[index];
        if (c >= grid.columns || r >= grid.rows || !isFinite(z) || z > 60) return -1;
        if (!number.has(index)) { number.set(index, places.length / 3); places.push(grid.x + c * grid.spacing, grid.y + r * grid.spacing, z + base + 0.3); }
        return number.get(index);
      };
      for (let r = 0; r + step < grid.rows; r += step) for (let c = 0; c + step < grid.columns; c += step) {
        const quad = [node(c, r), node(c + step, r), node(c + step, r + step), node(c, r + step)];
        if (quad.every(corner => corner >= 0)) corners.push(quad[0], quad[1], quad[2], quad[0], quad[2], quad[3]);
      }
      scene.foot = corners.length ? buffers(new Float32Array(places), new Uint32Array(corners), false) : null;
    }
    function texture(target, unit, format, width, height, data) {
      const gl = scene.gl;
      gl.activeTexture(gl.TEXTURE0 + unit); gl.bindTexture(gl.TEXTURE_2D, target);
      gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
      gl.texImage2D(gl.TEXTURE_2D, 0, format, width, height, 0, format, gl.UNSIGNED_BYTE, data);
      for (const [name, value] of [["TEXTURE_MIN_FILTER", gl.LINEAR], ["TEXTURE_MAG_FILTER", gl.LINEAR], ["TEXTURE_WRAP_S", gl.CLAMP_TO_EDGE], ["TEXTURE_WRAP_T", gl.CLAMP_TO_EDGE]]) gl.texParameteri(gl.TEXTURE_2D, gl[name], value);
    }
    function loadSheet() {
      const gl = scene.gl;
      if (drape === "plain") { fill("drape-legend"); return; }
      const isThickness = drape === "thickness", grid = unpack(isThickness ? design.top : design[drape]), bottom = bottomOf(design), full = isThickness ? thickest(design) : highest(page.designs);
      const data = new Uint8Array(grid.field.length);
      for (let index = 0; index < data.length; index++) {
        const value = isThickness ? grid.field[index] - bottom.field[index] : grid.field[index];
        data[index] = isFinite(value) ? Math.max(0, Math.min(255, Math.round(255 * value / full))) : 0;
      }
      texture(scene.sheet, 0, gl.LUMINANCE, grid.columns, grid.rows, data);
      texture(scene.ramp, 1, gl.RGBA, 256, 1, new Uint8Array(ramps[isThickness ? "viridis" : "plasma"].buffer));
      const half = grid.spacing / 2;
      scene.sheetBox = [grid.x - half, grid.y - half, grid.columns * grid.spacing, grid.rows * grid.spacing];
      scene.fade = isThickness ? 0 : fade / full;
      fill("drape-legend", isThickness ? legend(t("drape.thickness") + ", mm", "viridis", 0, full) : legend(t("legend.pressure"), "plasma", 0, full));
    }
    // Column-major product of two 4 × 4 matrices.
    function times(a, b) {
      const result = new Float32Array(16);
      for (let column = 0; column < 4; column++) for (let row = 0; row < 4; row++) for (let k = 0; k < 4; k++) result[4 * column + row] += a[4 * k + row] * b[4 * column + k];
      return result;
    }
    function drawSolid() {
      if (!scene) return;
      const gl = scene.gl, canvas = gl.canvas, ratio = Math.min(window.devicePixelRatio || 1, 2);
      const width = Math.max(1, Math.round(canvas.clientWidth * ratio)), height = Math.max(1, Math.round(canvas.clientHeight * ratio));
      if (canvas.width !== width || canvas.height !== height) { canvas.width = width; canvas.height = height; }
      gl.viewport(0, 0, width, height);
      gl.clearColor(0, 0, 0, 0); gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
      gl.enable(gl.DEPTH_TEST);
      const box = frameOf(design), center = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, scene.top / 2], mirror = isLeft(design) ? -1 : 1;
      const [c, s, k, l] = [Math.cos(camera.turn), Math.sin(camera.turn), Math.cos(camera.tilt), Math.sin(camera.tilt)];
      // Mirrored where it is a left foot; turned about the vertical, then tilted towards the eye.
      const flip = new Float32Array([mirror, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
      const turn = times(new Float32Array([c, s * l, -s * k, 0, -s, c * l, -c * k, 0, 0, k, l, 0, 0, 0, 0, 1]), flip);
      const move = new Float32Array([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -center[0], -center[1], -center[2], 1]);
      // What the turned box needs decides the size, so that nothing is cut off at any angle.
      let across = 1, along = 1;
      for (const x of [box.x0, box.x1]) for (const y of [box.y0, box.y1]) for (const z of [0, scene.top]) {
        const p = [x - center[0], y - center[1], z - center[2]];
        across = Math.max(across, Math.abs(turn[0] * p[0] + turn[4] * p[1] + turn[8] * p[2]));
        along = Math.max(along, Math.abs(turn[1] * p[0] + turn[5] * p[1] + turn[9] * p[2]));
      }
      const fit = 0.92 * camera.zoom * Math.min(width / height / across, 1 / along), deep = 1 / 600;
      const lens = new Float32Array([fit * height / width, 0, 0, 0, 0, fit, 0, 0, 0, 0, -deep, 0, 0, 0, 0, 1]);
      gl.uniformMatrix4fv(scene.at.view, false, times(lens, times(turn, move)));
      gl.uniformMatrix4fv(scene.at.turn, false, turn);
      gl.frontFace(mirror < 0 ? gl.CW : gl.CCW);
      const place = cutPlace(design);
      // What lies before the cut goes, so that its face is seen.
      const facing = (cut.along ? turn[2] : turn[6]) >= 0 ? 1 : -1;
      gl.uniform4f(scene.at.cutting, ...(opened ? (cut.along ? [facing, 0, 0, facing * place] : [0, facing, 0, facing * place]) : [0, 0, 0, 1]));
      gl.uniform1f(scene.at.brim, lift(design) + 16);
      gl.uniform3f(scene.at.plain, 0.62, 0.75, 0.88);
      gl.uniform1i(scene.at.sheet, 0); gl.uniform1i(scene.at.ramp, 1);
      if (drape !== "plain") { gl.uniform4f(scene.at.sheetBox, ...scene.sheetBox); gl.uniform2f(scene.at.sheetRange, scene.fade, 0); }
      gl.disable(gl.BLEND);
      paint(scene.body, drape === "plain" ? 0 : 1);
      if (showScan && scene.foot) {
        gl.enable(gl.BLEND); gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
        paint(scene.foot, 2);
      }
    }
    function paint(body, mode) {
      const gl = scene.gl;
      gl.uniform1i(scene.at.mode, mode);
      gl.bindBuffer(gl.ARRAY_BUFFER, body.places); gl.vertexAttribPointer(scene.place, 3, gl.FLOAT, false, 0, 0);
      gl.bindBuffer(gl.ARRAY_BUFFER, body.normals); gl.vertexAttribPointer(scene.normal, 3, gl.FLOAT, false, 0, 0);
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, body.facets);
      if (body.wide && !scene.wide) return;
      gl.drawElements(gl.TRIANGLES, body.count, body.wide ? gl.UNSIGNED_INT : gl.UNSIGNED_SHORT, 0);
    }
    let awaited = false;
    function redraw() { if (!awaited) { awaited = true; requestAnimationFrame(() => { awaited = false; drawSolid(); }); } }
    function listenSolid(canvas) {
      const fingers = new Map();
      let apart = 0;
      canvas.addEventListener("pointerdown", event => { fingers.set(event.pointerId, event); canvas.setPointerCapture(event.pointerId); apart = 0; });
      for (const name of ["pointerup", "pointercancel"]) canvas.addEventListener(name, event => { fingers.delete(event.pointerId); apart = 0; });
      canvas.addEventListener("pointermove", event => {
        const before = fingers.get(event.pointerId);
        if (!before) return;
        fingers.set(event.pointerId, event);
        if (fingers.size === 1) turnBy((event.clientX - before.clientX) * 0.01, (event.clientY - before.clientY) * 0.01);
        else {
          const [a, b] = Array.from(fingers.values()), now = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
          if (apart) zoomBy(now / apart);
          apart = now;
        }
      });
      canvas.addEventListener("wheel", event => { if (event.ctrlKey || document.activeElement === canvas) { event.preventDefault(); zoomBy(Math.exp(-event.deltaY * 0.002)); } }, { passive: false });
      canvas.addEventListener("keydown", event => {
        const step = 0.12, moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
        if (moves[event.key]) { turnBy(...moves[event.key]); event.preventDefault(); }
        else if (event.key === "+" || event.key === "=") zoomBy(1.15);
        else if (event.key === "-") zoomBy(1 / 1.15);
      });
    }
    function turnBy(turn, tilt) { camera.turn += turn; camera.tilt = Math.max(-1.5707, Math.min(1.5707, camera.tilt + tilt)); redraw(); }
    function zoomBy(factor) { camera.zoom = Math.max(0.5, Math.min(8, camera.zoom * factor)); redraw(); }
    function setView(name) {
      if (name === "in") return zoomBy(1.25);
      if (name === "out") return zoomBy(0.8);
      const sign = isLeft(design) && (name === "medial" || name === "lateral") ? -1 : 1;
      camera.turn = sign * angles[name][0]; camera.tilt = angles[name][1]; camera.zoom = 1;
      redraw();
    }
    function showSolid() {
      const drawn = Boolean(scene && design.mesh);
      $("solid").hidden = !drawn; $("flat").hidden = drawn; $("no-webgl").hidden = drawn;
      $("no-webgl").textContent = t(design.mesh ? "solid.off" : "solid.light");
      $("solid-caption").textContent = t(drawn ? "solid.hint" : "solid.flat");
      for (const input of document.querySelectorAll("[data-view], input[name=drape], #scan, #open")) input.disabled = !drawn;
      if (!drawn) return drawFlat();
      const device = design.record.device;
      $("solid").setAttribute("aria-label", t("solid.label", { length: rounded(device.length, 0), width: rounded(device.width, 0), height: rounded(device.height, 0) }));
      loadSolid();
      drawSolid();
    }
    """#

  /// `Report/Web/start.js`.
  static let startJS = #"""
    // ---- the page comes to life
    function drawAll() { drawMaps(); drawSection(); if (scene && design.mesh) drawSolid(); else drawFlat(); drawOverview(); }
    function showDesign() {
      showWords(); showSummary(); showRegions(); drawMaps(); showSolid(); drawSection();
    }
    function listen() {
      for (const name in layers) $("layer-" + name).addEventListener("change", event => { layers[name] = event.target.checked; drawMaps(); });
      $("wipe").addEventListener("input", event => { wiped = Number(event.target.value) / 100; drawWipe(); });
      const pull = event => { const box = $("map-wipe").getBoundingClientRect(); setWipe((event.clientX - box.left) / box.width); };
      $("map-wipe").addEventListener("pointerdown", event => { $("map-wipe").setPointerCapture(event.pointerId); pull(event); });
      $("map-wipe").addEventListener("pointermove", event => { if (event.buttons) pull(event); });
      for (const id of ["map-wipe", "map-before", "map-after", "map-change"]) { $(id).addEventListener("pointermove", readOut); $(id).addEventListener("pointerdown", readOut); }
      for (const input of document.querySelectorAll("input[name=drape]")) input.addEventListener("change", () => { drape = input.value; loadSheet(); redraw(); });
      for (const button of document.querySelectorAll("[data-view]")) button.addEventListener("click", () => setView(button.dataset.view));
      for (const input of document.querySelectorAll("input[name=cut]")) input.addEventListener("change", () => { cut.along = input.value === "along"; nameCut(); moveCut(); });
      $("place").addEventListener("input", event => { cut.share = Number(event.target.value) / 100; moveCut(); });
      $("open").addEventListener("change", event => { opened = event.target.checked; redraw(); });
      $("scan").addEventListener("change", event => { showScan = event.target.checked; redraw(); });
      let width = window.innerWidth;
      window.addEventListener("resize", () => { if (window.innerWidth !== width) { width = window.innerWidth; drawAll(); } else redraw(); });
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
      const paper = on => { if (printing !== on) { printing = on; drawAll(); } };
      window.addEventListener("beforeprint", () => paper(true));
      window.addEventListener("afterprint", () => paper(false));
      matchMedia("print").addEventListener("change", event => paper(event.matches));
    }
    function nameCut() {
      const ends = $("place").parentElement.querySelectorAll("span");
      ends[0].textContent = t(cut.along ? "cut.low.along" : "cut.low"); ends[1].textContent = t(cut.along ? "cut.high.along" : "cut.high");
    }
    function moveCut() { drawSection(); if (scene && design.mesh) redraw(); else drawFlat(); }

    showOverview();
    startSolid();
    listen();
    showDesign();
    """#

  /// `Report/Web/tables.js`.
  static let tablesJS = #"""
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
    """#

  /// All of them by their paths in this module.
  static let all = [
    "Record/record.schema.json": recordSchemaJSON,
    "Report/Web/base.js": baseJS,
    "Report/Web/colors.js": colorsJS,
    "Report/Web/compare.js": compareJS,
    "Report/Web/maps.js": mapsJS,
    "Report/Web/page.html": pageHTML,
    "Report/Web/paper.css": paperCSS,
    "Report/Web/screen.css": screenCSS,
    "Report/Web/section.js": sectionJS,
    "Report/Web/solid.js": solidJS,
    "Report/Web/start.js": startJS,
    "Report/Web/tables.js": tablesJS,
  ]
}
