/// stappone insoles: twelve raw counts a sample, which no file calibrates; refused with what is missing.
enum StapponeFormat: PressureFormat {
  static func recognises(_ opening: PressureFileOpening) -> Bool {
    opening.lines.first?.starts(with: "sole_id,timestamp") == true
  }

  static func read(_ file: InputFile, options: PressureOptions) throws(InputError) -> [PressureRecording] {
    throw file.error(
      .unsupported("holds raw counts of 12 sensors (stappone), no pressures"),
      expected: "pressures with the place of every sensor",
      remedy: "export calibrated pressures, or use a recording of a plate or insole that measures kPa")
  }
}
