/// A value with a spelling of its own, such as a shoe size or a list of hollows: what it looks like and whether a text
/// is one.
public struct Notation: Equatable, Sendable {
  /// What help writes in place of the value.
  public var placeholder: String
  /// What a message says was expected, such as `a shoe size`.
  public var expectation: String
  /// A value that is taken.
  public var example: String
  /// Names that completion may offer.
  public var names: [String]
  /// Whether commas separate several values in it, so that they can not separate doses of a series.
  public var isList: Bool
  /// Gives a text the form in which files have it; `nil` for what is no such value.
  let canonical: @Sendable (String) -> String?

  /// Creates a notation.
  public init(
    placeholder: String, expectation: String, example: String, names: [String] = [],
    isList: Bool = false, canonical: @escaping @Sendable (String) -> String?
  ) {
    self.placeholder = placeholder
    self.expectation = expectation
    self.example = example
    self.names = names
    self.isList = isList
    self.canonical = canonical
  }

  /// Two notations are the same where they look the same.
  public static func == (a: Notation, b: Notation) -> Bool {
    a.placeholder == b.placeholder && a.expectation == b.expectation && a.example == b.example && a.names == b.names
  }
}

/// A value that is written in a notation of its own and reads back the same.
public protocol Notated: Equatable, Sendable {
  /// How it is written.
  static var notation: Notation { get }
  /// Reads a text; `nil` for what is no such value.
  init?(text: String)
  /// The form in which files have it.
  var text: String { get }
}

extension Notation {
  /// The notation of a type.
  static func of<Value: Notated>(
    _ type: Value.Type, placeholder: String, expectation: String, example: String, names: [String] = [],
    isList: Bool = false
  ) -> Notation {
    Notation(placeholder: placeholder, expectation: expectation, example: example, names: names, isList: isList) {
      Value(text: $0)?.text
    }
  }
}
