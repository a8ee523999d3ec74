import Domain
import Terminal

extension App {
  /// Whether the window is too small for anything but saying so.
  var isTooSmall: Bool { size.width < App.smallest.width || size.height < App.smallest.height }

  static let smallest = Size(width: 60, height: 16)

  /// A key goes to what lies on top first, then to the screen if it is typed into, then to the command table.
  mutating func press(_ key: Key) -> [Effect] {
    if key == .control("C") { return interrupt() }
    // The terminal's own affairs come before whatever has the keys.
    if let own = ["app.suspend", "app.redraw"].compactMap(command).first(where: { $0.chords.contains([key]) }) {
      return run(own)
    }
    if isTooSmall { return key == .character("q") ? quit() : [] }
    if messages.current?.kind != .information { messages.dismiss() }
    if !overlays.isEmpty { return pressOverlay(.key(key)) }
    if chord.isEmpty, let effects = changeTop({ $0.type(.key(key), &$1) }) ?? nil { return effects }
    return dispatch(key)
  }

  mutating func paste(_ text: String) -> [Effect] {
    if isTooSmall { return [] }
    if !overlays.isEmpty { return pressOverlay(.paste(text)) }
    if let effects = changeTop({ $0.type(.paste(text), &$1) }) ?? nil { return effects }
    say("pasted text goes where something is typed: c notes, for example")
    return []
  }

  mutating func pointAt(_ mouse: Mouse) -> [Effect] {
    if isTooSmall { return [] }
    if mouse.action == .press(.left), mouse.point.y == size.height - 1 { return pressFooter(at: mouse.point.x) }
    if overlays.isEmpty {
      if mouse.action == .press(.left), let name = TitleBar.screen(at: mouse.point, self) { return go(to: name) }
      return changeTop { $0.click(mouse, &$1) } ?? []
    }
    switch mouse.action {
    case .wheelUp: return pressOverlay(.key(.up))
    case .wheelDown: return pressOverlay(.key(.down))
    case .press(.left): return clickOverlay(at: mouse.point)
    default: return []
    }
  }

  /// A click on a key of the footer is that key.
  private mutating func pressFooter(at x: Int) -> [Effect] {
    let (hints, help) = footerHints
    let row = Rect(x: 0, y: size.height - 1, width: size.width, height: 1)
    guard let hint = Footer.hint(at: x, of: hints, in: row, help: help) else { return [] }
    let keys = hint.key.split(separator: " ").compactMap { Key(name: String($0)) }
    // Of several keys that an overlay names at once, the first; the keys of a chord one after the other.
    return overlays.isEmpty ? keys.flatMap { press($0) } : keys.first.map { press($0) } ?? []
  }

  /// ^C takes away a half typed input first, and then asks to leave.
  private mutating func interrupt() -> [Effect] {
    chord = []
    guard let overlay = overlays.popLast() else { return quit() }
    overlay.close(&self)
    return overlay.leavesMouseToTerminal ? [.terminal(.mouse(takesMouse))] : []
  }

  /// Leaves at once where nothing would be lost, else asks.
  mutating func quit() -> [Effect] {
    guard hasDrafts else { return leave() }
    if isTooSmall {
      // There is no room for a question: the words are there, and the second time is the answer.
      defer { hasWarned = true }
      return hasWarned ? leave() : []
    }
    show(
      Confirmation(question: "Leave prodpair?", details: ["What was typed and not sent is lost."], yes: "leave") {
        app in
        app.leave()
      })
    return []
  }

  /// Whether something was typed here and not sent.
  private var hasDrafts: Bool {
    drafts.values.contains { !$0.isEmpty } || stack.contains { $0.model.hasDraft }
      || overlays.contains { $0.editable?.isEmpty == false } || keptForms.values.contains(where: \.isChanged)
  }

  /// Goes once everything is written, so that a refusal is still seen; a second time goes at once.
  private mutating func leave() -> [Effect] {
    if writes.isEmpty || isLeaving { return [.quit] }
    isLeaving = true
    say("leaving as soon as everything is written")
    return []
  }
}
