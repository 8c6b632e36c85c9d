/// One open number of a prescription, as a row of the values that it may take.
///
/// The values are steps that a form would name (per cent of an arch, half millimetres, half degrees), so that what is found can
/// be read, signed and written down without rounding.
package struct Dose: Sendable {
  /// Key of the element that it sets.
  package let key: String
  /// What it is called beside its element's other numbers, such as `mt2` among hollows; empty where it is the only one.
  package let part: String
  /// Number of values.
  package let count: Int
  /// Steps of the first moves.
  package let stride: Int
  /// Steps that count as one change of a prescriber's: a millimetre, a degree, a tenth of an arch.
  package let unit: Double
  /// Whether the first value is none of it, which bounds nothing.
  package let beginsAtNone: Bool
  private let read: @Sendable (Prescription) -> Int
  private let write: @Sendable (Int, inout Prescription) -> Void
  private let acts: @Sendable (Prescription) -> Bool

  /// Creates a dose.
  init(
    _ key: String, part: String = "", count: Int, stride: Int, unit: Double, beginsAtNone: Bool = false,
    acts: @escaping @Sendable (Prescription) -> Bool = { _ in true },
    read: @escaping @Sendable (Prescription) -> Int, write: @escaping @Sendable (Int, inout Prescription) -> Void
  ) {
    precondition(count > 0 && stride > 0, "a dose has values")
    self.key = key
    self.part = part
    self.count = count
    self.stride = stride
    self.unit = unit
    self.beginsAtNone = beginsAtNone
    self.acts = acts
    self.read = read
    self.write = write
  }

  /// A dose that is a number.
  init(
    _ key: String, _ field: WritableKeyPath<Prescription, Double> & Sendable, _ range: ClosedRange<Double>,
    step: Double,
    stride: Int, unit: Double = 1, beginsAtNone: Bool = false,
    acts: @escaping @Sendable (Prescription) -> Bool = { _ in true }
  ) {
    let steps = Steps(range, step)
    self.init(
      key, count: steps.count, stride: stride, unit: unit / step, beginsAtNone: beginsAtNone, acts: acts,
      read: { steps.index(of: $0[keyPath: field]) }, write: { $1[keyPath: field] = steps.value($0) })
  }

  /// The nearest value to what a prescription holds.
  package func index(in prescription: Prescription) -> Int { min(max(read(prescription), 0), count - 1) }

  /// Sets one of the values.
  package func set(_ index: Int, in prescription: inout Prescription) {
    write(min(max(index, 0), count - 1), &prescription)
  }

  /// Whether it does anything in a prescription: a pad's place does nothing where there is no pad.
  package func isActing(in prescription: Prescription) -> Bool { acts(prescription) }
}

/// Evenly spaced values of a range.
struct Steps: Sendable {
  let lowest: Double
  let step: Double
  let count: Int

  init(_ range: ClosedRange<Double>, _ step: Double) {
    lowest = range.lowerBound
    self.step = step
    count = Int(((range.upperBound - range.lowerBound) / step + 1e-9).rounded(.down)) + 1
  }

  func index(of value: Double) -> Int {
    let place = ((value - lowest) / step).rounded()
    return Int(min(max(place.isFinite ? place : 0, 0), Double(count - 1)))
  }

  /// The value, free of what sums of binary fractions leave behind: whole thousandths.
  func value(_ index: Int) -> Double { ((lowest + Double(index) * step) * 1000).rounded() / 1000 }
}
