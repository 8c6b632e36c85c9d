#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard output or standard error, written without buffering so that nothing is lost or out of order.
enum StandardStream: Int32, Sendable {
  case output = 1
  case error = 2

  /// How a write ended.
  enum Outcome: Equatable, Sendable {
    case written
    /// The reader has gone, as `head` does; nobody is left to tell.
    case closed
    /// The system refused, with its reason.
    case failed(String)
  }

  /// Makes a reader that has gone an ordinary outcome instead of the end of the process.
  static func ignoreBrokenPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Whether a person is looking.
  var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Characters in a line, where a terminal says it.
  var windowWidth: Int? {
    var size = winsize()
    guard unsafe ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes all of a text.
  func write(_ text: String) -> Outcome { write(Array(text.utf8)) }

  /// Writes all bytes.
  func write(_ bytes: [UInt8]) -> Outcome {
    var done = 0
    while done < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        #if canImport(Darwin)
          unsafe Darwin.write(rawValue, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        #else
          unsafe Glibc.write(rawValue, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        #endif
      }
      if written > 0 {
        done += written
      } else if errno == EPIPE {
        return .closed
      } else if errno != EINTR && errno != EAGAIN {
        return .failed(unsafe String(cString: strerror(errno)))
      }
    }
    return .written
  }
}
