extension OutlineDrawing {
  /// A box that is shown in another one.
  struct ViewBox {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
  }

  static func viewBox(_ tag: XMLTagScanner) -> ViewBox? {
    guard let range = tag.attribute("viewBox"), let numbers = SVGNumbers.all(tag.bytes[range]), numbers.count == 4,
      numbers[2] > 0, numbers[3] > 0
    else { return nil }
    return ViewBox(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
  }

  /// From the drawing's user units to mm, where its size is stated in a unit of the ruler's; else to user units.
  static func rootTransform(_ tag: XMLTagScanner) throws(Trouble) -> (SVGTransform, isScaled: Bool) {
    let width = length(tag, "width")
    let height = length(tag, "height")
    let (wide, high) = (width?.millimetres, height?.millimetres)
    let box = viewBox(tag)
    guard wide ?? 0 > 0 || high ?? 0 > 0 else {
      // Pixels are no measure: programs take them for 1/96 in, 1/72 in or a millimetre.
      guard let box else { return (SVGTransform(), false) }
      return (fitted(box, width: width?.userUnits, height: height?.userUnits, tag), false)
    }
    guard let box else { return (.scale(SVGLength.pixel, SVGLength.pixel), true) }
    return (fitted(box, width: wide, height: high, tag), true)
  }

  /// Where the content of a drawing inside a drawing goes.
  static func innerTransform(_ tag: XMLTagScanner) throws(Trouble) -> SVGTransform {
    let shift = SVGTransform.shift(length(tag, "x")?.userUnits ?? 0, length(tag, "y")?.userUnits ?? 0)
    guard let box = viewBox(tag) else { return shift }
    return shift.after(
      fitted(box, width: length(tag, "width")?.userUnits, height: length(tag, "height")?.userUnits, tag))
  }

  /// The view box laid into a width and a height; one alone decides both, none leaves the size.
  static func fitted(_ box: ViewBox, width: Double?, height: Double?, _ tag: XMLTagScanner) -> SVGTransform {
    let wide = width.flatMap { $0 > 0 ? $0 : nil }
    let high = height.flatMap { $0 > 0 ? $0 : nil }
    var x = (wide ?? high.map { $0 * box.width / box.height } ?? box.width) / box.width
    var y = (high ?? wide.map { $0 * box.height / box.width } ?? box.height) / box.height
    let ratio = tag.text("preserveAspectRatio") ?? ""
    if !ratio.contains("none") {
      let both = ratio.contains("slice") ? max(x, y) : min(x, y)
      (x, y) = (both, both)
    }
    // Where it stands in the room that is left does not matter: the line is laid under the foot anyway.
    return SVGTransform.scale(x, y).after(.shift(-box.x, -box.y))
  }
}
