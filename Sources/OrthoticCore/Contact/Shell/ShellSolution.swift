/// A foot on a shell that bends: the contact, and how far each node of the shell sags.
public struct ShellSolution: Sendable {
  /// Pressure, settling, tilts and balance.
  public var contact: ContactSolution
  /// Sag of the shell, mm; 0 where there is none.
  public var sag: [Double]
}
