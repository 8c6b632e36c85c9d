/// Loads and stiffnesses of a block of groups by settling and tilts, lane by lane.
struct RigidLaneSums {
  typealias Lane = VectorColumns.Lane
  private var force = Lane.zero
  private var momentX = Lane.zero
  private var momentY = Lane.zero
  private var k00 = Lane.zero
  private var k10 = Lane.zero
  private var k11 = Lane.zero
  private var k20 = Lane.zero
  private var k21 = Lane.zero
  private var k22 = Lane.zero

  @inline(__always)
  mutating func add(
    _ pressure: Lane, _ stiffness: Lane, x: Lane, y: Lane
  ) {
    force += pressure
    momentX += pressure * x
    momentY += pressure * y
    let kx = stiffness * x
    let ky = stiffness * y
    k00 += stiffness
    k10 += kx
    k11 += kx * x
    k20 += ky
    k21 += kx * y
    k22 += ky * y
  }

  @inline(__always)
  func add(to total: inout BlockSums) {
    total.load[0] += sum(force)
    total.load[1] += sum(momentX)
    total.load[2] += sum(momentY)
    total.stiffness[0] += sum(k00)
    total.stiffness[1] += sum(k10)
    total.stiffness[2] += sum(k11)
    total.stiffness[3] += sum(k20)
    total.stiffness[4] += sum(k21)
    total.stiffness[5] += sum(k22)
  }
}

/// Loads and stiffnesses of a block of groups by the lifts of its two rays, lane by lane.
struct RayLaneSums {
  typealias Lane = VectorColumns.Lane
  private var loadA = Lane.zero
  private var loadB = Lane.zero
  private var a0 = Lane.zero
  private var ax = Lane.zero
  private var ay = Lane.zero
  private var aa = Lane.zero
  private var b0 = Lane.zero
  private var bx = Lane.zero
  private var by = Lane.zero
  private var ba = Lane.zero
  private var bb = Lane.zero

  @inline(__always)
  mutating func add(
    _ pressure: Lane, _ stiffness: Lane, x: Lane, y: VectorColumns.Lane,
    a: Lane, b: Lane
  ) {
    loadA += pressure * a
    loadB += pressure * b
    let ka = stiffness * a
    let kb = stiffness * b
    a0 += ka
    ax += ka * x
    ay += ka * y
    aa += ka * a
    b0 += kb
    bx += kb * x
    by += kb * y
    ba += kb * a
    bb += kb * b
  }

  @inline(__always)
  func add(to total: inout BlockSums) {
    total.load[3] += sum(loadA)
    total.load[4] += sum(loadB)
    total.stiffness[6] += sum(a0)
    total.stiffness[7] += sum(ax)
    total.stiffness[8] += sum(ay)
    total.stiffness[9] += sum(aa)
    total.stiffness[10] += sum(b0)
    total.stiffness[11] += sum(bx)
    total.stiffness[12] += sum(by)
    total.stiffness[13] += sum(ba)
    total.stiffness[14] += sum(bb)
  }
}

@inline(__always)
private func sum(_ lane: VectorColumns.Lane) -> Double { SIMD8<Double>(lane).sum() }
