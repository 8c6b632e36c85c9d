import Foundation
import Testing

/// The folders of the core: what may use what, and how much lies in each.
@Suite("Layout of the core")
struct LayoutTests {
  /// Most files in a folder that is no catalogue: what is still seen at a glance.
  private static let mostFiles = 17
  /// Folders with a file for each element and each format.
  private static let catalogues: Set<String> = ["Design/Surfaces/Elements", "Pressure/Readers", "Scan/Readers"]

  private static func files() throws -> [FolderArrows.File] {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let core = package.appending(path: "Sources/OrthoticCore")
    let paths = FileManager.default.enumerator(atPath: core.path)?.compactMap { $0 as? String } ?? []
    return try paths.filter { $0.hasSuffix(".swift") && !$0.contains(".docc/") }.sorted().map { path in
      FolderArrows.File(path: path, source: try String(contentsOf: core.appending(path: path), encoding: .utf8))
    }
  }

  @Test("Folders of the core use only what lies below them")
  func arrowsPointDown() throws {
    let files = try Self.files()
    #expect(files.count > 200)
    let found = FolderArrows(files).violations
    #expect(found.isEmpty, "\(found.map(\.description).joined(separator: "\n"))")
  }

  @Test("Every top folder has its place in the order, and the order has no circle")
  func orderIsComplete() throws {
    let folders = Set(try Self.files().map(\.folder)).subtracting([""])
    #expect(folders == Set(FolderArrows.allowed.keys))
    for (folder, below) in FolderArrows.allowed {
      #expect(!below.contains(folder))
      for lower in below { #expect(FolderArrows.allowed[lower]?.isStrictSubset(of: below) ?? false) }
    }
  }

  /// A core of a few lines: a file for each of some folders.
  private static let smallCore = [
    FolderArrows.File(path: "DesignInputs.swift", source: "public struct DesignInputs {}"),
    FolderArrows.File(path: "Geometry/Outline.swift", source: "public struct Outline { public var points: [Int] }"),
    FolderArrows.File(path: "Foot/Landmarks.swift", source: "public struct Landmarks {}; enum Side { case left }"),
    FolderArrows.File(
      path: "Design/Shoe.swift",
      source: """
        extension Outline {
          var cutToShoe: Outline { self }
          init(shoe size: Double) { self.init(points: []) }
        }
        func shoeLength(_ size: Double) -> Double { size }
        """),
  ]

  @Test(
    "An arrow that points up is found",
    arguments: [
      ("Geometry/Planted.swift", "func planted(_ foot: Landmarks) {}", "Landmarks"),
      ("Input/Planted.swift", #"let text = "of \(Landmarks())""#, "Landmarks"),
      ("Contact/Planted.swift", "let other = pick(.left)", "left"),
      ("Geometry/Planted.swift", "func planted(_ line: Outline) -> Outline { line.cutToShoe }", "cutToShoe"),
      ("Scan/Planted.swift", "let length = shoeLength(42)", "shoeLength"),
      ("Pressure/Planted.swift", "let line = Outline(shoe: 42)", "Outline(shoe:)"),
      ("Design/Planted.swift", "let inputs: DesignInputs? = nil", "DesignInputs"),
    ])
  func plantedArrowIsFound(path: String, source: String, name: String) {
    #expect(FolderArrows(Self.smallCore).violations.isEmpty)
    let found = FolderArrows(Self.smallCore + [FolderArrows.File(path: path, source: source)]).violations
    #expect(found.map(\.name) == [name])
    #expect(found.map(\.path) == [path])
  }

  @Test("A file that is moved up is found by those that use it")
  func movedFileIsFound() throws {
    let moved = try Self.files().map { file in
      file.path == "Geometry/Vectors/Similarity.swift"
        ? FolderArrows.File(path: "Design/Similarity.swift", source: file.source) : file
    }
    let found = FolderArrows(moved).violations
    #expect(found.contains { $0.name == "Similarity" && $0.path.hasPrefix("Scan/") })
  }

  @Test("What only looks like an arrow is none")
  func comments() {
    let above = FolderArrows.File(
      path: "Design/Above.swift", source: "public struct Above { var width = 1.0; private var hidden = 2.0 }")
    let below = FolderArrows.File(
      path: "System/Below.swift",
      source: """
        // Above is named in a comment only, /* and here: Above */ as in "Above".
        func below(_ width: Double, hidden: Double) -> (width: Double, text: String) { (width + hidden, "Above") }
        let size = below(1, hidden: 2).width
        """)
    #expect(FolderArrows([above, below]).violations.isEmpty)
  }

  @Test("Folders hold few files, but for catalogues")
  func foldersAreSmall() throws {
    let folders = Dictionary(grouping: try Self.files()) { file in
      file.path.split(separator: "/").dropLast().joined(separator: "/")
    }
    let large = folders.filter { $0.value.count > Self.mostFiles && !Self.catalogues.contains($0.key) }
    #expect(large.isEmpty, "\(large.map { "\($0.key): \($0.value.count)" }.sorted())")
  }
}
