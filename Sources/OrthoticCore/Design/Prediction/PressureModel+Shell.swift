extension PressureModel {
  /// The foot on a shell that bends under a free arch: the given loads anew, each from its answer on the rigid device.
  func solutions(
    on insole: InsoleOnGrid, bending shell: Shell, from rigid: FrameSolutions, loads chosen: [Int]
  ) -> FrameSolutions {
    var rigidInsole = insole
    for node in rigidInsole.thickness.indices where rigidInsole.isDevice[node] { rigidInsole.thickness[node] = 0 }
    let device = problem(on: rigidInsole)
    let bent = Parallel.map(count: chosen.count) { index in
      let frame = loads[chosen[index]].frame
      return device.loaded(by: frame).solved(on: shell, from: rigid.frames[chosen[index]]).contact
    }
    var frames = rigid.frames
    for (number, solution) in zip(chosen, bent) where solution.converged { frames[number] = solution }
    return FrameSolutions(layout: layout, frames: frames, of: self.frames(nil))
  }
}
