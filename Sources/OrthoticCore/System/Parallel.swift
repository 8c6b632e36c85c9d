import Dispatch
import Synchronization

/// The one place where work is spread over threads.
///
/// Chunks are fixed by the size of the problem, never by the number of threads, and results are combined in the
/// order of the chunks, so that outputs are the same bytes on any machine.
package enum Parallel {
  private static let limit = Atomic<Int>(0)

  /// Largest number of threads to use; 0 means as many as the machine has.
  package static var threads: Int {
    get { limit.load(ordering: .relaxed) }
    set { limit.store(max(newValue, 0), ordering: .relaxed) }
  }

  /// Runs `body` once for each of `count` items, in no particular order; each must touch only its own results.
  package static func forEach(count: Int, _ body: @Sendable (Int) -> Void) {
    let threads = Self.threads
    if threads == 1 || count < 2 {
      for item in 0..<max(count, 0) { body(item) }
    } else if threads == 0 || threads >= count {
      DispatchQueue.concurrentPerform(iterations: count, execute: body)
    } else {
      // Fewer threads than items: each lane takes every `threads`-th item.
      DispatchQueue.concurrentPerform(iterations: threads) { lane in
        for item in stride(from: lane, to: count, by: threads) { body(item) }
      }
    }
  }

  /// Computes two values side by side; each may itself spread its work.
  package static func both<First: Sendable, Second: Sendable>(
    _ first: () -> First, _ second: @escaping @Sendable () -> Second
  ) -> (First, Second) {
    guard threads != 1 else { return (first(), second()) }
    // Not `concurrentPerform`, which gives work nested in it one thread only, even when others have come free. Where
    // no thread had time for the second value, it is computed here.
    let other = OtherHalf<Second>()
    DispatchQueue.global().async(group: other.group) {
      if other.claimed() { other.value.withLock { $0 = second() } }
    }
    let one = first()
    if other.claimed() { return (one, second()) }
    other.group.wait()
    guard let two = other.value.withLock({ $0 }) else { preconditionFailure("who claims it computes it") }
    return (one, two)
  }

  /// A value that the first who comes computes.
  private final class OtherHalf<Value: Sendable>: Sendable {
    let group = DispatchGroup()
    let value = Mutex<Value?>(nil)
    private let isClaimed = Atomic<Bool>(false)

    func claimed() -> Bool { !isClaimed.exchange(true, ordering: .acquiringAndReleasing) }
  }

  /// Sums that `body` makes of ranges of many elements, added up in order: four ranges, or one where they are few.
  package static func sums<Sum: Sendable>(
    count: Int, _ body: @Sendable (Range<Int>) -> Sum, add: (inout Sum, Sum) -> Void
  ) -> Sum {
    let parts = count < 16_384 ? 1 : 4
    let found = map(count: parts) { part in body(part * count / parts..<(part + 1) * count / parts) }
    var total = found[0]
    for other in found.dropFirst() { add(&total, other) }
    return total
  }

  /// Computes one value per item and returns them in the order of the items.
  package static func map<Value: Sendable>(count: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
    let slots = Mutex<[Value?]>([Value?](repeating: nil, count: max(count, 0)))
    forEach(count: count) { item in
      let value = body(item)
      slots.withLock { $0[item] = value }
    }
    return slots.withLock { $0.compactMap { $0 } }
  }
}
