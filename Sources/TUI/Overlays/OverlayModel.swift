import Terminal

/// Something that lies over the screen and takes the keys until it is closed.
protocol OverlayModel: Sendable {
  /// It is off the stack while this runs, so that what it starts can open the next one.
  mutating func press(_ input: Typed, _ app: inout App) -> OverlayOutcome
  /// A click on it; `area` is where it was drawn.
  mutating func click(_ point: Point, in area: Rect, _ app: inout App) -> OverlayOutcome
  /// It is taken away without an answer; what was typed is kept.
  func close(_ app: inout App)
  /// The keys that work on it, for the footer.
  func hints(_ app: App) -> [Hint]
  func draw(on screen: inout Screen, in area: Rect, _ app: App)
  /// The text that the editor would get; nil where nothing is typed.
  var editable: String? { get }
  /// An answer to what it has asked.
  mutating func receive(_ reply: Reply)
  /// What came back from the editor, where this one has asked for it.
  mutating func edited(_ text: String)
  /// While it shows, the terminal's own selection works.
  var leavesMouseToTerminal: Bool { get }
}

extension OverlayModel {
  mutating func click(_ point: Point, in area: Rect, _ app: inout App) -> OverlayOutcome { .stays() }
  func close(_ app: inout App) {}
  var editable: String? { nil }
  mutating func receive(_ reply: Reply) {}
  mutating func edited(_ text: String) {}
  var leavesMouseToTerminal: Bool { false }
}

enum OverlayOutcome: Sendable {
  case stays([Effect] = [])
  case closes([Effect] = [])
}

extension App {
  mutating func show(_ overlay: some OverlayModel) {
    messages.dismiss()
    overlays.append(overlay)
  }

  mutating func pressOverlay(_ input: Typed) -> [Effect] {
    withOverlay { $0.press(input, &$1) }
  }

  mutating func clickOverlay(at point: Point) -> [Effect] {
    let area = Rect(x: 0, y: 0, width: size.width, height: size.height - 1)
    return withOverlay { $0.click(point, in: area, &$1) }
  }

  private mutating func withOverlay(
    _ body: (inout any OverlayModel, inout App) -> OverlayOutcome
  ) -> [Effect] {
    guard var overlay = overlays.popLast() else { return [] }
    let depth = overlays.count
    switch body(&overlay, &self) {
    case .closes(let effects): return effects
    case .stays(let effects):
      overlays.insert(overlay, at: min(depth, overlays.count))
      return effects
    }
  }
}
