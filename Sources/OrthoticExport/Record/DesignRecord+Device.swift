import OrthoticCore

extension DesignRecord {
  /// The solid and how it prints.
  public struct Device: Codable, Equatable, Sendable {
    /// Length along the foot, mm.
    public var length: Double
    /// Width across the foot, mm.
    public var width: Double
    /// Height as worn, mm.
    public var height: Double
    /// Enclosed volume, cm³.
    public var volume: Double
    /// Surface, cm².
    public var area: Double
    /// Facets.
    public var triangles: Int
    /// Vertices.
    public var vertices: Int
    /// Lower and upper corner of its box, mm, as in the file.
    public var bounds: [[Double]]
    /// Whether it is proved closed and free of self-intersection.
    public var sound: Bool
    /// Smallest distance between top and bottom, mm.
    public var thinnest: Double
    /// What printing takes.
    public var print: PrintFacts

    /// Records the solid of a design.
    init(_ design: DesignResult, print: PrintFacts) {
      let mesh = design.solid
      var low = Vector3(.infinity, .infinity, .infinity)
      var high = -low
      for vertex in mesh.vertices {
        low = Vector3(min(low.x, vertex.x), min(low.y, vertex.y), min(low.z, vertex.z))
        high = Vector3(max(high.x, vertex.x), max(high.y, vertex.y), max(high.z, vertex.z))
      }
      length = design.deviceLength.rounded(decimals: 2) ?? 0
      width = (high.x - low.x).rounded(decimals: 2) ?? 0
      volume = (mesh.signedVolume / 1000).rounded(decimals: 3) ?? 0
      area = (mesh.area / 100).rounded(decimals: 2) ?? 0
      triangles = mesh.triangles.count
      vertices = mesh.vertices.count
      bounds = [Foot.Place.numbers(low), Foot.Place.numbers(high)]
      sound = design.proof.isSound
      thinnest = design.proof.smallestGap.rounded(decimals: 3) ?? 0
      height = (high.z - low.z).rounded(decimals: 2) ?? 0
      self.print = print
    }
  }

  /// What printing a device takes, in its best pose on a printer.
  public struct PrintFacts: Codable, Equatable, Sendable {
    /// Bed and height of the printer, mm.
    public var bed: [Double]
    /// How the device is laid; absent where it fits in no pose.
    public var pose: String?
    /// Height above the bed, mm.
    public var height: Double?
    /// Share of the surface that hangs over the limit.
    public var overhangShare: Double?
    /// Whether one device fits.
    public var fits: Bool
    /// Whether a pair fits side by side.
    public var pairFits: Bool
    /// Mass, g.
    public var mass: Double?
    /// Share of the inside that is filled, 0 to 1.
    public var infill: Double?

    /// Records how a device prints.
    public init(estimate: PrintEstimate?, infill: Double?, placement: PrintPlacement?, printer: Printer) {
      bed = [printer.bedWidth, printer.bedDepth, printer.height]
      pose = placement?.pose.rawValue
      height = placement?.height.rounded(decimals: 2)
      overhangShare = placement?.overhangShare.rounded(decimals: 4)
      fits = placement?.fits ?? false
      pairFits = placement?.pairFits ?? false
      mass = estimate?.mass.rounded(decimals: 1)
      self.infill = infill?.rounded(decimals: 3)
    }

    /// Records a mesh on a common desktop printer, its material not known.
    public init(_ mesh: Mesh) {
      self.init(estimate: nil, infill: nil, placement: PrintPlacement.best(mesh), printer: Printer())
    }
  }
}
