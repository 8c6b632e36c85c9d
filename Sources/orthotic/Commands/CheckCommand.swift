import OrthoticCore
import OrthoticExport

extension Command {
  static let check = Command(
    name: .check,
    summary: "Check that a mesh is a printable solid",
    detail:
      "Watertight, manifold, orientation, degenerate facets, self-intersection, components, volume and thinnest wall. Ends "
      + "with 1 where the mesh is no sound solid.",
    operands: [
      Operand(
        placeholder: "MESH", summary: "the mesh: STL, PLY or OBJ; - is standard input", endings: ["stl", "ply", "obj"])
    ],
    examples: [
      Example(purpose: "check what design wrote", arguments: "check insole.stl"),
      Example(purpose: "as JSON", arguments: "check insole.stl --json"),
    ]
  ) { _, _ in
    throw UsageError("check is not wired yet")
  }
}
