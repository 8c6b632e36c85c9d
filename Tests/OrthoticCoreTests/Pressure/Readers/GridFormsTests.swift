import Testing

@testable import OrthoticCore

/// The same print as programs and spreadsheets write it.
@Suite struct GridFormsTests {
  private static let rows = PrintFixture.rows
  private static let truth = rows.flatMap { $0 }.map { Double(Float($0)) }

  private func expectTruth(_ text: String, _ name: Comment) throws {
    let recording = try PrintFixture.read(text, PressureOptions(unit: .kilopascal))
    #expect(recording.columns == 26 && recording.rows == 60 && recording.frameCount == 1, name)
    #expect(recording.peakPicture.values == Self.truth, name)
  }

  private static func comma(_ text: String) -> String { text.replacing(".", with: ",") }

  @Test("decimal commas are found however late they come") func lateCommas() throws {
    for separator in [";", "\t", " "] {
      let text = Self.rows.map { row in
        row.map { $0 == 0 ? "0" : Self.comma("\($0)") }.joined(separator: separator)
      }.joined(separator: "\n")
      try expectTruth(text, "separator \(separator)")
    }
  }

  @Test("quotes, told separators and padding are undone") func spreadsheets() throws {
    let quoted = Self.rows.map { row in row.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\r\n")
    try expectTruth(quoted, "quoted")
    let commas = Self.rows.map { row in row.map { "\"\(Self.comma("\($0)"))\"" }.joined(separator: ",") }
    try expectTruth(commas.joined(separator: "\n"), "quoted decimal commas between commas")
    try expectTruth("sep=;\n" + Self.comma(PrintFixture.text(separator: ";")), "sep=;")
    try expectTruth("sep=,\n" + PrintFixture.text(), "sep=,")
    try expectTruth(PrintFixture.text(end: ",,,\n") + ",,,,\n", "padded with commas")
    try expectTruth(PrintFixture.text(separator: " ; ", end: ";\n"), "spaces and a closing semicolon")
  }

  @Test("thousands are told from decimals") func thousands() throws {
    // Pascals: tens of thousands.
    func grouped(_ value: Double, _ group: String, _ decimal: String) -> String {
      let whole = Int((value * 1000).rounded())
      let text = whole >= 1000 ? "\(whole / 1000)\(group)\(String(whole % 1000 + 1000).dropFirst())" : "\(whole)"
      return text + decimal + "0"
    }
    for (group, decimal, separator) in [
      (",", ".", ";"), (".", ",", ";"), (",", ".", "\t"), ("\u{a0}", ",", ";"), (" ", ".", ";"),
    ] {
      let text = Self.rows.map { row in row.map { grouped($0, group, decimal) }.joined(separator: separator) }
        .joined(separator: "\n")
      let recording = try PrintFixture.read(text, PressureOptions(unit: .pascal))
      let values = recording.peakPicture.values
      let far = zip(values, Self.truth).map { abs($0 - $1) }.max() ?? 1
      #expect(values.count == Self.truth.count && far < 1e-3, "“\(group)” and “\(decimal)”")
    }
  }

  @Test("lists of Python, NumPy, MATLAB and JSON are grids") func lists() throws {
    let python =
      "[" + Self.rows.map { "[" + $0.map { "\($0)" }.joined(separator: ", ") + "]" }.joined(separator: ",\n ") + "]"
    try expectTruth(python, "Python")
    try expectTruth(python.replacing("\n ", with: ""), "one line")
    try expectTruth("{\"pressure\": \(python)}", "JSON")
    try expectTruth(
      "P = [" + Self.rows.map { $0.map { "\($0)" }.joined(separator: " ") }.joined(separator: ";\n") + "];", "MATLAB")
    try expectTruth(
      Self.rows.map { $0.map { "\($0)" }.joined(separator: " ") }.joined(separator: ";\n") + ";", "no brackets")
    let wrapped = Self.rows.map { row in
      "[" + row.enumerated().map { ($0 % 10 == 9 ? "\n  " : "") + "\($1)" }.joined(separator: " ") + "]"
    }
    try expectTruth("[" + wrapped.joined(separator: "\n ") + "]", "NumPy")
  }

  @Test("UTF-16 is read with and without its mark") func utf16() throws {
    let units = Array(PrintFixture.text(separator: "\t", end: "\r\n").utf16)
    for isLittle in [true, false] {
      for hasMark in [true, false] {
        let all = (hasMark ? [UInt16(0xfeff)] : []) + units
        let bytes = all.flatMap { isLittle ? [UInt8($0 & 255), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 255)] }
        let recording = try PressureReader.read(
          InputFile(name: "map.txt", bytes: bytes), options: PressureOptions(unit: .kilopascal))
        #expect(recording.peakPicture.values == Self.truth)
      }
    }
  }

  @Test("small tares are unloaded and said, larger numbers below zero refused") func tares() throws {
    let peak = Self.truth.max() ?? 0
    let noisy = Self.rows.map { $0.map { $0 == 0 ? -0.3 : $0 } }
    let recording = try PrintFixture.read(PrintFixture.text(noisy), PressureOptions(unit: .kilopascal))
    #expect(recording.peakPicture.values == Self.truth)
    #expect(recording.findings.map(\.code).contains("pressure-below-zero"))
    let low = Self.rows.map { $0.map { $0 == 0 ? -0.06 * peak : $0 } }
    #expect(PrintFixture.problem(PrintFixture.text(low))?.place == .line(1))
    let inside = Self.rows.map { $0.map { $0 == 0 ? -0.04 * peak : $0 } }
    #expect(
      try PrintFixture.read(PrintFixture.text(inside), PressureOptions(unit: .kilopascal)).peakPicture.values
        == Self.truth)
  }

  @Test("names of columns, numbers of rows and coordinates are left out and said")
  func headings() throws {
    func numbered(_ head: String?, _ first: (Int) -> String?) -> String {
      (head.map { $0 + "\n" } ?? "")
        + Self.rows.enumerated().map { number, row in
          ([first(number)].compactMap { $0 } + row.map { "\($0)" }).joined(separator: ",")
        }.joined(separator: "\n")
    }
    let columns = 0..<26
    func line(_ field: (Int) -> String) -> String { columns.map(field).joined(separator: ",") }
    typealias Head = (String?, (Int) -> String?)
    let counted = line { "\($0)" }
    var heads: [Head] = []
    heads.append((",\(counted)", { "\($0)" }))
    heads.append((",\(line { "\($0 + 1)" })", { "\($0 + 1)" }))
    heads.append((counted, { _ in nil }))
    heads.append((nil, { "\($0)" }))
    heads.append((nil, { "\($0 + 1)" }))
    heads.append(("\"\",\(line { "\"V\($0 + 1)\"" })", { "\"\($0 + 1)\"" }))
    heads.append((line { "\"X\($0)\"" }, { "\"\($0 + 1)\"" }))
    heads.append((line { "Sensor \($0)" }, { _ in nil }))
    heads.append((line { _ in "kPa" }, { _ in nil }))
    heads.append((",\(line { "c\($0)" })", { "row\($0)" }))
    heads.append(("y\\x,\(line { "\(2.5 + 5 * Double($0))" })", { "\(2.5 + 5 * Double($0))" }))
    heads.append((",\(line { "\(0.25 + 0.5 * Double($0))" })", { "\(0.25 + 0.5 * Double($0))" }))
    for (head, first) in heads {
      let text = numbered(head, first)
      try expectTruth(text, "\(head ?? "no head"), \(first(0) ?? "no index")")
      let assumptions = try PrintFixture.read(text).assumptions
      #expect(assumptions.contains { $0.what == "pressure headings" }, "\(head ?? "")")
    }
    // Coordinates say the size of a cell.
    let seven = "," + line { "\(7 * $0)" }
    let recording = try PrintFixture.read(numbered(seven, { "\(8 * $0)" }))
    #expect(recording.cellWidth == 7 && recording.cellLength == 8)
  }

  @Test("pressures that rise from cell to cell are no heading") func monotonic() throws {
    var rows = Self.rows.map { Array($0.dropFirst(4).dropLast(4)) }
    let width = rows[0].count
    rows[0] = (0..<width).map { (column: Int) -> Double in
      let ramp: Double = 2 + 1.7 * Double(column)
      return column % 2 == 0 ? ramp + 0.4 : ramp
    }
    let recording = try PrintFixture.read(PrintFixture.text(rows), PressureOptions(unit: .kilopascal))
    #expect(recording.rows == 60 && recording.columns == width)
    #expect(!recording.assumptions.contains { $0.what == "pressure headings" })
    // Three cells that step evenly are a small map's own.
    #expect(try PrintFixture.read("1,2,3\n4,5,9\n2,2,2\n", PressureOptions(unit: .kilopascal)).rows == 3)
  }

  @Test("headings name unit and side") func words() throws {
    for (words, unit) in [
      ("Pressure (N/cm²)", "N/cm2"), ("unit: mmHg", "mmHg"), ("p [psi]", "psi"), ("Druck kg/cm2", "kg/cm2"),
    ] {
      let recording = try PrintFixture.read(words + "\n" + PrintFixture.text(Self.rows.map { $0.map { $0 / 100 } }))
      #expect(recording.assumptions.contains { $0.what == "pressure unit" && $0.value == unit }, "\(words)")
    }
    #expect(try PrintFixture.read("Fuss links\n" + PrintFixture.text()).side == .left)
  }

  @Test("a list of places is a grid, whatever the order of its columns and lines") func placeLists() throws {
    for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
      let names = ["x", "y", "pressure"]
      var lines = Self.rows.enumerated().flatMap { row, values in
        values.enumerated().map { column, value in
          let fields = ["\(5 * column)", "\(5 * row)", "\(value)"]
          return order.map { fields[$0] }.joined(separator: ";")
        }
      }
      lines.reverse()
      try expectTruth(([order.map { names[$0] }.joined(separator: ";")] + lines).joined(separator: "\n"), "\(order)")
    }
  }

  @Test(
    "pictures and spreadsheets are named",
    arguments: [
      ([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], "PNG"), ([0xff, 0xd8, 0xff, 0xe0], "JPEG"), ([0x50, 0x4b, 3, 4], "XLSX"),
      ([0x25, 0x50, 0x44, 0x46], "PDF"), ([0x47, 0x49, 0x46, 0x38], "GIF"),
    ] as [([UInt8], String)]) func pictures(bytes: [UInt8], name: String)
  {
    let error = #expect(throws: InputError.self) {
      _ = try PressureReader.read(InputFile(name: "map.csv", bytes: bytes + [0, 0, 0, 1, 2, 3]))
    }
    #expect(error?.description.contains(name) == true)
  }
}
