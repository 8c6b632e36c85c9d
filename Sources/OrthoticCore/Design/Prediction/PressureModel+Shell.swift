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

extension PressureModel {
  /// The foot on a shell that bends under a free arch: the given loads anew, each from its answer on the rigid device.
  func solutions(
    on insole: InsoleOnGrid, bending shell: Shell, from rigid: FrameSolutions, loads chosen: [Int]
  ) -> FrameSolutions {
    var rigidInsole = insole
    rigidInsole.thickness = [Double](repeating: 0, count: layout.count)
    let device = problem(on: rigidInsole)
    let bent = Parallel.map(count: chosen.count) { index in
      let frame = loads[chosen[index]].frame
      var problem = device
      problem.force = frame.force
      problem.centerOfPressure = frame.centerOfPressure
      problem.overclosure = frame.overclosure ?? problem.overclosure
      return problem.solved(on: shell, from: rigid.frames[chosen[index]]).contact
    }
    var frames = rigid.frames
    for (number, solution) in zip(chosen, bent) where solution.converged { frames[number] = solution }
    return FrameSolutions(layout: layout, frames: frames)
  }
}
