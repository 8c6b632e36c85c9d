/// What the recording's table shows, in words; written after reading it, and to be read again when it changes.
enum RecordingDiscussion {
  static let text = ""
}
