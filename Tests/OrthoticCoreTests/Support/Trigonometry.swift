#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

// `sin` and `cos` for tests that import nothing else of the system.
func sine(_ x: Double) -> Double { sin(x) }
func cosine(_ x: Double) -> Double { cos(x) }
