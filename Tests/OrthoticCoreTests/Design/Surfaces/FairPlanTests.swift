import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite("The line of a device is an insole's: fair, with a round toe")
struct FairPlanTests {
  private static let feet = [
    ParametricFoot.normalRight.shape(spacing: 2), ParametricFoot.flatLeftHighForefootPressure.shape(spacing: 2),
    ParametricFoot.cavusRight.shape(spacing: 2),
  ]

  /// Curvatures per mm of a line, over arms of some millimetres, with their places.
  private func bends(_ line: Outline, arm: Int) -> [(place: Vector2, bend: Double)] {
    let line = line.resampled(spacing: 1)
    let points = line.points
    let normals = line.outwardNormals
    return points.indices.map { index in
      let second =
        points[(index + arm) % points.count] + points[(index + points.count - arm) % points.count]
        - points[index] * 2
      return (points[index], -second.dot(normals[index]) / Double(arm * arm))
    }
  }

  @Test("the toe has no corner and no hollow, on every foot") func toe() throws {
    for foot in Self.feet {
      let line = TrimLine.outline(foot: foot, prescription: Prescription())
      let box = try #require(line.bounds)
      let toe = bends(line, arm: 6).filter { ($0.place.y - box.minimum.y) / box.size.y > 0.76 }
      let sharpest = try #require(toe.map(\.bend).max())
      #expect(1 / sharpest > 0.068 * box.size.y, "\(1 / sharpest) mm on \(box.size.y)")
      let flattest = try #require(toe.map(\.bend).min())
      // Almost straight may be straight: a hollow of half a metre's radius is none.
      #expect(flattest > -0.002, "\(flattest)")
    }
  }

  @Test("the line turns few times: it is hollow beside the arch and, a little, beside the cuboid") func turns() {
    for foot in Self.feet {
      let bends = bends(TrimLine.outline(foot: foot, prescription: Prescription()), arm: 8).map(\.bend)
      // What bends less than on a radius of two metres is straight.
      let signs = bends.filter { abs($0) > 0.0005 }.map { $0 > 0 }
      let changes = zip(signs, signs.dropFirst() + [signs[0]]).count { $0 != $1 }
      #expect(changes <= 6, "\(changes)")
    }
  }

  @Test("the device is as long as asked for, and keeps the rim beside the foot") func length() throws {
    for foot in Self.feet {
      for allowance in [0.0, 5, 12] {
        var prescription = Prescription()
        prescription.toeAllowance = allowance
        let line = TrimLine.outline(foot: foot, prescription: prescription)
        let box = try #require(line.bounds)
        #expect(abs(box.size.y - foot.length - allowance) < 0.5, "\(box.size.y) for \(foot.length)")
        #expect(abs(box.minimum.y + TrimLine.rim) < 1, "\(box.minimum.y)")
      }
      let line = TrimLine.outline(foot: foot, prescription: Prescription())
      let frame = DesignFrame(foot: foot)
      // At heel and ball the foot stands on the device; beside the arch the line keeps its waist.
      for share in [0.15, 0.70] {
        let borders = frame.borders(atY: share * foot.length)
        let own = try #require(line.span(atY: share * foot.length))
        #expect(own.lowerBound < borders.medial + 2 && own.upperBound > borders.lateral - 2)
        #expect(own.lowerBound > borders.medial - 9 && own.upperBound < borders.lateral + 9)
      }
    }
  }

  @Test("a template's own line stays as it is") func fixedPoint() throws {
    for length in [160.0, 250, 310] {
      let template = PlanTemplate.line(length: length)
      let box = try #require(template.bounds)
      #expect(abs(box.size.y - length) < 0.01)
      let faired = FairPlan(target: template).outline
      let field = template.signedDistance(
        on: GridLayout.covering(template, spacing: 1, margin: 10), band: 10)
      let worst = faired.points.map { abs(field.interpolated(at: $0)) }.max() ?? .infinity
      #expect(worst < 1.5, "\(worst)")
    }
  }

  @Test("a bump of one toe or a notch of the scan does not come through") func bump() throws {
    var target = PlanTemplate.line(length: 250)
    target.points = target.points.map { point in
      let share = plateau(148, 152, feather: 4, point.y) * (point.x > 0 ? 1 : 0)
      return point + Vector2(6 * share, 0)
    }
    let line = FairPlan(target: target).outline
    let plain = FairPlan(target: PlanTemplate.line(length: 250)).outline
    let bent = try #require(line.span(atY: 150))
    let straight = try #require(plain.span(atY: 150))
    let moved = bent.upperBound - straight.upperBound
    #expect(moved > 0)
    #expect(moved < 2.5, "\(moved)")
  }
}

extension Outline {
  /// Least and greatest x of the line at a y.
  fileprivate func span(atY y: Double) -> ClosedRange<Double>? {
    let near = points.filter { abs($0.y - y) < 1.1 }.map(\.x)
    guard let low = near.min(), let high = near.max(), low < high else { return nil }
    return low...high
  }
}
