import Testing

@testable import OrthoticCore

/// Vendors' files that a spreadsheet saved again.
@Suite struct ResavedTextTests {
  private static let apd =
    "[General]\nDescription=pedcad Importfile\nSource=<<lab>>\nUnitDistance=mm\nUnitPressure=N/cm2\n[Technical]\n"
    + "SensCountX=3\nSensCountY=4\nLDistX=5\nLDistY=5\n[Data]\n0\t1.5\t2\t0\n3\t4\t5.25\t6\n0\t0\t1\t0\n"

  private static let tekscan =
    "DATA_TYPE MOVIE\nFILENAME C:\\P01R.fsx\nSENSOR_TYPE FSCAN\nROWS 3\nCOLS 4\nROW_SPACING 5.08 mm\nCOL_SPACING 5.08 mm\n"
    + "SECONDS_PER_FRAME 0.02\nCOMMENTS:\nSTART_FRAME 1\nUNITS KPa\nASCII_DATA @@\n\nFrame 1\nB,10.5,20,B\n3,4,5,60\nB,0,0,B\n@@\n"

  private static let footscan =
    "Frame 0 (0.00 ms)\n0.0\t1.0\t0.5\n0.2\t2.0\t0.1\n0.0\t0.0\t0.0\n\nFrame 1 (8.00 ms)\n0.0\t1.0\t0.5\n0.2\t2.5\t0.1\n0.0\t0.0\t0.0\n"

  /// What a spreadsheet makes of a text: fields split, decimals in its country's way, padded, set in quotes where needed.
  private func resaved(_ text: String, split: Character, into separator: String, isComma: Bool, told: Bool = false)
    -> String
  {
    var lines: [[String]] = []
    for line in text.split(separator: "\n" as Character, omittingEmptySubsequences: false) {
      var fields: [String] = []
      for field in line.split(separator: split, omittingEmptySubsequences: false) {
        let shown: String = isComma && Double(field) != nil ? String(field.replacing(".", with: ",")) : String(field)
        fields.append(shown.contains(separator) ? "\"\(shown)\"" : shown)
      }
      lines.append(fields)
    }
    let width = lines.map(\.count).max() ?? 0
    let body = lines.map { ($0 + [String](repeating: "", count: width - $0.count)).joined(separator: separator) }
    return (told ? "sep=\(separator)\r\n" : "") + body.joined(separator: "\r\n") + "\r\n"
  }

  @Test(
    "every vendor's file is read as before",
    arguments: [(ResavedTextTests.apd, "\t"), (ResavedTextTests.tekscan, ","), (ResavedTextTests.footscan, "\t")]
      as [(String, Character)])
  func vendors(text: String, split: Character) throws {
    let truth = try PrintFixture.read(text)
    for (separator, isComma, told) in [
      (";", true, false), (";", false, true), (",", false, false), ("\t", true, false),
    ] {
      let changed = resaved(text, split: split, into: separator, isComma: isComma, told: told)
      let recording = try PrintFixture.read(changed)
      #expect(recording.format == truth.format && recording.rows == truth.rows, "\(truth.format) with “\(separator)”")
      #expect(
        recording.peakPicture.values.map { $0.isNaN ? -1 : $0 } == truth.peakPicture.values.map { $0.isNaN ? -1 : $0 })
      #expect(recording.frameCount == truth.frameCount && recording.side == truth.side)
    }
  }

  @Test("Tekscan in kilograms and with decimal commas") func tekscanUnits() throws {
    let commas = Self.tekscan.replacing("5.08 mm", with: "5,08 mm").replacing("0.02", with: "0,02")
      .replacing("B,10.5,20,B\n3,4,5,60\nB,0,0,B", with: "B;10,5;20;B\n3;4;5;60\nB;0;0;B")
    let recording = try PrintFixture.read(commas)
    #expect(recording.peakPicture.peak == 60 && recording.cellWidth == 5.08)
    for (name, factor) in [
      ("kg/cm2", 98.0665), ("g/cm2", 0.0980665), ("N/mm²", 1000), ("bar", 100), ("kgf/cm^2", 98.0665),
    ] {
      let file = try PrintFixture.read(
        Self.tekscan.replacing("60", with: "6").replacing("20", with: "2")
          .replacing("10.5", with: "1").replacing("UNITS KPa", with: "UNITS \(name)").replacing(
            "3,4,5,6", with: "0,1,0,1"))
      #expect(abs(file.peakPicture.peak - 2 * factor) < 1e-3 * factor, "\(name)")
    }
    let error = PrintFixture.problem(Self.tekscan.replacing("KPa", with: "stone/acre"))
    #expect(error?.remedy.settings == [.pressureUnit])
  }

  @Test("a medilogic plate lies where its sensors' numbers say") func plate() throws {
    func text(width: Int, from first: Int, _ comma: String) -> String {
      let numbers = (0..<60).flatMap { row in (0..<26).map { first + row * width + $0 } }
      let values = PrintFixture.rows.map { $0.map { "\($0 / 10)".replacing(".", with: comma) } }.joined()
      let head = (["Sensor-Nummer"] + numbers.map(String.init)).joined(separator: ";")
      let line = { (name: String, share: Int) in
        ([name] + values.map { share == 1 ? $0 : "0" }).joined(separator: ";")
      }
      return [
        head, line("Minimum", 0), line("Maximum", 1), line("20%-Durchschnitt", 0), line("78\(comma)34", 0),
        line("78\(comma)35", 1),
      ]
      .joined(separator: "\r\n")
    }
    for (width, first, comma) in [(64, 2081, ","), (40, 1, "."), (27, 500, ",")] {
      let recording = try PrintFixture.read(text(width: width, from: first, comma))
      #expect(recording.columns == 26 && recording.rows == 60 && recording.frameCount == 2)
      let far = zip(recording.peakPicture.values, PrintFixture.rows.joined()).map { abs($0 - $1) }.max() ?? 1
      #expect(far < 1e-3)
      #expect(recording.assumptions.map(\.what) == ["pressure cell", "pressure unit"])
    }
    let all = text(width: 26, from: 1, ",")
    #expect(PrintFixture.problem(all)?.remedy.settings == [.pressureLayout])
  }
}
