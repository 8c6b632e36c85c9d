/// The butterflies of radix 3 and 5, on bare memory for the reason given with the even ones.
extension FourierPlan {
  /// A place multiplied by `cosine + i·sine`.
  @inline(__always)
  private static func turned(
    _ real: FourierLane, _ imaginary: FourierLane, _ factor: UnsafePointer<Double>
  ) -> (FourierLane, FourierLane) {
    let cosine = unsafe factor[0]
    let sine = unsafe factor[1]
    return (real * cosine - imaginary * sine, real * sine + imaginary * cosine)
  }

  @inline(__always)
  static func radix3(_ re: Lanes, _ im: Lanes, _ step: Int, _ factors: UnsafePointer<Double>, mirrored: Bool) {
    // sin 60°.
    let sine = 0.866025403784438646763723170752936183
    for j in 0..<step {
      let f = unsafe factors + 4 * j
      let ar = unsafe re[j]
      let ai = unsafe im[j]
      var br = unsafe re[j + step]
      var bi = unsafe im[j + step]
      var cr = unsafe re[j + 2 * step]
      var ci = unsafe im[j + 2 * step]
      if mirrored {
        unsafe (br, bi) = turned(br, bi, f)
        unsafe (cr, ci) = turned(cr, ci, f + 2)
      }
      let sumR = br + cr
      let sumI = bi + ci
      let gapR = (br - cr) * sine
      let gapI = (bi - ci) * sine
      let restR = ar - 0.5 * sumR
      let restI = ai - 0.5 * sumI
      var lowR = restR + gapI
      var lowI = restI - gapR
      var highR = restR - gapI
      var highI = restI + gapR
      if !mirrored {
        unsafe (lowR, lowI) = turned(lowR, lowI, f)
        unsafe (highR, highI) = turned(highR, highI, f + 2)
      }
      unsafe re[j] = ar + sumR
      unsafe im[j] = ai + sumI
      unsafe re[j + step] = lowR
      unsafe im[j + step] = lowI
      unsafe re[j + 2 * step] = highR
      unsafe im[j + 2 * step] = highI
    }
  }

  @inline(__always)
  static func radix5(_ re: Lanes, _ im: Lanes, _ step: Int, _ factors: UnsafePointer<Double>, mirrored: Bool) {
    // Cosines and sines of 72° and 144°.
    let cosine1 = 0.309016994374947424102293417182819059
    let cosine2 = -0.809016994374947424102293417182819059
    let sine1 = 0.951056516295153572116439333379382143
    let sine2 = 0.587785252292473129168705954639072769
    for j in 0..<step {
      let f = unsafe factors + 8 * j
      let ar = unsafe re[j]
      let ai = unsafe im[j]
      var br = unsafe re[j + step]
      var bi = unsafe im[j + step]
      var cr = unsafe re[j + 2 * step]
      var ci = unsafe im[j + 2 * step]
      var dr = unsafe re[j + 3 * step]
      var di = unsafe im[j + 3 * step]
      var er = unsafe re[j + 4 * step]
      var ei = unsafe im[j + 4 * step]
      if mirrored {
        unsafe (br, bi) = turned(br, bi, f)
        unsafe (cr, ci) = turned(cr, ci, f + 2)
        unsafe (dr, di) = turned(dr, di, f + 4)
        unsafe (er, ei) = turned(er, ei, f + 6)
      }
      let outerR = br + er
      let outerI = bi + ei
      let innerR = cr + dr
      let innerI = ci + di
      let outerGapR = br - er
      let outerGapI = bi - ei
      let innerGapR = cr - dr
      let innerGapI = ci - di
      unsafe re[j] = ar + outerR + innerR
      unsafe im[j] = ai + outerI + innerI
      let even1R = ar + cosine1 * outerR + cosine2 * innerR
      let even1I = ai + cosine1 * outerI + cosine2 * innerI
      let even2R = ar + cosine2 * outerR + cosine1 * innerR
      let even2I = ai + cosine2 * outerI + cosine1 * innerI
      let odd1R = sine1 * outerGapR + sine2 * innerGapR
      let odd1I = sine1 * outerGapI + sine2 * innerGapI
      let odd2R = sine2 * outerGapR - sine1 * innerGapR
      let odd2I = sine2 * outerGapI - sine1 * innerGapI
      var (r1, i1) = (even1R + odd1I, even1I - odd1R)
      var (r2, i2) = (even2R + odd2I, even2I - odd2R)
      var (r3, i3) = (even2R - odd2I, even2I + odd2R)
      var (r4, i4) = (even1R - odd1I, even1I + odd1R)
      if !mirrored {
        unsafe (r1, i1) = turned(r1, i1, f)
        unsafe (r2, i2) = turned(r2, i2, f + 2)
        unsafe (r3, i3) = turned(r3, i3, f + 4)
        unsafe (r4, i4) = turned(r4, i4, f + 6)
      }
      unsafe re[j + step] = r1
      unsafe im[j + step] = i1
      unsafe re[j + 2 * step] = r2
      unsafe im[j + 2 * step] = i2
      unsafe re[j + 3 * step] = r3
      unsafe im[j + 3 * step] = i3
      unsafe re[j + 4 * step] = r4
      unsafe im[j + 4 * step] = i4
    }
  }
}
