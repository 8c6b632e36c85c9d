import Dispatch
import Synchronization

/// One line on the terminal that says which stage is running, from the second second on.
///
/// Says nothing unless standard error is a terminal.
final class Progress: Sendable {
  private struct State {
    var stage = ""
    var isDue = false
    var isDone = false
  }

  private let isActive: Bool
  private let state = Mutex(State())

  init(console: Console) {
    isActive = !console.isQuiet && StandardStream.error.isTerminal
    guard isActive else { return }
    DispatchQueue.global().asyncAfter(deadline: .now() + 1) { [weak self] in
      self?.state.withLock { state in
        state.isDue = true
        Self.draw(state)
      }
    }
  }

  /// Names the stage that begins.
  func begin(_ stage: String) {
    guard isActive else { return }
    state.withLock { state in
      state.stage = stage
      Self.draw(state)
    }
  }

  /// Clears the line, so that what is printed next stands alone.
  func end() {
    guard isActive else { return }
    state.withLock { state in
      if state.isDue, !state.isDone { _ = StandardStream.error.write("\r\u{1B}[K") }
      state.isDone = true
    }
  }

  private static func draw(_ state: State) {
    guard state.isDue, !state.isDone, !state.stage.isEmpty else { return }
    _ = StandardStream.error.write("\r\u{1B}[K\(state.stage) …")
  }
}
