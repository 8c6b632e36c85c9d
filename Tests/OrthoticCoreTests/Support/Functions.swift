#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The C library's functions under names that need no import in each test file.
func sine(_ angle: Double) -> Double { sin(angle) }
func cosine(_ angle: Double) -> Double { cos(angle) }
func arcTangent(_ slope: Double) -> Double { atan(slope) }
