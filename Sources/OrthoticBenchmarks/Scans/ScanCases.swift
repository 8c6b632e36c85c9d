import OrthoticCore
import ParametricFoot

/// A scan whose upright answer other poses are held against.
struct ScanCase: Sendable {
  var name: String
  var scan: Scan
  /// Millimetres in one unit of the file.
  var unit: Double
  /// Length to scale to, where the unit says nothing.
  var footLength: Double?
  var side: Side

  /// The Samples, as their files hold them.
  static var samples: [ScanCase] {
    SampleCase.all.map {
      ScanCase(name: $0.name, scan: $0.scan, unit: $0.pose.unit.millimetres, side: $0.foot.parameters.side)
    }
  }

  /// The real scans in a folder that show a sole; files that are absent are left out.
  static func real(in folder: String) -> [ScanCase] {
    let known: [(String, Double, Double?, Side)] = [
      ("plantar-right.obj", 1, nil, .right), ("retail-left.stl", 1000, nil, .left),
      ("retail-right.stl", 1000, nil, .right), ("cloud-left.asc", 1, nil, .left), ("cloud-right.asc", 1, nil, .right),
      ("inward-winding-right.stl", 1, nil, .right), ("plate-left-unscaled.ply", 1, 250, .left),
    ]
    return known.compactMap { name, unit, length, side in
      guard let file = try? InputFile.load(path: "\(folder)/\(name)"), let scan = try? ScanReader.read(file) else {
        return nil
      }
      return ScanCase(name: name, scan: scan, unit: unit, footLength: length, side: side)
    }
  }

  /// The foot in the scan as it lies in a pose, or `nil` where it is refused.
  func found(_ pose: ScanPose? = nil) -> FootShape? {
    var turned = scan
    if let pose { turned.points = scan.points.map { pose($0 * unit) } }
    return try? FootShape.find(in: turned, options: ScanOptions(footLength: footLength))
  }
}

/// A landmark with its name.
struct NamedPlace {
  var name: String
  var place: Vector3?

  static func all(_ marks: Landmarks) -> [NamedPlace] {
    [
      NamedPlace(name: "heel", place: marks.heel.position),
      NamedPlace(name: "heelCenter", place: marks.heelCenter.position),
      NamedPlace(name: "mt1", place: marks.mt1.position), NamedPlace(name: "mt5", place: marks.mt5.position),
      NamedPlace(name: "hallux", place: marks.hallux?.position),
      NamedPlace(name: "toeTip", place: marks.toeTip?.position),
      NamedPlace(name: "archApex", place: marks.archApex.position),
    ]
  }
}

/// Numbers in tables.
func short(_ value: Double, _ decimals: Int = 2) -> String {
  guard value.isFinite else { return "-" }
  let scale = decimals == 3 ? 1000.0 : decimals == 1 ? 10 : 100
  var text = "\((value * scale).rounded() / scale)"
  while let dot = text.firstIndex(of: "."), text.distance(from: dot, to: text.endIndex) <= decimals { text += "0" }
  return text
}
