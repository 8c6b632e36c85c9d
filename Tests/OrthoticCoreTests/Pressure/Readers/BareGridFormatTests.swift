import Testing

@testable import OrthoticCore

@Suite struct BareGridFormatTests {
  /// A little print: kPa in a grid of 5 mm cells.
  private static let rows = ["0,0,0,0", "0,100,200,0", "0,300,400,0", "0,50,60,0"]

  private func read(_ text: String, _ options: PressureOptions = PressureOptions()) throws -> PressureRecording {
    try PressureReader.read(InputFile(name: "map.csv", bytes: Array(text.utf8)), options: options)
  }

  private func problem(_ text: String, _ options: PressureOptions = PressureOptions()) -> InputError? {
    do throws(InputError) {
      _ = try PressureReader.read(InputFile(name: "map.csv", bytes: Array(text.utf8)), options: options)
      return nil
    } catch {
      return error
    }
  }

  @Test("keeps values, shape and order") func keepsValuesShape() throws {
    let recording = try read(Self.rows.joined(separator: "\n"), PressureOptions(unit: .kilopascal))
    let map = recording.peakPicture
    #expect(map.columns == 4 && map.rows == 4)
    #expect(map.values[1 * 4 + 2] == 200)
    #expect(map.cellWidth == 5 && map.cellLength == 5)
    #expect(recording.assumptions.map(\.what) == ["pressure cell"])
  }

  @Test("reads every separator and line end", arguments: [",", ";", "\t", " ", " , "]) func readsEverySeparator(
    separator: String
  ) throws {
    let text = Self.rows.map { $0.replacing(",", with: separator) }.joined(separator: "\r\n")
    #expect(try read(text, PressureOptions(unit: .kilopascal)).peakPicture.peak == 400)
  }

  @Test("reads decimal commas beside semicolons") func readsDecimalCommasBeside() throws {
    let recording = try read("0,5;1,5;2;\n3;4;5,25;\n1;1;1;\n", PressureOptions(unit: .kilopascal))
    #expect(recording.columns == 3)
    #expect(recording.peakPicture.values == [0.5, 1.5, 2, 3, 4, 5.25, 1, 1, 1])
  }

  @Test("takes blanks, nan, B and -1 for missing sensors, apart from zero") func takesBlanksNanB() throws {
    let map = try read("1,,3\nnan,B,-1\n0,2,3\n", PressureOptions(unit: .kilopascal)).peakPicture
    #expect(map.values.map(\.isNaN) == [false, true, false, true, true, true, false, false, false])
    #expect(map.values[6] == 0)
  }

  @Test("takes cell and unit from flags") func takesCellAndUnit() throws {
    let options = PressureOptions(cellWidth: 5, cellLength: 7.5, unit: .newtonPerCell)
    let recording = try read("0,1,0\n1,2,1\n0,1,0\n", options)
    #expect(recording.cellWidth == 5 && recording.cellLength == 7.5)
    // 2 N on 37.5 mm².
    #expect(abs(recording.peakPicture.peak - 2000 / 37.5) < 1e-4)
    #expect(abs(recording.peakPicture.force - 6) < 1e-5)
  }

  @Test("takes kPa where a foot can make that, and says the force") func takesKilopascals() throws {
    let recording = try read(PrintFixture.text())
    let assumption = try #require(recording.assumptions.first { $0.what == "pressure unit" })
    #expect(assumption.value == "kPa" && assumption.why.description.contains(" N in all"))
  }

  @Test("names the line of a ragged row, a word, a negative and an infinite value") func namesTheLine() {
    #expect(problem("1,2,3\n1,2\n1,2,3\n")?.place == .line(2))
    #expect(problem("1,2,3\n1,2,3\n1,x,3\n")?.place == .line(3))
    #expect(problem("1,2,3\n1,-5,3\n1,2,3\n")?.place == .line(2))
    #expect(problem("1,2,3\n1,2,3\n1,2,inf\n")?.place == .line(3))
    #expect(problem("1,2,3\n1,2,3\n1,2,1e300\n")?.place == .line(3))
  }

  @Test("refuses nothing, zeros, text and binary") func refusesNothingZerosText() {
    #expect(problem("")?.problem == .empty)
    for text in ["0,0,0\n0,0,0\n0,0,0\n", "nan,nan,nan\nnan,nan,nan\nnan,nan,nan\n", "5\n", "1,2\n3,4\n"] {
      guard case .implausible? = problem(text)?.problem else {
        if text != "5\n" { Issue.record("\(text) was not refused as implausible") }
        continue
      }
    }
    guard case .unsupported? = problem("heel pressure of a man\nand more text\n")?.problem else {
      Issue.record("text was not refused")
      return
    }
    #expect(problem("\u{1}\u{0}\u{2}") != nil)
  }

  @Test("refuses a peak that no foot makes and points at the unit") func refusesAPeak() throws {
    let error = try #require(problem("1,2,3\n4,90000,6\n1,2,3\n", PressureOptions(unit: .kilopascal)))
    #expect(error.remedy.settings.contains(.pressureUnit))
  }

  @Test("refuses a table over time as one") func refusesATableOver() throws {
    let text = (0..<40).map { "0,\($0)10;0,000;12,500;3,000" }.enumerated().map { index, _ in
      "\(index / 100),\(index % 100 < 10 ? "0" : "")\(index % 100)0;0,000;12,500;3,000"
    }.joined(separator: "\n")
    let error = try #require(problem(text))
    #expect(error.description.contains("table over time"))
    #expect(error.remedy.settings.contains(.pressureLayout))
  }
}
