/// novel emed `.lst`: a page of text per frame, pressures in kPa with row and column numbers.
///
/// Only a crop of the plate is written and it may differ from page to page, so values are placed by their printed
/// numbers; a wide foot can be split over several pages with the same picture number. Rows grow toward the heel.
enum EmedFormat: PressureFormat {
  static func recognises(_ opening: PressureFileOpening) -> Bool {
    opening.hasLine(startingWith: "Page ")
      && (opening.lines.contains { $0.text.contains("Pict-No") || $0.text.contains("Sensor area") })
  }

  static func read(_ file: InputFile, options: PressureOptions) throws(InputError) -> [PressureRecording] {
    let content = try EmedContent(file)
    guard let first = content.pages.first else {
      throw file.error(
        .malformed("holds no page with pressures"), expected: "pages headed “Pict-No.”", remedy: "export the list again"
      )
    }
    var (left, right, low, high) = (first.columns.lowerBound, first.columns.upperBound, first.firstRow, first.firstRow)
    for page in content.pages {
      left = min(left, page.columns.lowerBound)
      right = max(right, page.columns.upperBound)
      low = min(low, page.firstRow)
      high = max(high, page.lastRow)
    }
    let columns = right - left + 1
    let rows = high - low + 1
    let frames = content.pages.reduce(0) { max($0, $1.frame) } + 1
    // Every printed value takes at least two bytes; crops that scatter far beyond that are no foot.
    guard frames * columns * rows <= max(file.sizeHint * 4, 1 << 20) else {
      throw file.error(
        .implausible("row and column numbers scatter over \(columns) × \(rows) cells"), expected: "crops of one plate",
        remedy: "export the list again")
    }
    var values = [Float](repeating: 0, count: frames * columns * rows)
    for page in content.pages {
      for (offset, row) in page.rows.enumerated() {
        // Heel first: high row numbers become low ones.
        let start = (page.frame * rows + (high - row)) * columns + page.columns.lowerBound - left
        for column in 0..<page.columns.count {
          values[start + column] = page.values[offset * page.columns.count + column]
        }
      }
    }
    let width = options.cellWidth ?? content.cellWidth
    let length = options.cellLength ?? options.cellWidth ?? content.cellLength
    let recording = PressureRecording(
      name: file.name, format: "novel emed", kind: content.isSummary ? .peakPicture : .frames, side: options.side,
      orientation: .declared, columns: columns, rows: rows, cellWidth: width, cellLength: length,
      times: (0..<frames).map { Double($0) * content.frameTime }, values: values, findings: content.findings)
    return [recording]
  }
}
