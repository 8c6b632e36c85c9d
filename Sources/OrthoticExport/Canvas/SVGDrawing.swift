import OrthoticCore

/// Builds an SVG text: shapes in the order drawn, numbers to a tenth of a pixel, no fonts or files from elsewhere.
struct SVGDrawing {
  private var body = ""
  /// Size in pixels.
  let width: Double
  let height: Double
  /// What a screen reader says.
  let title: String

  init(width: Double, height: Double, title: String) {
    self.width = width
    self.height = height
    self.title = title
  }

  /// The whole file.
  var text: String {
    let size = "\(Self.number(width)) \(Self.number(height))"
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size)\" role=\"img\" "
      + "font-family=\"system-ui, 'DejaVu Sans', sans-serif\">\n<title>\(MarkupText.escaped(title))</title>\n"
      + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n" + body + "</svg>\n"
  }

  /// Adds closed lines as one shape, filled by the even–odd rule.
  mutating func fill(_ lines: [[Vector2]], _ color: Color, opacity: Double = 1) {
    let path = Self.path(lines, closed: true)
    if path.isEmpty { return }
    let fade = opacity < 1 ? " fill-opacity=\"\(Self.number(opacity, decimals: 2))\"" : ""
    body += "<path d=\"\(path)\" fill=\"\(Self.hex(color))\"\(fade) fill-rule=\"evenodd\"/>\n"
  }

  /// Adds lines.
  mutating func stroke(_ lines: [[Vector2]], _ color: Color, width: Double, closed: Bool = true) {
    let path = Self.path(lines, closed: closed)
    if path.isEmpty { return }
    body +=
      "<path d=\"\(path)\" fill=\"none\" stroke=\"\(Self.hex(color))\" stroke-width=\"\(Self.number(width))\" "
      + "stroke-linejoin=\"round\"/>\n"
  }

  /// Adds a text with its baseline at a place; `anchor` is `start`, `middle` or `end`.
  mutating func text(_ text: String, at place: Vector2, size: Double, anchor: String = "start", halo: Bool = false) {
    if text.isEmpty { return }
    let ring = halo ? " stroke=\"#fff\" stroke-width=\"\(Self.number(size / 4))\" paint-order=\"stroke\"" : ""
    body +=
      "<text x=\"\(Self.number(place.x))\" y=\"\(Self.number(place.y))\" font-size=\"\(Self.number(size))\" "
      + "text-anchor=\"\(anchor)\" fill=\"\(Self.hex(.ink))\"\(ring)>\(MarkupText.escaped(text))</text>\n"
  }

  /// Adds a picture of pixels.
  mutating func picture(_ picture: Picture, at place: Vector2, width: Double, height: Double) {
    body +=
      "<image x=\"\(Self.number(place.x))\" y=\"\(Self.number(place.y))\" width=\"\(Self.number(width))\" "
      + "height=\"\(Self.number(height))\" href=\"data:image/png;base64,\(Base64.text(of: picture.png))\"/>\n"
  }

  private static func path(_ lines: [[Vector2]], closed: Bool) -> String {
    lines.filter { $0.count > 1 }.map { line in
      var path = ""
      for (index, point) in line.enumerated() {
        path += (index == 0 ? "M" : "L") + number(point.x) + " " + number(point.y)
      }
      return closed ? path + "Z" : path
    }.joined()
  }

  private static func hex(_ color: Color) -> String {
    let value = UInt32(color.red) << 16 | UInt32(color.green) << 8 | UInt32(color.blue)
    let digits = String(value, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  private static func number(_ value: Double, decimals: Int = 1) -> String {
    let rounded = value.rounded(decimals: decimals) ?? 0
    return rounded == rounded.rounded() && abs(rounded) < 1e9 ? "\(Int(rounded))" : "\(rounded)"
  }
}
