import Testing

@testable import OrthoticCore

@Suite struct PointBinsTests {
  private let box = Bounds2([Vector2(3, 8), Vector2(-1, 2), Vector2(1, 4)])

  @Test func `bounds hold all points and nothing more`() {
    #expect(box?.minimum == Vector2(-1, 2))
    #expect(box?.maximum == Vector2(3, 8))
    #expect(box?.size == Vector2(4, 6))
    #expect(Bounds2([]) == nil)
    #expect(box?.expanded(by: 1).minimum == Vector2(-2, 1))
    #expect(box?.joined(Bounds2(Vector2(9, 0))).size == Vector2(10, 8))
  }

  @Test func `every point of the rectangle lies in the bin whose middle is nearest`() throws {
    let bins = PointBins(over: try #require(box), side: 1.5)
    #expect(bins.columns == 3 && bins.rows == 5)
    for point in [Vector2(-1, 2), Vector2(3, 8), Vector2(0.6, 3.4), Vector2(2.9, 7.9)] {
      let away = bins.middle(bins.index(of: point)) - point
      #expect(abs(away.x) <= 0.75 && abs(away.y) <= 0.75)
      #expect(bins.indexInside(of: point) == bins.index(of: point))
    }
    #expect(bins.indexInside(of: Vector2(-1.1, 4)) == nil)
    #expect(bins.indexInside(of: Vector2(0, 9.6)) == nil)
  }

  @Test func `bilinear shares give back a plane and add up to 1`() {
    let layout = GridLayout(origin: Vector2(-2, 5), spacing: 0.5, columns: 6, rows: 4)
    let shares = layout.bilinearShares(at: Vector2(-0.7, 5.9))
    let height = shares.reduce(0) { sum, corner in
      let place = layout.position(corner.node)
      return sum + corner.share * (3 * place.x - 2 * place.y)
    }
    #expect(abs(height - (3 * -0.7 - 2 * 5.9)) < 1e-12)
    #expect(abs(shares.reduce(0) { $0 + $1.share } - 1) < 1e-12)
    #expect(layout.bilinearShares(at: Vector2(3, 5.9)).isEmpty)
  }
}
