#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
import OrthoticCore

/// A device on a printer's bed in one pose: what hangs over, what it stands on, and whether it fits.
public struct PrintPlacement: Equatable, Sendable, Encodable {
  /// How it lies.
  public var pose: PrintPose
  /// Facets steeper than the printer's overhang limit and off the bed, as a share of the surface.
  public var overhangShare: Double
  /// Surface that lies on the bed, mm².
  public var contactArea: Double
  /// Height above the bed, mm.
  public var height: Double
  /// Whether one device fits, turned about the vertical if need be.
  public var fits: Bool
  /// Turn about the vertical that makes it fit, degrees; 0 where it does not.
  public var turn: Double
  /// Whether a pair fits side by side.
  public var pairFits: Bool

  /// What counts as on the bed, mm: the thickness of a first printed layer.
  private static let firstLayer = 0.2

  /// Places a mesh.
  public init(_ mesh: Mesh, pose: PrintPose, printer: Printer = Printer()) {
    self.init(supported: mesh, pose: pose, printer: printer)
    lay(mesh, on: printer)
  }

  /// What hangs over and what stands on the bed; whether it fits is not known yet.
  private init(supported mesh: Mesh, pose: PrintPose, printer: Printer) {
    self.pose = pose
    let down = pose.down
    let depths = mesh.vertices.map { $0.dot(down) }
    let bed = depths.max() ?? 0
    height = bed - (depths.min() ?? 0)
    let steep = sin(min(max(printer.overhangLimit, 0), 90) * .pi / 180)
    var overhang = 0.0
    var contact = 0.0
    var area = 0.0
    for triangle in mesh.triangles {
      let a = mesh.vertices[Int(triangle.a)]
      let normal = (mesh.vertices[Int(triangle.b)] - a).cross(mesh.vertices[Int(triangle.c)] - a)
      let size = normal.length
      area += size
      let facing = normal.dot(down)
      let highest = min(depths[Int(triangle.a)], min(depths[Int(triangle.b)], depths[Int(triangle.c)]))
      if facing > 0, highest > bed - Self.firstLayer {
        contact += facing
      } else if facing > steep * size * (1 + 1e-9) {
        overhang += size
      }
    }
    overhangShare = area > 0 ? overhang / area : 0
    contactArea = contact / 2
    fits = false
    turn = 0
    pairFits = false
  }

  /// Turns the device on the bed until it fits.
  private mutating func lay(_ mesh: Mesh, on printer: Printer) {
    let (u, v) = pose.across
    let shadow = ConvexHull.points(
      mesh.vertices.lazy.filter(\.isFinite).map { Vector2($0.dot(u), $0.dot(v)) })
    let room = height <= printer.height
    let single = room ? Self.fittingTurn(shadow, copies: 1, printer) : nil
    fits = single != nil
    turn = single ?? 0
    pairFits = room && Self.fittingTurn(shadow, copies: 2, printer) != nil
  }

  /// The pose with the least overhang among those that fit; the lower one where two are alike.
  public static func best(_ mesh: Mesh, printer: Printer = Printer()) -> PrintPlacement? {
    let poses = PrintPose.allCases
    let all = Parallel.map(count: poses.count) { PrintPlacement(supported: mesh, pose: poses[$0], printer: printer) }
    let order = all.indices.sorted {
      (all[$0].overhangShare, all[$0].height, $0) < (all[$1].overhangShare, all[$1].height, $1)
    }
    for index in order {
      var placement = all[index]
      placement.lay(mesh, on: printer)
      if placement.fits { return placement }
    }
    return nil
  }

  /// The smallest turn in whole degrees at which copies side by side lie within the bed.
  private static func fittingTurn(_ shadow: [Vector2], copies: Int, _ printer: Printer) -> Double? {
    for degrees in 0..<180 {
      let turn = Double(degrees) * .pi / 180
      // The bed's axes as the device sees them when it is turned.
      let x = Vector2(cos(turn), -sin(turn))
      let across = extent(shadow, along: x)
      let along = extent(shadow, along: x.perpendicular)
      let row = Double(copies - 1) * BedLayout.gap
      if Double(copies) * across + row <= printer.bedWidth, along <= printer.bedDepth { return Double(degrees) }
      if across <= printer.bedWidth, Double(copies) * along + row <= printer.bedDepth { return Double(degrees) }
    }
    return nil
  }

  private static func extent(_ points: [Vector2], along axis: Vector2) -> Double {
    var low = Double.infinity
    var high = -Double.infinity
    for point in points {
      let value = point.dot(axis)
      low = min(low, value)
      high = max(high, value)
    }
    return max(high - low, 0)
  }
}
