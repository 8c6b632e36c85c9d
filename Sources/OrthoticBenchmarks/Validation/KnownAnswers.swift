import OrthoticCore

/// The analytic part of the validation page.
enum KnownAnswers {
  static func section() -> String {
    var table = MarkdownTable(
      ["problem", "quantity", "exact"] + ContactAccuracy.nodes.map { "error at \($0)²" } + ["order", "within 1 %"])
    for row in ContactAccuracy.rows() {
      table.add(
        [row.problem, row.quantity, row.exact == 0 ? "" : BenchmarkReport.text(row.exact, 4)]
          + row.errors.map { BenchmarkReport.percent($0, 3) }
          + [
            row.order == 0 ? "exact" : BenchmarkReport.text(row.observedOrder, 1), row.isSound ? "yes" : "**no**",
          ])
    }
    return """
      ## Known answers

      Cells of even pressure meet a smooth field to the first power of their width, and a punch's infinite rim no better; the order
      is the mean power with which the error fell from the coarsest to the finest grid. Where the reference itself has only four digits
      (Hayes, sphere on a layer) the error stops falling at about 0.02 %.

      \(table.text)
      """
  }

  static func conditions() -> String {
    let checks = ContactComplementarity.checks().map { "- \($0.isSound ? "" : "**missed** ")\($0.text)" }
    return """
      ## The conditions of contact

      \(checks.joined(separator: "\n"))

      """
  }
}
