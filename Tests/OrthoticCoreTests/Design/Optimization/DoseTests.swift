import ParametricFoot
import Testing

@testable import OrthoticCore

@Suite struct DoseTests {
  private static var resolved: Prescription {
    var rx = Prescription()
    rx.archContact = 0.4
    return rx
  }

  private static func all(_ rx: Prescription = resolved) -> [Dose] {
    Dose.open(rx, keys: OptimizationProblem.freeableKeys, maximumThickness: 8, lowersThreshold: true)
  }

  @Test("every value of every dose is read back by its number, and from the prescription's file")
  func roundTrip() throws {
    let doses = Self.all()
    #expect(doses.count > 20 && Set(doses.map(\.key)).isSubset(of: OptimizationProblem.freeableKeys))
    for dose in doses {
      for index in 0..<dose.count {
        var rx = Self.resolved
        dose.set(index, in: &rx)
        #expect(dose.index(in: rx) == index, "\(dose.key) \(dose.part) \(index)")
        let text = PrescriptionFile(rx).text
        let read = try PrescriptionFile(InputFile(name: "rx", bytes: Array(text.utf8))).applied(to: Prescription())
        #expect(read == rx, "\(dose.key) \(dose.part) \(index)")
      }
    }
  }

  @Test("a dose changes its own element and no other")
  func ownElement() throws {
    for dose in Self.all() {
      var rx = Self.resolved
      dose.set(dose.index(in: rx) == 0 ? dose.count - 1 : 0, in: &rx)
      let changed = PrescriptionVocabulary.elements.filter { $0.text(in: rx) != $0.text(in: Self.resolved) }
      #expect(changed.map(\.key) == [dose.key], "\(dose.key) \(dose.part)")
    }
  }

  @Test("what is prescribed stays, whatever is tried: 200 random prescriptions")
  func givenStays() {
    var random = RandomPrescription(seed: 19)
    var numbers = SplitMix64(seed: 19)
    for _ in 0..<200 {
      var asked = Prescription()
      var given: [String] = []
      for setting in random.next() {
        guard (try? PrescriptionVocabulary.element(key: setting.key)?.read(setting.text, into: &asked)) != nil else {
          continue
        }
        given.append(setting.key)
      }
      let problem = OptimizationProblem(goals: [OptimizationGoal(.lowest)], given: given)
      #expect(Set(problem.openKeys).isDisjoint(with: given))
      var found = asked
      for dose in Dose.open(asked, keys: problem.openKeys, maximumThickness: 8, lowersThreshold: true) {
        dose.set(Int(numbers.next() % UInt64(dose.count)), in: &found)
      }
      for element in PrescriptionVocabulary.elements where given.contains(element.key) {
        #expect(element.text(in: found) == element.text(in: asked), "\(element.key)")
      }
    }
  }

  @Test("an arch dosed by pressure keeps its height unless that is freed, and then gives up the pressure")
  func archPressure() {
    var problem = OptimizationProblem(goals: [], given: ["archPressure"])
    #expect(!problem.openKeys.contains("archContact"))
    problem.freed = ["archContact"]
    var rx = Self.resolved
    rx.archPressure = 80
    let arch = Dose.open(rx, keys: problem.openKeys).first { $0.key == "archContact" }
    arch?.set(30, in: &rx)
    #expect(rx.archPressure == nil && rx.archContact == 0.3)
  }

  @Test("thickness is opened by its greatest alone, a foot's tilt a little, and material among its own kind")
  func limits() {
    let keys = OptimizationProblem.freeableKeys
    #expect(!Dose.open(Self.resolved, keys: keys).contains { $0.key == "thickness" })
    func most(_ key: String, _ freed: [String]) -> Double? {
      var rx = Self.resolved
      let dose = Dose.open(rx, keys: keys, freed: freed, maximumThickness: 4.2).first { $0.key == key }
      dose?.set(.max, in: &rx)
      return key == "thickness" ? rx.thickness : rx.rearfootPost
    }
    #expect(most("thickness", []) == 4)
    #expect(most("rearfootPost", []) == 2 && most("rearfootPost", ["rearfootPost"]) == 6)
    #expect(MaterialTable.family(of: MaterialTable.standard).map(\.name) == ["tpu-85a-15", "tpu-85a-25", "tpu-85a-40"])
    #expect(MaterialTable.all.filter { $0.name == "tpu-95a" }.map { MaterialTable.family(of: $0).count } == [1])
  }

  @Test("a pad's place does nothing where there is no pad")
  func idle() throws {
    var rx = Self.resolved
    let front = try #require(Self.all().first { $0.key == "metPadFront" })
    #expect(!front.isActing(in: rx))
    rx.metatarsalPad = 4
    #expect(front.isActing(in: rx))
  }
}
