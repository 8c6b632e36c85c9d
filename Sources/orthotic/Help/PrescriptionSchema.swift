import OrthoticCore

/// The JSON schema of prescription files, made from the vocabulary.
enum PrescriptionSchema {
  /// The schema (draft 2020-12).
  static var text: String { ((try? JSONOutput.text(schema)) ?? "{}\n") }

  private static var schema: Node {
    var elements: [String: Node] = [:]
    for element in PrescriptionVocabulary.elements { elements[element.key] = node(of: element) }
    var all = elements
    all["schemaVersion"] = Node(type: ["integer"], minimum: 1, maximum: PrescriptionFile.schemaVersion)
    all["name"] = Node(type: ["string"], description: "What the prescriber calls it.")
    all["notes"] = Node(type: ["string"], description: "Free text.")
    let side = Node(type: ["object"], properties: elements, additionalProperties: false)
    all["left"] = side.described("What differs for the left foot.")
    all["right"] = side.described("What differs for the right foot.")
    return Node(
      schema: "https://json-schema.org/draft/2020-12/schema", title: "orthotic prescription", type: ["object"],
      properties: all, additionalProperties: false)
  }

  private static func node(of element: PrescriptionElement) -> Node {
    var node = Node(
      type: ["string"],
      description: "\(element.summary). \(element.detail.text(naming: .flags)) Takes \(element.kind.rangeDescription).",
      defaultValue: element.defaultText)
    switch element.kind {
    case .choice(let names): node.cases = names
    case .quantity: node.type = ["string", "number"]
    default: break
    }
    return node
  }

  private struct Node: Encodable {
    var schema: String?
    var title: String?
    var type: [String]
    var description: String?
    var defaultValue: String?
    var cases: [String]?
    var minimum: Int?
    var maximum: Int?
    var properties: [String: Node]?
    var additionalProperties: Bool?

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case title, type, description, minimum, maximum, properties, additionalProperties
      case defaultValue = "default"
      case cases = "enum"
    }

    func described(_ text: String) -> Node {
      var node = self
      node.description = text
      return node
    }
  }
}
