import OrthoticCore

/// What the arch support carries, as JSON: percent of the scanned height, kPa, N, cm².
struct ArchResult: Encodable, Equatable {
  let contact: Double?
  let peak: Double?
  let peakBand: BandResult?
  let force: Double?
  let area: Double?

  init(_ arch: ArchOutcome) {
    contact = (100 * arch.contact).rounded(decimals: 1)
    peak = arch.peak.rounded(decimals: 1)
    peakBand = arch.peakBand.map(BandResult.init)
    force = arch.force.rounded(decimals: 1)
    area = arch.area.rounded(decimals: 2)
  }

  /// The same in a line.
  var text: String {
    "Arch support: \(tableText(contact, decimals: 0)) % of the scanned height carries \(tableText(peak, decimals: 0)) kPa"
      + (peakBand.map { " (\(BandResult.text($0)))" } ?? "") + " at most and \(tableText(force, decimals: 0)) N\n"
  }
}
