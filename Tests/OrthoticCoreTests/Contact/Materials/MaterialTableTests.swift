import Testing

@testable import OrthoticCore

@Suite struct MaterialTableTests {
  @Test("printed infills follow the open-cell law of the solid")
  func infill() throws {
    for (name, density) in [("tpu-85a-15", 0.15), ("tpu-85a-25", 0.25), ("tpu-85a-40", 0.4)] {
      let material = try #require(MaterialTable.material(named: name))
      let modulus = MaterialTable.infillModulus(solid: 12, density: density)
      #expect(abs(material.modulus / modulus - 1) < 0.02)
    }
  }

  @Test("EVA moduli are Gent's of their hardness")
  func gent() throws {
    for (name, hardness) in [("eva-a25", 25.0), ("eva-a35", 35), ("eva-a55", 55)] {
      let material = try #require(MaterialTable.material(named: name))
      #expect(abs(ShoreHardness.gentModulus(shoreA: hardness) / material.modulus - 1) < 0.03)
    }
  }

  @Test("the logarithmic hardness law has base ten and is within a band of 1.5 of Gent for soft rubber")
  func logarithmic() {
    #expect(abs(ShoreHardness.logarithmicModulus(shoreA: 50) - 3.42610) < 1e-3)
    for hardness in [25.0, 35, 45] {
      let ratio = ShoreHardness.logarithmicModulus(shoreA: hardness) / ShoreHardness.gentModulus(shoreA: hardness)
      #expect(ratio > 1 / 1.5 && ratio < 1.5)
    }
  }

  @Test("the column modulus is E without and well above E with lateral strain")
  func column() {
    #expect(Material(name: "", modulus: 0.3, poissonRatio: 0).columnModulus == 300)
    #expect(abs(Material(name: "", modulus: 1, poissonRatio: 0.2).columnModulus - 1111.111) < 1e-2)
    #expect(abs(Material(name: "", modulus: 1, poissonRatio: 0.45).columnModulus - 3793.1) < 0.1)
    #expect(Material(name: "", modulus: 1, poissonRatio: 0.5).columnModulus.isFinite)
  }

  @Test("names are unique, lower case and found in any case")
  func names() {
    #expect(Set(MaterialTable.all.map(\.name)).count == MaterialTable.all.count)
    for material in MaterialTable.all { #expect(MaterialTable.material(named: material.name.uppercased()) == material) }
    #expect(MaterialTable.material(named: "PPT")?.name == "poron")
    #expect(MaterialTable.material(named: "cheese") == nil)
  }
}
