import OrthoticCore

extension DesignRecord {
  /// The solid and how it prints.
  public struct Device: Codable, Equatable, Sendable {
    /// How the device lies on a printer's bed.
    public struct Print: Codable, Equatable, Sendable {
      /// Bed and height of the printer that it was placed on, mm.
      public var bed: [Double]
      /// Height above the bed, mm.
      public var height: Double
      /// Share of the surface that hangs over the limit.
      public var overhangShare: Double
      /// Whether one device fits.
      public var fits: Bool
      /// Whether a pair fits side by side.
      public var pairFits: Bool
    }

    /// Length along the foot, mm.
    public var length: Double
    /// Width across the foot, mm.
    public var width: Double
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
    /// Lying flat on a common desktop printer.
    public var print: Print

    /// Records the solid of a design.
    public init(_ design: DesignResult) {
      let mesh = design.solid
      var low = Vector3(.infinity, .infinity, .infinity)
      var high = -low
      for vertex in mesh.vertices {
        low = Vector3(min(low.x, vertex.x), min(low.y, vertex.y), min(low.z, vertex.z))
        high = Vector3(max(high.x, vertex.x), max(high.y, vertex.y), max(high.z, vertex.z))
      }
      let printer = Printer()
      let placement = PrintPlacement(mesh, pose: .flat, printer: printer)
      length = design.deviceLength.rounded(decimals: 2) ?? 0
      width = (high.x - low.x).rounded(decimals: 2) ?? 0
      volume = (mesh.signedVolume / 1000).rounded(decimals: 3) ?? 0
      area = (mesh.area / 100).rounded(decimals: 2) ?? 0
      triangles = mesh.triangles.count
      vertices = mesh.vertices.count
      bounds = [Foot.Place.numbers(low), Foot.Place.numbers(high)]
      sound = design.proof.isSound
      thinnest = design.proof.smallestGap.rounded(decimals: 3) ?? 0
      print = Print(
        bed: [printer.bedWidth, printer.bedDepth, printer.height],
        height: placement.height.rounded(decimals: 2) ?? 0,
        overhangShare: placement.overhangShare.rounded(decimals: 4) ?? 0, fits: placement.fits,
        pairFits: placement.pairFits)
    }
  }
}
