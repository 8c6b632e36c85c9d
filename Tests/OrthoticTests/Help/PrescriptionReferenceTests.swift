import Foundation
import Testing

@testable import orthotic

@Suite struct PrescriptionReferenceTests {
  @Test("the documentation's page begins with what the program prints")
  func page() throws {
    var package = URL(filePath: #filePath)
    for _ in 0..<4 { package.deleteLastPathComponent() }
    let page = package.appending(path: "Sources/OrthoticCore/OrthoticCore.docc/Prescription.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    // What was measured on solids follows.
    let measured = text.range(of: "\n## What each element changes").map { text[$0.lowerBound...] } ?? ""
    if ProcessInfo.processInfo.environment["ORTHOTIC_WRITE_PAGES"] != nil {
      try (PrescriptionReference.text + measured).write(to: page, atomically: true, encoding: .utf8)
    } else {
      #expect(
        text.dropLast(measured.count) == PrescriptionReference.text,
        "ORTHOTIC_WRITE_PAGES=1 swift test --filter PrescriptionReference writes the page again")
    }
  }
}
