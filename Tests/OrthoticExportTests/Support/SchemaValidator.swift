import Foundation

/// Checks JSON against the part of JSON Schema that the record's schema uses; an unknown word of a schema is an error.
struct SchemaValidator {
  let schema: [String: Any]

  init(_ text: String) throws {
    schema = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  }

  /// What is wrong, place by place; empty for a valid value.
  func faults(in value: Any) -> [String] { faults(value, schema, "") }

  private static let known: Set<String> = [
    "$schema", "$defs", "$ref", "title", "description", "type", "const", "enum", "required", "properties",
    "additionalProperties", "items", "minItems", "maxItems", "minProperties", "minimum", "maximum", "exclusiveMinimum",
    "minLength", "pattern",
  ]

  private func faults(_ value: Any, _ rules: [String: Any], _ place: String) -> [String] {
    var found = Set(rules.keys).subtracting(Self.known).sorted().map { "\(place): unknown rule \($0)" }
    if let name = (rules["$ref"] as? String)?.split(separator: "/").last,
      let target = (schema["$defs"] as? [String: Any])?[String(name)] as? [String: Any]
    {
      return found + faults(value, target, place)
    }
    let types = (rules["type"] as? String).map { [$0] } ?? rules["type"] as? [String] ?? []
    if !types.isEmpty, !types.contains(where: { Self.isOf($0, value) }) { return found + ["\(place): not \(types)"] }
    if let expected = rules["const"], !Self.same(expected, value) { found.append("\(place): not \(expected)") }
    if let allowed = rules["enum"] as? [Any], !allowed.contains(where: { Self.same($0, value) }) {
      found.append("\(place): not one of \(allowed)")
    }
    if let text = value as? String {
      if let least = rules["minLength"] as? Int, text.count < least { found.append("\(place): too short") }
      if let pattern = rules["pattern"] as? String, text.range(of: pattern, options: .regularExpression) == nil {
        found.append("\(place): not like \(pattern)")
      }
    } else if let object = value as? [String: Any] {
      found += members(object, rules, place)
    } else if let list = value as? [Any] {
      if let least = rules["minItems"] as? Int, list.count < least { found.append("\(place): too few") }
      if let most = rules["maxItems"] as? Int, list.count > most { found.append("\(place): too many") }
      if let item = rules["items"] as? [String: Any] {
        for (index, each) in list.enumerated() { found += faults(each, item, "\(place).\(index)") }
      }
    } else if let number = value as? NSNumber {
      if let low = rules["minimum"] as? Double, number.doubleValue < low { found.append("\(place): below \(low)") }
      if let high = rules["maximum"] as? Double, number.doubleValue > high { found.append("\(place): above \(high)") }
      if let low = rules["exclusiveMinimum"] as? Double, number.doubleValue <= low {
        found.append("\(place): not above \(low)")
      }
    }
    return found
  }

  private func members(_ object: [String: Any], _ rules: [String: Any], _ place: String) -> [String] {
    let properties = rules["properties"] as? [String: Any] ?? [:]
    var found = (rules["required"] as? [String] ?? []).filter { object[$0] == nil }.map { "\(place).\($0): missing" }
    if let least = rules["minProperties"] as? Int, object.count < least { found.append("\(place): too few keys") }
    for (key, value) in object.sorted(by: { $0.key < $1.key }) {
      if let rule = properties[key] as? [String: Any] {
        found += faults(value, rule, "\(place).\(key)")
      } else if let rule = rules["additionalProperties"] as? [String: Any] {
        found += faults(value, rule, "\(place).\(key)")
      } else if rules["additionalProperties"] as? Bool == false {
        found.append("\(place).\(key): not known")
      }
    }
    return found
  }

  private static func isBoolean(_ value: Any) -> Bool {
    // A truth value is a number to Foundation; only its encoding tells.
    (value as? NSNumber).map { unsafe ["c", "B"].contains(String(cString: $0.objCType)) } ?? false
  }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": isBoolean(value)
    case "null": value is NSNull
    case "number": value is NSNumber && !isBoolean(value)
    case "integer":
      !isBoolean(value) && (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    default: false
    }
  }

  private static func same(_ a: Any, _ b: Any) -> Bool {
    if let a = a as? String { return a == b as? String }
    if let a = a as? NSNumber { return !isBoolean(b) && a == b as? NSNumber }
    return false
  }
}
