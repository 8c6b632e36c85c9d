/// The shapes that an SVG drawing shows, placed by its transforms.
///
/// Hidden parts, definitions, clips and patterns show nothing; what `use` names is shown where it is used. Curves of text
/// and pictures are none of a sole's.
struct OutlineDrawing {
  /// A line of the drawing.
  struct Shape {
    /// Corners, y downward, in the drawing's user unit or, where `isScaled`, in mm.
    var points: [Vector2]
    var isClosed: Bool
  }

  /// Why a drawing cannot be read.
  enum Trouble: Error, Equatable {
    /// More parts or corners than any drawing of a sole has.
    case tooLarge(String)
    /// Path data or a transform that is none.
    case malformed(String)
  }

  /// What a part of the drawing is.
  struct Part {
    let tag: XMLTagScanner
    let name: String
    var inner: [Int] = []
  }

  /// What holds for the parts inside a part.
  private struct Context {
    var transform: SVGTransform
    var isVisible = true
    var depth = 0
  }

  /// Most parts of a drawing.
  static let mostParts = 100_000
  /// Most corners of all its lines.
  static let mostCorners = 1_000_000
  /// Groups within groups beyond this are no drawing's.
  private static let deepest = 64

  private let bytes: [UInt8]
  private var parts: [Part] = []
  private var byName: [String: Int] = [:]
  var hiddenClasses: Set<String> = []
  private var corners = 0
  private var uses = 0

  /// All that is shown.
  private(set) var shapes: [Shape] = []
  /// Whether the drawing states a unit, so that the corners are in mm.
  private(set) var isScaled = false

  /// Elements whose content is not shown where it stands.
  private static let definitions: Set<String> = [
    "defs", "clipPath", "mask", "pattern", "marker", "symbol", "metadata", "title", "desc", "style", "script", "text",
    "font", "filter", "linearGradient", "radialGradient", "foreignObject", "namedview",
  ]

  /// Reads a drawing; `nil` where the content is none.
  init?(_ bytes: [UInt8]) throws(Trouble) {
    self.bytes = bytes
    try collect()
    guard let root = parts.firstIndex(where: { $0.name == "svg" }) else { return nil }
    hiddenClasses = Self.hiddenClasses(bytes)
    let (transform, isScaled) = try Self.rootTransform(parts[root].tag)
    self.isScaled = isScaled
    var context = Context(transform: transform)
    context.isVisible = isShown(parts[root], within: true)
    for part in parts[root].inner { try show(part, context) }
  }

  /// Makes the tree of parts.
  private mutating func collect() throws(Trouble) {
    var tags = XMLTagScanner(bytes)
    var open: [Int] = []
    while tags.next() {
      if tags.isEnd {
        let name = tags.name
        // An end that nothing began closes nothing.
        if let last = open.lastIndex(where: { parts[$0].name == name }) { open.removeSubrange(last...) }
        continue
      }
      guard parts.count < Self.mostParts else { throw .tooLarge("more than \(Self.mostParts) parts") }
      let number = parts.count
      parts.append(Part(tag: tags, name: tags.name))
      if let parent = open.last { parts[parent].inner.append(number) }
      if let id = tags.text("id"), byName[id] == nil { byName[id] = number }
      if !tags.isClosing {
        open.append(number)
        guard open.count <= Self.deepest else { throw .tooLarge("groups more than \(Self.deepest) deep") }
      }
    }
  }

  private mutating func show(_ number: Int, _ outer: Context) throws(Trouble) {
    let part = parts[number]
    guard !Self.definitions.contains(part.name) else { return }
    try showContent(part, outer)
  }

  private mutating func showContent(_ part: Part, _ outer: Context) throws(Trouble) {
    guard outer.depth <= Self.deepest else { throw .tooLarge("parts that use each other") }
    var context = outer
    context.depth += 1
    guard !isLeftOut(part) else { return }
    context.isVisible = isShown(part, within: outer.isVisible)
    if let range = part.tag.attribute("transform") {
      guard let own = SVGTransform(bytes[range]) else { throw malformed("a transform", range) }
      context.transform = context.transform.after(own)
    }
    switch part.name {
    case "g", "a", "switch", "symbol": break
    case "svg": context.transform = try context.transform.after(Self.innerTransform(part.tag))
    case "use": return try use(part, context)
    default: try draw(part, context)
    }
    for inner in part.inner { try show(inner, context) }
  }

  /// Shows what another part names.
  private mutating func use(_ part: Part, _ outer: Context) throws(Trouble) {
    guard let name = (part.tag.text("href") ?? part.tag.text("xlink:href")), name.hasPrefix("#"),
      let number = byName[String(name.dropFirst())]
    else { return }
    uses += 1
    guard uses <= Self.mostParts else { throw .tooLarge("parts that use each other") }
    var context = outer
    context.transform = context.transform.after(.shift(length(part, "x") ?? 0, length(part, "y") ?? 0))
    let target = parts[number]
    if target.name == "symbol" || target.name == "svg", let box = Self.viewBox(target.tag) {
      context.transform = context.transform.after(
        Self.fitted(box, width: length(part, "width"), height: length(part, "height"), target.tag))
    }
    try showContent(target, context)
  }

  private mutating func draw(_ part: Part, _ context: Context) throws(Trouble) {
    guard context.isVisible else { return }
    switch part.name {
    case "path":
      guard let range = part.tag.attribute("d") else { return }
      let path = SVGPath(bytes[range])
      guard path.isWhole else { throw malformed("path data", range) }
      for line in path.lines { try add(line.points, isClosed: line.isClosed, context) }
    case "polygon", "polyline":
      guard let range = part.tag.attribute("points") else { return }
      guard let numbers = SVGNumbers.all(bytes[range]) else { throw malformed("a list of points", range) }
      let points = stride(from: 0, to: numbers.count - 1, by: 2).map { Vector2(numbers[$0], numbers[$0 + 1]) }
      try add(points, isClosed: part.name == "polygon", context)
    case "line":
      let points = [("x1", "y1"), ("x2", "y2")].map { Vector2(length(part, $0.0) ?? 0, length(part, $0.1) ?? 0) }
      try add(points, isClosed: false, context)
    case "rect":
      guard let width = length(part, "width"), let height = length(part, "height"), width > 0, height > 0 else {
        return
      }
      let x = length(part, "x") ?? 0
      let y = length(part, "y") ?? 0
      let given = (length(part, "rx"), length(part, "ry"))
      let rx = min(max(given.0 ?? given.1 ?? 0, 0), width / 2)
      let ry = min(max(given.1 ?? given.0 ?? 0, 0), height / 2)
      let round =
        "M\(x + rx) \(y)h\(width - 2 * rx)a\(rx) \(ry) 0 0 1 \(rx) \(ry)v\(height - 2 * ry)a\(rx) \(ry) 0 0 1 \(-rx) \(ry)"
        + "h\(2 * rx - width)a\(rx) \(ry) 0 0 1 \(-rx) \(-ry)v\(2 * ry - height)a\(rx) \(ry) 0 0 1 \(rx) \(-ry)z"
      for line in SVGPath(Array(round.utf8)[...]).lines { try add(line.points, isClosed: true, context) }
    case "circle", "ellipse":
      let x = length(part, "cx") ?? 0
      let y = length(part, "cy") ?? 0
      let rx = length(part, part.name == "circle" ? "r" : "rx") ?? 0
      let ry = part.name == "circle" ? rx : length(part, "ry") ?? 0
      guard rx > 0, ry > 0 else { return }
      let round = "M\(x - rx) \(y)a\(rx) \(ry) 0 0 1 \(2 * rx) 0a\(rx) \(ry) 0 0 1 \(-2 * rx) 0z"
      for line in SVGPath(Array(round.utf8)[...]).lines { try add(line.points, isClosed: true, context) }
    default: break
    }
  }

  private mutating func add(_ points: [Vector2], isClosed: Bool, _ context: Context) throws(Trouble) {
    guard points.count > 1 else { return }
    corners += points.count
    guard corners <= Self.mostCorners else { throw .tooLarge("more than \(Self.mostCorners) corners") }
    let placed = points.map(context.transform.placed)
    guard placed.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return }
    shapes.append(Shape(points: placed, isClosed: isClosed))
  }

  private func malformed(_ what: String, _ range: Range<Int>) -> Trouble {
    .malformed("\(what) that cannot be read: \(String(decoding: bytes[range].prefix(40), as: UTF8.self))")
  }

  private func length(_ part: Part, _ name: StaticString) -> Double? { Self.length(part.tag, name)?.userUnits }

  static func length(_ tag: XMLTagScanner, _ name: StaticString) -> SVGLength? {
    tag.attribute(name).flatMap { SVGLength(tag.bytes[$0]) }
  }
}
