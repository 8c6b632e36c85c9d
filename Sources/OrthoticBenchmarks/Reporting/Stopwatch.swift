#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Repeats a piece of work and prints medians: wall time, and processor time, which neighbours on the machine disturb less.
enum Stopwatch {
  /// Runs `body` once to warm up and then `repetitions` times, prints one line, and returns the median wall time, s.
  @discardableResult
  static func measure(_ name: String, repetitions: Int = 9, _ body: () -> Int) -> Double {
    var result = body()
    var walls: [Double] = []
    var processors: [Double] = []
    for _ in 0..<repetitions {
      let processor = seconds(CLOCK_PROCESS_CPUTIME_ID)
      let wall = seconds(CLOCK_MONOTONIC)
      result = body()
      walls.append(seconds(CLOCK_MONOTONIC) - wall)
      processors.append(seconds(CLOCK_PROCESS_CPUTIME_ID) - processor)
    }
    let padded = name + String(repeating: " ", count: max(1, 42 - name.count))
    print("\(padded) wall \(milliseconds(walls)) cpu \(milliseconds(processors)) result \(result)")
    return walls.median ?? 0
  }

  private static func milliseconds(_ times: [Double]) -> String {
    let (median, best) = (times.median ?? 0, times.min() ?? 0)
    return "\((median * 10000).rounded() / 10) ms (best \((best * 10000).rounded() / 10))"
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    guard unsafe clock_gettime(clock, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
