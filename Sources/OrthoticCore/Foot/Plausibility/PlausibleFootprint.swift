/// A print of a foot in a few numbers, held against what a person can make: the one home of these limits.
///
/// ```
///  length  heel to toes of the loaded cells      area   of the loaded cells
///  width   across                                force  pressure · area, of a picture of peaks the sum of peaks
/// ```
/// Sources: foot lengths run from about 75 mm at birth and 115 mm at one year (Anderson 1956, Wenger 1983) to 330 mm in
/// the largest adults of the US Army's survey of 2012 (ANSUR II); a foot is some 15.2 % of the stature (Giles & Vallandigham
/// 1991), in children a little more. Standing barefoot, 107 adults had mean peaks of 139 kPa under the heel and 53 under the
/// ball (Cavanagh 1987); walking, usual peaks are 200 to 600 kPa and those of neuropathic feet stay below 2000. The
/// figures are quoted from memory of these papers and widened; where a limit was set by the prints at hand it says so.
package struct PlausibleFootprint: Equatable, Sendable {
  /// Heel to toes, mm.
  package var length: Double
  /// Across, mm.
  package var width: Double
  /// Loaded area, cm².
  package var area: Double
  /// Force, N.
  package var force: Double
  /// Highest pressure, kPa.
  package var peak: Double

  /// Creates a print from its numbers.
  package init(length: Double, width: Double, area: Double, force: Double, peak: Double) {
    self.length = length
    self.width = width
    self.area = area
    self.force = force
    self.peak = peak
  }

  // MARK: Limits

  /// Lengths that a print can have, mm: a newborn's without toes, the largest adult's with a coarse cell at each end.
  package static let lengths = 60.0...345.0
  /// Lengths of nearly everybody who walks, mm.
  package static let usualLengths = 95.0...310.0
  /// Width of a print as a share of its length: 0.30 to 0.50 in the real prints at hand; toes in the air shorten it.
  package static let widthShares = 0.2...0.75
  /// The same of nearly all whole prints.
  package static let usualWidthShares = 0.26...0.56
  /// Widest print, mm.
  package static let widest = 160.0
  /// Mean pressure on the loaded area, kPa: 20 and more standing on both feet, 50 to 130 in pictures of peaks at hand.
  package static let meanPressures = 16.0...400.0
  /// Mean pressures that leave no doubt about the unit, kPa.
  package static let usualMeanPressures = 22.0...170.0
  /// Highest pressures, kPa: below, not even a light child's heel; above, see `PressurePlausibility.highestPeak`.
  package static let peaks = 30.0...3000.0
  /// Highest pressures of a usual print, kPa.
  package static let usualPeaks = 60.0...1500.0
  /// Force over body weight: a light foot of a standing person; a picture of a runner's peaks.
  package static let forceShares = 0.25...3.0
  /// Foot length over stature.
  package static let lengthOverStature = 0.152
  /// Print length over foot length: the skin of heel and toes reaches farther.
  package static let printOverFoot = 0.95
  /// Body mass over stature squared, kg/m², of the lightest and heaviest who walk.
  package static let massIndices = 11.0...60.0
  /// The same above which a heavy print is rather a wrong cell or unit: with `usualForceShare` a finding, no refusal.
  package static let usualMassIndex = 32.0
  /// Force of a picture of peaks over body weight that usual walking does not exceed.
  package static let usualForceShare = 2.2
  /// Standard gravity, N/kg.
  package static let gravity = 9.80665
  /// How much a print may be scaled to fit the scanned foot before that is worth a word.
  package static let scaling = 0.15
  /// Scale from which print and scan are not of one foot, or one has the wrong unit or cell.
  package static let largestScaling = 0.25

  /// Mean pressure on the loaded area, kPa.
  package var meanPressure: Double { area > 0 ? force / area * 10 : 0 }

  /// The stature that goes with a print's length, m.
  private var stature: Double { length / Self.printOverFoot / Self.lengthOverStature / 1000 }

  /// Forces that a person with such a foot can make, N.
  package var possibleForces: ClosedRange<Double> {
    let square = stature * stature * Self.gravity
    return square * Self.massIndices.lowerBound * Self.forceShares.lowerBound...square * Self.massIndices.upperBound
      * Self.forceShares.upperBound
  }

  // MARK: Rules

  /// Whether mean, peak and force could be a person's.
  package var isPossiblyLoaded: Bool {
    Self.meanPressures.contains(meanPressure) && Self.peaks.contains(peak) && possibleForces.contains(force)
  }

  /// Whether mean and peak are those of usual prints.
  package var isUsuallyLoaded: Bool {
    Self.usualMeanPressures.contains(meanPressure) && Self.usualPeaks.contains(peak)
      && possibleForces.contains(force)
  }

  /// The same print with its pressures in another unit.
  package func loaded(times factor: Double) -> PlausibleFootprint {
    PlausibleFootprint(
      length: length, width: width, area: area, force: force * factor, peak: peak * factor)
  }

  /// Why the size can be no foot's, or `nil`.
  ///
  /// - Parameter source: file for the message.
  package func sizeRefusal(in source: String) -> InputError? {
    let size = "\(Int(length.rounded())) × \(Int(width.rounded())) mm"
    guard Self.lengths.contains(length) else {
      let isLong = length > Self.lengths.upperBound
      return InputError(
        .implausible("shows a print of \(size)"), in: source,
        expected: "the print of one foot, \(Int(Self.lengths.lowerBound)) to \(Int(Self.lengths.upperBound)) mm long",
        remedy: isLong
          ? "give the cell size with \(.pressureCell), or export one picture of one foot"
          : "give the cell size with \(.pressureCell), or export the whole print")
    }
    guard width <= Self.widest, Self.widthShares.contains(width / length) else {
      return InputError(
        .implausible(
          "shows a print of \(size), \(width > Self.widthShares.lowerBound * length ? "too wide" : "too narrow") for one foot"
        ), in: source,
        expected: "the print of one foot, at most \(Int(Self.widest)) mm wide",
        remedy: "export one foot, or give the cell's width and length with \(.pressureCell)")
    }
    return nil
  }

  /// What is unusual about size and load.
  ///
  /// - Parameter isUnitFound: whether the unit was neither given nor written in the file.
  package func findings(isUnitFound: Bool) -> [Finding] {
    var findings: [Finding] = []
    if !Self.usualLengths.contains(length) {
      findings.append(
        Finding(
          .warning, code: "pressure-print-length",
          message:
            "the print is \(Int(length.rounded())) mm long; most are \(Int(Self.usualLengths.lowerBound)) to \(Int(Self.usualLengths.upperBound)) mm",
          remedy: "check the cell size (\(.pressureCell))"))
    }
    if !Self.usualWidthShares.contains(width / max(length, 1)) {
      findings.append(
        Finding(
          .warning, code: "pressure-print-shape",
          message: "the print is \(Int(width.rounded())) mm wide and \(Int(length.rounded())) mm long",
          remedy: "check the cell's width and length (\(.pressureCell)), and that the whole print is in the file"))
    }
    if !isPossiblyLoaded {
      findings.append(
        Finding(
          .warning, code: "pressure-load-implausible",
          message:
            "\(Int(min(force, 1e9))) N on \(Int(area.rounded())) cm², peak \(Int(min(peak, 1e9))) kPa: nobody with such a foot makes that",
          remedy: "check \(.pressureUnit) and \(.pressureCell)"))
    } else if isUnitFound, !isUsuallyLoaded {
      findings.append(
        Finding(
          .warning, code: "pressure-unit-unsure",
          message:
            "taken as kPa the print bears \(Int(meanPressure.rounded())) kPa on average, \(meanPressure < Self.usualMeanPressures.lowerBound || peak < Self.usualPeaks.lowerBound ? "little" : "much") for a foot",
          remedy: "say the unit with \(.pressureUnit)"))
    } else if force > stature * stature * Self.gravity * Self.usualMassIndex * Self.usualForceShare {
      findings.append(
        Finding(
          .warning, code: "pressure-force-high",
          message: "\(Int(force.rounded())) N is much for a print of \(Int(length.rounded())) mm",
          remedy: "check the cell size (\(.pressureCell)) and the unit (\(.pressureUnit))"))
    }
    return findings
  }

  /// Whether two lengths differ by more than a share of the shorter one.
  package static func differ(_ first: Double, _ second: Double, by share: Double) -> Bool {
    !(max(first, second) <= (1 + share) * min(first, second))
  }

  /// Whether a body of some mass, kg, makes that force.
  package func isMade(by mass: Double) -> Bool {
    mass > 0 && Self.forceShares.contains(force / (mass * Self.gravity))
  }
}
