import Terminal
import Text

/// A question with one line for the answer, at the foot of the screen, so that what it is about stays in sight.
///
/// Esc puts it away and keeps the text for the next time.
struct Prompt: OverlayModel {
  enum Reply: Hashable, Sendable {
    case text(String)
    /// A reason that is given later (rule 2).
    case owed
  }

  var title: String
  /// What one should know before answering.
  var explanation: [String]
  /// What an empty answer is told; nil lets it pass.
  var needs: String?
  var canOwe: Bool
  /// Answers to choose from with the arrow key.
  var suggestions: Suggestions
  /// What is wrong with an answer; nil when nothing is.
  var check: @Sendable (String) -> String?
  let purpose: Draft.Key
  /// What Enter does, in a word.
  let verb: String
  let send: @Sendable (Reply, Draft, inout App) -> [Effect]
  /// What stands there before anything is typed.
  private let initial: String
  private(set) var field: TextField
  private(set) var complaint: String?
  /// How the path that was typed goes on.
  private var path: (question: PathQuestion, answer: String)?

  init(
    _ title: String, explanation: [String] = [], needs: String?, canOwe: Bool = false, suggestions: Suggestions = [],
    initial: String = "", purpose: String, verb: String = "write", in app: App,
    check: @escaping @Sendable (String) -> String? = { _ in nil },
    send: @escaping @Sendable (Reply, Draft, inout App) -> [Effect]
  ) {
    self.title = title
    self.explanation = explanation
    self.needs = needs
    self.canOwe = canOwe
    self.suggestions = suggestions
    self.check = check
    self.purpose = app.draftKey(purpose)
    self.verb = verb
    self.send = send
    self.initial = initial
    field = TextField(app.drafts[self.purpose] ?? initial)
  }

  mutating func press(_ input: Typed, _ app: inout App) -> OverlayOutcome {
    complaint = nil
    switch input {
    case .key(.escape):
      close(&app)
      return .closes()
    case .key(.enter): return answer(&app)
    case .key(.tab) where canOwe && !field.isBlank:
      complaint = "a reason is typed: Enter writes it, ^U empties it"
      return .stays()
    case .key(.tab) where canOwe:
      return .closes(send(.owed, Draft(key: purpose, text: field.string), &app))
    case .key(.right) where field.isCursorAtEnd && !ghost.isEmpty, .key(.tab) where !ghost.isEmpty:
      field.insert(ghost)
      return .stays(complete(&app))
    case .key(.control("X")): return .stays([.terminal(.edit(field.string))])
    default:
      _ = field.press(input)
      return .stays(complete(&app))
    }
  }

  var editable: String? { field.string }

  mutating func edited(_ text: String) { field = TextField(text) }

  private mutating func answer(_ app: inout App) -> OverlayOutcome {
    if field.isBlank, let needs {
      complaint = needs
      return .stays()
    }
    if let wrong = check(field.string) {
      complaint = wrong
      return .stays()
    }
    app.drafts[purpose] = nil
    return .closes(send(.text(field.string), Draft(key: purpose, text: field.string), &app))
  }

  func close(_ app: inout App) {
    app.drafts[purpose] = field.isEmpty || field.string == initial ? nil : field.string
  }

  /// The rest of the only fitting suggestion.
  private var ghost: String {
    guard field.isCursorAtEnd else { return "" }
    return path?.question.typed == field.string ? path?.answer ?? "" : suggestions.rest(of: field.string)
  }

  mutating func receive(_ reply: TUI.Reply) {
    if let answer = reply.to(PathQuestion.self) { path = answer }
  }

  private func complete(_ app: inout App) -> [Effect] {
    suggestions == .files && !field.isEmpty ? [app.read(PathQuestion(typed: field.string))] : []
  }

  func hints(_ app: App) -> [Hint] {
    var hints = [Hint("Enter", needs == nil && field.isBlank ? "go on without" : verb)]
    if canOwe { hints.append(Hint("Tab", "owe the reason")) }
    if !ghost.isEmpty { hints.append(Hint("Right", "complete")) }
    return hints + [Hint("Esc", "later, text kept"), Hint("^X", "editor")]
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    var lines = explanation.flatMap { $0.wrapped(toWidth: area.width - 2) }
    if !suggestions.shown.isEmpty {
      lines += suggestions.shown.joined(separator: "  ").wrapped(toWidth: area.width - 2)
    }
    let room = max(0, area.height - 2)
    if lines.count > room { lines = Array(lines.prefix(max(0, room))) }
    let (_, panel) = area.split(bottom: lines.count + 2)
    screen.fill(panel)
    // Where both have no room, what is wrong is what matters.
    let hasRoom = title.displayWidth + (complaint?.displayWidth ?? 0) + 8 <= panel.width
    let left = complaint.map { hasRoom ? "\(title)  \($0)" : $0 } ?? title
    Rule.draw(on: &screen, in: panel.split(top: 1).top, left: left, isStrong: true)
    if complaint != nil {
      let shown = hasRoom ? title.displayWidth + 4 : 2
      screen.restyle(Rect(x: panel.x + shown, y: panel.y, width: max(0, panel.width - shown), height: 1)) {
        if $0.bold { $0.foreground = .red }
      }
    }
    for (offset, line) in lines.enumerated() {
      screen.put(line, at: Point(x: panel.x + 1, y: panel.y + 1 + offset), width: panel.width - 2)
    }
    let row = panel.maxY - 1
    screen.put(">", at: Point(x: panel.x + 1, y: row), style: .bold)
    field.draw(on: &screen, at: Point(x: panel.x + 3, y: row), width: panel.width - 4, ghost: ghost)
  }
}
