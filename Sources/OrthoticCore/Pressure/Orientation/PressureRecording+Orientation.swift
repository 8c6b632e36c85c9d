extension PressureRecording {
  /// The recording with its heel in row 0, seen from above, and its side settled.
  ///
  /// What flags or the file say comes first, but is checked against the shape of the peak picture: a grid that lies
  /// otherwise than its format says is turned and the turn reported. A side that nothing tells is the scan's. Of a file
  /// with both feet the wanted one is taken, of a walk a step of it (`PressureOptions.step`), of a step the picture that is
  /// wanted (`PressureOptions.picture`).
  ///
  /// - Parameter scanSide: which foot was scanned, where there is a scan.
  /// - Throws: `ambiguous` where neither file, flag nor shape tells the heel end or the side, `implausible` where the
  ///   picture shows the other foot than the scan.
  package func oriented(
    options: PressureOptions = PressureOptions(), scanSide: Side? = nil
  ) throws(InputError) -> PressureRecording {
    try laidDown(options: options, scanSide: scanSide).showing(options.picture)
  }

  /// The recording with the shape of its footprint looked at, where one look is enough to lay it down.
  var withShapeSeen: PressureRecording {
    guard otherFoot.isEmpty, kind != .walk else { return self }
    var result = self
    result.shapeSeen = FootprintOrientation(peakPicture)
    return result
  }

  private func laidDown(options: PressureOptions, scanSide: Side?) throws(InputError) -> PressureRecording {
    if !otherFoot.isEmpty {
      return try wantedFoot(options.side ?? scanSide).laidDown(options: options, scanSide: scanSide)
    }
    if kind == .walk { return try foundStep(options: options, scanSide: scanSide) }
    if isInsole { return try insoleLaidDown(options: options, scanSide: scanSide) }
    let print = PlausibleFootprint(picture: peakPicture)
    if print.area > 0, let refusal = print.sizeRefusal(in: name) { throw refusal }
    guard let shape = shapeSeen ?? FootprintOrientation(peakPicture) else {
      throw InputError(
        .implausible("has fewer than three loaded cells"), in: name, expected: "the print of a foot",
        remedy: "export a recording with the foot on the sensors")
    }
    var result = try laidDown(by: shape, options: options, scanSide: scanSide)
    result.findings += print.findings(isUnitFound: isUnitFound) + PrintEnds(result.peakPicture).findings
    return result
  }

  /// An insole lies in the shoe as it was built: no print, however partial, turns, mirrors or scales it.
  private func insoleLaidDown(options: PressureOptions, scanSide: Side?) throws(InputError) -> PressureRecording {
    var result = self
    result.shapeSeen = nil
    if options.heel == .last { result.turn(GridTurn(quarterTurns: 2, mirrored: true)) }
    if options.view == .below, otherFoot.isEmpty { result.turn(GridTurn(mirrored: true)) }
    if let wanted = options.side ?? side {
      if let own = side, own != wanted {
        throw InputError(
          .implausible("is of a \(own.rawValue) insole"), in: name,
          expected: "the pressure of the \(wanted.rawValue) foot",
          remedy: "give the file of the other foot, or leave out \(.pressureSide)")
      }
      result.side = wanted
    } else if let scanSide {
      result.side = scanSide
      result.assumptions.append(
        Assumption(
          what: "pressure side", value: scanSide.rawValue, why: "as the scan; the insole's file does not say",
          override: "\(.pressureSide)"))
    } else if let shape = FootprintOrientation(result.peakPicture), shape.sideIsClear, shape.quarterTurns == 0 {
      result.side = shape.side
      result.assumptions.append(
        Assumption(
          what: "pressure side", value: shape.side.rawValue,
          why: "shape of the print, margin \(rounded(shape.sideMargin))", override: "\(.pressureSide)"))
    } else {
      throw InputError(
        .ambiguous("could be a left or a right foot"), in: name, expected: "an insole that says its side",
        remedy: "say which with \(.pressureSide) left or right")
    }
    result.orientation = .declared
    return result
  }

  /// Lays the recording down as its shape says.
  func laidDown(
    by shape: FootprintOrientation, options: PressureOptions, scanSide: Side? = nil
  ) throws(InputError) -> PressureRecording {
    let given = options.side ?? side
    var result = self
    // It will no longer lie as it was seen.
    result.shapeSeen = nil
    let turn = try heelFirstTurn(shape, options: options, &result)
    result = turned(turn).with(assumptions: result.assumptions, findings: result.findings)
    // The shape was seen before the turn: a mirror changes what it says.
    var seen: Side = turn.mirrored ? shape.side.other : shape.side
    if options.view == .below {
      result.turn(GridTurn(mirrored: true))
      seen = seen.other
    }

    if let given {
      guard options.view == nil || seen == given || !shape.sideIsClear else {
        throw InputError(
          .implausible("shows a \(seen.rawValue) foot from that view, not a \(given.rawValue) one"), in: name,
          expected: "the pressure of the \(given.rawValue) foot",
          remedy: "leave out \(.pressureView) to have the map mirrored, or give the other side")
      }
      result.settle(given: given, seen: seen, isClear: shape.sideIsClear)
    } else {
      try result.settle(seen: seen, shape: shape, scanSide: scanSide)
    }
    result.orientation = .declared
    return result
  }

  /// Lays a step of a walk down as its shape and what is known about the walk say.
  ///
  /// - Parameter seen: the foot that the shape shows from that view.
  func laidDown(
    by shape: FootprintOrientation, seen: Side, told: Side?, view: WalkView, options: PressureOptions
  ) throws(InputError) -> PressureRecording {
    var result = self
    let turn = try heelFirstTurn(shape, options: options, &result)
    result.turn(turn)
    if view.view == .below { result.turn(GridTurn(mirrored: true)) }
    if let told {
      result.side = told
    } else {
      try result.settle(seen: seen, shape: shape, scanSide: nil)
    }
    if let assumption = view.assumption { result.assumptions.append(assumption) }
    result.orientation = .declared
    return result
  }

  /// The foot of a side, of a file that holds both.
  private func wantedFoot(_ wanted: Side?) throws(InputError) -> PressureRecording {
    for candidate in [self] + otherFoot where wanted != nil && candidate.side == wanted {
      var foot = candidate
      foot.otherFoot = []
      return foot
    }
    throw InputError(
      .ambiguous("holds the pressure of both feet"), in: name, expected: "to be told which foot",
      remedy: "say which with \(.pressureSide) left or right")
  }

  /// The turn that brings the heel into row 0, seen from above as far as conventions tell.
  private func heelFirstTurn(
    _ shape: FootprintOrientation, options: PressureOptions, _ result: inout PressureRecording
  ) throws(InputError) -> GridTurn {
    // Grids with the toes first are pictures with the toes up in every system seen: columns run left to right from
    // above, so the rows are reversed and the columns stay. A foot that walks down a plate is turned round instead.
    let rowsReversed = GridTurn(quarterTurns: 2, mirrored: orientation != .fromAbove)
    if let heel = options.heel { return heel == .first ? .none : rowsReversed }
    guard shape.heelIsClear else {
      guard orientation == .declared else {
        throw InputError(
          .ambiguous("the heel could be at either end of the rows"), in: name,
          expected: "a footprint with heel and toes",
          remedy: "say which end is the heel with \(.pressureHeel) first or last")
      }
      result.findings.append(
        Finding(
          .note, code: "pressure-heel-unconfirmed",
          message: "the shape of the print does not confirm the heel end that the format says",
          remedy: "check with \(.pressureHeel)"))
      return .none
    }
    if shape.quarterTurns == 0 {
      if orientation == .unknown {
        result.assumptions.append(assumedHeel("first row", shape))
      }
      return .none
    }
    if shape.quarterTurns == 2, orientation == .unknown {
      result.assumptions.append(assumedHeel("last row", shape))
      return rowsReversed
    }
    result.assumptions.append(assumedHeel("turned by \(shape.quarterTurns * 90)°", shape))
    return GridTurn(quarterTurns: shape.quarterTurns)
  }

  private func assumedHeel(_ value: String, _ shape: FootprintOrientation) -> Assumption {
    Assumption(
      what: "pressure heel", value: value, why: "shape of the print, margin \(rounded(shape.heelMargin))",
      override: "\(.pressureHeel)")
  }

  /// Side known: the shape must agree, or the grid is a view from below.
  private mutating func settle(given: Side, seen: Side, isClear: Bool) {
    side = given
    guard seen != given else { return }
    guard isClear else {
      findings.append(
        Finding(
          .warning, code: "pressure-side-unconfirmed",
          message: "the shape of the print does not confirm that it is a \(given.rawValue) foot",
          remedy: "check \(.pressureSide)"))
      return
    }
    self = turned(GridTurn(mirrored: true))
    assumptions.append(
      Assumption(
        what: "pressure view", value: "mirrored",
        why: "a \(given.rawValue) foot was said, the grid shows a \(seen.rawValue) one as from above",
        override: "\(.pressureSide)"))
  }

  /// Side not known: by shape, else the scan's.
  private mutating func settle(
    seen: Side, shape: FootprintOrientation, scanSide: Side?
  ) throws(InputError) {
    if shape.sideIsClear {
      if let scanSide, scanSide != seen {
        throw InputError(
          .implausible("shows a \(seen.rawValue) foot, but the scan is a \(scanSide.rawValue) foot"), in: name,
          expected: "the pressure of the \(scanSide.rawValue) foot",
          remedy: "give the other map, or \(.pressureSide) \(scanSide.rawValue) if the map is seen from below")
      }
      side = seen
      assumptions.append(
        Assumption(
          what: "pressure side", value: seen.rawValue, why: "shape of the print, margin \(rounded(shape.sideMargin))",
          override: "\(.pressureSide)"))
    } else if let scanSide {
      side = scanSide
      assumptions.append(
        Assumption(
          what: "pressure side", value: scanSide.rawValue, why: "as the scan; the print's shape does not tell",
          override: "\(.pressureSide)"))
    } else {
      throw InputError(
        .ambiguous("could be a left or a right foot"), in: name, expected: "a footprint that tells its side",
        remedy: "say which with \(.pressureSide) left or right")
    }
  }

  private func with(assumptions: [Assumption], findings: [Finding]) -> PressureRecording {
    var copy = self
    copy.assumptions = assumptions
    copy.findings = findings
    return copy
  }

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
