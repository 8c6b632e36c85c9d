#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The lines of an SVG path's data, curves and arcs cut into short pieces.
struct SVGPath {
  /// A line and whether the drawing closes it.
  struct Line: Equatable {
    var points: [Vector2]
    var isClosed: Bool
  }

  private(set) var lines: [Line] = []
  /// Whether the data could be read to its end.
  private(set) var isWhole = true

  private var scanner: SVGNumbers
  private var place = Vector2.zero
  private var start = Vector2.zero
  private var line: [Vector2] = []
  /// The last curve's second handle, for a smooth one after it.
  private var cubicHandle: Vector2?
  private var quadraticHandle: Vector2?

  /// Parts into which a curve is cut: of one as long as a sole none is longer than a few millimetres' bend.
  private static let curveSteps = 24
  /// Largest part of an arc, radians.
  private static let arcStep = Double.pi / 48

  /// Reads path data.
  init(_ bytes: ArraySlice<UInt8>) {
    scanner = SVGNumbers(bytes)
    var command: UInt8 = 0
    while true {
      if let letter = scanner.letter() {
        command = letter
        if command | 0x20 == UInt8(ascii: "z") {
          close()
          continue
        }
      } else if scanner.isAtEnd {
        break
      } else if command | 0x20 == UInt8(ascii: "z") || command == 0 {
        isWhole = false
        break
      }
      guard step(command) else {
        isWhole = false
        break
      }
      // Further pairs after a move are lines.
      if command == UInt8(ascii: "M") { command = UInt8(ascii: "L") }
      if command == UInt8(ascii: "m") { command = UInt8(ascii: "l") }
    }
    end(isClosed: false)
  }

  /// Carries out one command with its numbers; false where they are not there.
  private mutating func step(_ command: UInt8) -> Bool {
    let isRelative = command >= UInt8(ascii: "a")
    let base = isRelative ? place : .zero
    let (cubic, quadratic) = (cubicHandle, quadraticHandle)
    cubicHandle = nil
    quadraticHandle = nil
    switch command | 0x20 {
    case UInt8(ascii: "m"):
      guard let to = point(base) else { return false }
      end(isClosed: false)
      place = to
      start = to
      line = [to]
    case UInt8(ascii: "l"):
      guard let to = point(base) else { return false }
      draw(to)
    case UInt8(ascii: "h"):
      guard let x = scanner.next() else { return false }
      draw(Vector2(base.x + x, place.y))
    case UInt8(ascii: "v"):
      guard let y = scanner.next() else { return false }
      draw(Vector2(place.x, base.y + y))
    case UInt8(ascii: "c"):
      guard let first = point(base), let second = point(base), let to = point(base) else { return false }
      curve(first, second, to)
    case UInt8(ascii: "s"):
      guard let second = point(base), let to = point(base) else { return false }
      curve(cubic.map { place * 2 - $0 } ?? place, second, to)
    case UInt8(ascii: "q"):
      guard let handle = point(base), let to = point(base) else { return false }
      bend(handle, to)
    case UInt8(ascii: "t"):
      guard let to = point(base) else { return false }
      bend(quadratic.map { place * 2 - $0 } ?? place, to)
    case UInt8(ascii: "a"):
      guard let x = scanner.next(), let y = scanner.next(), let turn = scanner.next(), let isLarge = scanner.flag(),
        let isForward = scanner.flag(), let to = point(base)
      else { return false }
      arc(Vector2(abs(x), abs(y)), turn: turn, isLarge: isLarge, isForward: isForward, to: to)
    default: return false
    }
    return true
  }

  private mutating func point(_ base: Vector2) -> Vector2? {
    guard let x = scanner.next(), let y = scanner.next() else { return nil }
    return base + Vector2(x, y)
  }

  private mutating func draw(_ to: Vector2) {
    if line.isEmpty { line = [place] }
    line.append(to)
    place = to
  }

  private mutating func close() {
    end(isClosed: true)
    place = start
  }

  private mutating func end(isClosed: Bool) {
    if line.count > 1 { lines.append(Line(points: line, isClosed: isClosed)) }
    line = []
    cubicHandle = nil
    quadraticHandle = nil
  }

  private mutating func curve(_ first: Vector2, _ second: Vector2, _ to: Vector2) {
    let from = place
    for step in 1...Self.curveSteps {
      let t = Double(step) / Double(Self.curveSteps)
      let s = 1 - t
      draw(from * (s * s * s) + first * (3 * s * s * t) + second * (3 * s * t * t) + to * (t * t * t))
    }
    place = to
    cubicHandle = second
  }

  private mutating func bend(_ handle: Vector2, _ to: Vector2) {
    let from = place
    curve(from * (1.0 / 3) + handle * (2.0 / 3), to * (1.0 / 3) + handle * (2.0 / 3), to)
    cubicHandle = nil
    quadraticHandle = handle
  }

  /// An arc from its ends to its centre, as the appendix on implementation of the SVG specification has it.
  private mutating func arc(_ radii: Vector2, turn: Double, isLarge: Bool, isForward: Bool, to: Vector2) {
    let from = place
    guard radii.x > 0, radii.y > 0, (to - from).length > 0 else { return draw(to) }
    let angle = turn * .pi / 180
    let half = ((from - to) * 0.5).turned(-angle)
    // Radii that do not reach are enlarged.
    let (halfX, halfY) = (half.x / radii.x, half.y / radii.y)
    let reach = halfX * halfX + halfY * halfY
    let r = reach > 1 ? radii * reach.squareRoot() : radii
    let inside = min(reach, 1)
    let size = (1 - inside) / max(inside, .leastNormalMagnitude)
    let sign = isLarge == isForward ? -1.0 : 1.0
    let offset = Vector2(r.x * half.y / r.y, -r.y * half.x / r.x) * (sign * size.squareRoot())
    let center = offset.turned(angle) + (from + to) * 0.5
    let first = atan2((half.y - offset.y) / r.y, (half.x - offset.x) / r.x)
    let last = atan2((-half.y - offset.y) / r.y, (-half.x - offset.x) / r.x)
    var sweep = last - first
    if isForward, sweep < 0 { sweep += 2 * .pi }
    if !isForward, sweep > 0 { sweep -= 2 * .pi }
    guard sweep.isFinite else { return draw(to) }
    let steps = max(Int((abs(sweep) / Self.arcStep).rounded(.up)), 1)
    for step in 1..<max(steps, 2) {
      let at = first + sweep * Double(step) / Double(steps)
      draw(Vector2(r.x * cos(at), r.y * sin(at)).turned(angle) + center)
    }
    draw(to)
  }
}
