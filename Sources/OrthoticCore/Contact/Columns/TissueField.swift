/// The tissue's three numbers at every node of a grid.
package struct TissueField: Equatable, Sendable {
  /// Unloaded thickness, mm.
  package var thickness: [Double]
  /// Initial stiffness K0, kPa.
  package var stiffness: [Double]
  /// Exponent b.
  package var exponent: [Double]

  /// Creates a field from its arrays, one value per node each.
  package init(thickness: [Double], stiffness: [Double], exponent: [Double]) {
    precondition(thickness.count == stiffness.count && thickness.count == exponent.count, "one value per node")
    self.thickness = thickness
    self.stiffness = stiffness
    self.exponent = exponent
  }

  /// Creates a field that is the same everywhere.
  package init(_ column: TissueColumn, count: Int) {
    thickness = [Double](repeating: column.thickness, count: count)
    stiffness = [Double](repeating: column.stiffness, count: count)
    exponent = [Double](repeating: column.exponent, count: count)
  }

  /// The column under a node.
  package subscript(node: Int) -> TissueColumn {
    TissueColumn(thickness: thickness[node], stiffness: stiffness[node], exponent: exponent[node])
  }

  /// The field with thickness and stiffness multiplied by factors.
  package func scaled(thickness thicknessFactor: Double = 1, stiffness stiffnessFactor: Double = 1) -> TissueField {
    TissueField(
      thickness: thickness.map { $0 * thicknessFactor }, stiffness: stiffness.map { $0 * stiffnessFactor },
      exponent: exponent)
  }
}
