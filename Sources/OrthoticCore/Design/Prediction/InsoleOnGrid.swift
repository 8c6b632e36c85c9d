/// An insole in its shoe as the contact model sees it: columns on the contact grid.
package struct InsoleOnGrid: Sendable {
  /// Height of the top above the shoe's floor, mm; `nan` outside the trim line.
  package var top: [Double]
  /// Compressible thickness, mm.
  package var thickness: [Double]
  /// Column modulus, kPa.
  package var modulus: [Double]
  /// Strain at which the foam is all wall; infinite where it stays linear.
  package var densificationStrain: [Double]
  /// Height of the bottom above the insole board, mm: where it stands free a thin shell can bend.
  package var clearance: [Double]
  /// The cover on it, which the other values leave out; `.none` for a device without.
  package var cover = InsoleColumn.none
  /// Whether a node lies on the device; the others meet the shoe's floor.
  public private(set) var isDevice: [Bool]
  /// What the device stands on, and the foot beside it.
  package var floor = ShoeFloor.rigid

  /// Creates an insole from its columns.
  init(
    top: [Double], thickness: [Double], modulus: [Double], clearance: [Double], densificationStrain: Double = .infinity
  ) {
    self.top = top
    self.thickness = thickness
    self.modulus = modulus
    self.clearance = clearance
    isDevice = top.map(\.isFinite)
    self.densificationStrain = [Double](repeating: densificationStrain, count: top.count)
  }

  /// Samples the surfaces of a device on a contact grid, with the material, cover and shoe of its prescription.
  ///
  /// - Parameter shift: How far from its own place the foot lies on the device, mm.
  package init(
    surfaces: InsoleSurfaces, layout: GridLayout, prescription: Prescription, shift: Vector2 = .zero
  ) {
    self.init(surfaces: surfaces, layout: layout, material: prescription.material, shift: shift)
    floor = prescription.shoeFloor
  }

  /// Samples surfaces on a contact grid.
  package init(surfaces: InsoleSurfaces, layout: GridLayout, material: Material, shift: Vector2 = .zero) {
    var top = [Double](repeating: .nan, count: layout.count)
    var thickness = [Double](repeating: 0, count: layout.count)
    var clearance = [Double](repeating: 0, count: layout.count)
    for row in 0..<layout.rows {
      for column in 0..<layout.columns {
        let point = Vector2(layout.x(column), layout.y(row)) + shift
        guard surfaces.distanceToTrim.interpolated(at: point) >= 0 else { continue }
        let height = surfaces.top.interpolated(at: point)
        let below = surfaces.bottom.interpolated(at: point)
        guard height.isFinite, below.isFinite else { continue }
        top[layout.index(column, row)] = height
        thickness[layout.index(column, row)] = max(height - below, 0)
        clearance[layout.index(column, row)] = max(below, 0)
      }
    }
    self.init(
      top: top, thickness: thickness, modulus: [Double](repeating: material.columnModulus, count: layout.count),
      clearance: clearance, densificationStrain: material.densificationStrain)
    for part in surfaces.softParts {
      let densification = material.densificationStrain(stiffness: part.factor)
      for index in modulus.indices where part.outline.contains(layout.position(index) + shift) {
        modulus[index] = material.columnModulus * part.factor
        densificationStrain[index] = densification
      }
    }
    if surfaces.cover > 0 {
      cover = InsoleColumn(
        thickness: surfaces.cover, modulus: MaterialTable.cover.columnModulus,
        densificationStrain: MaterialTable.cover.densificationStrain)
    }
  }

  /// A flat insole of one thickness, mm, in the place of another device.
  package init(
    flat thickness: Double, columnModulus: Double, densificationStrain: Double = .infinity,
    inPlaceOf device: InsoleOnGrid
  ) {
    self = device
    cover = .none
    for node in top.indices where top[node].isFinite {
      top[node] = thickness
      self.thickness[node] = thickness
      clearance[node] = 0
      modulus[node] = columnModulus
      self.densificationStrain[node] = densificationStrain
    }
  }

  /// The device in its shoe: beside it the foot meets the shoe's floor, at the height of the device's underside.
  ///
  /// A floor of foam lies under the device too: the two are one column there, as compressible together as each by itself.
  var inShoe: InsoleOnGrid {
    let ground = floor.column
    var shod = self
    for node in top.indices {
      if !top[node].isFinite {
        shod.top[node] = 0
        shod.thickness[node] = ground.thickness
        shod.modulus[node] = ground.modulus
        shod.densificationStrain[node] = ground.densificationStrain
        shod.clearance[node] = 0
      } else if ground.thickness > 0 {
        let whole = thickness[node] + ground.thickness
        shod.thickness[node] = whole
        shod.modulus[node] = whole / (thickness[node] / modulus[node] + ground.thickness / ground.modulus)
        let travel = thickness[node] * min(densificationStrain[node], 1) + ground.thickness * ground.densificationStrain
        shod.densificationStrain[node] = densificationStrain[node].isFinite ? travel / whole : .infinity
      }
    }
    return shod
  }

  /// Sets a node on what lies under another.
  mutating func set(_ node: Int, as carrier: Int, of other: InsoleOnGrid) {
    top[node] = other.top[carrier]
    thickness[node] = other.thickness[carrier]
    modulus[node] = other.modulus[carrier]
    densificationStrain[node] = other.densificationStrain[carrier]
    isDevice[node] = other.isDevice[carrier]
  }

  /// The insole with pockets sunk, the material under each pocket thinner by the pocket's depth.
  func sunk(by pockets: [(depth: Double, shares: HeightGrid)], minimumWall: Double) -> InsoleOnGrid {
    var sunk = self
    for pocket in pockets where pocket.depth > 0 {
      for index in sunk.top.indices where pocket.shares.values[index] > 0 && sunk.top[index].isFinite {
        let spare = max(sunk.thickness[index] - minimumWall, 0)
        let drop = min(pocket.depth * pocket.shares.values[index], spare)
        sunk.top[index] -= drop
        sunk.thickness[index] -= drop
      }
    }
    return sunk
  }
}

extension ShoeFloor {
  /// What a foot beside a device, and the device itself, stands on.
  var column: InsoleColumn {
    switch self {
    case .rigid: .none
    case .soft:
      InsoleColumn(
        thickness: Self.softThickness, modulus: Self.softMaterial.columnModulus,
        densificationStrain: Self.softMaterial.densificationStrain)
    }
  }

  /// Thickness of the foam in a shoe with a cushioned floor, mm: what sports shoes have above the midsole's stiffer part.
  static let softThickness = 4.0
  /// Its material.
  static let softMaterial = MaterialTable.evaA35
}
