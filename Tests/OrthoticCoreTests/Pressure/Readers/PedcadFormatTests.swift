import Testing

@testable import OrthoticCore

@Suite struct PedcadFormatTests {
  private static let head = """
    [General]
    Description=pedcad Importfile
    Source=<<SOURCE>>
    UnitDistance = mm
    UnitPressure=N/cm2

    [Customer]
    FootSide=L

    [Technical]
    SensCountX=4
    SensCountY=3
    LDistX=8.5
    LDistY=7.5

    [Data]

    """
  private static let data = "-1\t10.0\t-1\t\n5.0\t20.5\t-1\t\n-1\t0.0\t1.5\t\n2.0\t-1\t-1\t\n"

  private func read(_ text: String, source: String = "zebris") throws -> PressureRecording {
    let text = text.replacing("SOURCE", with: source)
    return try PressureReader.read(InputFile(name: "a.apd", bytes: Array(text.utf8)))
  }

  private func problem(_ text: String) -> InputError? {
    do throws(InputError) {
      _ = try PressureReader.read(InputFile(name: "a.apd", bytes: Array(text.utf8)))
      return nil
    } catch {
      return error
    }
  }

  @Test("keeps heel-first rows, pitch, side and unit of zebris files") func keepsHeelFirstRows() throws {
    let recording = try read(Self.head + Self.data)
    let map = recording.peakPicture
    #expect(recording.format == "pedcad zebris" && recording.side == .left && recording.orientation == .declared)
    #expect(map.columns == 3 && map.rows == 4 && map.cellWidth == 7.5 && map.cellLength == 8.5)
    #expect(map.values == [0, 100, 0, 50, 205, 0, 0, 0, 15, 20, 0, 0])
  }

  @Test("turns the toes-first rows of EcoFoot without touching the columns") func turnsTheToesFirst() throws {
    let map = try read(Self.head + Self.data, source: "EcoFoot").peakPicture
    #expect(map.values == [20, 0, 0, 0, 0, 15, 50, 205, 0, 0, 100, 0])
  }

  @Test("reads Latin-1 units and carriage returns") func readsLatin1Units() throws {
    let bytes = Array((Self.head + Self.data).replacing("cm2", with: "cm#").replacing("\n", with: "\r\n").utf8)
      .map { $0 == UInt8(ascii: "#") ? 0xb2 : $0 }
    let recording = try PressureReader.read(InputFile(name: "a.apd", bytes: bytes))
    #expect(recording.peakPicture.peak == 205)
  }

  @Test("takes the numbered sections of footscan 9 as frames") func takesTheNumberedSections() throws {
    let head = Self.head.replacing("[Customer]", with: "TimeDiff=8\nMinIdx=1\nMaxIdx=2\n[Customer]")
    let zero = "0\t0\t0\n0\t0\t0\n0\t0\t0\n"
    let text = head + Self.data + "[Data1]\n" + zero + "9\t9\t9\n[Data2]\n" + Self.data
    let recording = try read(text, source: "footscan")
    #expect(recording.kind == .frames && recording.frameCount == 2)
    #expect(recording.frameTime == 0.008)
    #expect(recording.peakPicture.values[11] == 90)
  }

  @Test("names what is missing or broken") func namesWhatIsMissing() {
    guard case .truncated(4, 3)? = problem(Self.head + "1\t1\t1\n1\t1\t1\n1\t1\t1\n")?.problem else {
      Issue.record("a missing row was not reported")
      return
    }
    #expect(problem(Self.head + "1\t1\t1\n1\t1\n1\t1\t1\n1\t1\t1\n")?.place == .line(18))
    #expect(problem(Self.head + Self.data + "1\t1\t1\n")?.place == .line(21))
    for count in ["0", "-1", "1000000000000000000", "x", ""] {
      let text = Self.head.replacing("SensCountX=4", with: "SensCountX=\(count)") + Self.data
      #expect(problem(text)?.place == .line(11), "SensCountX=\(count)")
    }
    #expect(problem(Self.head.replacing("LDistX=8.5", with: "LDistX=nan") + Self.data) != nil)
    #expect(problem(Self.head.replacing("N/cm2", with: "bananas") + Self.data)?.place == .line(5))
    #expect(problem("[General]\nDescription=pedcad Importfile\n") != nil)
  }
}
