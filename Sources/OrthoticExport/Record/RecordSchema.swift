/// The JSON schema of the design record (draft 2020-12): what `orthotic schema record` prints.
public enum RecordSchema {
  /// The schema's text.
  public static let text = #"""
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
            "required": ["role", "path"],
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
            "afterByColumns": {"$ref": "#/$defs/load"}
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
}
