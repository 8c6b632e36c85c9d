import OrthoticCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How a scanner holds a foot: turned, shifted and in a unit of its own.
public struct ScanPose: Equatable, Sendable {
  /// Rows of the rotation matrix that takes the upright foot (toes +y, z up) to the scanner's axes.
  public var rotation: (Vector3, Vector3, Vector3) = (Vector3(1, 0, 0), Vector3(0, 1, 0), Vector3(0, 0, 1))
  /// Shift after the rotation, mm.
  public var offset = Vector3.zero
  /// The unit of the scanner's numbers.
  public var unit = LengthUnit.millimetre

  /// The foot as it stands in the canonical frame, a left foot mirrored, in millimetres.
  public static let upright = ScanPose()

  /// Creates an upright pose in a unit.
  public init(unit: LengthUnit = .millimetre) { self.unit = unit }

  /// Creates a pose turned about the vertical, anticlockwise seen from above.
  public init(turned degrees: Double, offset: Vector3 = .zero, unit: LengthUnit = .millimetre) {
    let (s, c) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
    rotation = (Vector3(c, -s, 0), Vector3(s, c, 0), Vector3(0, 0, 1))
    self.offset = offset
    self.unit = unit
  }

  /// Creates a pose turned evenly at random in space, shifted by up to half a metre.
  public init(randomFrom generator: inout SplitMix64, unit: LengthUnit = .millimetre) {
    // A normalised normal quadruple is an even draw from the unit quaternions.
    let raw = (0..<4).map { _ in generator.normal() }
    let size = raw.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let (w, x, y, z) = (raw[0] / size, raw[1] / size, raw[2] / size, raw[3] / size)
    rotation = (
      Vector3(1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)),
      Vector3(2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)),
      Vector3(2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y))
    )
    offset = Vector3(
      generator.uniform(-500...500), generator.uniform(-500...500), generator.uniform(-500...500))
    self.unit = unit
  }

  /// Where a point of the upright foot (mm) comes to lie, in the unit of the pose.
  public func callAsFunction(_ point: Vector3) -> Vector3 {
    let turned = Vector3(rotation.0.dot(point), rotation.1.dot(point), rotation.2.dot(point))
    return (turned + offset) * (1 / unit.millimetres)
  }

  /// Same rotation, offset and unit.
  public static func == (a: ScanPose, b: ScanPose) -> Bool {
    a.rotation == b.rotation && a.offset == b.offset && a.unit == b.unit
  }
}
