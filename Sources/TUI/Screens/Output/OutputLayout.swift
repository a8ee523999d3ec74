import Terminal
import Text

/// Where the parts of the output's screen are: what it is above, what came of it below, and between them the output.
struct OutputLayout {
  /// What it is, and how it goes.
  let header: Rect
  /// The line above the output.
  let rule: Rect
  let pane: Rect
  /// What came of it, and what to do now; no rows while it runs.
  let outcome: Rect
  let headerLines: [[Span]]
  let outcomeLines: [[Span]]

  init(_ screen: OutputScreen, _ app: App) {
    let content = Rect(x: 0, y: 0, width: app.size.width, height: max(0, app.size.height - 1))
    headerLines = OutputHeader(screen: screen, app: app, width: content.width - 2).lines
    let lines = OutputOutcome(screen: screen, app: app, width: content.width - 2).lines
    // The output has room whatever is told of it.
    outcomeLines = Array(lines.prefix(max(1, content.height / 3)))
    var rest = content
    (header, rest) = rest.split(top: headerLines.count)
    (rule, rest) = rest.split(top: 1)
    if !outcomeLines.isEmpty { rest = rest.split(bottom: Self.messageRows(app)).rest }
    (rest, outcome) = rest.split(bottom: outcomeLines.isEmpty ? 0 : outcomeLines.count + 1)
    pane = rest
  }

  /// The rows that a message lies over: what came of it, and what to do now, stands above them.
  private static func messageRows(_ app: App) -> Int {
    guard let message = app.messages.current, app.overlays.isEmpty else { return 0 }
    return message.text.wrapped(toWidth: app.size.width - 4).prefix(3).count
  }
}
