/// Hollows under landmarks, each with its depth and width.
public struct Sinks: Notated {
  /// Places that a hollow may lie under.
  public enum Place: String, Sendable, CaseIterable {
    /// Lowest point of the heel.
    case heel
    /// Medial side of the arch's highest point.
    case navicular
    /// Lateral midfoot.
    case cuboid
    /// Base of the fifth metatarsal.
    case styloid
    /// Metatarsal heads.
    case mt1, mt2, mt3, mt4, mt5
    /// Pad of the big toe.
    case hallux

    /// Usual length and width, mm.
    var size: (length: Double, width: Double) {
      switch self {
      case .heel: (36, 36)
      case .navicular: (28, 22)
      default: (20, 20)
      }
    }
  }

  /// One hollow.
  public struct Sink: Equatable, Sendable {
    /// Where.
    public var place: Place
    /// How deep, mm.
    public var depth: Double
    /// How long, mm; its width follows the place's usual shape.
    public var length: Double
  }

  /// The hollows in the order of the places, each place once.
  public var all: [Sink] = []

  static let depths = 0.0...6.0
  static let lengths = 10.0...40.0

  /// Creates none.
  public init() {}

  /// How they are written.
  public static let notation = Notation.of(
    Self.self, placeholder: "LIST",
    expectation:
      "none, or places with depths from 0 to 6 mm and, if wanted, lengths from 10 to 40 mm, such as heel:2,navicular:2mm:28mm",
    example: "navicular:2", names: Place.allCases.map(\.rawValue) + ["none"], isList: true)

  /// Reads them.
  public init?(text: String) {
    guard let words = listed(text) else { return nil }
    for word in words {
      let parts = word.split(separator: ":", omittingEmptySubsequences: false).map { Dimension.trimmed(String($0)) }
      guard (2...3).contains(parts.count), let place = Place(rawValue: parts[0].lowercased()),
        let depth = Dimension.length.value(of: parts[1]), Self.depths.contains(depth),
        !all.contains(where: { $0.place == place })
      else { return nil }
      var length = place.size.length
      if parts.count == 3 {
        guard let given = Dimension.length.value(of: parts[2]), Self.lengths.contains(given) else { return nil }
        length = given
      }
      all.append(Sink(place: place, depth: depth, length: length))
    }
    let order = Place.allCases
    all.sort { (order.firstIndex(of: $0.place) ?? 0) < (order.firstIndex(of: $1.place) ?? 0) }
  }

  /// The form in which files have them.
  public var text: String {
    if all.isEmpty { return "none" }
    return all.map { sink in
      let head = "\(sink.place.rawValue):\(Dimension.length.text(sink.depth))"
      return sink.length == sink.place.size.length ? head : head + ":\(Dimension.length.text(sink.length))"
    }.joined(separator: ", ")
  }
}
