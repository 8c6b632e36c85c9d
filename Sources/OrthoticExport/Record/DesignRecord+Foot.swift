import OrthoticCore

extension DesignRecord {
  /// The foot as found in the scan.
  public struct Foot: Codable, Equatable, Sendable {
    /// A named place.
    public struct Place: Codable, Equatable, Sendable {
      /// Three coordinates, mm.
      public var position: [Double]
      /// How sure the finder is, 0 to 1.
      public var confidence: Double

      init(_ landmark: Landmark) {
        position = Self.numbers(landmark.position)
        confidence = landmark.confidence.rounded(decimals: 2) ?? 0
      }

      static func numbers(_ place: Vector3) -> [Double] {
        [place.x, place.y, place.z].map { $0.rounded(decimals: 2) ?? 0 }
      }
    }

    /// The places that design and prediction lean on.
    public struct Places: Codable, Equatable, Sendable {
      /// Rearmost point of the foot.
      public var heel: Place
      /// Lowest point of the heel pad.
      public var heelCenter: Place
      /// First metatarsal head.
      public var mt1: Place
      /// Fifth metatarsal head.
      public var mt5: Place
      /// Lowest point of the hallux pad.
      public var hallux: Place?
      /// Foremost point of the longest toe.
      public var toeTip: Place?
      /// Highest point of the medial arch.
      public var archApex: Place
    }

    /// `left` or `right`.
    public var side: String
    /// Heel to longest toe, mm.
    public var length: Double
    /// Widest place across the metatarsal heads, mm.
    public var ballWidth: Double?
    /// Widest place across the heel, mm.
    public var heelWidth: Double?
    /// Height of the arch's highest point, mm.
    public var archHeight: Double
    /// Arch index of the footprint that the sole would leave.
    public var archIndex: Double?
    /// Named places.
    public var landmarks: Places

    /// Records a foot.
    init(_ foot: FootShape) {
      let measures = FootMeasures(foot)
      let found = foot.landmarks
      side = foot.side.rawValue
      length = measures.footLength.rounded(decimals: 2) ?? 0
      ballWidth = measures.ballWidth?.rounded(decimals: 2)
      heelWidth = measures.heelWidth?.rounded(decimals: 2)
      archHeight = measures.archHeight.rounded(decimals: 2) ?? 0
      archIndex = measures.archIndex?.rounded(decimals: 3)
      landmarks = Places(
        heel: Place(found.heel), heelCenter: Place(found.heelCenter), mt1: Place(found.mt1), mt5: Place(found.mt5),
        hallux: found.hallux.map(Place.init), toeTip: found.toeTip.map(Place.init), archApex: Place(found.archApex))
    }
  }

  /// How the map lies on the foot.
  public struct Registration: Codable, Equatable, Sendable {
    /// Turn from the map's axes to the foot's, degrees anticlockwise.
    public var rotation: Double
    /// Place of the map's first cell, mm.
    public var translation: [Double]
    /// Share of the footprint on the sole's contact area, 0 to 1.
    public var overlap: Double
    /// Correlation of footprint and sole, 0 to 1.
    public var agreement: Double
    /// Distance between the outlines of footprint and sole, mm.
    public var residual: Double
    /// Length of the footprint minus that of the sole's contact, mm.
    public var lengthMismatch: Double

    /// Records a registration.
    init(_ registered: RegisteredPressure) {
      rotation = registered.rotation.rounded(decimals: 2) ?? 0
      translation = [registered.translation.x, registered.translation.y].map { $0.rounded(decimals: 2) ?? 0 }
      overlap = registered.overlap.rounded(decimals: 3) ?? 0
      agreement = registered.agreement.rounded(decimals: 3) ?? 0
      residual = registered.residual.rounded(decimals: 2) ?? 0
      lengthMismatch = registered.lengthMismatch.rounded(decimals: 2) ?? 0
    }
  }
}
