import OrthoticCore

/// A shaded view of an insole with its size: for letters, READMEs and records.
public struct InsolePicture: Sendable {
  /// The device, mm, as it is printed.
  public var mesh: Mesh
  /// Line below the picture.
  public var caption: String
  /// Width of the picture, pixels; the height follows.
  public var width: Int

  /// Creates the picture of a mesh.
  public init(_ mesh: Mesh, caption: String = "", width: Int = 900) {
    self.mesh = mesh
    self.caption = caption
    self.width = width
  }

  /// Creates the picture of a design's device.
  public init(_ design: DesignResult, width: Int = 900) {
    let length = Int(design.deviceLength.rounded())
    let volume = Int((design.solid.signedVolume / 1000).rounded())
    self.init(design.solid, caption: "\(design.foot.side.rawValue) insole, \(length) mm, \(volume) cm³", width: width)
  }

  private var view: Picture {
    MeshPicture(mesh, azimuth: 50, elevation: 38, width: width, color: Color(0xA9C9E6)).drawn()
  }

  /// Draws it.
  public func drawn() -> Picture {
    let view = view
    let text = max(9, Double(width) / 50)
    var picture = Picture(width: view.width, height: view.height + Int(2 * text))
    picture.paste(view, atX: 0, y: 0)
    picture.drawText(
      String(caption.map { $0 == "³" ? "3" : $0 }), at: Vector2(Double(width) / 2, Double(view.height) + text),
      size: text,
      alignment: .center)
    return picture
  }

  /// The same as an SVG: the view as pixels, the words as text.
  public var svg: String {
    let view = view
    let text = max(9, Double(width) / 50)
    var drawing = SVGDrawing(
      width: Double(view.width), height: Double(view.height) + 2 * text, title: "shaded view of the " + caption)
    drawing.picture(view, at: .zero, width: Double(view.width), height: Double(view.height))
    drawing.text(
      caption, at: Vector2(Double(width) / 2, Double(view.height) + text), size: text, anchor: "middle")
    return drawing.text
  }
}
