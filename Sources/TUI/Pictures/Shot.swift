import Terminal

/// A scene in the size, the glyphs and the theme that a picture of it is made with.
struct Shot: Sendable {
  var name: String
  var title: String
  var scene: Scene
  var size: Size
  var glyphs = Glyphs.unicode
  var theme = Theme.standard

  /// Each scene once, and the scene that people work in for hours as other windows and other eyes see it.
  static let all: [Shot] =
    Scene.all.map { Shot($0) } + [
      Shot(.run, "80x24", "in the usual window", size: Snapshot.usual),
      Shot(.run, "60x16", "in the smallest window", size: App.smallest),
      Shot(.run, "ascii", "where the locale is not UTF-8", glyphs: .ascii),
      Shot(.run, "high-contrast", "in high contrast", theme: .highContrast),
      Shot(.run, "mono", "without colours", theme: .mono),
    ]

  /// The scene as it is meant to be seen.
  init(_ scene: Scene) {
    self.scene = scene
    name = scene.name
    title = scene.title
    size = scene.size
  }

  private init(
    _ scene: Scene, _ look: String, _ words: String, size: Size? = nil, glyphs: Glyphs = .unicode,
    theme: Theme = .standard
  ) {
    self.init(scene)
    name += "-" + look
    title += ", " + words
    self.size = size ?? scene.size
    self.glyphs = glyphs
    self.theme = theme
  }
}
