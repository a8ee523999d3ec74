import Terminal

/// A scene in one size as text: what one reads, and in which styles, with colours and without.
public struct Snapshot: Hashable, Sendable {
  /// What its file is called, without `.txt`.
  public let name: String
  public let text: String

  /// The smallest window, the usual one, and one that shows two things side by side.
  static let sizes = [App.smallest, usual, Size(width: 120, height: 34)]
  static let usual = Size(width: 80, height: 24)

  /// - Parameter ascii: the same screen drawn with ASCII glyphs, where that is to be kept too.
  init(of scene: Scene, _ screen: Screen, inASCII ascii: Screen?) {
    name = Self.name(of: scene, screen.size)
    var parts = [("as text", screen.text), ("in colour", screen.annotated)]
    parts.append(("without colours", screen.resolved(for: .mono).annotated))
    if let ascii { parts.append(("in ASCII", ascii.text)) }
    let head = "\(scene.title), \(screen.size.width)x\(screen.size.height)\n"
    text = head + parts.map { "\n==== \($0) ====\n\($1)\n" }.joined()
  }

  static func name(of scene: Scene, _ size: Size) -> String { "\(scene.name)-\(size.width)x\(size.height)" }
}

extension Screen {
  /// The screen with the styles that a theme puts in the place of those that were drawn.
  fileprivate func resolved(for theme: Theme) -> Screen {
    var screen = self
    screen.restyle(bounds) { $0 = theme.resolve($0) }
    return screen
  }
}
