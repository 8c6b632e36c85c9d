/// Volumes in a 3MF model in which a slicer changes its settings: they are no part of the solid.
///
/// PrusaSlicer names them as ranges of an object's facets, OrcaSlicer and Bambu Studio as objects of a group.
struct ThreeMFModifiers {
  /// Where the slicers keep them.
  static let paths = ["Metadata/Slic3r_PE_model.config", "Metadata/model_settings.config"]
  /// More than any file of settings, bytes.
  static let largestSize = 1 << 26

  /// Facets by number, as the file has them: any numbers at all.
  private struct Stretch {
    var first: Double
    var last: Double
  }

  // Looked up by object, never walked through, so that their order does not matter.
  private var stretches: [String: [Stretch]] = [:]
  private var objects: Set<String> = []

  /// None.
  init() {}

  /// Reads a slicer's settings; what is not understood is passed over.
  init(_ bytes: [UInt8]) {
    var tags = XMLTagScanner(bytes)
    var object = ""
    var volume: Stretch?
    while tags.next() {
      if tags.isNamed("object") {
        object = tags.isClosing ? "" : tags.text("id") ?? ""
      } else if tags.isNamed("volume") {
        volume = nil
        if !tags.isClosing, let first = tags.number("firstid"), let last = tags.number("lastid") {
          volume = Stretch(first: first, last: last)
        }
      } else if tags.isNamed("metadata"), tags.text("key") == "volume_type" {
        if let volume, tags.text("value") != "ModelPart" { stretches[object, default: []].append(volume) }
      } else if tags.isNamed("part"), let subtype = tags.text("subtype"), subtype != "normal_part" {
        if let number = tags.text("id") { objects.insert(number) }
      }
    }
  }

  /// Takes them out of an object's mesh.
  func remove(from mesh: inout Mesh, ofObject name: String) {
    if objects.contains(name) { mesh = Mesh() }
    guard let own = stretches[name], !mesh.triangles.isEmpty else { return }
    // Where stretches begin and end: one walk over the facets, however many there are.
    let count = mesh.triangles.count
    var change = [Int](repeating: 0, count: count + 1)
    for stretch in own where stretch.first <= stretch.last && stretch.last >= 0 && stretch.first < Double(count) {
      change[Int(max(stretch.first, 0))] += 1
      change[Int(min(stretch.last, Double(count - 1))) + 1] -= 1
    }
    var depth = 0
    var kept: [Triangle] = []
    for (index, triangle) in mesh.triangles.enumerated() {
      depth += change[index]
      if depth == 0 { kept.append(triangle) }
    }
    mesh = Mesh(vertices: mesh.vertices, triangles: kept).compacted
  }
}
