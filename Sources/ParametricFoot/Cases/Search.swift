import OrthoticCore

/// Where a function changes sign between an end where it is positive and one where it is negative (bisection).
func root(between positive: Double, and negative: Double, of function: (Double) -> Double) -> Double {
  var (inside, outside) = (positive, negative)
  for _ in 0..<60 {
    let middle = (inside + outside) / 2
    if function(middle) > 0 { inside = middle } else { outside = middle }
  }
  return (inside + outside) / 2
}

/// Where a function with one valley between two points is lowest (golden section).
func minimum(between low: Double, and high: Double, of function: (Double) -> Double) -> Double {
  let ratio = (5.0.squareRoot() - 1) / 2
  var (a, b) = (low, high)
  var (c, d) = (b - ratio * (b - a), a + ratio * (b - a))
  var (fc, fd) = (function(c), function(d))
  for _ in 0..<50 {
    if fc < fd {
      (b, d, fd) = (d, c, fc)
      c = b - ratio * (b - a)
      fc = function(c)
    } else {
      (a, c, fc) = (c, d, fd)
      d = a + ratio * (b - a)
      fd = function(d)
    }
  }
  return (a + b) / 2
}

/// Where the slope of a smooth function vanishes (Newton's method on central differences).
func stationaryPoint(near start: Vector2, of function: (Vector2) -> Double) -> Vector2 {
  // Wide enough that rounding stays below 1e-9 mm of slope, narrow against curvature radii above 10 mm.
  let h = 1e-3
  var point = start
  for _ in 0..<12 {
    let center = function(point)
    let (east, west) = (function(point + Vector2(h, 0)), function(point - Vector2(h, 0)))
    let (north, south) = (function(point + Vector2(0, h)), function(point - Vector2(0, h)))
    let diagonal =
      function(point + Vector2(h, h)) - function(point + Vector2(h, -h)) - function(point + Vector2(-h, h))
      + function(point + Vector2(-h, -h))
    let (gx, gy) = ((east - west) / (2 * h), (north - south) / (2 * h))
    let (xx, yy) = ((east - 2 * center + west) / (h * h), (north - 2 * center + south) / (h * h))
    let xy = diagonal / (4 * h * h)
    let determinant = xx * yy - xy * xy
    guard determinant > 0 else { break }
    let step = Vector2((gy * xy - gx * yy) / determinant, (gx * xy - gy * xx) / determinant)
    point = point + step
    if step.length < 1e-8 { break }
  }
  return point
}
