/// Why an input cannot be used, with the evidence: which file, where in it, what was expected and what to do.
public struct InputError: Error, Equatable, Sendable {
  /// Where in the file the trouble is.
  public enum Place: Equatable, Sendable {
    /// The file as a whole.
    case wholeFile
    /// A line, counted from 1.
    case line(Int)
    /// A byte, counted from 0.
    case byte(Int)
  }

  /// What kind of trouble it is; decides the exit code of the command line.
  public enum Problem: Equatable, Sendable {
    /// There is no such file.
    case notFound
    /// The path names a folder.
    case isDirectory
    /// The system refused to read it, with its reason.
    case unreadable(String)
    /// The file holds nothing.
    case empty
    /// The file ends early.
    case truncated(expected: Int, found: Int)
    /// The content breaks the rules of its format; the text says how.
    case malformed(String)
    /// The content is none that this program reads; the text says what it looks like.
    case unsupported(String)
    /// The content can be read but two readings are equally likely; the text says which.
    case ambiguous(String)
    /// The content can be read but cannot be what it should be (a foot, a pressure map); the text says why.
    case implausible(String)
  }

  /// File name as the user gave it; `-` for standard input.
  public var source: String
  /// Where in the file.
  public var place: Place
  /// What is wrong.
  public var problem: Problem
  /// What was expected there.
  public var expected: String
  /// What the user can do.
  public var remedy: Wording
  /// Further lines of evidence, such as a map of where something is missing; mostly none.
  public var details: [String] = []

  /// Creates an error from its evidence.
  public init(_ problem: Problem, in source: String, at place: Place = .wholeFile, expected: String, remedy: Wording) {
    self.source = source
    self.place = place
    self.problem = problem
    self.expected = expected
    self.remedy = remedy
  }
}

extension InputError: CustomStringConvertible {
  /// One line for a person: `file:line: problem; expected …; remedy`, with Swift's names of the settings.
  public var description: String { text(naming: .swift) }

  /// The same line with settings called by some names.
  public func text(naming names: SettingNames) -> String {
    let location =
      switch place {
      case .wholeFile: source
      case .line(let line): "\(source), line \(line)"
      case .byte(let byte): "\(source), byte \(byte)"
      }
    let trouble =
      switch problem {
      case .notFound: "not found"
      case .isDirectory: "is a folder, not a file"
      case .unreadable(let reason): "cannot be read (\(reason))"
      case .empty: "is empty"
      case .truncated(let expected, let found): "ends early: \(expected) needed, \(found) found"
      case .malformed(let how): how
      case .unsupported(let what): what
      case .ambiguous(let why): why
      case .implausible(let why): why
      }
    return "\(location): \(trouble); expected \(expected); \(remedy.text(naming: names))"
  }
}
