/// What the user says about a scan, held against what its shape shows.
extension ScanOptions {
  /// Confidence of the shape from which on a stated side is called into question.
  private static let clearSide = 0.95

  /// A warning where the side is stated and the scan has the shape of the other foot: swapped files, most of the time.
  ///
  /// A left foot is looked at mirrored, so the feet go unnamed.
  func contradictions(of pose: CoarsePose) -> [Finding] {
    let shown: Side = pose.side.isYes ? .right : .left
    guard let side, side != shown, pose.side.confidence >= Self.clearSide else { return [] }
    return [
      Finding(
        .warning, code: "side-against-shape", message: "the scan has the shape of the other foot than is said",
        remedy: "check that left and right are not swapped; only a mirrored scan is meant to be so")
    ]
  }
}
