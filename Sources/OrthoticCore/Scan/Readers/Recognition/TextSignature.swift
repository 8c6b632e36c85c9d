/// The first lines of a text file: what formats are recognised by.
struct TextSignature {
  private static let lineLimit = 60
  private static let byteLimit = 1 << 14

  /// The first filled lines in small letters, trimmed, up to the first byte that no text has.
  private let lines: [String]
  /// Whether there is no such byte near the beginning; headers of binary formats begin as text too.
  private let isText: Bool

  /// The opening of a content.
  init(_ bytes: [UInt8]) {
    let opening = bytes.prefix(Self.byteLimit)
    let text = opening.prefix { $0 >= 0x20 || ($0 >= 0x09 && $0 <= 0x0d) || $0 == 0x1a }
    isText = text.count == opening.count
    var scanner = TextScanner(Array(text))
    var lines: [String] = []
    while lines.count < Self.lineLimit, let line = scanner.nextFilledLine()?.trimmed {
      // Of comments the first line alone says something.
      if lines.isEmpty || !line.starts(with: "#") { lines.append(line.text.lowercased()) }
    }
    self.lines = lines
  }

  /// What the text is, or `nil` where nothing in it says so.
  var kind: ContentKind? { binaryScanKind ?? (isText ? modelKind ?? textScanKind ?? pressureKind : nil) }

  /// Formats whose header is text but whose body need not be.
  private var binaryScanKind: ContentKind? {
    guard let first = lines.first else { return nil }
    if first == "ply" { return .scan(.ply) }
    if first.hasPrefix("# .pcd") || (has("fields ") && has("points ") && has("data ")) { return .scan(.pcd) }
    return nil
  }

  /// Models and drawings of other programs, which are refused by name.
  private var modelKind: ContentKind? {
    guard let first = lines.first else { return nil }
    if first.hasPrefix("<") {
      let element = Self.xmlElements.first { name, _ in holds("<\(name)") }
      return element.map { .other($1) } ?? (first.hasPrefix("<?xml") ? .other("an XML file") : nil)
    }
    if first.hasPrefix("{"), holds("\"asset\"") { return .other("a glTF model") }
    if first == "0", lines.count > 1, lines[1] == "section" { return .other("a DXF drawing") }
    // The letter of the section stands in column 73.
    if first.hasSuffix("s      1") { return .other("an IGES model") }
    if has("newmtl ") { return .other("the materials of an OBJ scan (.mtl)") }
    return Self.modelWords.first { word, _ in first.hasPrefix(word) }.map { .other($1) }
  }

  private var textScanKind: ContentKind? {
    guard let first = lines.first else { return nil }
    if Self.offWords.contains(Self.firstWord(first)) { return .scan(.off) }
    if first.hasPrefix("solid"), lines.count == 1 || has("facet") || has("endsolid") { return .scan(.textSTL) }
    if lines.count > 2, Int(lines[0]) != nil, Int(lines[1]) != nil, Int(lines[2]) == nil {
      // Its first points are those of the scanner's own pose.
      return .other("a Leica PTX scan")
    }
    if let statement = lines.first(where: { !$0.hasPrefix("#") }), Self.objWords.contains(Self.firstWord(statement)) {
      return .scan(.obj)
    }
    return nil
  }

  private var pressureKind: ContentKind? {
    if has("description=pedcad") || (has("[general]") && has("[technical]")) {
      return .pressure("a pedcad pressure file (.apd)")
    }
    if has("page "), holds("pict-no") || holds("sensor area") { return .pressure("a novel emed pressure file (.lst)") }
    if has("file name:"), has("sensor type:") { return .pressure("a novel pedar pressure file (.asc)") }
    if has("file name:"), has("mat type") { return .pressure("a novel pliance pressure file (.asc)") }
    if has("ascii_data") || has("sensel_area") || has("data_type movie") { return .pressure("a Tekscan pressure file") }
    if has("sensels") || has("sensel width") || holds("units:,mmhg") { return .pressure("an XSENSOR pressure file") }
    if has("frame 0 (") || holds("plate roll off") { return .pressure("an RSscan footscan pressure file") }
    if has("application\ttrplatf") || holds("li kraft,n") || has("platform {") {
      return .pressure("a zebris pressure file")
    }
    if let first = lines.first, first.contains("pressure") { return .pressure("a pressure recording") }
    return nil
  }

  private func has(_ prefix: String) -> Bool { lines.contains { $0.hasPrefix(prefix) } }
  private func holds(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  private static let xmlElements: [(name: String, kind: String)] = [
    ("collada", "a COLLADA model (.dae)"), ("x3d", "an X3D model"), ("amf", "an AMF model"), ("vtkfile", "a VTK file"),
    ("svg", "an SVG drawing"), ("html", "a web page"), ("landxml", "a LandXML model"),
  ]
  /// What the first lines of other programs' files begin with.
  private static let modelWords: [(word: String, kind: String)] = [
    ("#vrml", "a VRML model (.wrl)"), ("; fbx", "an FBX model"), ("ac10", "a DWG drawing"),
    ("**abcdefghijklmnop", "a Parasolid model"), ("iso-10303-21", "a STEP model"), ("ncols", "a grid of heights"),
    ("dsaa", "a grid of heights"),
  ]

  private static func firstWord(_ line: String) -> String { String(line.prefix { $0 != " " && $0 != "\t" }) }

  private static let offWords: [String] = ["off", "coff", "noff", "stoff", "cnoff", "stcoff", "stnoff", "stcnoff"]
  /// Statements that an OBJ file may begin with.
  private static let objWords: [String] = [
    "v", "vn", "vt", "vp", "f", "o", "g", "s", "l", "p", "mtllib", "usemtl", "mg", "cstype",
  ]
}
