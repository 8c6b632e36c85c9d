/// Finds the word that a misspelt one was most likely meant to be.
package enum NearestWord {
  /// Number of single-letter changes (put in, left out, replaced, two neighbours swapped) between two words.
  ///
  /// Optimal string alignment; letters are compared without case.
  package static func distance(_ first: String, _ second: String) -> Int {
    let a = Array(first.lowercased())
    let b = Array(second.lowercased())
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var best = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }

  /// The candidate nearest to a word, or `nil` where none is near enough to be worth naming.
  ///
  /// Near enough is a third of the word's letters wrong, or a candidate that the word begins. The first of equally near
  /// candidates wins, so the answer does not depend on anything but the order given.
  package static func nearest(to word: String, in candidates: [String]) -> String? {
    // Words from outside can be of any length; no candidate is longer than this, so none could be near.
    guard word.utf8.count <= 64 else { return nil }
    var best: String?
    var bestDistance = max(word.count / 3, 1) + 1
    for candidate in candidates {
      let found = distance(word, candidate)
      if found < bestDistance {
        bestDistance = found
        best = candidate
      }
    }
    if let best { return best }
    let lowercased = word.lowercased()
    return word.count < 3 ? nil : candidates.first { $0.lowercased().hasPrefix(lowercased) }
  }
}
