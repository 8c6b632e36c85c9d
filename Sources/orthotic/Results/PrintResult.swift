import OrthoticCore
import OrthoticExport

/// What printing a device takes: g, cm³, mm, degrees.
struct PrintResult: Encodable {
  let material: String
  let infill: Double?
  let mass: Double?
  let materialVolume: Double?
  let bodies: Int
  let pose: PoseResult?
  let bed: [Double]

  init(_ job: PrintJob, material: String) {
    self.material = material
    infill = job.material.infill.rounded(decimals: 3)
    mass = job.estimate.mass.rounded(decimals: 1)
    materialVolume = (job.estimate.material / 1000).rounded(decimals: 2)
    bodies = job.bodies.count
    pose = job.placement.map(PoseResult.init)
    bed = [job.plan.printer.bedWidth, job.plan.printer.bedDepth, job.plan.printer.height]
  }

  /// The same for a person, in one line.
  var text: String {
    let filled = (infill ?? 1) < 1 ? " at \(tableText((infill ?? 1) * 100, decimals: 0)) % infill" : ""
    let size = bed.map { tableText($0, decimals: 0) }.joined(separator: " × ")
    var line = "Print: about \(tableText(mass, decimals: 0)) g of \(material)\(filled)"
    if bodies > 1 { line += ", \(bodies) bodies" }
    guard let pose else { return line + "; too large for a bed of \(size) mm in any pose\n" }
    line += "; \(pose.words), \(tableText(pose.height, decimals: 1)) mm high, "
    line += "overhang \(tableText(pose.overhangShare.map { $0 * 100 }, decimals: 1)) % of the surface, "
    line += pose.turn == 0 ? "fits \(size) mm" : "fits \(size) mm turned by \(tableText(pose.turn, decimals: 0)) deg"
    return line + (pose.pairFits ? ", a pair too\n" : ", one at a time\n")
  }
}

/// A pose on the bed: mm, cm², degrees.
struct PoseResult: Encodable {
  let pose: String
  let overhangShare: Double?
  let contactArea: Double?
  let height: Double?
  let fits: Bool
  let turn: Double
  let pairFits: Bool

  init(_ placement: PrintPlacement) {
    pose = placement.pose.rawValue
    overhangShare = placement.overhangShare.rounded(decimals: 4)
    contactArea = (placement.contactArea / 100).rounded(decimals: 2)
    height = placement.height.rounded(decimals: 2)
    fits = placement.fits
    turn = placement.turn
    pairFits = placement.pairFits
  }

  /// The pose as a phrase.
  var words: String { "printed " + pose.split(separator: "-").joined(separator: " ") }
}
