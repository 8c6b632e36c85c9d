extension InsoleOnGrid {
  /// Height from which the bottom counts as standing free, mm.
  private static let freeHeight = 0.5

  /// The device as a shell that bends; `nil` where its material is soft, it lies on the board everywhere, or it is too
  /// short of bending to matter on the grid.
  func shell(of material: Material, layout: GridLayout) -> Shell? {
    guard material.isRigid else { return nil }
    let isFree = clearance.map { $0 > Self.freeHeight }
    guard zip(isFree, top).contains(where: { $0 && $1.isFinite }) else { return nil }
    let shell = Shell(
      thickness: zip(thickness, top).map { $1.isFinite ? $0 : 0 }, modulus: 1000 * material.modulus,
      poissonRatio: material.poissonRatio, support: isFree.map { $0 ? 0 : Shell.shoeSupport })
    let thickest = zip(shell.thickness, isFree).reduce(0) { $1.1 ? max($0, $1.0) : $0 }
    return shell.bendingLength(thickness: thickest, support: Shell.shoeSupport) >= 4 * layout.spacing ? shell : nil
  }
}
