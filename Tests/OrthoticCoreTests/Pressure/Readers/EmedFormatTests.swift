import Testing

@testable import OrthoticCore

@Suite struct EmedFormatTests {
  /// A page with the given crop; forces are not checked to the digit.
  private func page(_ picture: String, columns: [Int], rows: [(Int, [Double])]) -> String {
    var text = "\t\t\t\tPage 1\n\n\tFile: C:\\x.dat \tMatrix: 64x95 \n\tSensor area: 0.25 cm2\tTime/picture:20.0 ms\n"
    text += "\tMV over frames\n\tSensor size: 0.500x0.400 cm\n\tnovel munich\n\t\(picture)\n\n\t"
    text += columns.map { "\($0)" }.joined(separator: "\t") + "\tForce\n"
    for (number, values) in rows {
      text += "\(number)\t" + (values + [0]).map { "\($0)" }.joined(separator: "\t") + "\n"
    }
    let force = rows.flatMap(\.1).reduce(0, +) * 0.02
    return text + "Force\t" + columns.map { _ in "0.00" }.joined(separator: "\t") + "\t\(force)\n\u{c}\n"
  }

  private func read(_ text: String) throws -> PressureRecording {
    try PressureReader.read(InputFile(name: "a.lst", bytes: Array(("\n" + text + "\u{c}\n").utf8)))
  }

  private func picture(_ number: Int) -> String { "Pict-No.: \(number)  Force[N]=sum*sensor_area in row/column" }

  @Test("places crops by their printed numbers, heel first") func placesCropsByTheir() throws {
    let text =
      page(picture(1), columns: [10, 11], rows: [(20, [1, 2]), (21, [3, 4])])
      + page(picture(2), columns: [11, 12], rows: [(21, [5, 6]), (22, [7, 8])])
    let recording = try read(text)
    #expect(recording.frameCount == 2 && recording.frameTime == 0.02)
    #expect(recording.cellWidth == 5 && recording.cellLength == 4)
    // Row 22 is nearest to the heel.
    #expect(recording.frame(0).values == [0, 0, 0, 3, 4, 0, 1, 2, 0])
    #expect(recording.frame(1).values == [0, 7, 8, 0, 5, 6, 0, 0, 0])
    #expect(recording.findings.isEmpty)
  }

  @Test("joins pages with the same picture number, in either order") func joinsPages() throws {
    let (a, b) = (page(picture(1), columns: [1], rows: [(1, [1])]), page(picture(1), columns: [2], rows: [(1, [2])]))
    let (c, d) = (page(picture(2), columns: [1], rows: [(1, [3])]), page(picture(2), columns: [2], rows: [(1, [4])]))
    for text in [a + b + c + d, a + c + b + d] {
      let recording = try read(text)
      #expect(recording.frameCount == 2)
      #expect(recording.values == [1, 2, 3, 4])
    }
  }

  @Test("skips summary pages beside frames and uses the maximum alone") func skipsSummaryPagesBeside() throws {
    let frame = page(picture(1), columns: [1, 2], rows: [(1, [1, 2])])
    let maximum = page("MPP", columns: [1, 2], rows: [(1, [8, 9])])
    #expect(try read(frame + maximum).values == [1, 2])
    let alone = try read(maximum + page("MVP", columns: [1, 2], rows: [(1, [3, 3])]))
    #expect(alone.kind == .peakPicture && alone.values == [8, 9])
  }

  @Test("says when the printed force is another") func saysWhenThePrinted() throws {
    let text = page(picture(1), columns: [1, 2], rows: [(1, [100, 200])]).replacing("\t6.0\n", with: "\t60.0\n")
    #expect(try read(text).findings.map(\.code) == ["force-row-differs"])
  }

  @Test("names the line of what is broken") func namesTheLine() {
    let good = page(picture(1), columns: [1, 2], rows: [(1, [1, 2]), (2, [3, 4])])
    for (from, to) in [("3.0", "x"), ("3.0", "-3"), ("3.0", "nan"), ("2\t3.0", "99999999\t3.0"), ("3.0\t4.0\t", "")] {
      do throws(InputError) {
        let text = "\n" + good.replacing(from, with: to)
        _ = try PressureReader.read(InputFile(name: "a.lst", bytes: Array(text.utf8)))
        Issue.record("\(to) was accepted")
      } catch {
        #expect(error.place == .line(13), "\(to): \(error)")
      }
    }
  }
}
