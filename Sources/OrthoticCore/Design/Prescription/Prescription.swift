/// What a prescriber asks for: one value per modification, every one with a default that suits most feet.
///
/// Millimetres, degrees, kilopascals and kilograms. Flags, prescription files and help are made from
/// `PrescriptionVocabulary`, which names every field here once with its default, range and meaning.
public struct Prescription: Equatable, Sendable {
  /// How an offloading zone lowers the pressure over a high patch.
  public enum OffloadMode: String, Sendable, CaseIterable {
    /// Sinks the top surface under the patch, its rim blended.
    case pocket
    /// Makes the patch of a softer material, a body of its own in 3MF.
    case soft
    /// Cuts the patch out, right through the device.
    case aperture
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
  /// Pressure that the arch shall carry, kPa, from which the share of its height follows; `nil` doses by height.
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
  /// Distance of the pad's front edge behind the metatarsal heads, mm; negative is ahead of them.
  public var metatarsalPadFront = 2.5
  /// Distance of the pad's crest behind the metatarsal heads, mm, where that places it.
  public var metatarsalPadSetback = 15.0
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
  /// Whether the upper edge is rounded or feathered into the shoe.
  public var edge = EdgeStyle.rounded

  // MARK: Shell

  /// How far forward the device reaches.
  public var length = DeviceLength.full
  /// Size of the shoe that the device goes into; `nil` makes it the foot's length and the toe allowance.
  public var shoeSize: ShoeSize?
  /// Height inside the shoe at its heel, mm; `nil` where not known.
  public var shoeDepth: Double?
  /// Thickness of a cover that will be glued on top, mm.
  public var cover = 0.0
  /// How the device is made.
  public var process = PrintProcess.fdm
  /// Parts of another hardness.
  public var stiffnessZones = StiffnessZones()

  // MARK: Heel

  /// Whether the rearfoot post tilts the shell with its rim, or the seat within a level rim.
  public var postStyle = PostStyle.extrinsic
  /// Blake inversion of the cast, degrees.
  public var inversion = 0.0
  /// Depth of the medial heel skive at its line, mm.
  public var medialSkive = 0.0
  /// Depth of the lateral heel skive at its line, mm.
  public var lateralSkive = 0.0
  /// Tilt of a skive's plane, degrees.
  public var skivePlane = 15.0
  /// Opening under the heel.
  public var heelAperture = HeelAperture.off
  /// Diameter of the opening under the heel, mm.
  public var heelApertureSize = 20.0

  // MARK: Arch

  /// Where the arch raise begins, share of the foot's length; `nil` is the heel's end.
  public var archStart: Double?
  /// Where the arch raise ends, share of the foot's length; `nil` is the first metatarsal head.
  public var archEnd: Double?
  /// Height of the lateral arch support at its crest, mm; `nil` keeps the scan's.
  public var lateralArch: Double?
  /// Depth of the groove under the plantar fascia, mm.
  public var fascialGroove = 0.0
  /// Height of a wall beside the medial arch, mm above the rim.
  public var medialFlange = 0.0
  /// Height of a wall beside the lateral border, mm above the rim.
  public var lateralFlange = 0.0

  // MARK: Forefoot

  /// Tilt of the forefoot, degrees, varus (medial side up) positive.
  public var forefootPost = 0.0
  /// Whether the metatarsal pad is placed by its front edge, by its crest, by a share of the foot's length, or by the map.
  public var metatarsalPadPlace = PadPlace.front
  /// Outline of the metatarsal pad.
  public var metatarsalPadShape = PadShape.oval
  /// Size of the metatarsal pad as sold.
  public var metatarsalPadSize = PadSize.medium
  /// Length of the metatarsal pad along the foot, mm; `nil` follows the size.
  public var metatarsalPadLength: Double?
  /// Width of the metatarsal pad across the foot, mm; `nil` follows the size.
  public var metatarsalPadWidth: Double?
  /// Height of the metatarsal bar, mm; 0 is no bar.
  public var metatarsalBar = 0.0
  /// Length of the metatarsal bar along the foot, mm.
  public var metatarsalBarLength = 20.0
  /// Distance of the bar's front edge behind the metatarsal heads, mm; `nil` follows the pressure map.
  public var metatarsalBarSetback: Double? = 8
  /// The rays between which a neuroma pad lies.
  public var neuromaPad = NeuromaPlace.off
  /// Height of the neuroma pad, mm.
  public var neuromaPadHeight = 3.0
  /// Thickness of Morton's extension, under the first ray to the hallux, mm.
  public var mortonsExtension = 0.0
  /// Thickness of the reverse Morton's extension, under the second to fifth head, mm.
  public var reverseMortonsExtension = 0.0
  /// Height of the wedge under the hallux (Cluffy), mm.
  public var cluffyWedge = 0.0
  /// Depth of the recess under the first metatarsal head (kinetic wedge), mm.
  public var kineticWedge = 0.0
  /// What is taken away under the first ray.
  public var firstRay = FirstRay.off
  /// Height of the ridge under the toes, mm.
  public var toeCrest = 0.0
  /// Height of the block in place of toes, mm.
  public var toeFiller = 0.0
  /// Hollows at landmarks.
  public var sinks = Sinks()
  /// Where the map is highest under metatarsal heads, mm: found from it, never asked for.
  var measuredHeads: [Sinks.Place: Vector2] = [:]

  // MARK: Person

  /// How much longer one leg is, and which is the short one; `nil` where not known.
  public var legDifference: LegDifference?
  /// Body height, cm; `nil` where not known.
  public var bodyHeight: Double?
  /// How much the person is on their feet.
  public var activity: Activity?
  /// Heel height of the shoe, mm; `nil` where not known.
  public var shoeHeel: Double?
  /// What the device and the foot beside it stand on.
  public var shoeFloor = ShoeFloor.rigid
  /// What the person reports.
  public var symptoms = Symptoms()
  /// Sites at which the 10 g monofilament was not felt.
  public var monofilament = MonofilamentSites()

  /// Pressure above which a place is offloaded unless told otherwise, kPa: the in-shoe goal of the IWGDF.
  public static let defaultOffloadThreshold = 200.0

  /// Creates a prescription of defaults.
  public init() {}
}
