/// Decides which piece of a scan is the foot, or why none is.
enum FootSearch {
  /// The piece of the scan that shows a sole, with its rough pose.
  static func found(
    in scan: Scan, options: ScanOptions
  ) throws(InputError) -> (cleaned: CleanedScan, pose: CoarsePose) {
    guard let largest = CleanedScan(scan) else { throw refusal(scan, "there is no surface in it") }
    var feet: [(cleaned: CleanedScan, pose: CoarsePose)] = []
    for piece in 0..<largest.footCount {
      guard let cleaned = piece == 0 ? largest : CleanedScan(scan, piece: piece), let pose = CoarsePose(cleaned),
        pose.showsSole
      else { continue }
      feet.append((cleaned, pose))
    }
    guard let first = feet.first else {
      throw largest.footCount > 1
        ? refusal(scan, "it holds \(largest.footCount) pieces of similar size, as of two feet, and none shows its sole")
        : refusal(scan, "the sole is missing: no side of the scan is the underside of a foot")
    }
    guard feet.count > 1 else { return first }
    let wanted = feet.filter { ($0.pose.side.isYes ? Side.right : .left) == options.side }
    guard wanted.count == 1 else {
      throw InputError(
        .ambiguous("it holds \(feet.count) feet"), in: scan.name, expected: "one foot, or a pair with --side",
        remedy: "say --side left or --side right")
    }
    return wanted[0]
  }

  /// The refusal of a scan, with the reason.
  static func refusal(_ scan: Scan, _ why: String) -> InputError {
    InputError(
      .implausible("no usable foot: \(why)"), in: scan.name,
      expected: "a scan of one foot that shows the sole from heel to metatarsal heads",
      remedy: "scan the sole, or crop the file to one foot")
  }
}
