/// Files that hold no text, named by how they begin: what people give by mistake in place of a pressure map.
enum ForeignContent {
  private static let signatures: [(bytes: [UInt8], name: String, remedy: Wording)] = [
    ([0x89, 0x50, 0x4e, 0x47], "a picture (PNG)", picture), ([0xff, 0xd8, 0xff], "a picture (JPEG)", picture),
    (Array("GIF8".utf8), "a picture (GIF)", picture), (Array("BM".utf8), "a picture (BMP)", picture),
    ([0x49, 0x49, 0x2a, 0x00], "a picture (TIFF)", picture), ([0x4d, 0x4d, 0x00, 0x2a], "a picture (TIFF)", picture),
    (Array("RIFF".utf8), "a picture or film (RIFF)", picture), (Array("%PDF".utf8), "a PDF document", picture),
    (Array("<svg".utf8), "a drawing (SVG)", picture), (Array("<!DOCTYPE".utf8), "a web page", picture),
    (Array("<html".utf8), "a web page", picture),
    (Array("PK\u{3}\u{4}".utf8), "a ZIP archive or a spreadsheet (XLSX)", sheet),
    ([0xd0, 0xcf, 0x11, 0xe0], "a spreadsheet of the old kind (XLS)", sheet),
    ([0x93] + Array("NUMPY".utf8), "a NumPy array", sheet), (Array("MATLAB 5.0".utf8), "a MATLAB file", sheet),
    ([0x89] + Array("HDF".utf8), "an HDF5 file", sheet),
  ]

  private static let picture: Wording =
    "export the numbers, not a picture of them: text with one line per sensor row"
  private static let sheet: Wording = "save the map itself as CSV or text, one line per sensor row"

  /// Why a file is no text, or `nil`.
  static func refusal(_ file: InputFile) -> InputError? {
    for signature in signatures where file.bytes.starts(with: signature.bytes) {
      // Two letters are too few to tell: a bitmap has zeros in its head, a text has none.
      if signature.bytes.count == 2, !file.bytes.prefix(30).contains(0) { continue }
      return file.error(
        .unsupported("is \(signature.name), not a pressure map"), expected: "pressures as text",
        remedy: signature.remedy)
    }
    return nil
  }
}
