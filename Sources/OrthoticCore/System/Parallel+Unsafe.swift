/// Arrays that threads fill in place, on bare memory: every chunk has its own part of the array, and joining arrays of
/// chunks afterwards would touch all memory twice.
extension Parallel {
  /// Computes the elements of an array that do not depend on each other, `grain` of them at a time.
  package static func array<Value: BitwiseCopyable & Sendable>(
    count: Int, grain: Int, _ body: @Sendable (Int) -> Value
  ) -> [Value] {
    let count = max(count, 0)
    let grain = max(grain, 1)
    return unsafe [Value](unsafeUninitializedCapacity: count) { buffer, filled in
      unsafe LargePages.advise(UnsafeMutableRawBufferPointer(buffer))
      nonisolated(unsafe) let all = unsafe buffer
      forEach(count: (count + grain - 1) / grain) { chunk in
        for index in chunk * grain..<min((chunk + 1) * grain, count) {
          unsafe all.initializeElement(at: index, to: body(index))
        }
      }
      filled = count
    }
  }

  /// What `body` makes of each element, in order, where it makes something: a filter and a map over many elements.
  ///
  /// - Parameter step: 1 for all elements, 2 for every second, and so on.
  package static func compactMap<Element: Sendable, Value: BitwiseCopyable & Sendable>(
    _ elements: [Element], step: Int = 1, _ body: @Sendable (Element) -> Value?
  ) -> [Value] {
    precondition(step > 0, "a step of at least 1")
    let grain = 32_768
    let wanted = (elements.count + step - 1) / step
    return unsafe [Value](unsafeUninitializedCapacity: wanted) { buffer, filled in
      nonisolated(unsafe) let all = unsafe buffer
      let counts = map(count: (wanted + grain - 1) / grain) { chunk -> Int in
        let start = chunk * grain
        var end = start
        for index in start..<min(start + grain, wanted) {
          guard let value = body(elements[index * step]) else { continue }
          unsafe all.initializeElement(at: end, to: value)
          end += 1
        }
        return end - start
      }
      guard let base = buffer.baseAddress else { return }
      for (chunk, count) in counts.enumerated() {
        if filled < chunk * grain { unsafe (base + filled).update(from: base + chunk * grain, count: count) }
        filled += count
      }
    }
  }
}
