import OrthoticCore

/// How the values of a grid become colours.
struct FootMapStyle: Sendable {
  /// The colour map.
  var colors: ColorMap
  /// Values at its two ends.
  var range: ClosedRange<Double>
  /// Values up to here fade in from nothing at 0; 0 shows every value in full.
  var fade = 0.0
  /// Distance of the contour lines in the values' unit; 0 for none.
  var contour = 0.0
  /// One value that is drawn as a strong line, such as a threshold.
  var threshold: Double?
}

extension Picture {
  /// Colours the pixels of a viewport by a grid's values, interpolated between its nodes.
  ///
  /// Where the grid knows nothing the picture stays; inside `outline` the nearest known nodes fill the last half cell.
  mutating func drawGrid(_ grid: HeightGrid, in viewport: FootViewport, style: FootMapStyle, outline: Outline? = nil) {
    let span = max(style.range.upperBound - style.range.lowerBound, 1e-9)
    let (columns, rows) = (Int(viewport.size.x), Int(viewport.size.y))
    func value(_ column: Int, _ row: Int) -> Double {
      let pixel = Vector2(viewport.origin.x + Double(column) + 0.5, viewport.origin.y + Double(row) + 0.5)
      let point = viewport.point(pixel)
      let value = grid.interpolated(at: point)
      if !value.isNaN { return value }
      guard let outline else { return .nan }
      let known = grid.knownMean(around: point)
      return known.isNaN || !outline.contains(point) ? .nan : known
    }
    for row in 0..<rows {
      var here = value(0, row)
      for column in 0..<columns {
        let right = value(column + 1, row)
        defer { here = right }
        guard !here.isNaN, style.fade == 0 || here > 0 else { continue }
        let coverage = style.fade > 0 ? min(here / style.fade, 1) : 1
        var color = style.colors.color(at: (here - style.range.lowerBound) / span)
        if style.contour > 0 || style.threshold != nil {
          let slope = Vector2(right - here, value(column, row + 1) - here).length
          if style.contour > 0 {
            let nearest = (here / style.contour).rounded() * style.contour
            color = color.mixed(with: .white, share: 0.45 * line(abs(here - nearest), slope: slope, width: 1))
          }
          if let threshold = style.threshold {
            color = color.mixed(with: .white, share: line(abs(here - threshold), slope: slope, width: 2))
          }
        }
        blend(color, atX: Int(viewport.origin.x) + column, y: Int(viewport.origin.y) + row, coverage: coverage)
      }
    }
  }

  /// Coverage of a pixel by a contour line `width` pixels wide, from the distance to the level and the slope per pixel.
  private func line(_ distance: Double, slope: Double, width: Double) -> Double {
    guard slope > 1e-6, slope.isFinite else { return 0 }
    return min(max(width / 2 + 0.5 - distance / slope, 0), 1)
  }

  /// Draws an outline in a viewport.
  mutating func drawOutline(_ outline: Outline, in viewport: FootViewport, width: Double, _ color: Color) {
    strokeLine(outline.points.map { viewport.pixel($0) }, width: width, closed: true, color)
  }

  /// Draws a bar of 50 mm with its label, its left end at a pixel.
  mutating func drawScaleBar(at place: Vector2, scale: Double, text: Double) {
    let end = place + Vector2(50 * scale, 0)
    let tick = Vector2(0, text * 0.35)
    strokeLine([place, end], width: 1.5, .ink)
    strokeLine([place - tick, place + tick], width: 1.5, .ink)
    strokeLine([end - tick, end + tick], width: 1.5, .ink)
    drawText(
      "50 mm", at: (place + end) * 0.5 + Vector2(0, text * 1.7), size: text * 0.85, alignment: .center, color: .ink)
  }
}

extension HeightGrid {
  /// Mean of the known ones among the four nodes around a point; `nan` where there is none.
  fileprivate func knownMean(around point: Vector2) -> Double {
    let u = (point.x - layout.origin.x) / layout.spacing
    let v = (point.y - layout.origin.y) / layout.spacing
    guard u > -1, v > -1, u < Double(layout.columns), v < Double(layout.rows) else { return .nan }
    let (column, row) = (Int(u.rounded(.down)), Int(v.rounded(.down)))
    var (sum, count) = (0.0, 0.0)
    for r in max(row, 0)...min(row + 1, layout.rows - 1) {
      for c in max(column, 0)...min(column + 1, layout.columns - 1) where !self[c, r].isNaN {
        sum += self[c, r]
        count += 1
      }
    }
    return sum / count
  }
}
