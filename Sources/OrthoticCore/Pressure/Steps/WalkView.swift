/// From where the grid of a walk shows it, and how that is known.
///
/// A mirrored grid shows the walk of the person's mirror image, which nothing in the footprints betrays: each looks like the
/// other foot, and left and right keep alternating. Only what is said beside the footprints can tell.
struct WalkView {
  /// What tells.
  enum Evidence {
    /// The options.
    case stated
    /// The forces that the file gives for each foot.
    case forces
    /// Nothing: grids are seen from above in every file known.
    case convention
  }

  var view: PressureOptions.View
  var evidence: Evidence

  /// Settles the view of a walk.
  ///
  /// - Parameters:
  ///   - stated: the view that the options state.
  ///   - steps: for each step the foot that its shape shows as seen from above, and the foot that the file says.
  init(stated: PressureOptions.View?, steps: [(shape: Side?, told: Side?)]) {
    let agreeing = steps.count { $0.shape != nil && $0.shape == $0.told }
    let opposing = steps.count { $0.shape != nil && $0.told != nil && $0.shape != $0.told }
    if let stated {
      (view, evidence) = (stated, .stated)
    } else if agreeing != opposing {
      (view, evidence) = (agreeing > opposing ? .above : .below, .forces)
    } else {
      (view, evidence) = (.above, .convention)
    }
  }

  /// What was decided without being told, or `nil`.
  var assumption: Assumption? {
    switch evidence {
    case .stated: nil
    case .forces:
      view == .above
        ? nil
        : Assumption(
          what: "pressure view", value: view.rawValue,
          why: "the prints look like those of the other foot than the file's forces say", override: "\(.pressureView)")
    case .convention:
      Assumption(
        what: "pressure view", value: view.rawValue,
        why: "as the system's files are; in a mirrored one left and right would be swapped",
        override: "\(.pressureView)")
    }
  }
}
