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
    let reference = text.components(separatedBy: "\n## What each element changes").first
    #expect(reference == PrescriptionReference.text, "Contributing.md says how the page is made again")
  }
}
