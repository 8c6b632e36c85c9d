import OrthoticCore

/// Flat insoles from very soft to stiff: `OrthoticBenchmarks stiffness-sweep`, on the Samples, from the package's folder.
///
/// A foam that densifies is best at some stiffness: softer bottoms, stiffer does not give (Chatzistergos 2017).
enum StiffnessSweep {
  static let group = BenchmarkGroup(name: "stiffness-sweep") { _ in
    for foot in StudyFeet.load(data: nil) {
      guard let device = foot.design({ _ in }) else { continue }
      for thickness in thicknesses {
        let points = moduli.map { point(foot, device, thickness: thickness, modulus: $0) }
        judge(points, "\(foot.name), flat \(BenchmarkReport.text(thickness, 0)) mm")
      }
    }
  }

  /// Thicknesses, mm.
  private static let thicknesses = [3.0, 6, 10]
  /// Column moduli, MPa: 0.05 to 5 in thirds of a decade and between.
  private static let moduli = [0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5]
  private static let densificationStrain = 0.8

  /// What a modulus gives.
  private struct Point {
    let modulus: Double
    /// Peak over 1 cm² of the forefoot, kPa.
    let peak: Double
    /// Area that is squeezed beyond the bottoming strain in some instant, cm².
    let bottomed: Double
    /// Highest strain, share of the densification strain.
    let strain: Double
  }

  private static func point(
    _ foot: StudyFoot, _ device: ShapedDesign, thickness: Double, modulus: Double
  ) -> Point {
    let model = foot.loading.model
    let inPlace = InsoleOnGrid(
      surfaces: device.surfaces, layout: model.layout, prescription: device.prescription)
    let insole = InsoleOnGrid(
      flat: thickness, columnModulus: 1000 * modulus, densificationStrain: densificationStrain, inPlaceOf: inPlace)
    let solved = model.solutions(on: insole)
    let column = InsoleColumn(
      thickness: thickness, modulus: 1000 * modulus, densificationStrain: densificationStrain)
    var highest = [Double](repeating: 0, count: model.layout.count)
    for frame in solved.frames where frame.converged {
      for node in highest.indices { highest[node] = max(highest[node], frame.pressure[node]) }
    }
    let strains = highest.map { column.strain(atPressure: $0) / densificationStrain }
    let forefoot = StudyMask(layout: model.layout, reading: .whole) { _ in true }
      .intersected(with: foot.loading.regions[.forefoot])
    let bottomed = zip(strains, highest).count {
      $0.0 > InsoleColumn.bottomingShare && column.isBottomed(atPressure: $0.1)
    }
    return Point(
      modulus: modulus, peak: forefoot.areaPeak(HeightGrid(layout: model.layout, values: solved.peak)),
      bottomed: Double(bottomed) * model.layout.cellArea / 100, strain: strains.max() ?? 0)
  }

  private static func judge(_ points: [Point], _ name: String) {
    guard let best = points.min(by: { $0.peak < $1.peak }), let first = points.first, let last = points.last else {
      return
    }
    BenchmarkReport.hold(
      best.modulus > first.modulus && best.modulus < last.modulus,
      "\(name): lowest peak of the forefoot \(BenchmarkReport.text(best.peak, 0)) kPa at \(best.modulus) MPa, inside \(first.modulus) to \(last.modulus)"
    )
    let said = points.allSatisfy { ($0.strain > InsoleColumn.bottomingShare) == ($0.bottomed > 0) }
    BenchmarkReport.hold(
      said,
      "\(name): bottoming said at \(points.filter { $0.bottomed > 0 }.map { "\($0.modulus)" }.joined(separator: ", ")) MPa, where the strain exceeds 0.75 of the densification strain, and nowhere else"
    )
    BenchmarkReport.note(
      points.map {
        "\($0.modulus): \(BenchmarkReport.text($0.peak, 0)) kPa, strain \(BenchmarkReport.text($0.strain, 2)) eD, \(BenchmarkReport.text($0.bottomed, 0)) cm²"
      }.joined(separator: "; "))
  }
}
