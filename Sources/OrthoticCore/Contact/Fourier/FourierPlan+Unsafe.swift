/// The butterflies: the one place of the contact model that works on bare memory, because a bounds check per operand
/// costs a fifth of the time of everything built on it.
///
/// Every index is below `length` by construction of the plan; the entry points check the buffers' sizes once.
extension FourierPlan {
  /// Transforms in place; frequencies come out in the order of `frequency`.
  func forward(_ real: inout [FourierLane], _ imaginary: inout [FourierLane]) {
    precondition(real.count >= length && imaginary.count >= length, "a value per place")
    unsafe real.withUnsafeMutableBufferPointer { re in
      unsafe imaginary.withUnsafeMutableBufferPointer { im in
        unsafe twiddles.withUnsafeBufferPointer { factors in
          guard let re = re.baseAddress, let im = im.baseAddress, let factors = factors.baseAddress else { return }
          unsafe stages(re, im, factors)
        }
      }
    }
  }

  /// Transforms back in place from frequencies in the order of `frequency`, without scaling.
  func backward(_ real: inout [FourierLane], _ imaginary: inout [FourierLane]) {
    // Exchanging the parts conjugates on the way in and on the way out; the mirrored stages undo the order.
    precondition(real.count >= length && imaginary.count >= length, "a value per place")
    unsafe real.withUnsafeMutableBufferPointer { re in
      unsafe imaginary.withUnsafeMutableBufferPointer { im in
        unsafe twiddles.withUnsafeBufferPointer { factors in
          guard let re = re.baseAddress, let im = im.baseAddress, let factors = factors.baseAddress else { return }
          unsafe mirroredStages(im, re, factors)
        }
      }
    }
  }

  typealias Lanes = UnsafeMutablePointer<FourierLane>

  private func stages(_ re: Lanes, _ im: Lanes, _ factors: UnsafePointer<Double>) {
    var block = length
    var factors = unsafe factors
    for radix in radices {
      let step = block / radix
      for start in stride(from: 0, to: length, by: block) {
        let re = unsafe re + start
        let im = unsafe im + start
        switch radix {
        case 4: unsafe Self.radix4(re, im, step, factors)
        case 2: unsafe Self.radix2(re, im, step, factors)
        case 3: unsafe Self.radix3(re, im, step, factors, mirrored: false)
        default: unsafe Self.radix5(re, im, step, factors, mirrored: false)
        }
      }
      unsafe factors += 2 * step * (radix - 1)
      block = step
    }
  }

  private func mirroredStages(_ re: Lanes, _ im: Lanes, _ factors: UnsafePointer<Double>) {
    var step = 1
    var factors = unsafe factors + twiddles.count
    for radix in radices.reversed() {
      let block = step * radix
      unsafe factors -= 2 * step * (radix - 1)
      for start in stride(from: 0, to: length, by: block) {
        let re = unsafe re + start
        let im = unsafe im + start
        switch radix {
        case 4: unsafe Self.mirroredRadix4(re, im, step, factors)
        case 2: unsafe Self.mirroredRadix2(re, im, step, factors)
        case 3: unsafe Self.radix3(re, im, step, factors, mirrored: true)
        default: unsafe Self.radix5(re, im, step, factors, mirrored: true)
        }
      }
      step = block
    }
  }

  private static func radix4(_ re: Lanes, _ im: Lanes, _ step: Int, _ factors: UnsafePointer<Double>) {
    for j in 0..<step {
      let f = unsafe factors + 6 * j
      let ar = unsafe re[j]
      let ai = unsafe im[j]
      let br = unsafe re[j + step]
      let bi = unsafe im[j + step]
      let cr = unsafe re[j + 2 * step]
      let ci = unsafe im[j + 2 * step]
      let dr = unsafe re[j + 3 * step]
      let di = unsafe im[j + 3 * step]
      let acr = ar + cr
      let aci = ai + ci
      let bdr = br + dr
      let bdi = bi + di
      unsafe re[j] = acr + bdr
      unsafe im[j] = aci + bdi
      let er = acr - bdr
      let ei = aci - bdi
      unsafe re[j + 2 * step] = er * f[2] - ei * f[3]
      unsafe im[j + 2 * step] = er * f[3] + ei * f[2]
      let xr = ar - cr
      let xi = ai - ci
      let yr = br - dr
      let yi = bi - di
      // (a − c) ∓ i(b − d).
      let gr = xr + yi
      let gi = xi - yr
      unsafe re[j + step] = gr * f[0] - gi * f[1]
      unsafe im[j + step] = gr * f[1] + gi * f[0]
      let hr = xr - yi
      let hi = xi + yr
      unsafe re[j + 3 * step] = hr * f[4] - hi * f[5]
      unsafe im[j + 3 * step] = hr * f[5] + hi * f[4]
    }
  }

  private static func mirroredRadix4(_ re: Lanes, _ im: Lanes, _ step: Int, _ factors: UnsafePointer<Double>) {
    for j in 0..<step {
      let f = unsafe factors + 6 * j
      let ar = unsafe re[j]
      let ai = unsafe im[j]
      let pr = unsafe re[j + step]
      let pi = unsafe im[j + step]
      let qr = unsafe re[j + 2 * step]
      let qi = unsafe im[j + 2 * step]
      let sr = unsafe re[j + 3 * step]
      let si = unsafe im[j + 3 * step]
      let br = unsafe pr * f[0] - pi * f[1]
      let bi = unsafe pr * f[1] + pi * f[0]
      let cr = unsafe qr * f[2] - qi * f[3]
      let ci = unsafe qr * f[3] + qi * f[2]
      let dr = unsafe sr * f[4] - si * f[5]
      let di = unsafe sr * f[5] + si * f[4]
      let acr = ar + cr
      let aci = ai + ci
      let bdr = br + dr
      let bdi = bi + di
      unsafe re[j] = acr + bdr
      unsafe im[j] = aci + bdi
      unsafe re[j + 2 * step] = acr - bdr
      unsafe im[j + 2 * step] = aci - bdi
      let xr = ar - cr
      let xi = ai - ci
      let yr = br - dr
      let yi = bi - di
      unsafe re[j + step] = xr + yi
      unsafe im[j + step] = xi - yr
      unsafe re[j + 3 * step] = xr - yi
      unsafe im[j + 3 * step] = xi + yr
    }
  }

  private static func radix2(_ re: Lanes, _ im: Lanes, _ step: Int, _ factors: UnsafePointer<Double>) {
    for j in 0..<step {
      let f = unsafe factors + 2 * j
      let ar = unsafe re[j]
      let ai = unsafe im[j]
      let br = unsafe re[j + step]
      let bi = unsafe im[j + step]
      unsafe re[j] = ar + br
      unsafe im[j] = ai + bi
      let xr = ar - br
      let xi = ai - bi
      unsafe re[j + step] = xr * f[0] - xi * f[1]
      unsafe im[j + step] = xr * f[1] + xi * f[0]
    }
  }

  private static func mirroredRadix2(_ re: Lanes, _ im: Lanes, _ step: Int, _ factors: UnsafePointer<Double>) {
    for j in 0..<step {
      let f = unsafe factors + 2 * j
      let ar = unsafe re[j]
      let ai = unsafe im[j]
      let pr = unsafe re[j + step]
      let pi = unsafe im[j + step]
      let br = unsafe pr * f[0] - pi * f[1]
      let bi = unsafe pr * f[1] + pi * f[0]
      unsafe re[j] = ar + br
      unsafe im[j] = ai + bi
      unsafe re[j + step] = ar - br
      unsafe im[j + step] = ai - bi
    }
  }
}
