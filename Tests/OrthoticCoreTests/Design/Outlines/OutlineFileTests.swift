import Testing

@testable import OrthoticCore

/// One sole, drawn in the many ways of drawing programs and spreadsheets.
@Suite struct OutlineFileTests {
  private static let footLength = 265.0
  /// The sole, mm, y downward as drawings have it: curves of the third degree.
  private static let path =
    "M10,140 C11,120 10.67,80.83 14,60 C17.33,39.17 24,24.17 30,15 C36,5.83 43,5 50,5 C57,5 65.67,5.83 72,15 "
    + "C78.33,24.17 84.67,44.17 88,60 C91.33,75.83 90.33,90 92,110 C93.67,130 97.5,160 98,180 C98.5,200 98.83,214.17 95,230 "
    + "C91.17,245.83 83.33,265.83 75,275 C66.67,284.17 54.17,285.83 45,285 C35.83,284.17 26.5,280.83 20,270 "
    + "C13.5,259.17 8,235 6,220 C4,205 7.33,193.33 8,180 C8.67,166.67 9,160 10,140 Z"

  private static func line(_ text: String, _ name: String = "line.svg", foot: Double = footLength) throws -> Outline {
    try OutlineFile.read(InputFile(name: name, bytes: Array(text.utf8))).outline(footLength: foot).line
  }

  private static let plain = Result {
    try line("<svg width='100mm' height='290mm' viewBox='0 0 100 290'><path d='\(path)'/></svg>")
  }

  /// Corners of the plain line after a change, as a list of points.
  private static func points(_ change: (Vector2) -> Vector2 = { $0 }) throws -> String {
    try plain.get().points.map { Vector2($0.x, -$0.y) }.map(change).map { "\($0.x),\($0.y)" }.joined(separator: " ")
  }

  /// Largest distance of one line's corners from another's sides, mm, wherever the two were drawn.
  private static func deviation(_ one: Outline, _ other: Outline) -> Double {
    func centered(_ line: Outline) -> Outline {
      guard let box = line.bounds else { return line }
      let middle = (box.minimum + box.maximum) * 0.5
      return Outline(points: line.points.map { $0 - middle })
    }
    let (a, b) = (centered(one), centered(other))
    return a.points.map { point in b.points.map { ($0 - point).length }.min() ?? .infinity }.max() ?? .infinity
  }

  private static func drawing(
    _ content: String, size: String = "width=\"100mm\" height=\"290mm\" viewBox=\"0 0 100 290\""
  ) -> String {
    "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" \(size)>\(content)</svg>"
  }

  /// Named drawings of the same sole.
  private static func drawings() throws -> [(name: String, text: String)] {
    let shape = "<path d=\"\(path)\"/>"
    let mm = try points()
    let relative =
      "M10 140c1-20 .67-59.17 4-80c3.33-20.83 10-35.83 16-45c6-9.17 13-10 20-10c7 0 15.67.83 22 10"
      + "c6.33 9.17 12.67 29.17 16 45c3.33 15.83 2.33 30 4 50c1.67 20 5.5 50 6 70c.5 20 .83 34.17-3 50"
      + "c-3.83 15.83-11.67 35.83-20 45c-8.33 9.17-20.83 10.83-30 10c-9.17-.83-18.5-4.17-25-15"
      + "c-6.5-10.83-12-35-14-50c-2-15 1.33-26.67 2-40c.67-13.33 1-20 2-40z"
    return [
      ("double quotes", drawing(shape)),
      ("single quotes", drawing("<path d='\(path)'/>").replacing("\"", with: "'")),
      ("minified", drawing("<path d=\"\(relative)\"/>")),
      ("a shift", drawing("<g transform=\"translate(5,5)\">\(shape)</g>")),
      ("a scale", drawing("<g transform=\"scale(2)\"><polygon points=\"\(try points { $0 * 0.5 })\"/></g>")),
      (
        "a turn and a shift, nested",
        drawing("<g transform=\"rotate(30)\"><g transform=\"translate(3 4) rotate(-30 20,30)\">\(shape)</g></g>")
      ),
      (
        "a mirrored axis",
        drawing(
          "<g transform=\"matrix(1,0,0,-1,0,290)\"><polygon points=\"\(try points { Vector2($0.x, 290 - $0.y) })\"/></g>"
        )
      ),
      (
        "a view box in points",
        drawing(
          "<polygon points=\"\(try points { $0 * (72 / 25.4) })\"/>",
          size: "width=\"100mm\" height=\"290mm\" viewBox=\"0 0 283.4646 822.0472\"")
      ),
      ("a size in inches", drawing(shape, size: "width=\"3.937008in\" height=\"11.41732in\" viewBox=\"0 0 100 290\"")),
      ("a size in centimetres, width alone", drawing(shape, size: "width=\"10cm\" viewBox=\"0 0 100 290\"")),
      (
        "a box wider than the drawing", drawing(shape, size: "width=\"400mm\" height=\"290mm\" viewBox=\"0 0 100 290\"")
      ),
      (
        "a stretched box",
        drawing(
          "<polygon points=\"\(try points { Vector2($0.x / 4, $0.y) })\"/>",
          size: "width=\"400mm\" height=\"290mm\" viewBox=\"0 0 100 290\" preserveAspectRatio=\"none\"")
      ),
      (
        "a size without a box",
        drawing("<polygon points=\"\(try points { $0 * (96 / 25.4) })\"/>", size: "width=\"100mm\" height=\"290mm\"")
      ),
      (
        "pixels",
        drawing("<polygon points=\"\(try points { $0 * (96 / 25.4) })\"/>", size: "width=\"378\" height=\"1096\"")
      ),
      (
        "points without a unit",
        drawing("<polygon points=\"\(try points { $0 * (72 / 25.4) })\"/>", size: "viewBox=\"0 0 283 822\"")
      ),
      (
        "a hidden layer",
        drawing(
          "<g style=\"display:none\"><path d=\"M0 0h150v400h-150z\"/><path d=\"\(path)\" transform=\"scale(1.2)\"/></g>\(shape)"
        )
      ),
      (
        "a hidden class",
        drawing(
          "<style>.a{fill:red} .st0, .st1 { display : none }</style><path class=\"st1\" d=\"\(path)\" transform=\"scale(1.2)\"/>\(shape)"
        )
      ),
      (
        "definitions and clips",
        drawing(
          "<defs><path id=\"p\" d=\"\(path)\" transform=\"scale(1.2)\"/></defs><clipPath id=\"c\"><path d=\"M0 0h100v290H0z\"/></clipPath>\(shape)"
        )
      ),
      (
        "a shape that is used",
        drawing(
          "<defs><path id=\"p\" d=\"\(path)\" transform=\"scale(.5)\"/></defs><use xlink:href=\"#p\" x=\"3\" transform=\"scale(2)\"/>"
        )
      ),
      (
        "a symbol",
        drawing(
          "<symbol id=\"s\" viewBox=\"0 0 50 145\"><path d=\"\(path)\" transform=\"scale(.5)\"/></symbol><use href=\"#s\" width=\"100\" height=\"290\"/>"
        )
      ),
      (
        "a page frame",
        drawing(
          "<rect width=\"210\" height=\"297\"/><path d=\"M0 0L210 0L210 297L0 297Z\"/><rect x=\"1\" y=\"1\" width=\"99\" height=\"288\" rx=\"3\"/>\(shape)",
          size: "width=\"210mm\" height=\"297mm\" viewBox=\"0 0 210 297\"")
      ),
      (
        "marks and text",
        drawing("\(shape)<circle cx=\"50\" cy=\"50\" r=\"4\"/><text>A</text><line x1=\"0\" x2=\"9\"/>")
      ),
      ("the line twice", drawing("\(shape)\(shape)")),
      (
        "a comment and a prefix",
        "<!-- <svg> --><svg:svg width='100mm' height='290mm' viewBox='0 0 100 290'><svg:path d='\(path)'/></svg:svg>"
      ),
      ("a line closed by its ends", drawing("<polyline points=\"\(mm)\"/>")),
      ("pieces one by one", drawing(try pieces())),
    ]
  }

  /// The sole cut into five open lines, some drawn backwards.
  private static func pieces() throws -> String {
    let all = try plain.get().points.map { Vector2($0.x, -$0.y) }
    let cuts = [0, 150, 300, 420, 600, all.count]
    return zip(cuts, cuts.dropFirst()).enumerated().map { number, cut in
      var own = (cut.0...cut.1).map { all[$0 % all.count] }
      if number % 2 == 1 { own.reverse() }
      return "<polyline fill=\"none\" points=\"\(own.map { "\($0.x) \($0.y)" }.joined(separator: " "))\"/>"
    }.joined()
  }

  @Test("a drawing gives the sole, whatever program wrote it")
  func drawings() throws {
    let plain = try Self.plain.get()
    #expect(plain.points.count > 600 && abs(plain.signedArea - 20_900) < 400, "\(plain.signedArea)")
    for (name, text) in try Self.drawings() {
      do {
        let line = try Self.line(text)
        #expect(Self.deviation(line, plain) < 1, "\(name): \(Self.deviation(line, plain)) mm")
        #expect(line.signedArea > 0, "\(name)")
      } catch {
        Issue.record("\(name): \(error)")
      }
    }
  }

  @Test("a table gives the sole, whatever separates its numbers and however its columns are called")
  func tables() throws {
    let plain = try Self.plain.get()
    let corners = plain.points.enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
    func table(_ heading: String, _ row: (Int, Vector2) -> String) -> String {
      heading + corners.enumerated().map { row($0, $1) }.joined(separator: "\n")
    }
    func comma(_ value: Double) -> String { "\(value)".replacing(".", with: ",") }
    let texts = [
      table("x,y\n") { "\($1.x),\($1.y)" }, table("") { "\($1.x)\t\($1.y)" },
      table("y,x\n") { "\($1.y),\($1.x)" }, table("x;y\r\n") { "\(comma($1.x));\(comma($1.y))\r" },
      table("sep=;\n\"X [mm]\";\"Y [mm]\"\n") { "\"\(comma($1.x))\";\"\(comma($1.y))\"" },
      table("\u{FEFF},x,y\n") { "\($0),\($1.x),\($1.y)" }, table("") { "\($0 + 1) \($1.x) \($1.y)" },
      table("# a last\n") { "\($1.x),\($1.y),0" }, table("x (cm),y (cm)\n") { "\($1.x / 10),\($1.y / 10)" },
      table("") { "\($1.x / 25.4),\($1.y / 25.4)" }, table("\"\",\"x\",\"y\"\n") { "\"\($0 + 1)\",\($1.x),\($1.y)" },
    ]
    for (number, text) in texts.enumerated() {
      do {
        let line = try Self.line(text, "line.csv")
        #expect(Self.deviation(line, plain) < 2.5, "table \(number): \(Self.deviation(line, plain)) mm")
      } catch {
        Issue.record("table \(number): \(error)")
      }
    }
    var utf16: [UInt8] = [0xff, 0xfe]
    for unit in texts[0].utf16 { utf16 += [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)] }
    let read = try OutlineFile.read(InputFile(name: "line.csv", bytes: utf16)).outline(footLength: Self.footLength).line
    #expect(Self.deviation(read, plain) < 2.5)
  }

  @Test("smooth curves, arcs with their flags run together and steps along the axes are followed")
  func curves() throws {
    let long = "<svg width='90mm' height='260mm' viewBox='0 0 90 260'><path d='"
    let arcs = try Self.line(long + "M0 45a45 45 0 0190 0V215a45 45 0 01-90 0z'/></svg>")
    #expect(abs(arcs.signedArea - (90 * 170 + Double.pi * 45 * 45)) < 30)
    let smooth = try Self.line(long + "M0 130C0 60 20 0 45 0S90 60 90 130 70 260 45 260 0 200 0 130z'/></svg>")
    let spelled = try Self.line(
      long + "M0 130C0 60 20 0 45 0C70 0 90 60 90 130C90 200 70 260 45 260C20 260 0 200 0 130z'/></svg>")
    #expect(Self.deviation(smooth, spelled) < 0.6)
    let bent = try Self.line(long + "M0 130Q0 0 45 0T90 130 45 260 0 130z'/></svg>")
    #expect(bent.signedArea > 13_000 && bent.signedArea < 20_000)
    let steps = try Self.line(long + "m0 0h90v260H0V0'/></svg>")
    #expect(abs(steps.signedArea - 23_400) < 100)
  }

  @Test(
    "what is no sole is refused with a remedy that leads on",
    arguments: [
      ("", "closed line"), ("a,b\n1,2\n", "closed line"), ("<svg></svg>", "closed line"), ("nan,nan", "closed line"),
      ("0,0\n1,0\n1,1\n", "proportions"), ("%PDF-1.4", "PDF"),
      (
        "<svg width='100mm' height='290mm' viewBox='0 0 100 290'><path d='M10 10C10 50 40 250 60 280L80 150'/></svg>",
        "open line"
      ),
      ("<svg width='210mm' height='297mm' viewBox='0 0 210 297'><rect width='210' height='297'/></svg>", "proportions"),
      ("<svg><path d='M0 0L9'/></svg>", "path data"),
      ("<svg><g transform='turn(3)'><path d='M0 0L9 9'/></g></svg>", "transform"),
      ("0,0\n90,0\nx9,1\n90,260\n0,260\n", "without the numbers"), ("1,2,3,4\n5,6,7,8\n", "no heading"),
    ])
  func refuses(text: String, word: String) {
    let error = #expect(throws: InputError.self) { try Self.line(text, "line.csv") }
    #expect(error?.remedy.isEmpty == false && error?.description.contains(word) == true, "\(error?.description ?? "")")
  }

  @Test(
    "a line far from the foot's length is refused, one near it is not",
    arguments: [
      (100.0, 265.0, false), (390, 265, false), (330, 265, false), (150, 265, false), (165, 265, true),
      (300, 265, true),
      (150, 130, true), (290, 130, false),
    ])
  func length(line: Double, foot: Double, isTaken: Bool) throws {
    let box = "0,0\n\(line / 3),0\n\(line / 3),\(line)\n0,\(line)\n"
    if isTaken {
      #expect(abs(try #require(Self.line("x (mm),y (mm)\n" + box, "a.csv", foot: foot).bounds).size.y - line) < 1)
    } else {
      let error = #expect(throws: InputError.self) { try Self.line("x (mm),y (mm)\n" + box, "a.csv", foot: foot) }
      #expect(error?.description.contains("the foot is") == true)
    }
  }

  @Test("two soles side by side are not chosen between")
  func pair() {
    let two = Self.drawing(
      "<path d=\"\(Self.path)\"/><path transform=\"translate(220) scale(-1 1)\" d=\"\(Self.path)\"/>")
    let error = #expect(throws: InputError.self) { try Self.line(two) }
    #expect(error?.description.contains("2 lines") == true)
  }

  @Test("a small loop at the seam is cut off and said, a line that crosses itself is refused")
  func crossings() throws {
    let given = try OutlineFile.read(
      InputFile(name: "l.csv", bytes: Array("0,0\n90,0\n90,260\n0,260\n0,-3\n3,-3\n-2,3\n".utf8)))
    let read = try given.outline(footLength: 265)
    #expect(read.assumptions.contains { $0.value.contains("loops") })
    #expect(abs(read.line.signedArea - 23_400) < 100)
    let eight = "0,0\n90,0\n0,260\n90,260\n"
    #expect(throws: InputError.self) { try Self.line(eight, "l.csv") }
  }

  @Test("many crossing corners are refused at once")
  func manyCorners() {
    var state: UInt64 = 1
    func dice(_ size: Double) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24) * size
    }
    let tangle = (0..<50_000).map { _ in "\(dice(100)),\(dice(280))" }.joined(separator: "\n")
    let clock = ContinuousClock()
    let time = clock.measure { _ = #expect(throws: InputError.self) { try Self.line(tangle, "tangle.csv") } }
    #expect(time < .seconds(isOptimised ? 1 : 20))
    let loops =
      "<svg><g id='a'>" + (0..<40).map { "<use href='#\($0 == 0 ? "a" : "b\($0)")'/>" }.joined() + "</g></svg>"
    #expect(throws: InputError.self) { try Self.line(loops) }
    let deep = "<svg>" + String(repeating: "<g>", count: 100_000)
    #expect(throws: InputError.self) { try Self.line(deep) }
  }
}
