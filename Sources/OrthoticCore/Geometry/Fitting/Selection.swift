extension Array where Element: Comparable {
  /// The element that would stand at a place if all were sorted, found without sorting them; none may be `nan`.
  ///
  /// C. A. R. Hoare, "Algorithm 65: FIND", Communications of the ACM 4 (1961): linear on average.
  func ranked(_ place: Int) -> Element {
    precondition(indices.contains(place), "a place in the array")
    var values = self
    var (low, high) = (0, values.count - 1)
    while low < high {
      // The middle of three: arrays that are sorted already are no bad case.
      let (a, b, c) = (values[low], values[(low + high) / 2], values[high])
      let pivot = Swift.max(Swift.min(a, b), Swift.min(Swift.max(a, b), c))
      var (left, right) = (low, high)
      while left <= right {
        while values[left] < pivot { left += 1 }
        while values[right] > pivot { right -= 1 }
        guard left <= right else { break }
        values.swapAt(left, right)
        left += 1
        right -= 1
      }
      if place <= right { high = right } else if place >= left { low = left } else { break }
    }
    return values[place]
  }

  /// The middle value, of an even number the upper of the two in the middle; `nil` of none.
  package var median: Element? { isEmpty ? nil : ranked(count / 2) }
}
