/// How the program ends, after sysexits(3).
enum ExitCode: Int32 {
  /// Done.
  case done = 0
  /// Done, but a check or a target failed.
  case checkFailed = 1
  /// The command line cannot be understood.
  case usage = 64
  /// An input's content cannot be used.
  case badInput = 65
  /// An input is not there or cannot be opened.
  case noInput = 66
  /// A fault of this program.
  case internalFault = 70
  /// An output cannot be written.
  case cannotWrite = 73
}
