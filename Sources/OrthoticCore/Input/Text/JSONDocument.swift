/// A value of a JSON text, with the line on which it begins.
///
/// Own reader rather than Foundation's: messages name the line, keys keep their order and a key given twice is an
/// error, as a person who writes a prescription by hand needs it.
public struct JSONDocument: Equatable, Sendable {
  /// What the value is.
  public indirect enum Content: Equatable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A number as it was written.
    case number(String)
    /// A text, escapes resolved.
    case text(String)
    /// A list.
    case list([JSONDocument])
    /// Keys with their values, in the order written, no key twice.
    case object([Member])
  }

  /// A key with its value.
  public struct Member: Equatable, Sendable {
    /// The key.
    public var key: String
    /// Line of the key, from 1.
    public var line: Int
    /// The value.
    public var value: JSONDocument
  }

  /// The value.
  public var content: Content
  /// Line on which it begins, from 1.
  public var line: Int

  /// What a message calls such a value.
  public var noun: String {
    switch content {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let text): String(text.prefix(40))
    case .text(let text): text.count > 40 ? "\"\(text.prefix(40))…\"" : "\"\(text)\""
    case .list: "a list"
    case .object: "an object"
    }
  }

  /// Reads a whole JSON text.
  ///
  /// - Parameter remedy: What to do about a text that is no JSON.
  /// - Throws: `InputError` naming the line where the text stops being JSON.
  public static func read(
    _ file: InputFile, remedy: Wording = "check its brackets, commas and quotation marks"
  ) throws(InputError) -> JSONDocument {
    var reader = JSONReader(file: file, remedy: remedy)
    return try reader.document()
  }
}
