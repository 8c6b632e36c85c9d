import Dispatch
import OrthoticCore
import Synchronization

/// One line on the terminal that says which stage is running, from the second second on.
///
/// Says nothing unless standard error is a terminal.
final class Progress: Sendable {
  private struct State {
    var stage = ""
    var share: (@Sendable () -> Double)?
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
  ///
  /// - Parameter share: how much of it is done, 0 to 1, asked every half second; `nil` where nobody knows.
  func begin(_ stage: String, share: (@Sendable () -> Double)? = nil) {
    guard isActive else { return }
    state.withLock { state in
      state.stage = String(stage.spelledOut().prefix(200))
      state.share = share
      Self.draw(state)
    }
    if share != nil { refresh(stage) }
  }

  /// Draws the line again as long as the same stage runs.
  private func refresh(_ stage: String) {
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.5) { [weak self] in
      guard let self else { return }
      let goesOn = state.withLock { state in
        Self.draw(state)
        return state.stage == String(stage.spelledOut().prefix(200)) && state.share != nil && !state.isDone
      }
      if goesOn { refresh(stage) }
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
    let share = state.share.map { " \(Int(100 * $0())) %" } ?? ""
    _ = StandardStream.error.write("\r\u{1B}[K\(state.stage)\(share) …")
  }
}
