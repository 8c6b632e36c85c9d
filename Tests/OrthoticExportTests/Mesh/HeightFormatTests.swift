import OrthoticCore
import OrthoticExport
import ParametricFoot
import Testing

@Suite struct HeightFormatTests {
  private static let surfaces: InsoleSurfaces = {
    let foot = ParametricFoot(FootParameters()).shape(spacing: 2)
    let prescription = Prescription()
    return InsoleSurfaces(
      foot: foot, trim: TrimLine.outline(foot: foot, prescription: prescription), prescription: prescription)
  }()

  @Test("a PS2D package reads back as the top of the device", arguments: Side.allCases)
  func ps2dPackageReadsBack(side: Side) throws {
    let surfaces = Self.surfaces
    let bytes = PS2DWriter.bytes(surfaces, side: side)
    let scan = try ScanReader.read(InputFile(name: "a.ps2d", bytes: bytes))
    #expect(scan.format == "PS2D" && scan.declaredSide == side)
    let layout = surfaces.top.layout
    let inside = surfaces.top.values.indices.filter { surfaces.distanceToTrim.values[$0] >= 0 }
    #expect(scan.points.count == inside.count)
    let width = Double(layout.columns - 1) * layout.spacing
    var worst = 0.0
    for point in scan.points {
      // The reader's origin is the grid's corner; a left foot is mirrored.
      let column = Int(((side == .left ? width - point.x : point.x) / layout.spacing).rounded())
      let row = Int((point.y / layout.spacing).rounded())
      worst = max(worst, abs(surfaces.top[column, row] - point.z))
    }
    #expect(worst <= 0.005 + 1e-6)
  }

  @Test("the table has both surfaces at every node inside the trim line") func tableHasBothSurfaces() throws {
    let surfaces = Self.surfaces
    let lines = String(decoding: HeightMapCSV.bytes(surfaces, side: .left), as: UTF8.self).split(separator: "\n")
    let inside = surfaces.top.values.indices.filter { surfaces.distanceToTrim.values[$0] >= 0 }
    #expect(lines.count == inside.count + 1 && lines[0] == "x,y,top,bottom")
    let first = lines[1].split(separator: ",").compactMap { Double($0) }
    let place = surfaces.top.layout.position(inside[0])
    #expect(first.count == 4 && abs(first[0] + place.x) < 1e-4 && abs(first[1] - place.y) < 1e-4)
    #expect(abs(first[2] - surfaces.top.values[inside[0]]) < 1e-4 && first[3] == 0)
  }

  @Test("names and endings choose the format") func namesAndEndingsChoose() {
    #expect(DeviceFormat(path: "a.PS2D") == .ps2d && DeviceFormat(path: "a.csv") == .heights)
    #expect(DeviceFormat(path: "a.3mf") == .mesh(.threeMF) && DeviceFormat(path: "a.gcode") == nil)
    for name in DeviceFormat.names { #expect(DeviceFormat(name: name) != nil) }
    for ending in DeviceFormat.endings { #expect(DeviceFormat(path: "x." + ending) != nil) }
  }
}
