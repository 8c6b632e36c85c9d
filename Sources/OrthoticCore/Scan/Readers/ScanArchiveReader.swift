/// ZIP archives: PS2D packages with a height map per foot, the orders that hold one, 3MF models, and archives with a
/// single scan.
enum ScanArchiveReader {
  /// An order holds a package, a package holds a map.
  private static let deepest = 2
  /// Files of an archive that are looked at.
  private static let mostFiles = 20

  /// The scan in an archive; `side` chooses where both feet are there.
  static func read(_ file: InputFile, side: Side?) throws(InputError) -> Scan {
    try read(file, side: side, depth: 1)
  }

  private static func read(_ file: InputFile, side: Side?, depth: Int) throws(InputError) -> Scan {
    let archive = try ZipArchive(file)
    let maps = archive.entries.filter { $0.name.lowercased().hasSuffix(".sca") }
    if !maps.isEmpty {
      let map = try chosen(maps, side, file)
      return try HeightMapReader.read(
        archive.content(of: map, limit: HeightMapReader.largestSize), side: declaredSide(map.name))
    }
    let packages = archive.entries.filter { entry in
      [".ps2d", ".zip"].contains { entry.name.lowercased().hasSuffix($0) }
    }
    if packages.count == 1, depth < deepest {
      return try read(archive.content(of: packages[0]), side: side, depth: depth + 1)
    }
    if let model = try ThreeMFReader.modelPath(in: archive) {
      let settings = archive.entries.first { ThreeMFModifiers.paths.contains($0.name) }
      let modifiers = try settings.map { entry throws(InputError) in
        ThreeMFModifiers(try archive.content(of: entry, limit: ThreeMFModifiers.largestSize).bytes)
      }
      return try ThreeMFReader.read(archive, model: model, without: modifiers ?? ThreeMFModifiers())
    }
    if archive.entries.contains(where: { $0.name.hasPrefix("xl/") }) { throw refused(file, "a spreadsheet (.xlsx)") }
    return try ScanReader.read(onlyScan(in: archive))
  }

  /// The one file of an archive that is a scan, among pictures, notes and what else was packed with it.
  private static func onlyScan(in archive: ZipArchive) throws(InputError) -> InputFile {
    let entries = archive.entries.filter { !isHidden($0.name) }
    if entries.count == 1 {
      let content = try archive.content(of: entries[0])
      // Archives inside archives are followed only where they are packages.
      if ContentKind(recognizing: content) != .scan(.archive) { return content }
    }
    // Unpacked one at a time, and the scan once more: they need not fit into memory together.
    let scans = entries.prefix(mostFiles).filter { entry in
      guard let content = try? archive.content(of: entry), let format = try? ScanReader.format(of: content) else {
        return false
      }
      return format != .archive
    }
    if scans.count == 1, entries.count <= mostFiles { return try archive.content(of: scans[0]) }
    let what = scans.isEmpty ? "none of them a scan" : "more than one of them a scan"
    throw archive.file.error(
      .ambiguous("is an archive of \(archive.entries.count) files, \(what)"),
      expected: "a PS2D package or an archive with one scan", remedy: "unpack it and name the scan inside")
  }

  /// Whether a file was packed by a system for itself, as `__MACOSX/._foot.stl`.
  private static func isHidden(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }

  private static func chosen(
    _ maps: [ZipArchive.Entry], _ side: Side?, _ file: InputFile
  ) throws(InputError) -> ZipArchive.Entry {
    if maps.count == 1 { return maps[0] }
    let names = maps.map { String($0.name.split(separator: "/").last ?? "") }.joined(separator: ", ")
    guard let side else {
      throw file.error(
        .ambiguous("holds both feet: \(names)"), expected: "to be told which one",
        remedy: "add \(.side) left or \(.side) right")
    }
    let fitting = maps.filter { declaredSide($0.name) == side }
    guard fitting.count == 1 else {
      throw file.error(
        .ambiguous("holds \(fitting.count) height maps of the \(side.rawValue) foot: \(names)"),
        expected: "one per foot", remedy: "unpack it and name the .sca file")
    }
    return fitting[0]
  }

  /// The foot that a German or English file name states: `Links` is left, `Rechts` is right.
  private static func declaredSide(_ name: String) -> Side? {
    let words = name.lowercased().split { !$0.isLetter }
    let isLeft = words.contains("links") || words.contains("left")
    let isRight = words.contains("rechts") || words.contains("right")
    return isLeft == isRight ? nil : isLeft ? .left : .right
  }

  private static func refused(_ file: InputFile, _ what: String) -> InputError {
    file.error(
      .unsupported("looks like \(what)"), expected: "a foot scan", remedy: "export the scan as PLY or STL")
  }
}
