#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
import Testing

@testable import OrthoticCore

@Suite struct LeastPeakTests {
  /// A plate of 60 × 200 mm in cells of 2 mm, its places counted from a point.
  private func plate(from center: Vector2) -> (places: [Vector2], areas: [Double]) {
    let places = (0..<3000).map { (cell: Int) -> Vector2 in
      let corner = Vector2(Double(cell % 30), Double(cell / 30)) * 2
      return corner + Vector2(1, 1) - center
    }
    return (places, [Double](repeating: 4, count: places.count))
  }

  @Test("a force in the middle is spread evenly, one near an end over twice its distance from it")
  func closedForms() {
    let middle = plate(from: Vector2(30, 100))
    #expect(abs(LeastPeak.pressure(places: middle.places, areas: middle.areas, force: 600) - 50) < 0.05)
    // The places reach half a cell beyond their middles, so the last strip is cut: within a strip of 2 mm.
    let end = plate(from: Vector2(30, 40))
    #expect(abs(LeastPeak.pressure(places: end.places, areas: end.areas, force: 480) - 100) < 0.5)
    let corner = plate(from: Vector2(30, 21))
    #expect(abs(LeastPeak.pressure(places: corner.places, areas: corner.areas, force: 252) - 100) < 0.5)
  }

  @Test("twice the force is twice the peak, and half the area too; beside the places no pressure carries it")
  func scales() {
    let (places, areas) = plate(from: Vector2(22, 61))
    let one = LeastPeak.pressure(places: places, areas: areas, force: 500)
    #expect(abs(LeastPeak.pressure(places: places, areas: areas, force: 1000) / one - 2) < 1e-9)
    #expect(abs(LeastPeak.pressure(places: places, areas: areas.map { $0 / 2 }, force: 500) / one - 2) < 1e-9)
    let beside = plate(from: Vector2(30, -10))
    #expect(LeastPeak.pressure(places: beside.places, areas: beside.areas, force: 500) == .infinity)
  }

  @Test("no pressure that balances has a lower peak: 200 random ones")
  func isALowerBound() {
    let (places, areas) = plate(from: Vector2(28, 80))
    let least = LeastPeak.pressure(places: places, areas: areas, force: 700)
    // Uneven pressures, tilted so that they balance.
    for number in 0..<200 {
      let weights = places.map { (place: Vector2) -> Double in
        let across = sin(0.05 * Double(number) * place.x + 0.03 * place.y)
        return 1 + 0.8 * across * cos(0.02 * Double(number + 3) * place.y)
      }
      var matrix = [Double](repeating: 0, count: 9)
      for (place, weight) in zip(places, weights) {
        let base = [1, place.x, place.y]
        for entry in 0..<9 { matrix[entry] += weight * 4 * base[entry / 3] * base[entry % 3] }
      }
      var right = [700_000.0, 0, 0]
      guard let factors = SymmetricSystem.solved(&matrix, &right) else { continue }
      let pressures = zip(places, weights).map { (place: Vector2, weight: Double) -> Double in
        let tilted = factors[0] + factors[1] * place.x + factors[2] * place.y
        return weight * tilted
      }
      guard pressures.allSatisfy({ $0 >= 0 }) else { continue }
      #expect(pressures.max() ?? 0 > least * 0.999)
    }
  }
}
