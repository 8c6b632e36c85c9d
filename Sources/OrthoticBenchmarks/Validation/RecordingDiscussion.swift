/// What the recording's table shows, in words; written after reading it, and to be read again when it changes.
enum RecordingDiscussion {
  static let text = """
    What changes, and why we believe its direction:

    - **Flat foam** lowers every peak, most where the peak is narrow (the second and third heads), least under the heel, whose 18 mm
      of tissue are softer than 6 mm of EVA A35 anyway (E 1.4 MPa yields 1.4 mm under 330 kPa). That is less than the −24 % of
      Goske's softer foams, and in the right order: stiffer foam, less relief. The centre of pressure is each frame's own, so load
      cannot wander from heel to forefoot; what a region's peak loses goes into area around it.
    - **Moulded foam** adds what conforming does: the heel's relief grows fourfold, because the cup's flank takes load that flat foam
      leaves to the middle. The first and the fifth head hardly gain: their borders lie on the rise of the moulded edge.
    - **A rigid shell at 40 % of the unloaded arch** still relieves heel and midfoot by shape alone, but where its shape is wrong by a
      millimetre nothing gives: both borders of the forefoot rise above barefoot. Trimming a rigid shell behind the heads is the usual
      answer.
    - **A rigid shell copied 1:1 from the unloaded scan** shows the trouble it makes: the midfoot rises by three quarters, the arch
      carries more than the 150 kPa above which the program warns, heel and central heads lose their load to the arch, and the lateral
      border of the forefoot and the toes take what they leave.

    The recording is of another person than the scan, so only direction and order are claimed here, not size.
    """
}
