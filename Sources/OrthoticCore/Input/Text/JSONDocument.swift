/// A value of a JSON text, with the line on which it begins.
///
/// Own reader rather than Foundation's: messages name the line, keys keep their order and a key given twice is an
/// error, as a person who writes a prescription by hand needs it.
package struct JSONDocument: Equatable, Sendable {
  /// What the value is.
  package indirect enum Content: Equatable, Sendable {
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
  package struct Member: Equatable, Sendable {
    /// The key.
    package var key: String
    /// Line of the key, from 1.
    package var line: Int
    /// The value.
    package var value: JSONDocument
  }

  /// The value.
  package var content: Content
  /// Line on which it begins, from 1.
  package var line: Int

  /// What a message calls such a value.
  package var noun: String {
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
  package static func read(
    _ file: InputFile, remedy: Wording = "check its brackets, commas and quotation marks"
  ) throws(InputError) -> JSONDocument {
    var reader = JSONReader(file: file, remedy: remedy)
    return try reader.document()
  }
}
