import Testing

@testable import OrthoticCore

/// Small files in the layouts of the vendors, each written by hand.
@Suite struct VendorFormatTests {
  private func read(
    _ text: String, _ options: PressureOptions = PressureOptions()
  ) throws -> PressureRecording {
    try PressureReader.read(InputFile(name: "file", bytes: Array(text.utf8)), options: options)
  }

  private func problem(_ text: String, _ options: PressureOptions = PressureOptions()) -> InputError? {
    do throws(InputError) {
      _ = try PressureReader.read(InputFile(name: "file", bytes: Array(text.utf8)), options: options)
      return nil
    } catch {
      return error
    }
  }

  private static let tekscan = """
    DATA_TYPE MOVIE\r
    FILENAME C:\\P01R.fsx\r
    SENSOR_TYPE FSCAN\r
    ROWS 3\r
    COLS 4\r
    ROW_SPACING 0.508 centimeters\r
    COL_SPACING 5 mm\r
    SECONDS_PER_FRAME 0.02\r
    COMMENTS:\r
    ROWS 99\r
    START_FRAME 1\r
    UNITS PSI\r
    ASCII_DATA @@\r
    \r
    Frame 1\r
    B,1,2,B\r
    3,4,5,6\r
    B,0,0,B\r
    \r
    Frame 2, 0,, 12/2/2019 6:21:52.34PM,,,Raw Sum=,,310\r
    B,1,2,B\r
    3,4,5,7\r
    B,0,0,B\r
    @@\r

    """

  @Test("Tekscan: toes first, B outside, PSI, comments ignored") func tekscanToesFirstB() throws {
    let recording = try read(Self.tekscan)
    #expect(recording.frameCount == 2 && recording.side == .right && recording.format == "Tekscan FSCAN")
    #expect(abs((recording.frameTime ?? 0) - 0.02) < 1e-12)
    let map = recording.frame(1)
    #expect(map.columns == 4 && map.rows == 3)
    #expect(abs(map.cellLength - 5.08) < 1e-12 && map.cellWidth == 5)
    #expect(map.values[0].isNaN && map.values[3].isNaN)
    #expect(abs(map.values[7] - 7 * 6.89476) < 1e-3)
    #expect(abs(map.values[9] - 6.89476) < 1e-4)
  }

  @Test("Tekscan: raw counts, short frames and absurd sizes are refused") func tekscanRawCountsShort() {
    guard case .unsupported(let what)? = problem(Self.tekscan.replacing("PSI", with: "raw"))?.problem else {
      Issue.record("raw counts were accepted")
      return
    }
    #expect(what.contains("calibration"))
    #expect(problem(Self.tekscan.replacing("3,4,5,6\r\n", with: ""))?.place == .line(19))
    #expect(problem(Self.tekscan.replacing("3,4,5,6", with: "3,4,5"))?.place == .line(17))
    for size in ["0", "-1", "1000000000000000000", "x"] {
      #expect(problem(Self.tekscan.replacing("COLS 4", with: "COLS \(size)"))?.place == .line(5))
    }
    #expect(problem(Self.tekscan.replacing("5 mm", with: "5 parsecs"))?.place == .line(7))
  }

  private static func xsensor(_ separator: String) -> String {
    func block(_ side: String, _ top: String) -> [String] {
      [
        "SENSOR,HX210-\(side) S1", "Rows,3", "Columns,3", "Sensel Width (cm),0.86", "Sensel Height (cm),0.9",
        "Peak Pressure (mmHg),100", "SENSELS", top, "1,2,3", "0,7.5,0", "GROUP,1", "Name,Heel", "Cells,2", "SENSELS",
        "9,9",
      ]
    }
    let lines =
      ["File:,\"x.XSN\"", "Units:,mmHg", "FRAME,7", "Time, 23:59:59.990"] + block("LF", "100,0,0")
      + block("RF", "0,0,50")
      + ["FRAME,8", "Time, 00:00:00.010"] + block("LF", "0,10,0") + block("RF", "0,0,0")
    return "\u{feff}" + lines.map { $0 + ",,,\r\n,,,,\r\n" }.joined()
  }

  @Test("XSENSOR: both feet, toes first, mmHg, clock over midnight, groups passed over") func xsensorBothFeetToes()
    throws
  {
    let both = try PressureReader.readAll(InputFile(name: "x.csv", bytes: Array(Self.xsensor(",").utf8)))
    #expect(both.map(\.side) == [.left, .right] && both.map(\.frameCount) == [2, 2])
    let left = both[0].frame(0)
    #expect(left.values.map { ($0 / 0.133322 * 100).rounded() / 100 } == [0, 7.5, 0, 1, 2, 3, 100, 0, 0])
    #expect(left.cellWidth == 8.6 && left.cellLength == 9)
    #expect(abs((both[0].frameTime ?? 0) - 0.02) < 1e-6)
    #expect(try read(Self.xsensor(","), PressureOptions(side: .right)).side == .right)
    let unsaid = try read(Self.xsensor(","))
    #expect(unsaid.otherFoot.map(\.side) == [.right])
    #expect(throws: InputError.self) { _ = try unsaid.oriented() }
  }

  @Test("RSscan: newtons per cell, frames and their time") func rsscanNewtonsPerCell() throws {
    let frame = { (time: String) in "Frame \(time)\r\n0.0\t1.0\t0.5\r\n0.2\t2.0\t0.1\r\n0.0\t0.0\t0.0\r\n\r\n" }
    let text = frame("0 (0.00 ms)") + frame("1 (8.00 ms)")
    let recording = try read(text)
    #expect(recording.kind == .walk && recording.frameCount == 2)
    #expect(abs((recording.frameTime ?? 0) - 0.008) < 1e-12)
    #expect(abs(recording.peakPicture.peak - 2000 / (5.08 * 7.62)) < 1e-3)
    #expect(abs(recording.forces[0] - 3.8) < 1e-4)
    let step = try read("Dynamic Roll off\r\nRight foot data\r\n\r\n" + text)
    #expect(step.kind == .frames && step.side == .right)
    #expect(problem(text.replacing("0.2\t2.0", with: "0.2\tx"))?.place == .line(3))
    #expect(problem(frame("0 (0.00 ms)") + "Frame 1 (8.00 ms)\r\n0.0\t1.0\t0.5\r\n") != nil)
  }

  @Test("zebris: what each foot carries, of every frame or not at all") func zebrisWhatEachFoot() throws {
    let rows = "y1\t0\t1\t0\ny2\t0\t0\t2\ny3\t1\t0\t3\n}\n"
    func text(_ table: String) -> String {
      "Application\tx\nExercises\t{\n}\nTime,ms\tPosition,m\tLi Kraft,N\tRe Kraft,N\tButterfly.force,N\n"
        + "Calibr\t\n\n" + table + "Platform {\nColumns\t3\nLines\t3\nCell width,mm\t8\nCell height,mm\t8\n"
        + "Units\tN/cm^2\nFrequency\t50\n"
        + "Frame 1 {\n\(rows)Frame 2 {\n\(rows)}\n"
    }
    let told = try read(text("0\t0.5\t10.5\t0.0\tNaN\n10\t0.5\t20\t700\tNaN\n"))
    #expect(told.footForces == FootForces(left: [10.5, 20], right: [0, 700]))
    #expect(try read(text("0\t0.5\t10.5\t0.0\tNaN\n")).footForces == nil)
    #expect(try read(text("0\t0.5\t10.5\n10\t0.5\t20\tNaN\n")).footForces == nil)
  }

  @Test("zebris: platform block, belt, rows along the walkway") func zebrisPlatformBlockBelt() throws {
    let head = "Person\tx\r\nApplication\ttrplatf\r\nExercises\t{\r\n}\r\nTime,ms\tPosition,m\tLi\r\n\r\n"
    let samples = (0..<2).map { "\($0 * 10)\t\(Double($0) * 0.5)\t0.0\r\n" }.joined()
    let platform =
      "Platform {\r\nColumns\t4\r\nLines\t3\r\nCell width,mm\t8.5\r\nCell height,mm\t8\r\nUnits\tN/cm^2\r\nFrame count\t2\r\n"
      + "Frequency\t50.00\r\n\r\n"
    let frame = { (number: Int) in
      "Frame \(number) {\r\nExercise1\r\nTime, ms\t0.00\r\n\r\n\tx1\tx2\tx3\tx4\r\ny1\t0\t1.00\t0\t0\r\n"
        + "y2\t0\t0\t2.00\t0\r\ny3\t0\t0\t0\t3.50\r\n}\r\n"
    }
    let text = head + samples + "\r\n" + platform + frame(1) + frame(2) + "}\r\n"
    let recording = try read(text)
    #expect(recording.kind == .walk && recording.columns == 3 && recording.rows == 4 && recording.frameCount == 2)
    #expect(recording.cellWidth == 8 && recording.cellLength == 8.5 && recording.frameTime == 0.02)
    #expect(recording.beltPositions == [0, 500])
    // x becomes the row; y turns with it, so that the view stays from above.
    #expect(recording.frame(0).values == [0, 0, 0, 0, 0, 10, 0, 20, 0, 35, 0, 0])
    #expect(problem(text.replacing("y3", with: "z3")) != nil)
    let short = try read(head + samples + platform + frame(1))
    #expect(short.findings.map(\.code) == ["recording-incomplete"])
  }

  @Test("pedar: sensors of both insoles, masks, forces by the sensors' areas") func pedarSensorsOfBoth() throws {
    let head = { (left: String, right: String) in
      "file name:  a.sol\tdate/time  1\nsensor type:  y-1865l-1870r \ntotal time [secs]:  0.02\n"
        + "pressure values in  kPa\n\nmask definition: \nleft insole: \(left)\nright insole: \(right)\n\ntime[secs]\t 1\t 2\t\n"
    }
    let text = head("1,2", "98,99") + "  0.01000\t 100.000\t 50.000\t 10.000\t 0.000\t\n  0.02000\t0\t0\t0\t20.5\t\n"
    let recording = try read(text)
    #expect(recording.side == .left && recording.otherFoot.map(\.side) == [.right] && recording.frameCount == 2)
    // Type y: sensor 1 has 192 mm², sensor 2 has 195.
    #expect(abs(recording.forces[0] - (100 * 192 + 50 * 195) / 1000) < 1e-6)
    let picture = recording.peakPicture
    #expect(picture.peak == 100 && picture.values.contains { $0.isNaN })
    // Sensor 1 is medial at the heel: on a left foot seen from above to the right of sensor 2.
    let column = { (value: Double) in picture.values.firstIndex(of: value).map { $0 % picture.columns } ?? -1 }
    #expect(column(100) > column(50))
    #expect(problem(text.replacing("1,2", with: "2,1"))?.place == .line(7))
    #expect(problem(text.replacing("98,99", with: "98,100"))?.place == .line(8))
    #expect(problem(text.replacing("type:  y", with: "type:  q"))?.place == .line(2))
    #expect(problem(text.replacing("20.5", with: "-20.5"))?.place == .line(12))
  }

  @Test("pedar tables add up to the published areas") func pedarTablesAddUp() {
    let totals = [239.7, 125.9, 139.3, 155.4, 172.1, 191.1, 214.7, 141.7, 196.4, 158.9]
    for (entry, total) in zip(PedarInsole.sensorAreas, totals) {
      #expect(entry.areas.count == 99)
      #expect(abs(entry.areas.reduce(0.0) { $0 + Double($1) } / 100 - total) < 0.06, "type \(entry.type)")
    }
    #expect(PedarInsole.corners.count == 99 * 8)
  }

  @Test("stappone is refused with what is missing") func stapponeIsRefused() {
    let error = problem("sole_id,timestamp,accel_x,pressure_01\n1,17,1,300\n")
    #expect(error?.description.contains("raw counts") == true)
  }
}
