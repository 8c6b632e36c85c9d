/// The commands, in the order in which help lists them.
enum CommandName: String, CaseIterable, Sendable {
  case design
  case compare
  case measure
  case check
  case completions
  case man
  case help
}
