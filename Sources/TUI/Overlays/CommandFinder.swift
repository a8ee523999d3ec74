import Terminal
import Text

/// All commands of the screen one is on, to read (`?`), to narrow by typing, and to run (`:` and `?` alike).
struct CommandFinder: OverlayModel {
  enum Purpose: Hashable, Sendable { case help, palette }

  let purpose: Purpose
  private var field = TextField()
  private var chosen = 0

  init(_ purpose: Purpose) { self.purpose = purpose }

  private func matches(_ app: App) -> [Command] {
    let words = field.string.lowercased().split(separator: " ")
    return CommandTable.commands(on: app).filter { command in
      let text = "\(command.title) \(command.label) \(command.keyText)".lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  mutating func press(_ input: Typed, _ app: inout App) -> OverlayOutcome {
    let found = matches(app)
    switch input {
    case .key(.escape): return .closes()
    case .key(.enter):
      guard found.indices.contains(chosen) else { return .stays() }
      if case .no(let reason) = found[chosen].availability(app) {
        app.say("\(found[chosen].label): \(reason)", .refusal)
        return .stays()
      }
      return .closes(found[chosen].perform(&app))
    case .key(.up): chosen -= 1
    case .key(.down): chosen += 1
    case .key(.pageUp): chosen -= 10
    case .key(.pageDown): chosen += 10
    default:
      _ = field.press(input)
      chosen = 0
    }
    chosen = max(0, min(chosen, matches(app).count - 1))
    return .stays()
  }

  func hints(_ app: App) -> [Hint] {
    [Hint("Enter", "run it"), Hint("Up Down", "choose"), Hint("Esc", "back")]
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    let found = matches(app)
    let height = purpose == .help ? area.height : min(area.height, max(4, found.count + 2))
    let (panel, _) = area.split(top: height)
    screen.fill(panel)
    let title = purpose == .help ? "Keys and commands" : "Run a command"
    Rule.draw(on: &screen, in: panel.split(top: 1).top, left: title, right: "\(found.count)", isStrong: true)
    screen.put(":", at: Point(x: panel.x + 1, y: panel.y + 1), style: .bold)
    let field = field
    let list = Rect(x: panel.x, y: panel.y + 2, width: panel.width, height: panel.height - 2)
    let first = max(0, min(chosen - list.height + 1, found.count - list.height))
    for (offset, command) in found.dropFirst(first).prefix(list.height).enumerated() {
      let row = Rect(x: list.x, y: list.y + offset, width: list.width, height: 1)
      draw(command, on: &screen, in: row, app)
      if first + offset == chosen { screen.restyle(row) { $0.reverse = true } }
    }
    if found.isEmpty { screen.put("  no command is called that", at: list.origin, style: .dim) }
    field.draw(on: &screen, at: Point(x: panel.x + 3, y: panel.y + 1), width: panel.width - 4)
  }

  private func draw(_ command: Command, on screen: inout Screen, in row: Rect, _ app: App) {
    let keys = command.keyText.fitted(toWidth: 12, alignment: .right)
    var spans: [Span]
    switch command.availability(app) {
    case .yes: spans = [Span(keys, .bold), Span("  \(command.title)")]
    case .no(let reason): spans = [Span("\(keys)  \(command.title)", .dim), Span("  (\(reason))", .dim)]
    }
    if row.width < 24 { spans = [Span(command.title)] }
    screen.put(spans, at: row.origin, width: row.width)
  }
}
