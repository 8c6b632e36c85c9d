import OrthoticCore
import ParametricFoot
import Testing

@testable import OrthoticExport

@Suite struct RecordingPictureTests {
  private static let step = ParametricFoot.normalRight.pressure.recordedStep(frames: 20).recording

  @Test("breaks the path of the centre of pressure where the foot is off the ground") func breaksThePath() {
    func load(_ force: Double, _ x: Double) -> FrameLoad {
      FrameLoad(frame: 1, time: 0, force: force, area: 1, peak: 1, centerOfPressure: Vector2(x, 0))
    }
    let curve = [load(1, 0), load(50, 1), load(100, 2), load(60, 3), load(2, 9), load(0, 9), load(70, 4), load(40, 5)]
    let paths = RecordingPicture.paths(curve).map { $0.map(\.x) }
    #expect(paths == [[1, 2, 3], [4, 5]])
  }

  @Test("draws as many panels as it is given", arguments: [1, 2, 12]) func drawsAsManyPanels(count: Int) throws {
    let oriented = try Self.step.oriented(options: PressureOptions(side: .right))
    let frame = FootprintFrame(oriented.peakPicture, side: .right)
    let panels = (0..<count).map { RecordingPicture.Panel(title: "\($0)", recording: oriented, frame: frame) }
    let picture = RecordingPicture(panels: panels, title: "steps").drawn()
    #expect(picture.width > 100 && picture.height > 100)
    #expect(picture == RecordingPicture(panels: panels, title: "steps").drawn())
  }

  @Test("is a white pixel without panels") func isAWhitePixel() {
    let picture = RecordingPicture(panels: []).drawn()
    #expect(picture.width == 1 && picture.height == 1)
  }
}
