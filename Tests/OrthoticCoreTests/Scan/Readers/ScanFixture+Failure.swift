import OrthoticCore

extension ScanFixture {
  /// The error that reading gives, or `nil` where it succeeds.
  static func failure(_ bytes: [UInt8], side: Side? = nil) -> InputError? {
    do throws(InputError) {
      _ = try ScanReader.read(file(bytes), side: side)
      return nil
    } catch { return error }
  }

  static func failure(_ text: String) -> InputError? { failure(Array(text.utf8)) }
}
