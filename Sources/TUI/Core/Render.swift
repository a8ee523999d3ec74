import Terminal
import Text

/// The picture of a state. Pure: the same state gives the same picture.
public func render(_ app: App) -> Screen {
  var screen = Screen(size: app.size, glyphs: app.glyphs)
  if app.isTooSmall {
    drawTooSmall(on: &screen, hasWarned: app.hasWarned)
    return screen
  }
  let (content, footer) = screen.bounds.split(bottom: 1)
  app.top?.draw(on: &screen, in: content, app)
  for overlay in app.overlays {
    screen.cursor = nil
    overlay.draw(on: &screen, in: overlay.leavesMouseToTerminal ? screen.bounds : content, app)
  }
  drawFooter(of: app, on: &screen, in: footer)
  if !(app.overlays.last?.leavesMouseToTerminal ?? false) { drawProgress(of: app, on: &screen, in: footer) }
  drawMessage(of: app, on: &screen, above: footer)
  return screen
}

private func drawTooSmall(on screen: inout Screen, hasWarned: Bool) {
  let lines = [
    "The window is too small.", "It is \(screen.size.width)x\(screen.size.height),",
    "and needs \(App.smallest.width)x\(App.smallest.height).",
    hasWarned ? "q again loses what you typed." : "Enlarge it, or q quits.",
  ]
  let block = screen.bounds.centered(Size(width: 30, height: lines.count))
  for (offset, line) in lines.prefix(screen.size.height).enumerated() {
    screen.put(line, at: Point(x: block.x, y: block.y + offset), width: screen.size.width - block.x)
  }
}

private func drawFooter(of app: App, on screen: inout Screen, in row: Rect) {
  guard !(app.overlays.last?.leavesMouseToTerminal ?? false) else { return }
  let (hints, help) = app.footerHints
  guard !app.chord.isEmpty, app.overlays.isEmpty else { return Footer.draw(hints, on: &screen, in: row, help: help) }
  // How a chord may go on is told whole: whoever has begun one looks for the rest.
  let lines = Footer.lines(of: hints, in: row, help: help)
  for (offset, hints) in lines.enumerated() {
    let isLast = offset == lines.count - 1
    let place = Rect(x: row.x, y: row.y - (lines.count - 1 - offset), width: row.width, height: 1)
    Footer.draw(hints, on: &screen, in: place, help: isLast ? help : nil)
  }
}

extension App {
  /// What the footer shows: the keys of what lies on top, of a chord that has begun, or of the screen; and the way to help.
  var footerHints: (hints: [Hint], help: Hint?) {
    if let overlay = overlays.last { return (overlay.hints(self), nil) }
    if !chord.isEmpty {
      return (table.continuations(of: chord, on: top.map { type(of: $0).name }), Hint("Esc", "back"))
    }
    let help = table.help
    let key = top?.takesLetters == true ? help?.keyTextBesideLetters : help?.keyText
    return (footer, key.map { Hint($0, "more") })
  }
}

/// What takes its time stands over the right end of the footer, where nothing is typed.
private func drawProgress(of app: App, on screen: inout Screen, in row: Rect) {
  guard let progress = app.progress else { return }
  let text = " \(progress) "
  let width = text.displayWidth
  screen.put(text, at: Point(x: row.maxX - width, y: row.y), style: Style(foreground: .cyan, reverse: true))
}

/// The message lies over the last rows of the content, so that nothing moves when it comes and goes.
private func drawMessage(of app: App, on screen: inout Screen, above footer: Rect) {
  guard let message = app.messages.current, !(app.overlays.last?.leavesMouseToTerminal ?? false) else { return }
  let sign = message.kind == .information ? screen.glyphs.bullet : screen.glyphs.warning
  let lines = message.text.wrapped(toWidth: footer.width - 4).prefix(3)
  // What is being typed at the foot is not covered.
  let top = app.overlays.isEmpty ? footer.y - lines.count : 0
  let color: Color? =
    switch message.kind {
    case .information: nil
    case .refusal: .yellow
    case .failure: .red
    }
  for (offset, line) in lines.enumerated() {
    let row = Rect(x: 0, y: top + offset, width: footer.width, height: 1)
    screen.fill(row)
    let mark = Span(" \(offset == 0 ? sign : " ") ", Style(foreground: color, bold: true))
    screen.put([mark, Span(line, Style(foreground: color))], at: row.origin)
  }
}
