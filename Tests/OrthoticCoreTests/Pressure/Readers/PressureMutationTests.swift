import ParametricFoot
import Testing

@testable import OrthoticCore

/// Small valid files, broken at random: whatever comes in, the readers answer or throw.
@Suite struct PressureMutationTests {
  private static let seeds = [
    "0,1,2,3\n4,5,6,7\n8,9,10,11\n",
    "[General]\nDescription=pedcad Importfile\nSource=<<zebris>>\nUnitPressure=N/cm2\n[Technical]\nSensCountX=3\nSensCountY=3\nLDistX=8\nLDistY=8\n[Data]\n1\t2\t3\n4\t5\t6\n7\t8\t9\n",
    "\t\tPage 1\n\tSensor area: 0.25\tTime/picture:10.0 ms\n\tSensor size: 0.500x0.500 cm\n\tPict-No.: 1 F\n\n\t1\t2\t3\tForce\n7\t1\t2\t3\t0\n8\t4\t5\t6\t0\n9\t4\t5\t6\t0\nForce\t0\t0\t0\t1\n\u{c}\n",
    "DATA_TYPE MOVIE\nSENSOR_TYPE FSCAN\nROWS 3\nCOLS 3\nROW_SPACING 5 mm\nCOL_SPACING 5 mm\nUNITS KPa\nASCII_DATA @@\n\nFrame 1\nB,2,3\n4,5,6\n7,8,B\n@@\n",
    "Frame 0 (0.00 ms)\n0.0\t1.0\t0.5\n0.2\t2.0\t0.1\n0.3\t0.0\t0.0\n\nFrame 1 (8.00 ms)\n0.0\t1.0\t0.5\n0.2\t2.0\t0.1\n0.3\t0.0\t0.0\n",
    "Application\tx\nExercises\t{\nTime,ms\tPosition,m\n0\t0.5\n10\t1.5\nPlatform {\nColumns\t3\nLines\t3\nCell width,mm\t8\nCell height,mm\t8\nUnits\tN/cm^2\nFrame count\t1\nFrequency\t50\nFrame 1 {\ny1\t0\t1\t0\ny2\t0\t0\t2\ny3\t1\t0\t3\n}\n}\n",
    "Units:,mmHg\nFRAME,1\nTime, 08:21:17.9\nSENSOR,A-LF\nRows,3\nColumns,3\nSensel Width (cm),0.8\nSensel Height (cm),0.8\nSENSELS\n1,2,3\n4,5,6\n7,8,9\n",
    "sensor type:  y-18\npressure values in kPa\nleft insole: 1,2\nright insole: 98,99\ntime[secs]\t 1\n 0.01 1 2 3 4\n 0.02 1 2 3 4\n",
  ]
  /// What mutations put in: the numbers and marks that readers trip over.
  private static let splinters = [
    "0", "-1", "9", "1000000000000000000", "nan", "inf", "1e308", "-5", "\n", "\r", "\t", ",", ";", "{", "}", "B", "@@",
    "\u{c}",
    "Frame 1", "[Data]", "[Data2]", "Page 1", "Force", "SENSOR,B-RF", "SENSELS", "\u{ff}", "", "  ",
  ]

  @Test("never traps", arguments: 0..<8) func neverTraps(number: Int) {
    var generator = SplitMix64(seed: UInt64(number) + 100)
    let original = Array(Self.seeds[number].utf8)
    for _ in 0..<1000 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        let length = min(Int.random(in: 0...6, using: &generator), bytes.count - place)
        let splinter = Self.splinters.randomElement(using: &generator) ?? ""
        bytes.replaceSubrange(place..<place + length, with: Array(splinter.utf8))
      }
      if Bool.random(using: &generator) {
        bytes.removeLast(min(Int.random(in: 0...20, using: &generator), bytes.count))
      }
      guard let recordings = try? PressureReader.readAll(InputFile(name: "mutant", bytes: bytes)) else { continue }
      for recording in recordings {
        #expect(recording.values.count == recording.frameCount * recording.frameLength)
        #expect(recording.values.allSatisfy { $0.isNaN || ($0 >= 0 && $0.isFinite) })
        _ = recording.steps()
        _ = recording.forces
        _ = recording.frameTime
      }
    }
  }

  @Test("reads the same in small pieces, packed or not", arguments: 0..<8) func readsTheSame(number: Int) throws {
    let bytes = Array(Self.seeds[number].utf8)
    // Formats are told by the first piece, which in files is a quarter of a megabyte.
    func read(_ stored: [UInt8], first: Int, then size: Int) throws -> [[Float]] {
      let file = try InputFile.inPieces(name: "pieces", bytes: stored, first: first, then: size)
      return try PressureReader.readAll(file).map(\.values)
    }
    let whole = try PressureReader.readAll(InputFile(name: "whole", bytes: bytes)).map(\.values)
    let packed = GzipFixture.stored(bytes)
    for size in [1, 2, 7, 64] {
      for first in stride(from: bytes.count * 3 / 4, through: bytes.count, by: 3) {
        for stored in [bytes, packed] {
          let pieces = try read(stored, first: first, then: size)
          #expect(pieces.map { $0.map(\.bitPattern) } == whole.map { $0.map(\.bitPattern) })
        }
      }
    }
  }

  @Test("takes a NUL in front of a row for white space") func takesANUL() throws {
    // Found by the fuzzer: the row counted as a row without values.
    let text = "Frame 0 (0.00 ms)\n\0.0\t1.0\t0.5\n0.2\t2.0\t0.1\n0.3\t0.0\t1\n0.3\t0.0\t0.0\n"
    let recording = try PressureReader.read(InputFile(name: "nul", bytes: Array(text.utf8)))
    #expect(recording.columns == 3 && recording.rows == 4)
  }
}
