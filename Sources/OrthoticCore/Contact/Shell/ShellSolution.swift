/// A foot on a shell that bends: the contact, and how far each node of the shell sags.
package struct ShellSolution: Sendable {
  /// Pressure, settling, tilts and balance.
  package var contact: ContactSolution
  /// Sag of the shell, mm; 0 where there is none.
  package var sag: [Double]
}
