#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How far the surface sinks at one node under an even pressure on the cell of another: one layer, or several on one
/// another with frictionless interfaces, whose answers add.
///
/// The half-space's part is exact (Love 1929: even pressure on a rectangle); what the finite thickness takes from it is smooth and
/// integrated over the cell by Gauss's points.
package struct LayerKernel: Sendable {
  /// The layers, in any order.
  package let layers: [ElasticLayer]
  /// Distance between nodes, mm.
  package let spacing: Double
  private let images: [LayerImages?]

  /// Prepares the kernel of some layers for a grid.
  package init(_ layers: [ElasticLayer], spacing: Double) {
    precondition(spacing > 0 && !layers.isEmpty, "a spacing and a layer")
    self.layers = layers
    self.spacing = spacing
    images = layers.map { $0.thickness.isFinite ? LayerImages($0) : nil }
  }

  private init(layers: [ElasticLayer], spacing: Double, images: [LayerImages?]) {
    self.layers = layers
    self.spacing = spacing
    self.images = images
  }

  /// The same layers on another grid, without fitting their images again.
  func resampled(spacing: Double) -> LayerKernel {
    LayerKernel(layers: layers, spacing: spacing, images: images)
  }

  /// Displacement per pressure, mm/kPa, at an offset counted in cells.
  package func response(_ columns: Int, _ rows: Int) -> Double {
    let x = Double(columns) * spacing
    let y = Double(rows) * spacing
    var sum = 0.0
    for (layer, images) in zip(layers, images) {
      sum += LoveSolution.displacement(atX: x, y: y, side: spacing, contactModulus: layer.contactModulus)
      if let images { sum += correction(layer, images, x, y) }
    }
    return sum
  }

  /// Displacement per pressure of a wave, mm/kPa.
  package func compliance(waveNumber: Double) -> Double {
    layers.reduce(0) { $0 + $1.compliance(waveNumber: waveNumber) }
  }

  /// Gauss's three points on −1…1 with their weights.
  private static let gauss: [(point: Double, weight: Double)] = [
    (-0.774596669241483377, 5.0 / 9), (0, 8.0 / 9), (0.774596669241483377, 5.0 / 9),
  ]

  /// The images' part: 3 × 3 points per square no wider than the layer is thick.
  private func correction(_ layer: ElasticLayer, _ images: LayerImages, _ x: Double, _ y: Double) -> Double {
    let thickness = layer.thickness
    // Far from a thin layer's cell all is smooth again.
    let near = max(abs(x), abs(y)) < 8 * thickness + spacing
    let parts = near ? min(max(Int((spacing / thickness).rounded(.up)), 1), 16) : 1
    let width = spacing / Double(parts)
    var sum = 0.0
    for i in 0..<parts {
      let middleX = x + (Double(i) + 0.5) * width - spacing / 2
      for j in 0..<parts {
        let middleY = y + (Double(j) + 0.5) * width - spacing / 2
        for a in Self.gauss {
          let dx = (middleX + a.point * width / 2) / thickness
          for b in Self.gauss {
            let dy = (middleY + b.point * width / 2) / thickness
            sum += a.weight * b.weight * images.value(atSquare: dx * dx + dy * dy)
          }
        }
      }
    }
    // A point force F sinks the half-space by F/(πE*r); the layer's surface by that times 1 + ρ·c(ρ).
    return sum * width * width / 4 / (Double.pi * layer.contactModulus * thickness)
  }

  /// A convolution with this kernel over a grid, free of images: padded to twice the size.
  func convolution(columns: Int, rows: Int) -> SymmetricConvolution {
    var convolution = SymmetricConvolution(
      columns: columns, rows: rows, leastWidth: max(2 * columns - 1, 2), leastHeight: max(2 * rows - 1, 2))
    let (table, width) = quarter(columns: columns, rows: rows)
    convolution.setKernel { dx, dy in dx < columns && dy < rows ? table[dy * width + dx] : 0 }
    return convolution
  }

  /// The inverse of the kernel on a periodic grid just larger than the field: a good first answer to a gap.
  ///
  /// Waves longer than the grid are taken as long as twice the grid, so that a half-space's constant has an answer too.
  func preconditioner(columns: Int, rows: Int) -> SymmetricConvolution {
    var inverse = SymmetricConvolution(
      columns: columns, rows: rows, leastWidth: max(columns + Self.margin, 2), leastHeight: rows + Self.margin)
    let stepX = 2 * Double.pi / (Double(inverse.periodWidth) * spacing)
    let stepY = 2 * Double.pi / (Double(inverse.periodHeight) * spacing)
    let shortest = min(stepX, stepY) / 2
    inverse.setSpectrum { kx, ky in
      let x = Double(kx) * stepX
      let y = Double(ky) * stepY
      return 1 / compliance(waveNumber: max((x * x + y * y).squareRoot(), shortest))
    }
    return inverse
  }

  /// Nodes between a field and its periodic image under the preconditioner, whose reach is short.
  private static let margin = 4

  /// Responses at all offsets of a grid, one quarter, with each corner of Love's rectangles computed once.
  private func quarter(columns: Int, rows: Int) -> ([Double], Int) {
    var inverse = 0.0
    for layer in layers { inverse += 1 / layer.contactModulus }
    let width = columns + 1
    // Corner potentials at half-cell offsets −1/2, 1/2, 3/2 …; the kernel is their mixed difference.
    var corner = [Double](repeating: 0, count: width * (rows + 1))
    for row in 0...rows {
      for column in 0...columns {
        corner[row * width + column] = LoveSolution.cornerPotential(
          (Double(column) - 0.5) * spacing, (Double(row) - 0.5) * spacing)
      }
    }
    var table = [Double](repeating: 0, count: columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let low = row * width + column
        let high = low + width
        var value = (corner[high + 1] - corner[high] - corner[low + 1] + corner[low]) / Double.pi * inverse
        for (layer, images) in zip(layers, images) {
          if let images {
            value += correction(layer, images, Double(column) * spacing, Double(row) * spacing)
          }
        }
        table[row * columns + column] = value
      }
    }
    return (table, columns)
  }
}
