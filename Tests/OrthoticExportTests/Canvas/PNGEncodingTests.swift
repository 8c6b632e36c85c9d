import Testing

@testable import OrthoticCore
@testable import OrthoticExport

@Suite struct PNGEncodingTests {
  private struct Chunk {
    var name: String
    var content: [UInt8]
    var sum: UInt32
  }

  private func number(_ bytes: some Sequence<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }

  private func chunks(_ file: [UInt8]) -> [Chunk] {
    var chunks: [Chunk] = []
    var offset = 8
    while offset + 12 <= file.count {
      let length = Int(number(file[offset..<(offset + 4)]))
      let body = file[(offset + 4)..<(offset + 8 + length)]
      chunks.append(
        Chunk(
          name: String(decoding: body.prefix(4), as: UTF8.self), content: Array(body.dropFirst(4)),
          sum: number(file[(offset + 8 + length)..<(offset + 12 + length)])))
      offset += 12 + length
    }
    return chunks
  }

  /// CRC-32 of the PNG specification, bit by bit.
  private func cyclicSum(_ bytes: [UInt8]) -> UInt32 {
    let polynomial: UInt32 = 0xEDB8_8320
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ polynomial : sum >> 1 }
    }
    return ~sum
  }

  private var gradient: Picture {
    var picture = Picture(width: 13, height: 7)
    for y in 0..<7 {
      for x in 0..<13 {
        picture[x, y] = Color(red: UInt8(x * 19), green: UInt8(y * 36), blue: 200, alpha: UInt8(255 - x))
      }
    }
    return picture
  }

  @Test("every chunk carries its check sum") func everyChunkCarries() {
    let file = gradient.png
    #expect(file.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    let found = chunks(file)
    #expect(found.map(\.name) == ["IHDR", "IDAT", "IEND"])
    for chunk in found { #expect(chunk.sum == cyclicSum(Array(chunk.name.utf8) + chunk.content)) }
  }

  @Test("the pixels come back from the file") func pixelsComeBack() throws {
    let picture = gradient
    let found = chunks(picture.png)
    #expect(found[0].content == [0, 0, 0, 13, 0, 0, 0, 7, 8, 6, 0, 0, 0])
    let packed = found[1].content
    // Between zlib's two header bytes and its four check bytes lie bare deflated data.
    let rows = try Inflation.unpacked(packed, 2..<(packed.count - 4), wrapper: .none, sizeHint: 400, limit: 10_000)
    #expect(rows.count == 7 * (1 + 4 * 13))
    var bytes: [UInt8] = []
    for row in 0..<7 {
      let line = rows[(row * 53)..<((row + 1) * 53)]
      #expect(line.first == 2)
      for (index, value) in line.dropFirst().enumerated() {
        bytes.append(row == 0 ? value : value &+ bytes[(row - 1) * 52 + index])
      }
    }
    #expect(bytes == picture.bytes)
  }

  @Test("the same picture gives the same bytes") func samePictureGives() {
    #expect(gradient.png == gradient.png)
  }
}
