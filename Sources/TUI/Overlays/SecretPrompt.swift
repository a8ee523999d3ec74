import Domain
import Terminal
import Text

/// Asks for something that nobody may see: what is typed is not shown, not kept as a draft, and gone with the prompt.
struct SecretPrompt: OverlayModel {
  let title: String
  let explanation: [String]
  /// Called with what was typed.
  let send: @Sendable (String, inout App) -> [Effect]
  private var field = TextField()
  private var complaint: String?

  init(
    _ title: String, explanation: [String] = [], send: @escaping @Sendable (String, inout App) -> [Effect]
  ) {
    self.title = title
    self.explanation = explanation
    self.send = send
  }

  mutating func press(_ input: Typed, _ app: inout App) -> OverlayOutcome {
    complaint = nil
    switch input {
    case .key(.escape):
      app.say("nothing was run")
      return .closes()
    case .key(.enter):
      guard !field.isEmpty else {
        complaint = "an empty secret is none"
        return .stays()
      }
      return .closes(send(field.string, &app))
    default:
      _ = field.press(input)
      return .stays()
    }
  }

  func hints(_ app: App) -> [Hint] { [Hint("Enter", "go on"), Hint("Esc", "run nothing"), Hint("^U", "empty it")] }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    let lines = explanation.flatMap { $0.wrapped(toWidth: area.width - 2) }.prefix(max(0, area.height - 2))
    let (_, panel) = area.split(bottom: lines.count + 2)
    screen.fill(panel)
    Rule.draw(
      on: &screen, in: panel.split(top: 1).top, left: complaint.map { "\(title)  \($0)" } ?? title, isStrong: true)
    for (offset, line) in lines.enumerated() {
      screen.put(line, at: Point(x: panel.x + 1, y: panel.y + 1 + offset), width: panel.width - 2)
    }
    let row = panel.maxY - 1
    screen.put(">", at: Point(x: panel.x + 1, y: row), style: .bold)
    // How long it is would tell something of it too; that something was typed does not.
    let words = field.isEmpty ? "" : "typed, and not shown"
    screen.put(words, at: Point(x: panel.x + 3, y: row), style: .dim, width: panel.width - 4)
    screen.cursor = Point(x: min(panel.maxX - 1, panel.x + 3 + words.displayWidth), y: row)
  }
}
