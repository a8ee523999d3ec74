import Terminal

/// Something that lies over the screen and takes the keys until it is closed.
protocol OverlayModel: Sendable {
  /// It is off the stack while this runs, so that what it starts can open the next one.
  mutating func press(_ input: Typed, _ app: inout App) -> OverlayOutcome
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
    guard var overlay = overlays.popLast() else { return [] }
    let depth = overlays.count
    switch overlay.press(input, &self) {
    case .closes(let effects): return effects
    case .stays(let effects):
      overlays.insert(overlay, at: min(depth, overlays.count))
      return effects
    }
  }
}
