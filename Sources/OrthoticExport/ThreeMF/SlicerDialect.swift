/// Whose settings a 3MF file carries besides the standard's own content.
///
/// The standard says what bodies are there; how full each is printed, every slicer says in a file of its own.
public enum SlicerDialect: String, Sendable, CaseIterable {
  /// PrusaSlicer and Slic3r: one mesh, its bodies told apart by ranges of facets.
  case prusa
  /// OrcaSlicer: an object for each body, grouped.
  case orca
  /// Bambu Studio: the same as OrcaSlicer.
  case bambu
  /// No settings: the standard alone.
  case none

  /// How the bodies are arranged.
  var grouping: ThreeMFWriter.Grouping {
    switch self {
    case .prusa: .oneMesh
    case .orca, .bambu: .components
    case .none: .separate
    }
  }

  /// XML name spaces that the model declares, with their prefixes.
  var namespaces: [(prefix: String, uri: String)] {
    switch self {
    case .prusa: [("slic3rpe", "http://schemas.slic3r.org/3mf/2017/06")]
    case .orca, .bambu: [("BambuStudio", "http://schemas.bambulab.com/package/2021")]
    case .none: []
    }
  }

  /// What the model says of itself so that the slicer reads its own file.
  var metadata: [(name: String, value: String)] {
    switch self {
    case .prusa: [("slic3rpe:Version3mf", "1"), ("Application", "orthotic")]
    // Both look for this beginning and a version that they know.
    case .orca, .bambu: [("Application", "BambuStudio-01.09.05.52"), ("BambuStudio:3mfVersion", "1")]
    case .none: [("Application", "orthotic")]
    }
  }

  /// The slicer's own file: settings of each device and of its bodies.
  func part(devices: [DevicePackage.Device], numbers: ThreeMFWriter.Numbers) -> ThreeMFWriter.Part? {
    switch self {
    case .prusa: prusa(devices, numbers)
    case .orca, .bambu: orca(devices, numbers)
    case .none: nil
    }
  }

  private func prusa(_ devices: [DevicePackage.Device], _ numbers: ThreeMFWriter.Numbers) -> ThreeMFWriter.Part {
    func line(_ type: String, _ key: String, _ value: String) -> String {
      let space = type == "object" ? "  " : "   "
      return "\(space)<metadata type=\"\(type)\" key=\"\(key)\" value=\"\(MarkupText.escaped(value))\"/>\n"
    }
    func lines(_ type: String, _ settings: PrintSettings) -> String {
      (settings.filament.map { line(type, "extruder", "\($0)") } ?? "")
        + (settings.infill.map { line(type, "fill_density", percent($0)) } ?? "")
        + (settings.walls.map { line(type, "perimeters", "\($0)") } ?? "")
    }
    var text = Self.xml + "<config>\n"
    for (device, number) in zip(devices, numbers.built) {
      text += " <object id=\"\(number)\" instances_count=\"1\">\n"
      text += line("object", "name", device.name) + lines("object", device.settings)
      var first = 0
      for body in device.bodies {
        let last = first + body.mesh.triangles.count - 1
        text += "  <volume firstid=\"\(first)\" lastid=\"\(last)\">\n"
        text += line("volume", "name", body.name)
        text += line("volume", "volume_type", body.isModifier ? "ParameterModifier" : "ModelPart")
        text += lines("volume", body.settings) + "  </volume>\n"
        first = last + 1
      }
      text += " </object>\n"
    }
    text += "</config>\n"
    return ThreeMFWriter.Part(path: "Metadata/Slic3r_PE_model.config", bytes: Array(text.utf8))
  }

  private func orca(_ devices: [DevicePackage.Device], _ numbers: ThreeMFWriter.Numbers) -> ThreeMFWriter.Part {
    func line(_ key: String, _ value: String) -> String {
      "   <metadata key=\"\(key)\" value=\"\(MarkupText.escaped(value))\"/>\n"
    }
    func lines(_ settings: PrintSettings) -> String {
      (settings.filament.map { line("extruder", "\($0)") } ?? "")
        + (settings.infill.map { line("sparse_infill_density", percent($0)) } ?? "")
        + (settings.walls.map { line("wall_loops", "\($0)") } ?? "")
    }
    var text = Self.xml + "<config>\n"
    var next = 0
    for (device, number) in zip(devices, numbers.built) {
      text += " <object id=\"\(number)\">\n" + line("name", device.name) + lines(device.settings)
      for body in device.bodies {
        let kind = body.isModifier ? "modifier_part" : "normal_part"
        text += "  <part id=\"\(numbers.bodies[next])\" subtype=\"\(kind)\">\n"
        text += line("name", body.name) + line("matrix", "1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1") + lines(body.settings)
        text += "  </part>\n"
        next += 1
      }
      text += " </object>\n"
    }
    text += "</config>\n"
    return ThreeMFWriter.Part(path: "Metadata/model_settings.config", bytes: Array(text.utf8))
  }

  private static let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  /// A share as slicers write it: whole percent where it is.
  private func percent(_ share: Double) -> String {
    let tenths = (share * 1000).rounded() / 10
    return tenths == tenths.rounded() ? "\(Int(tenths))%" : "\(tenths)%"
  }
}
