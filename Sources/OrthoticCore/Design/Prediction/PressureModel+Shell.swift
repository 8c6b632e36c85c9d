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
