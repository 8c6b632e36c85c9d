import Foundation
import OrthoticCore
import Testing

@testable import orthotic

@Suite struct SettingNamesTests {
  @Test("every setting but the scan has one flag of its own, which exists")
  func everySettingHasAFlag() {
    let named = Setting.allCases.filter { $0 != .scan }
    let names = named.compactMap(\.flagName)
    #expect(names.count == named.count && Set(names).count == names.count)
    for setting in named {
      #expect(setting.flagName.flatMap { FlagTable.flag(named: $0) } != nil, "\(setting)")
      #expect(setting.flagText == "--" + (setting.flagName ?? ""))
    }
    #expect(Setting.scan.flagName == nil && Command.design.operands.map(\.placeholder) == [Setting.scan.flagText])
  }

  /// Settings that a file holds, which no example names.
  private static let files: [Setting] = [.scan, .pressure, .pressureLayout, .outline]

  @Test("a setting's flag sets the property that the setting names")
  func flagsSetTheirProperty() throws {
    for setting in Setting.allCases where !Self.files.contains(setting) {
      let name = try #require(setting.flagName)
      let flag = try #require(FlagTable.flag(named: name))
      let property = setting.rawValue.split(separator: ".").last.map(String.init)
      let changed = Self.values(of: flag).contains { value in
        let arguments = try? ArgumentParser.parse(["--\(name)", value], for: .design)
        return arguments.flatMap { try? Self.properties(of: $0) }?.contains(property ?? "") == true
      }
      #expect(changed, "\(setting) by --\(name)")
    }
  }

  /// Values to try: one of them is not the default.
  private static func values(of flag: Flag) -> [String] {
    switch flag.kind {
    case .choice(let names): names
    default: [flag.kind.example, "5", "2", "mean", "felt"].filter { (try? flag.kind.read($0)) != nil }
    }
  }

  /// The properties that a command line changes.
  private static func properties(of arguments: ParsedArguments) throws -> Set<String> {
    let plain = ParsedArguments(command: .design)
    func changes(_ one: Any, _ other: Any) -> [String] {
      zip(Mirror(reflecting: one).children, Mirror(reflecting: other).children).compactMap { one, other in
        String(describing: one.value) == String(describing: other.value) ? nil : one.label
      }
    }
    return Set(
      changes(arguments.scanOptions, plain.scanOptions)
        + changes(try arguments.pressureOptions(), try plain.pressureOptions())
        + changes(try arguments.prescription().prescription, try plain.prescription().prescription))
  }

  @Test("every tool is called by a command, or a flag, that exists")
  func toolsExist() {
    for tool in Tool.allCases {
      let words = ("\(tool: tool)" as Wording).text(naming: .flags).replacing("`", with: "").split(separator: " ").map(
        String.init)
      let command = words.first == "orthotic" ? CommandName(rawValue: words.dropFirst().first ?? "") : .design
      #expect(command != nil, "\(tool)")
      for word in words where word.hasPrefix("--") {
        let flag = FlagTable.flag(named: String(word.dropFirst(2)))
        #expect(command.map { flag?.commands.contains($0) == true } == true, "\(tool)")
      }
    }
  }

  @Test("the core names no flag in its words")
  func coreNamesNoFlag() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let core = package.appending(path: "Sources/OrthoticCore").path()
    let files = try #require(FileManager.default.enumerator(atPath: core)).compactMap { $0 as? String }
      .filter { $0.hasSuffix(".swift") }
    #expect(files.count > 200)
    for file in files {
      let bytes = try #require(FileManager.default.contents(atPath: core + "/" + file))
      for line in bytes.split(separator: UInt8(ascii: "\n")) {
        // A comment may point to a flag; the words of a message may not.
        let code = Array(line.drop { $0 == UInt8(ascii: " ") })
        guard code.contains(UInt8(ascii: "-")), !code.starts(with: Array("//".utf8)) else { continue }
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let isFlag = code.indices.dropLast(2).contains {
          code[$0] == UInt8(ascii: "-") && code[$0 + 1] == UInt8(ascii: "-") && letters.contains(code[$0 + 2])
        }
        #expect(!isFlag, "\(file): \(String(decoding: code, as: UTF8.self))")
      }
    }
  }
}
