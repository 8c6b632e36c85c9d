import OrthoticCore

/// A published comparison of two devices, run on many feet.
struct Study: Sendable {
  /// A number that the study reports, and what is wanted of ours.
  struct Row: Sendable {
    let condition: String
    /// What was published, in words.
    let published: String
    /// The published number, where there is one, in the row's unit.
    var reported: Double?
    /// Where the median over the feet is wanted; open ends are infinite.
    let wanted: ClosedRange<Double>
    /// Which sign each foot should have: −1, 1, or 0 for none.
    var sign = 0.0
    /// Share of the feet on which the sign is wanted.
    var signShare = 11.0 / 12
    var unit = "%"

    /// Whether a foot's value has the wanted sign.
    func isRight(_ value: Double) -> Bool { sign == 0 || value * sign > 0 }
  }

  let name: String
  let rows: [Row]
  /// Other sensible readings of the same study, printed beside and not judged.
  let others: [String]
  /// The rows' numbers, then the others'; `nil` where the foot gives none.
  let measure: @Sendable (StudyFoot) -> [Double]?

  /// A row with what the feet gave.
  struct Outcome: Sendable {
    let study: String
    let row: Row
    /// Name of the foot and its number.
    let feet: [(name: String, value: Double)]

    var median: Double { feet.map(\.value).median }
    var right: Int { feet.count { row.isRight($0.value) } }
    var isInside: Bool { row.wanted.contains(median) }
    var hasSign: Bool { Double(right) >= row.signShare * Double(feet.count) - 1e-9 }
    var isMet: Bool { isInside && hasSign }
  }

  /// Runs the study on the feet; the second list is of the other readings, each with its median.
  func outcomes(_ feet: [StudyFoot]) -> (rows: [Outcome], others: [(name: String, feet: [Double])]) {
    let measured = feet.compactMap { foot in measure(foot).map { (foot.name, $0) } }
    let outcomes = rows.enumerated().map { number, row in
      Outcome(study: name, row: row, feet: measured.map { ($0.0, $0.1[number]) })
    }
    let beside = others.enumerated().map { number, other in
      (other, measured.map { $0.1[rows.count + number] })
    }
    return (outcomes, beside)
  }
}

extension [Double] {
  /// The middle value, or the mean of both middle ones; `nan` of none.
  var median: Double {
    let sorted = sorted()
    guard let last = sorted.last else { return .nan }
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + Swift.min(sorted[half], last)) / 2
  }
}
