#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Convolution of real fields on a grid with a kernel that is even in x and in y, by a real-to-complex transform.
///
/// Neighbouring columns travel as the real and imaginary part of one complex column, so that all transforms are complex ones of half
/// the width; the even and odd columns are parted and joined again while the kernel is applied. The rows' transform runs on the
/// rows that hold something, the columns' on four columns side by side, each four with the four that mirror them,
/// so that forward, kernel and backward happen in the nearest cache.
///
/// ```
///   field rows × columns ─► padded periodHeight × periodWidth ─► half as many complex columns
/// ```
struct SymmetricConvolution: Sendable {
  /// Columns of the field.
  let columns: Int
  /// Rows of the field.
  let rows: Int
  /// Columns of the period, even; twice the field's where it is padded.
  let periodWidth: Int
  /// Rows of the period.
  let periodHeight: Int

  private let across: FourierPlan
  private let along: FourierPlan
  private let mirrored: [Int]
  private let half: Int
  private let chunks: Int
  // Rows rounded up to whole lanes.
  private let rowRoom: Int
  // Places in a transformed row of each chunk's own frequencies and of those that mirror them; `half` is nobody's place.
  private let ownPlace: [Int]
  private let mirrorPlace: [Int]
  // exp(−2πik/periodWidth) for the lanes of each chunk.
  private let turnReal: [FourierLane]
  private let turnImaginary: [FourierLane]
  // Mean and half difference of the kernel's spectrum at k and k + half, scaled; chunk by chunk in the plan's order.
  private var mean: [FourierLane] = []
  private var difference: [FourierLane] = []

  private static let lanes = FourierLane.scalarCount

  /// Prepares a convolution whose period is at least as given; the kernel is still zero.
  init(columns: Int, rows: Int, leastWidth: Int, leastHeight: Int) {
    precondition(columns > 0 && rows > 0 && leastWidth >= columns && leastHeight >= rows, "a period around the field")
    self.columns = columns
    self.rows = rows
    half = FourierPlan.suitableLength((leastWidth + 1) / 2)
    periodWidth = 2 * half
    periodHeight = FourierPlan.suitableLength(leastHeight)
    across = FourierPlan(length: half)
    along = FourierPlan(length: periodHeight)
    let plan = along
    mirrored = (0..<periodHeight).map { plan.position[(plan.length - plan.frequency[$0]) % plan.length] }
    // Chunk 0 is k = 0 and, where the width allows, k = half/2; the others pair k with half − k.
    let pairs = (half - 1) / 2
    chunks = 1 + (pairs + Self.lanes - 1) / Self.lanes
    let lanes = Self.lanes
    let half = self.half
    var turnReal = [FourierLane](repeating: .zero, count: chunks)
    var turnImaginary = turnReal
    for chunk in 0..<chunks {
      for lane in 0..<lanes {
        guard let k = Self.frequency(chunk, lane, half: half, pairs: pairs) else { continue }
        turnReal[chunk][lane] = cos(Double.pi * Double(k) / Double(half))
        turnImaginary[chunk][lane] = -sin(Double.pi * Double(k) / Double(half))
      }
    }
    self.turnReal = turnReal
    self.turnImaginary = turnImaginary
    rowRoom = (rows + lanes - 1) / lanes * lanes
    var ownPlace = [Int](repeating: half, count: chunks * lanes)
    var mirrorPlace = ownPlace
    for chunk in 0..<chunks {
      for lane in 0..<lanes {
        guard let k = Self.frequency(chunk, lane, half: half, pairs: pairs) else { continue }
        ownPlace[chunk * lanes + lane] = across.position[k]
        mirrorPlace[chunk * lanes + lane] = across.position[k == 0 ? 0 : half - k]
      }
    }
    self.ownPlace = ownPlace
    self.mirrorPlace = mirrorPlace
  }

  /// Frequency in a lane of a chunk: its own, below half/2, or the self-mirrored ones in chunk 0.
  private static func frequency(_ chunk: Int, _ lane: Int, half: Int, pairs: Int) -> Int? {
    if chunk == 0 {
      if lane == 0 { return 0 }
      return lane == 1 && half % 2 == 0 ? half / 2 : nil
    }
    let k = (chunk - 1) * lanes + lane + 1
    return k <= pairs ? k : nil
  }

  /// Sets the kernel by its spectrum, real and even: `spectrum(kx, ky)` for 0 ≤ kx ≤ width/2, 0 ≤ ky ≤ height/2.
  mutating func setSpectrum(_ spectrum: (Int, Int) -> Double) {
    let pairs = (half - 1) / 2
    let scale = 0.25 / Double(half * periodHeight)
    mean = [FourierLane](repeating: .zero, count: chunks * periodHeight)
    difference = mean
    for chunk in 0..<chunks {
      for place in 0..<periodHeight {
        let frequency = along.frequency[place]
        let ky = min(frequency, periodHeight - frequency)
        for lane in 0..<Self.lanes {
          guard let k = Self.frequency(chunk, lane, half: half, pairs: pairs) else { continue }
          let near = spectrum(k, ky)
          // k + half mirrors half − k.
          let far = spectrum(half - k, ky)
          mean[chunk * periodHeight + place][lane] = (near + far) * scale
          difference[chunk * periodHeight + place][lane] = (near - far) * scale
        }
      }
    }
  }

  /// Sets the kernel by its values at column offsets 0 … width/2 and row offsets 0 … height/2.
  mutating func setKernel(_ kernel: (Int, Int) -> Double) {
    // The spectrum of an even field is itself even and real: fold rows, then columns, by plain cosine transforms
    // done with the plans at hand.
    let width = periodWidth
    let height = periodHeight
    let kept = half + 1
    var partial = [Double](repeating: 0, count: kept * (height / 2 + 1))
    let rowPlan = FourierPlan(length: FourierPlan.suitableLength(width))
    var real = [FourierLane](repeating: .zero, count: max(width, height))
    var imaginary = real
    let rowCount = height / 2 + 1
    for first in stride(from: 0, to: rowCount, by: 2 * Self.lanes) {
      // Two even rows in one transform: both spectra are real, so they do not mix.
      for lane in 0..<Self.lanes {
        let a = first + 2 * lane
        for column in 0..<kept {
          let valueA = a < rowCount ? kernel(column, a) : 0
          let valueB = a + 1 < rowCount ? kernel(column, a + 1) : 0
          real[column][lane] = valueA
          imaginary[column][lane] = valueB
          if column > 0 && column < half {
            real[width - column][lane] = valueA
            imaginary[width - column][lane] = valueB
          }
        }
      }
      rowPlan.forward(&real, &imaginary)
      for lane in 0..<Self.lanes {
        let a = first + 2 * lane
        for k in 0..<kept {
          let place = rowPlan.position[k]
          if a < rowCount { partial[a * kept + k] = real[place][lane] }
          if a + 1 < rowCount { partial[(a + 1) * kept + k] = imaginary[place][lane] }
        }
      }
    }
    var spectrum = [Double](repeating: 0, count: kept * rowCount)
    for first in stride(from: 0, to: kept, by: 2 * Self.lanes) {
      for row in 0..<height {
        let source = min(row, height - row) * kept
        for lane in 0..<Self.lanes {
          let a = first + 2 * lane
          real[row][lane] = a < kept ? partial[source + a] : 0
          imaginary[row][lane] = a + 1 < kept ? partial[source + a + 1] : 0
        }
      }
      along.forward(&real, &imaginary)
      for ky in 0..<rowCount {
        let place = along.position[ky]
        for lane in 0..<Self.lanes {
          let a = first + 2 * lane
          if a < kept { spectrum[ky * kept + a] = real[place][lane] }
          if a + 1 < kept { spectrum[ky * kept + a + 1] = imaginary[place][lane] }
        }
      }
    }
    setSpectrum { kx, ky in spectrum[ky * kept + kx] }
  }

  /// Room for one convolution; keep it between calls.
  struct Workspace {
    // The rows' spectra: for each chunk its own and its mirrored columns, periodHeight places each.
    fileprivate var ownReal: [FourierLane] = []
    fileprivate var ownImaginary: [FourierLane] = []
    fileprivate var mirrorReal: [FourierLane] = []
    fileprivate var mirrorImaginary: [FourierLane] = []
    fileprivate var rowReal: [FourierLane] = []
    fileprivate var rowImaginary: [FourierLane] = []
    fileprivate var columnA: [FourierLane] = []
    fileprivate var columnB: [FourierLane] = []
    fileprivate var columnC: [FourierLane] = []
    fileprivate var columnD: [FourierLane] = []
  }

  /// Creates the room that `convolve` needs.
  func makeWorkspace() -> Workspace {
    var space = Workspace()
    let zero = FourierLane.zero
    space.ownReal = [FourierLane](repeating: zero, count: chunks * rowRoom)
    space.ownImaginary = space.ownReal
    space.mirrorReal = space.ownReal
    space.mirrorImaginary = space.ownReal
    space.rowReal = [FourierLane](repeating: zero, count: half + 1)
    space.rowImaginary = space.rowReal
    space.columnA = [FourierLane](repeating: zero, count: periodHeight)
    space.columnB = space.columnA
    space.columnC = space.columnA
    space.columnD = space.columnA
    return space
  }

  /// Convolves a field with the kernel.
  func convolve(_ field: [Double], into result: inout [Double], _ space: inout Workspace) {
    precondition(field.count == columns * rows && result.count == field.count, "a value per node")
    precondition(mean.count == chunks * periodHeight, "the kernel is set")
    for first in stride(from: 0, to: rows, by: Self.lanes) { spread(field, first, &space) }
    for chunk in 0..<chunks { apply(chunk, &space) }
    for first in stride(from: 0, to: rows, by: Self.lanes) { gather(&result, first, &space) }
  }

  /// Transforms up to four rows and lays their spectra out by column.
  private func spread(_ field: [Double], _ first: Int, _ space: inout Workspace) {
    load(field, first, &space.rowReal, &space.rowImaginary)
    across.forward(&space.rowReal, &space.rowImaginary)
    let base = first
    for chunk in 0..<chunks {
      let target = chunk * rowRoom + base
      Self.transpose(space.rowReal, ownPlace, chunk, &space.ownReal, target)
      Self.transpose(space.rowImaginary, ownPlace, chunk, &space.ownImaginary, target)
      Self.transpose(space.rowReal, mirrorPlace, chunk, &space.mirrorReal, target)
      Self.transpose(space.rowImaginary, mirrorPlace, chunk, &space.mirrorImaginary, target)
    }
  }

  /// Puts up to four rows of a field side by side, odd columns as imaginary parts of even ones.
  private func load(
    _ field: [Double], _ first: Int, _ rowReal: inout [FourierLane], _ rowImaginary: inout [FourierLane]
  ) {
    let count = min(Self.lanes, rows - first)
    let empty = [Double](repeating: 0, count: count < Self.lanes ? columns : 0)
    func row(_ lane: Int) -> ArraySlice<Double> {
      lane < count ? field[(first + lane) * columns..<(first + lane + 1) * columns] : empty[...]
    }
    let (sliceA, sliceB, sliceC, sliceD) = (row(0), row(1), row(2), row(3))
    let (a, b, c, d) = (sliceA.span, sliceB.span, sliceC.span, sliceD.span)
    precondition(a.count == columns && b.count == columns && c.count == columns && d.count == columns)
    var real = rowReal.mutableSpan
    var imaginary = rowImaginary.mutableSpan
    let paired = columns / 2
    for j in 0..<paired {
      real[j] = FourierLane(a[2 * j], b[2 * j], c[2 * j], d[2 * j])
      imaginary[j] = FourierLane(a[2 * j + 1], b[2 * j + 1], c[2 * j + 1], d[2 * j + 1])
    }
    for j in paired..<half {
      real[j] = .zero
      imaginary[j] = .zero
    }
    if columns % 2 == 1 {
      real[paired] = FourierLane(a[columns - 1], b[columns - 1], c[columns - 1], d[columns - 1])
    }
  }

  /// Takes four frequencies of four rows and writes them as four rows of four frequencies.
  @inline(__always)
  private static func transpose(
    _ source: [FourierLane], _ places: [Int], _ chunk: Int, _ target: inout [FourierLane], _ first: Int
  ) {
    let source = source.span
    let places = places.span
    let a = source[places[4 * chunk]]
    let b = source[places[4 * chunk + 1]]
    let c = source[places[4 * chunk + 2]]
    let d = source[places[4 * chunk + 3]]
    var target = target.mutableSpan
    target[first] = FourierLane(a[0], b[0], c[0], d[0])
    target[first + 1] = FourierLane(a[1], b[1], c[1], d[1])
    target[first + 2] = FourierLane(a[2], b[2], c[2], d[2])
    target[first + 3] = FourierLane(a[3], b[3], c[3], d[3])
  }

  /// The way back from `transpose`.
  @inline(__always)
  private static func transposeBack(
    _ source: [FourierLane], _ first: Int, _ target: inout [FourierLane], _ places: [Int], _ chunk: Int
  ) {
    let source = source.span
    let places = places.span
    let a = source[first]
    let b = source[first + 1]
    let c = source[first + 2]
    let d = source[first + 3]
    var target = target.mutableSpan
    target[places[4 * chunk]] = FourierLane(a[0], b[0], c[0], d[0])
    target[places[4 * chunk + 1]] = FourierLane(a[1], b[1], c[1], d[1])
    target[places[4 * chunk + 2]] = FourierLane(a[2], b[2], c[2], d[2])
    target[places[4 * chunk + 3]] = FourierLane(a[3], b[3], c[3], d[3])
  }

  /// Transforms a chunk's columns and their mirrors, applies the kernel and transforms back.
  private func apply(_ chunk: Int, _ space: inout Workspace) {
    let base = chunk * rowRoom
    fill(&space.columnA, from: space.ownReal, base)
    fill(&space.columnB, from: space.ownImaginary, base)
    fill(&space.columnC, from: space.mirrorReal, base)
    fill(&space.columnD, from: space.mirrorImaginary, base)
    along.forward(&space.columnA, &space.columnB)
    along.forward(&space.columnC, &space.columnD)
    applyKernel(chunk, &space.columnA, &space.columnB, &space.columnC, &space.columnD)
    along.backward(&space.columnA, &space.columnB)
    along.backward(&space.columnC, &space.columnD)
    keep(space.columnA, in: &space.ownReal, base)
    keep(space.columnB, in: &space.ownImaginary, base)
    keep(space.columnC, in: &space.mirrorReal, base)
    keep(space.columnD, in: &space.mirrorImaginary, base)
  }

  private func fill(_ column: inout [FourierLane], from source: [FourierLane], _ base: Int) {
    var column = column.mutableSpan
    let part = source.span.extracting(base..<base + rows)
    for row in 0..<rows { column[row] = part[row] }
    for row in rows..<periodHeight { column[row] = .zero }
  }

  private func keep(_ column: [FourierLane], in target: inout [FourierLane], _ base: Int) {
    let column = column.span
    var span = target.mutableSpan
    for row in 0..<rows { span[base + row] = column[row] }
  }

  /// Multiplies a chunk's spectrum by the kernel's, parting and joining even and odd columns.
  private func applyKernel(
    _ chunk: Int, _ ownReal: inout [FourierLane], _ ownImaginary: inout [FourierLane],
    _ mirrorReal: inout [FourierLane], _ mirrorImaginary: inout [FourierLane]
  ) {
    let cosine = turnReal[chunk]
    let sine = turnImaginary[chunk]
    let range = chunk * periodHeight..<(chunk + 1) * periodHeight
    let mean = self.mean.span.extracting(range)
    let difference = self.difference.span.extracting(range)
    let mirrored = self.mirrored.span
    var columnA = ownReal.mutableSpan
    var columnB = ownImaginary.mutableSpan
    var columnC = mirrorReal.mutableSpan
    var columnD = mirrorImaginary.mutableSpan
    for place in 0..<periodHeight {
      let mirror = mirrored[place]
      let fr = columnA[place]
      let fi = columnB[place]
      let gr = columnC[mirror]
      let gi = columnD[mirror]
      // Twice the even columns' spectrum, and 2i times the odd columns'.
      let sr = fr + gr
      let si = fi - gi
      let dr = fr - gr
      let di = fi + gi
      let a = mean[place]
      let b = difference[place]
      // U = A·S − i·B·w·D and V = A·D + i·B·w̄·S.
      let ur = a * sr + b * (cosine * di + sine * dr)
      let ui = a * si - b * (cosine * dr - sine * di)
      let vr = a * dr - b * (cosine * si - sine * sr)
      let vi = a * di + b * (cosine * sr + sine * si)
      columnA[place] = ur + vr
      columnB[place] = ui + vi
      columnC[mirror] = ur - vr
      columnD[mirror] = vi - ui
    }
  }

  /// Collects up to four rows' spectra and transforms them back.
  private func gather(_ result: inout [Double], _ first: Int, _ space: inout Workspace) {
    for chunk in 0..<chunks {
      let source = chunk * rowRoom + first
      // Mirrors first: where a frequency mirrors itself both hold the same.
      Self.transposeBack(space.mirrorReal, source, &space.rowReal, mirrorPlace, chunk)
      Self.transposeBack(space.mirrorImaginary, source, &space.rowImaginary, mirrorPlace, chunk)
      Self.transposeBack(space.ownReal, source, &space.rowReal, ownPlace, chunk)
      Self.transposeBack(space.ownImaginary, source, &space.rowImaginary, ownPlace, chunk)
    }
    across.backward(&space.rowReal, &space.rowImaginary)
    let real = space.rowReal.span
    let imaginary = space.rowImaginary.span
    var target = result.mutableSpan
    let paired = columns / 2
    for lane in 0..<min(Self.lanes, rows - first) {
      let row = (first + lane) * columns
      for j in 0..<paired {
        target[row + 2 * j] = real[j][lane]
        target[row + 2 * j + 1] = imaginary[j][lane]
      }
      if columns % 2 == 1 { target[row + columns - 1] = real[paired][lane] }
    }
  }
}
