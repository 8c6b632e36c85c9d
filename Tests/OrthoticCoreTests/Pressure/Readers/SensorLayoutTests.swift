import Testing

@testable import OrthoticCore

@Suite struct SensorLayoutTests {
  private func file(_ text: String) -> InputFile { InputFile(name: "file", bytes: Array(text.utf8)) }

  /// Three sensors of 20 × 30 mm behind each other, in both ways of writing.
  private static let rectangles = "sensor,x,y,width,length\n1,10,15,20,30\n2,10,45,20,30\n3,10,75,20,30\n"
  private static let corners =
    "1;0;0;20;0;20;30;0;30\n2;0;30;20;30;20;60;0;60\n3;0;60;20;60;20;90;0;90\n"

  @Test("reads rectangles and corners alike") func readsRectanglesAndCorners() throws {
    let a = try SensorField.read(file(Self.rectangles))
    #expect(a.areas == [600, 600, 600])
    #expect(try SensorField.read(file(Self.corners)) == a)
    #expect(a.columns == 5 && a.rows == 19)
  }

  @Test("names the line of what is broken") func namesTheLine() {
    for (text, line) in [
      (Self.rectangles.replacing("2,10,45", with: "2,10,x"), 3), (Self.rectangles.replacing("2,10", with: "7,10"), 3),
      (Self.rectangles.replacing("3,10,75,20,30", with: "3,10,75"), 4),
      (Self.rectangles.replacing("3,10,75", with: "3,nan,75"), 4),
    ] {
      let error = #expect(throws: InputError.self) { _ = try SensorField.read(file(text)) }
      #expect(error?.place == .line(line))
    }
    #expect(throws: InputError.self) { _ = try SensorField.read(file("1,10,15,0,30\n2,1,1,1,1\n3,1,1,1,1\n")) }
    #expect(throws: InputError.self) { _ = try SensorField.read(file("heading\n")) }
  }

  @Test("makes a recording of a table over time") func makesARecording() throws {
    let table = (0..<20).map { "0,\($0 < 10 ? "0" : "")\($0)0;\($0),000;0,500;0,000" }.joined(separator: "\n")
    let layout = try SensorField.read(file(Self.rectangles))
    let options = PressureOptions(side: .left, layout: layout)
    let recording = try PressureReader.read(file(table), options: options)
    #expect(recording.frameCount == 20 && recording.side == .left)
    #expect(abs((recording.frameTime ?? 0) - 0.01) < 1e-6)
    // 19 and 0.5 N/cm² on 6 cm² each.
    #expect(abs((recording.forces.last ?? 0) - 19.5 * 6) < 1e-3)
    #expect(recording.assumptions.map(\.what) == ["pressure unit"])
    #expect(throws: InputError.self) { _ = try PressureReader.read(file(table)) }
  }

  @Test("makes recordings of stappone counts once place and calibration are given") func makesRecordingsOfStappone()
    throws
  {
    let text =
      "sole_id,timestamp,accel_x,pressure_01,pressure_02,pressure_03,corrupt\n1,1000,5,10,20,30,0\n2,1000,5,1,2,3,0\n1,1016,5,40,0,0,0\n"
    let layout = try SensorField.read(file(Self.rectangles))
    let both = try PressureReader.readAll(file(text), options: PressureOptions(layout: layout, calibration: 0.5))
    #expect(both.map(\.side) == [.left, .right] && both.map(\.frameCount) == [2, 1])
    #expect(both[0].peaks == [15, 20])
    #expect(abs((both[0].frameTime ?? 0) - 0.016) < 1e-9)
    #expect(throws: InputError.self) {
      _ = try PressureReader.read(file(text), options: PressureOptions(layout: layout))
    }
    let broken = file(text.replacing("1,1016", with: "3,1016"))
    let error = #expect(throws: InputError.self) {
      _ = try PressureReader.read(broken, options: PressureOptions(layout: layout, calibration: 1))
    }
    #expect(error?.place == .line(4))
  }
}
