import Testing

@testable import OrthoticCore

@Suite struct WordingTests {
  private static let flags = SettingNames(setting: { "--\($0)" }, tool: { "tool \($0)" })

  @Test("names settings and tools as a front end calls them, and values as they are")
  func naming() {
    let depth = 2.5
    let words: Wording = "raise \(.thickness) to \(depth) mm, or see \(tool: .solePicture)"
    #expect(words.text(naming: Self.flags) == "raise --thickness to 2.5 mm, or see tool solePicture")
    #expect(words.description == "raise Prescription.thickness to 2.5 mm, or see SolePicture")
    #expect(words.settings == [.thickness])
  }

  @Test("is the same however it was put together")
  func equality() {
    let half: Wording = "lower \(.width)"
    var built = Wording("a") + "b "
    built += half
    #expect(built == ("ab lower \(.width)" as Wording))
    #expect("\(half) now" == ("lower \(.width) now" as Wording))
    #expect(Wording("").isEmpty && !half.isEmpty)
    // A name in plain words is not the setting.
    #expect(half != Wording(half.description))
  }

  @Test("every setting is a property that a user of the library can set")
  func properties() {
    let owners: [String: Any] = [
      "DesignInputs": DesignInputs(scan: Scan(name: "", format: "", points: [])), "ScanOptions": ScanOptions(),
      "PressureOptions": PressureOptions(), "Prescription": Prescription(),
    ]
    for setting in Setting.allCases {
      let parts = setting.rawValue.split(separator: ".").map(String.init)
      let names = owners[parts[0]].map { Mirror(reflecting: $0).children.compactMap(\.label) }
      #expect(names?.contains(parts[1]) == true, "\(setting)")
    }
  }
}
