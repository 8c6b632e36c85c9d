/// What a prescriber asks for: one value per modification, every one with a default that suits most feet.
///
/// Millimetres, degrees, kilopascals and kilograms. Flags, prescription files and help are made from
/// `PrescriptionVocabulary`, which names every field here once with its default, range and meaning.
public struct Prescription: Equatable, Sendable {
  /// How an offloading zone lowers the pressure over a high patch.
  public enum OffloadMode: String, Sendable, CaseIterable {
    /// Sinks the top surface under the patch, its rim blended.
    case pocket
    /// Leaves the patch as it is.
    case off
  }

  /// Base thickness under the foot's lowest places, mm.
  public var thickness = 3.0
  /// Thinnest wall allowed anywhere, mm, measured along the normal.
  public var minimumWall = 1.2
  /// Height of the heel cup's rim above the heel's lowest point, mm.
  public var heelCupDepth = 12.0
  /// Width added around the heel for the spread fat pad, mm in total; `nil` is 2 mm for an unloaded scan whose
  /// load state the user states, else none.
  public var heelExpansion: Double?
  /// Share of the scanned arch's height that the support fills; 1 copies the arch, `nil` follows the load state.
  public var archContact: Double?
  /// Pressure that the arch shall carry, kPa; the share of the arch's height then follows. `nil` doses by height.
  public var archPressure: Double?
  /// Plaster that a laboratory would add under the arch, mm: lowers the support.
  public var castFill = 0.0
  /// Height added to the arch support, mm; negative lowers it.
  public var archHeight = 0.0
  /// Place of the arch's highest point as a share of the foot's length; `nil` takes it from the scan.
  public var archApex: Double?
  /// Tilt of the heel plane, degrees, varus (medial side up) positive.
  public var rearfootPost = 0.0
  /// Height under the heel, tapering to none at the metatarsal line, mm.
  public var heelLift = 0.0
  /// Height of the metatarsal pad, mm; 0 is no pad.
  public var metatarsalPad = 0.0
  /// Distance of the pad's crest behind the metatarsal heads, mm.
  public var metatarsalPadSetback = 8.0
  /// Pressure above which a place is offloaded, kPa; `nil` is 200 kPa (IWGDF).
  public var offloadThreshold: Double?
  /// What an offloading zone does.
  public var offloadMode = OffloadMode.pocket
  /// Length beyond the longest toe, mm.
  public var toeAllowance = 10.0
  /// Width added to the trim line, mm in total; negative narrows.
  public var width = 0.0
  /// What the device is made of.
  public var material = MaterialTable.standard
  /// Body weight, kg; `nil` where not known.
  public var bodyWeight: Double?
  /// How the foot was loaded while it was scanned; `nil` finds it in the sole's shape.
  public var scanLoad: ScanLoad?
  /// Radius of the rounded upper edge, mm.
  public var edgeRadius = 1.0

  /// Pressure above which a place is offloaded unless told otherwise, kPa: the in-shoe goal of the IWGDF.
  public static let defaultOffloadThreshold = 200.0

  /// Creates a prescription of defaults.
  public init() {}
}
