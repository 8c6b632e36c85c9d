/// The numbers that an optimisation may open, each with the range that is usual in practice.
extension Dose {
  /// Keys of elements that are open unless they are prescribed.
  package static let usualKeys = [
    "archContact", "archHeight", "lateralArch", "heelCup", "rearfootPost", "forefootPost", "metPad", "metPadFront",
    "metPadSize", "metBar", "metBarAt", "sink", "offloadMode", "offload", "thickness", "material",
  ]
  /// Keys of elements that are open only where they are freed by name: what they change beside the pressure is for a person to want.
  package static let freeableKeys = ["castFill", "heelLift", "medialSkive", "lateralSkive", "zone", "cover"]

  /// The open numbers of a prescription.
  ///
  /// - Parameters:
  ///   - prescribed: The prescription with everything decided.
  ///   - keys: The elements that are open.
  ///   - maximumThickness: Greatest thickness under the foot's lowest places, mm; `nil` leaves it as it is.
  ///   - lowersThreshold: Whether zones may be relieved further than the prescription's own threshold.
  package static func open(
    _ prescribed: Prescription, keys: [String], freed: [String] = [], maximumThickness: Double? = nil,
    lowersThreshold: Bool = false
  ) -> [Dose] {
    (usualKeys + freeableKeys).filter(keys.contains).flatMap { key in
      // A tilt turns the whole foot: by itself it is opened a little only, and as far as is usual where it is freed.
      key.hasSuffix("Post")
        ? [post(key, most: freed.contains(key) ? 6 : 2)]
        : doses(key, prescribed, maximumThickness: maximumThickness, lowersThreshold: lowersThreshold)
    }
  }

  private static func post(_ key: String, most: Double) -> Dose {
    Dose(key, key == "rearfootPost" ? \.rearfootPost : \.forefootPost, -most...most, step: 0.5, stride: 4)
  }

  private static func doses(
    _ key: String, _ prescribed: Prescription, maximumThickness: Double?, lowersThreshold: Bool
  ) -> [Dose] {
    let hasPad = { @Sendable (rx: Prescription) in rx.metatarsalPad > 0 }
    switch key {
    case "archContact": return [archContact]
    // Beyond these a copied surface is no longer the foot's own.
    case "archHeight": return [Dose(key, \.archHeight, -4...5, step: 0.5, stride: 4)]
    case "lateralArch": return [lateralArch]
    case "heelCup": return [Dose(key, \.heelCupDepth, 6...20, step: 1, stride: 4, unit: 2)]
    case "metPad": return [Dose(key, \.metatarsalPad, 0...8, step: 0.5, stride: 8, beginsAtNone: true)]
    case "metPadFront":
      guard prescribed.metatarsalPadPlace == .front else { return [] }
      return [Dose(key, \.metatarsalPadFront, -Lint.mostPadAhead...15, step: 0.5, stride: 10, unit: 2.5, acts: hasPad)]
    case "metPadSize":
      return [choice(key, \.metatarsalPadSize, PadSize.allCases, acts: hasPad)]
    case "metBar": return [Dose(key, \.metatarsalBar, 0...5, step: 0.5, stride: 6, beginsAtNone: true)]
    case "metBarAt":
      guard prescribed.metatarsalBarSetback != nil else { return [] }
      let steps = Steps(-5...25, 1)
      return [
        Dose(
          key, count: steps.count, stride: 6, unit: 3, acts: { $0.metatarsalBar > 0 },
          read: { steps.index(of: $0.metatarsalBarSetback ?? 0) }, write: { $1.metatarsalBarSetback = steps.value($0) })
      ]
    case "sink": return [Sinks.Place.heel, .mt1, .mt2, .mt3, .mt4, .mt5, .hallux].map(sink)
    case "offloadMode":
      guard [.pocket, .off].contains(prescribed.offloadMode) else { return [] }
      return [choice(key, \.offloadMode, [.off, .pocket])]
    case "offload": return lowersThreshold ? [threshold(of: prescribed)] : []
    case "thickness":
      guard let most = maximumThickness, most > prescribed.thickness else { return [] }
      return [Dose(key, \.thickness, prescribed.thickness...most, step: 0.5, stride: 4)]
    case "material":
      let family = MaterialTable.family(of: prescribed.material)
      return family.count > 1 ? [material(family)] : []
    case "castFill": return [Dose(key, \.castFill, 0...8, step: 0.5, stride: 4, beginsAtNone: true)]
    case "heelLift": return [Dose(key, \.heelLift, 0...Lint.liftWarning, step: 0.5, stride: 4, beginsAtNone: true)]
    case "medialSkive": return [Dose(key, \.medialSkive, 0...6, step: 0.5, stride: 4, beginsAtNone: true)]
    case "lateralSkive": return [Dose(key, \.lateralSkive, 0...6, step: 0.5, stride: 4, beginsAtNone: true)]
    case "cover": return [Dose(key, \.cover, 0...6, step: 0.5, stride: 4, beginsAtNone: true)]
    case "zone": return StiffnessZones.Part.allCases.map(hardness)
    default: return []
    }
  }

  private static let archContact: Dose = {
    let steps = Steps(ArchDosing.range, 0.01)
    return Dose(
      "archContact", count: steps.count, stride: 16, unit: 10,
      read: { steps.index(of: $0.archContact ?? 0) },
      write: { index, rx in
        rx.archContact = steps.value(index)
        // One of the two doses the arch.
        rx.archPressure = nil
      })
  }()

  /// The first value is the scan's own height.
  private static let lateralArch: Dose = {
    let steps = Steps(0...12, 0.5)
    return Dose(
      "lateralArch", count: steps.count + 1, stride: 6, unit: 2, beginsAtNone: true,
      read: { $0.lateralArch.map { steps.index(of: $0) + 1 } ?? 0 },
      write: { $1.lateralArch = $0 > 0 ? steps.value($0 - 1) : nil })
  }()

  private static func sink(_ place: Sinks.Place) -> Dose {
    let steps = Steps(0...4, 0.5)
    return Dose(
      "sink", part: place.rawValue, count: steps.count, stride: 2, unit: 2, beginsAtNone: true,
      read: { steps.index(of: $0.sinks.depth(of: place)) }, write: { $1.sinks.set(steps.value($0), at: place) })
  }

  private static func hardness(of part: StiffnessZones.Part) -> Dose {
    let levels = StiffnessZones.Hardness.allCases
    return Dose(
      "zone", part: part.rawValue, count: levels.count, stride: 1, unit: 1,
      read: { levels.firstIndex(of: $0.stiffnessZones.hardness[part] ?? .medium) ?? 2 },
      write: { $1.stiffnessZones.hardness[part] = levels[$0] == .medium ? nil : levels[$0] })
  }

  private static func threshold(of prescribed: Prescription) -> Dose {
    let most = prescribed.offloadThreshold ?? Prescription.defaultOffloadThreshold
    let steps = Steps(min(RegionTarget.harmless / 2, most)...most, 5)
    return Dose(
      "offload", count: steps.count, stride: 10, unit: 4, acts: { $0.offloadMode == .pocket },
      read: { steps.index(of: $0.offloadThreshold ?? most) }, write: { $1.offloadThreshold = steps.value($0) })
  }

  private static func material(_ family: [Material]) -> Dose {
    Dose(
      "material", count: family.count, stride: 1, unit: 1,
      read: { rx in family.firstIndex(of: rx.material) ?? 0 }, write: { $1.material = family[$0] })
  }

  private static func choice<Choice: Equatable & Sendable>(
    _ key: String, _ field: WritableKeyPath<Prescription, Choice> & Sendable, _ values: [Choice],
    acts: @escaping @Sendable (Prescription) -> Bool = { _ in true }
  ) -> Dose {
    Dose(
      key, count: values.count, stride: 1, unit: 1, acts: acts,
      read: { rx in values.firstIndex(of: rx[keyPath: field]) ?? 0 }, write: { $1[keyPath: field] = values[$0] })
  }
}

extension Sinks {
  /// Depth of the hollow at a place, mm; 0 where there is none.
  func depth(of place: Place) -> Double { all.first { $0.place == place }?.depth ?? 0 }

  /// Sets the depth of the hollow at a place, mm; 0 takes it away.
  mutating func set(_ depth: Double, at place: Place) {
    let length = all.first { $0.place == place }?.length ?? place.size.length
    all.removeAll { $0.place == place }
    guard depth > 0 else { return }
    let order = Place.allCases
    let number = order.firstIndex(of: place) ?? 0
    let index = all.firstIndex { (order.firstIndex(of: $0.place) ?? 0) > number } ?? all.endIndex
    all.insert(Sink(place: place, depth: depth, length: length), at: index)
  }
}

extension MaterialTable {
  /// The materials that the same process makes of the same stuff, softest first: one filament at several infills, or one foam in
  /// several hardnesses; a material without such kin stands alone.
  static func family(of material: Material) -> [Material] {
    func stem(_ name: String) -> Substring? { name.lastIndex(of: "-").map { name[..<$0] } }
    // A filament's own name ends in its hardness: another hardness is another filament.
    guard let own = stem(material.name), own != "tpu" else { return [material] }
    return all.filter { stem($0.name) == own }.sorted { $0.modulus < $1.modulus }
  }
}
