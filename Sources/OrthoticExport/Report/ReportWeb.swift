/// The page's skeleton, looks and script: the files of `Web`, as the program carries them.
enum ReportWeb {
  /// The skeleton: `{name}` is a word of `ReportText`.
  static let page = EmbeddedFiles.pageHTML

  /// Looks on a screen of any width, light or dark, and on A4.
  static let style = EmbeddedFiles.screenCSS + EmbeddedFiles.paperCSS

  /// The parts of the script in the order in which they stand in the page: they share one scope, and `start` runs them.
  static let script = [
    EmbeddedFiles.baseJS, EmbeddedFiles.colorsJS, EmbeddedFiles.tablesJS, EmbeddedFiles.mapsJS,
    EmbeddedFiles.sectionJS, EmbeddedFiles.solidJS, EmbeddedFiles.compareJS, EmbeddedFiles.startJS,
  ].joined(separator: "\n")
}
