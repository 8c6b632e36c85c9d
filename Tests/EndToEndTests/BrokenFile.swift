import Testing

/// A broken file, or none, and what the program must say about it.
struct BrokenFile: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var name: String
  /// `nil` for a file that is not there.
  var content: [UInt8]?
  var code: Int32 = 65
  /// What the message must name: the place in the file, or what is wrong.
  var words: String

  init(_ description: String, _ name: String, _ content: [UInt8]?, code: Int32 = 65, says words: String) {
    testDescription = description
    self.name = name
    self.content = content
    self.code = code
    self.words = words
  }

  init(_ description: String, _ name: String, text: String, code: Int32 = 65, says words: String) {
    self.init(description, name, Array(text.utf8), code: code, says: words)
  }
}

extension BrokenFile {
  /// Points of a box as lines of text.
  private static func points(_ count: Int, _ line: (Int) -> String = { "\($0 % 100) \($0 / 100) \($0 % 7)" }) -> String
  {
    (0..<count).map { line($0) + "\n" }.joined()
  }

  private static func plyHeader(vertices: String, format: String = "ascii 1.0", faces: String? = nil) -> String {
    "ply\nformat \(format)\nelement vertex \(vertices)\nproperty float x\nproperty float y\nproperty float z\n"
      + (faces.map { "element face \($0)\nproperty list uchar int vertex_indices\n" } ?? "") + "end_header\n"
  }

  private static func binarySTL(count: UInt32, triangles: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0x20, count: 80)
    for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: count >> UInt32(shift))) }
    return bytes + [UInt8](repeating: 0, count: 50 * triangles)
  }

  static let scans: [BrokenFile] = [
    BrokenFile("an empty file", "scan.ply", [], says: "is empty"),
    BrokenFile("a missing file", "missing.ply", nil, code: 66, says: "not found"),
    BrokenFile(
      "a binary PLY cut short", "scan.ply",
      text: plyHeader(vertices: "1000", format: "binary_little_endian 1.0") + "xx", says: "byte"),
    BrokenFile("a text PLY cut short", "scan.ply", text: plyHeader(vertices: "1000") + points(10), says: "byte"),
    BrokenFile("a PLY header cut short", "scan.ply", text: "ply\nformat ascii 1.0\nelement ver", says: "line"),
    BrokenFile("a binary STL cut short", "scan.stl", binarySTL(count: 1000, triangles: 3), says: "50084"),
    BrokenFile(
      "a text STL cut short", "scan.stl", text: "solid x\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0",
      says: "line"),
    BrokenFile("an OBJ cut short", "scan.obj", text: "v 0 0 0\nv 1 0 0\nv 1 1", says: "line 3"),
    BrokenFile(
      "an OBJ with a facet of missing points", "scan.obj", text: "v 0 0 0\nv 1 0 0\nv 1 1 0\nf 1 2 9\n", says: "line 4"),
    BrokenFile("a PLY of 0 points", "scan.ply", text: plyHeader(vertices: "0"), says: "0 vertices"),
    BrokenFile("a PLY of −1 points", "scan.ply", text: plyHeader(vertices: "-1"), says: "line 3"),
    BrokenFile(
      "a PLY of 10^18 points", "scan.ply", text: plyHeader(vertices: "1000000000000000000") + "0 0 0\n",
      says: "1000000000000000000"),
    BrokenFile(
      "a binary PLY of 10^18 points", "scan.ply",
      text: plyHeader(vertices: "1000000000000000000", format: "binary_little_endian 1.0") + "0123",
      says: "1000000000000000000"),
    BrokenFile(
      "a PLY of more points than numbers go", "scan.ply", text: plyHeader(vertices: "99999999999999999999999"),
      says: "line 3"),
    BrokenFile(
      "a PLY of 10^18 facets", "scan.ply",
      text: plyHeader(vertices: "3", faces: "1000000000000000000") + "0 0 0\n1 0 0\n0 1 0\n3 0 1 2\n",
      says: "1000000000000000000"),
    BrokenFile("an STL of 4294967294 facets", "scan.stl", binarySTL(count: .max - 1, triangles: 1), says: "ends early"),
    BrokenFile(
      "coordinates that are no numbers", "scan.ply",
      text: plyHeader(vertices: "500") + points(500) { _ in "nan nan nan" }, says: "foot"),
    BrokenFile(
      "coordinates without end", "scan.ply", text: plyHeader(vertices: "500") + points(500) { _ in "inf -inf inf" },
      says: "foot"),
    BrokenFile("coordinates of 1e300", "scan.xyz", text: points(500) { "\($0)e300 -1e300 1e300" }, says: "foot"),
    BrokenFile("3 points", "scan.xyz", text: points(3), says: "foot"),
    BrokenFile("1 point", "scan.xyz", text: "1 2 3\n", says: "foot"),
    BrokenFile("points all equal", "scan.xyz", text: points(5000) { _ in "1 2 3" }, says: "foot"),
    BrokenFile("points on one line", "scan.xyz", text: points(5000) { "\($0) 0 0" }, says: "foot"),
    BrokenFile("points on one plane", "scan.xyz", text: points(5000) { "\($0 % 70) \($0 / 70) 0" }, says: "foot"),
    BrokenFile("prose", "scan.txt", text: "Dear lab,\nplease find the scan attached.\n", says: "scan.txt"),
    BrokenFile(
      "bytes of no format", "scan.bin", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 197 &+ $0 >> 3) },
      says: "scan.bin"),
    BrokenFile("a broken gzip file", "scan.ply.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3], says: "gzip"),
  ]

  private static func grid(_ rows: Int = 50, _ columns: Int = 20, _ value: (Int, Int) -> String) -> String {
    (0..<rows).map { row in (0..<columns).map { value(row, $0) }.joined(separator: ",") + "\n" }.joined()
  }

  static let maps: [BrokenFile] = [
    BrokenFile("an empty map", "map.csv", [], says: "is empty"),
    BrokenFile("a missing map", "map.csv", nil, code: 66, says: "not found"),
    BrokenFile(
      "ragged rows", "map.csv", text: grid { row, column in row == 7 && column == 3 ? "1,2" : "10" }, says: "line 8"),
    BrokenFile(
      "text among the numbers", "map.csv", text: grid { row, column in row == 7 && column == 3 ? "high" : "10" },
      says: "line 8"),
    BrokenFile(
      "negative pressure", "map.csv", text: grid { row, column in row == 7 && column == 3 ? "-50" : "10" },
      says: "line 8"),
    BrokenFile("zeros only", "map.csv", text: grid { _, _ in "0" }, says: "map.csv"),
    BrokenFile(
      "pressure that is no number", "map.csv", text: grid { row, column in row == 7 && column == 3 ? "nan" : "10" },
      says: "map.csv"),
    BrokenFile(
      "pressure without end", "map.csv", text: grid { row, column in row == 7 && column == 3 ? "1e999" : "10" },
      says: "map.csv"),
    BrokenFile("one cell", "map.csv", text: "100\n", says: "map.csv"),
    BrokenFile("prose", "map.csv", text: "the patient walks well\nno pain\n", says: "map.csv"),
    BrokenFile("a foot scan in place of a map", "map.csv", text: plyHeader(vertices: "3") + points(3), says: "map.csv"),
    BrokenFile("an emed file cut short", "map.lst", text: "Frame 1\n", says: "map.lst"),
  ]
}
