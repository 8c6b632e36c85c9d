@testable import OrthoticCore

enum WalkFixture {
  /// A walk of four steps, right foot first, over a plate or on a belt; every step rolls off in 20 frames.
  ///
  /// - Parameters:
  ///   - belt: belt speed in cells per frame; 0 is a plate.
  ///   - rows: rows of the plate.
  ///   - steps: how many.
  ///   - saysForces: whether the recording says what each foot carries.
  static func walk(belt: Double, rows: Int, steps: Int = 4, saysForces: Bool = false) -> PressureRecording {
    let (columns, cell) = (40, 8.0)
    let field = FootprintTemplate.field
    let contact = HeightGrid(layout: field.layout, values: field.values)
    let frames = steps * 15 + 25
    var values = [Float](repeating: 0, count: frames * columns * rows)
    var forces = [[Double](repeating: 0, count: frames), [Double](repeating: 0, count: frames)]
    for step in 0..<steps {
      let isRight = step % 2 == 0
      // On the ground: the feet 10 cells apart, each step in front of the last; on a belt the heel comes down on row 85.
      let x = isRight ? 25.0 : 15.0
      let y = belt != 0 ? 85 + belt * Double(8 + step * 15) : 10 + Double(step) * 60
      for phase in 0..<20 {
        let frame = 8 + step * 15 + phase
        let progress = Double(phase) / 19
        let first = y - belt * Double(frame)
        for row in max(Int(first) - 2, 0)..<max(min(Int(first) + 34, rows), 0) {
          let along = (Double(row) - first) * cell
          guard along / 250 > progress - 0.6, along / 250 < progress + 0.35 else { continue }
          for column in Int(x) - 9...Int(x) + 9 {
            let u = (Double(column) - x) * cell
            let value = contact.interpolated(at: Vector2(isRight ? u : -u, along))
            guard value > 0.05 else { continue }
            values[frame * columns * rows + row * columns + column] += Float(value * 300)
            forces[step % 2][frame] += value * 300 * cell * cell / 1000
          }
        }
      }
    }
    var recording = PressureRecording(
      name: "walk", format: "test", kind: .walk, orientation: .unknown, columns: columns, rows: rows, cellWidth: cell,
      cellLength: cell, times: (0..<frames).map { Double($0) * 0.01 }, values: values)
    recording.footForces = saysForces ? FootForces(left: forces[1], right: forces[0]) : nil
    if belt != 0 { recording.beltPositions = (0..<frames).map { belt * Double($0) * cell } }
    return recording
  }
}
