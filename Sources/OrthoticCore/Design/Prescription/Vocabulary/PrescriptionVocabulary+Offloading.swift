extension PrescriptionVocabulary {
  /// Zones computed from the pressure map.
  static let offloading: [PrescriptionElement] = [
    // `--offload` turns the zones on, and `--offload-mode`, applied after it, has the last word.
    PrescriptionElement(
      flag: "offload", group: .offloading,
      kind: .quantity(.pressure, 20...1500, words: [ValueKind.Word("auto", nil), ValueKind.Word("off", 0)]),
      summary: "Pressure above which a place is relieved",
      detail:
        """
        Zones cover the patches of the pressure map above it; 200kPa is the goal of the diabetic-foot guidelines (IWGDF). \
        auto is 200kPa, off is \(.offloadMode) off.
        """,
      take: { value, prescription in
        guard case .number(let threshold) = value else { return }
        if threshold == 0 {
          prescription.offloadMode = .off
          return
        }
        if prescription.offloadMode == .off { prescription.offloadMode = .pocket }
        prescription.offloadThreshold = threshold
      },
      write: { $0.offloadThreshold.map(Dimension.pressure.text) ?? "auto" }),
    PrescriptionElement(
      "offload-mode", \.offloadMode, group: .offloading,
      "What an offloading zone does",
      """
      pocket sinks the top surface under the patch, with a blended rim, never below \(.minimumWall); soft makes the patch of a \
      softer material; aperture cuts it out; off does nothing.
      """),
  ]
}
