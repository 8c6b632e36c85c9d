/// First bytes that name a kind of file.
struct BinarySignature: Sendable {
  private let offset: Int
  private let bytes: [UInt8]
  /// What a file with these bytes is.
  let kind: ContentKind

  private init(_ text: String, at offset: Int = 0, _ kind: ContentKind) {
    self.offset = offset
    // Each scalar is one byte, so that "\u{89}" means 0x89.
    bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    self.kind = kind
  }

  /// Whether a content has these bytes.
  func matches(_ content: [UInt8]) -> Bool {
    content.count >= offset + bytes.count && content[offset..<(offset + bytes.count)].elementsEqual(bytes)
  }

  /// All known signatures.
  static let all: [BinarySignature] = [
    BinarySignature("PK\u{03}\u{04}", .scan(.archive)),
    BinarySignature("PCSC001", .scan(.heightMap)),
    BinarySignature("\u{89}PNG", .picture("a PNG picture")),
    BinarySignature("\u{ff}\u{d8}\u{ff}", .picture("a JPEG picture")),
    BinarySignature("GIF8", .picture("a GIF picture")),
    BinarySignature("II*\u{00}", .picture("a TIFF picture")),
    BinarySignature("MM\u{00}*", .picture("a TIFF picture")),
    BinarySignature("PCIM001", .picture("a PS2D picture (.ima)")),
    BinarySignature("ftypheic", at: 4, .picture("a HEIC picture")),
    BinarySignature("WEBP", at: 8, .picture("a WebP picture")),
    BinarySignature("DICM", at: 128, .picture("a DICOM picture")),
    BinarySignature("%PDF", .other("a PDF document")),
    BinarySignature("\u{d0}\u{cf}\u{11}\u{e0}", .other("an old Office or SolidWorks file (.xls, .doc, .sldprt)")),
    BinarySignature("glTF", .other("a glTF model (.glb)")),
    BinarySignature("Kaydara FBX", .other("an FBX model")),
    BinarySignature("3D Geometry File Format", .other("a Rhino model (.3dm)")),
    BinarySignature("ISO-10303-21", .other("a STEP model")),
    BinarySignature("OCTM", .other("an OpenCTM model")),
    BinarySignature("PXR-USDC", .other("a USD model")),
    BinarySignature("ASTM-E57", .other("an E57 point cloud")),
    BinarySignature("LASF", .other("a LAS point cloud")),
    BinarySignature("# vtk DataFile", .other("a VTK file")),
    BinarySignature("\u{93}NUMPY", .other("a numpy array")),
    BinarySignature("BLENDER", .other("a Blender file")),
    BinarySignature("7z\u{bc}\u{af}", .other("a 7-Zip archive")),
    BinarySignature("Rar!", .other("a RAR archive")),
    BinarySignature("ustar", at: 257, .other("a tar archive")),
    BinarySignature("BZh", .other("a bzip2 file")),
    BinarySignature("\u{fd}7zXZ", .other("an xz file")),
    BinarySignature("\u{28}\u{b5}\u{2f}\u{fd}", .other("a zstd file")),
    BinarySignature("\u{7f}ELF", .other("a program")),
    BinarySignature("MZ\u{90}\u{00}", .other("a program")),
    BinarySignature("<!DOCTYPE", .other("a web page")),
    BinarySignature("{\\rtf", .other("an RTF document")),
    BinarySignature("\u{ff}\u{fe}", .other("a text in UTF-16")),
    BinarySignature("\u{fe}\u{ff}", .other("a text in UTF-16")),
  ]
}
