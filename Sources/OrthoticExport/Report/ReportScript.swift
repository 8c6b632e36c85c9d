/// The page's script, in the order in which its parts stand in the file.
enum ReportScript {
  static let all = [base, colors, tables, maps, section, solid, compare, start]
}
