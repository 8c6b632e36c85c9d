/// An insole as the contact model sees it: columns on the contact grid.
public struct InsoleOnGrid: Sendable {
  /// Height of the top, mm; `nan` outside the trim line.
  public var top: [Double]
  /// Compressible thickness, mm.
  public var thickness: [Double]
  /// Column modulus, kPa.
  public var modulus: [Double]
  /// Height of the bottom above the insole board, mm: where it stands free a thin shell can bend.
  public var clearance: [Double]
  /// Thickness of the cover on it, mm, which the other values leave out.
  public var cover = 0.0

  /// Creates an insole from its columns.
  init(top: [Double], thickness: [Double], modulus: [Double], clearance: [Double]) {
    self.top = top
    self.thickness = thickness
    self.modulus = modulus
    self.clearance = clearance
  }

  /// Samples surfaces on a contact grid.
  public init(surfaces: InsoleSurfaces, layout: GridLayout, columnModulus: Double) {
    var top = [Double](repeating: .nan, count: layout.count)
    var thickness = [Double](repeating: 0, count: layout.count)
    var clearance = [Double](repeating: 0, count: layout.count)
    for row in 0..<layout.rows {
      for column in 0..<layout.columns {
        let point = Vector2(layout.x(column), layout.y(row))
        guard surfaces.distanceToTrim.interpolated(at: point) >= 0 else { continue }
        let height = surfaces.top.interpolated(at: point)
        let below = surfaces.bottom.interpolated(at: point)
        guard height.isFinite, below.isFinite else { continue }
        top[layout.index(column, row)] = height
        thickness[layout.index(column, row)] = max(height - below, 0)
        clearance[layout.index(column, row)] = max(below, 0)
      }
    }
    self.top = top
    self.thickness = thickness
    self.clearance = clearance
    var modulus = [Double](repeating: columnModulus, count: layout.count)
    for part in surfaces.softParts {
      for index in modulus.indices where part.outline.contains(layout.position(index)) {
        modulus[index] = columnModulus * part.factor
      }
    }
    self.modulus = modulus
    cover = surfaces.cover
  }

  /// The device and its cover as one: columns in series, as compressible together as the two.
  var covered: InsoleOnGrid {
    guard cover > 0 else { return self }
    var whole = self
    let soft = cover / MaterialTable.cover.columnModulus
    for node in top.indices where top[node].isFinite {
      whole.top[node] = top[node] + cover
      whole.thickness[node] = thickness[node] + cover
      whole.modulus[node] = whole.thickness[node] / (thickness[node] / modulus[node] + soft)
    }
    whole.cover = 0
    return whole
  }

  /// A flat insole of one thickness, mm, in the place of another device.
  public init(flat thickness: Double, columnModulus: Double, inPlaceOf device: InsoleOnGrid) {
    self = device
    cover = 0
    for node in top.indices where top[node].isFinite {
      top[node] = thickness
      self.thickness[node] = thickness
      clearance[node] = 0
      modulus[node] = columnModulus
    }
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
