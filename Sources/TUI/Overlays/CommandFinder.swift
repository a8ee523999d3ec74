import Terminal
import Text

/// All commands of the screen one is on, to read (`?`), to narrow by typing, and to run (`:` and `?` alike).
struct CommandFinder: OverlayModel {
  enum Purpose: Hashable, Sendable { case help, palette }

  let purpose: Purpose
  private var field = TextField()
  private var chosen = 0

  init(_ purpose: Purpose) { self.purpose = purpose }

  /// A command that fits what was typed, and the letters of its title that do.
  private struct Match {
    var command: Command
    var positions: [Int]
    var score: Int
  }

  /// Words that stand in title, label or key come first, in the order of the table; then what fits by its letters.
  private func matches(_ app: App) -> [Match] {
    let words = WordMatch(field.string)
    var plain: [Match] = []
    var fuzzy: [Match] = []
    for command in app.commands {
      let match = FuzzyMatch(field.string, in: command.title)
      if words.matches("\(command.title) \(command.label) \(command.keyText)") {
        plain.append(Match(command: command, positions: match?.positions ?? [], score: 0))
      } else if let match {
        fuzzy.append(Match(command: command, positions: match.positions, score: match.score))
      }
    }
    // What can't be used now stands below what can, but never below what was not meant: Enter runs the first.
    func usableFirst(_ matches: [Match]) -> [Match] {
      matches.filter { $0.command.availability(app).isYes } + matches.filter { !$0.command.availability(app).isYes }
    }
    return usableFirst(plain) + usableFirst(fuzzy.sorted { $0.score > $1.score })
  }

  mutating func press(_ input: Typed, _ app: inout App) -> OverlayOutcome {
    let found = matches(app)
    switch input {
    case .key(.escape): return .closes()
    case .key(.enter):
      guard found.indices.contains(chosen) else { return .stays() }
      let command = found[chosen].command
      if case .no(let reason) = command.availability(app) {
        app.say("\(command.label): \(reason)", .refusal)
        return .stays()
      }
      return .closes(command.perform(&app))
    case .key(.up), .key(.control("P")): chosen -= 1
    case .key(.down), .key(.control("N")): chosen += 1
    case .key(.pageUp): chosen -= 10
    case .key(.pageDown): chosen += 10
    default:
      _ = field.press(input)
      chosen = 0
    }
    chosen = max(0, min(chosen, matches(app).count - 1))
    return .stays()
  }

  /// A first click chooses, a second one runs.
  mutating func click(_ point: Point, in area: Rect, _ app: inout App) -> OverlayOutcome {
    let found = matches(app)
    let list = list(in: panel(in: area, found.count))
    let index = first(of: found.count, in: list) + point.y - list.y
    guard point.y >= list.y, point.y < list.maxY, found.indices.contains(index) else { return .stays() }
    if index == chosen { return press(.key(.enter), &app) }
    chosen = index
    return .stays()
  }

  private func panel(in area: Rect, _ count: Int) -> Rect {
    area.split(top: purpose == .help ? area.height : min(area.height, max(4, min(count, 12) + 2))).top
  }

  private func list(in panel: Rect) -> Rect {
    Rect(x: panel.x, y: panel.y + 2, width: panel.width, height: panel.height - 2)
  }

  private func first(of count: Int, in list: Rect) -> Int {
    max(0, min(chosen - list.height + 1, count - list.height))
  }

  func hints(_ app: App) -> [Hint] {
    [Hint("Enter", "run it"), Hint("Up Down", "choose"), Hint("Esc", "back")]
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    let found = matches(app)
    let panel = panel(in: area, found.count)
    let below = area.split(top: panel.height).rest
    screen.fill(panel)
    if below.height > 0 { screen.line(from: below.origin, columns: below.width, style: .dim) }
    let title = purpose == .help ? "Keys and commands" : "Run a command"
    let place = found.isEmpty ? "none" : "\(chosen + 1) of \(found.count)"
    Rule.draw(on: &screen, in: panel.split(top: 1).top, left: title, right: place, isStrong: true)
    screen.put(":", at: Point(x: panel.x + 1, y: panel.y + 1), style: .bold)
    let list = list(in: panel)
    let first = first(of: found.count, in: list)
    for (offset, match) in found.dropFirst(first).prefix(list.height).enumerated() {
      let row = Rect(x: list.x, y: list.y + offset, width: list.width, height: 1)
      draw(match, on: &screen, in: row, app)
      if first + offset == chosen { screen.select(row) }
    }
    if found.isEmpty { screen.put("  no command is called that", at: list.origin, style: .dim) }
    screen.scrollBar(
      at: Point(x: list.maxX - 1, y: list.y), rows: list.height, first: first, total: found.count, style: .dim)
    field.draw(on: &screen, at: Point(x: panel.x + 3, y: panel.y + 1), width: panel.width - 4)
  }

  /// The title gives way to the reason why it can't be used: that decides.
  private func draw(_ match: Match, on screen: inout Screen, in row: Rect, _ app: App) {
    let keys = match.command.keyText.fitted(toWidth: 9, alignment: .right)
    let room = row.width - 13
    guard case .no(let reason) = match.command.availability(app) else {
      screen.put([Span(keys, .bold), Span("  ")] + titled(match), at: row.origin, width: row.width - 2)
      return
    }
    let why = "  (\(reason))".truncated(toWidth: max(12, room * 3 / 5), ellipsis: screen.glyphs.ellipsis)
    let title = match.command.title.truncated(
      toWidth: max(8, room - why.displayWidth), ellipsis: screen.glyphs.ellipsis)
    screen.put("\(keys)  \(title)\(why)", at: row.origin, style: .dim, width: row.width - 2)
  }

  /// The title, with the letters that were typed underlined.
  private func titled(_ match: Match) -> [Span] {
    let meant = Set(field.isBlank ? [] : match.positions)
    return match.command.title.enumerated().reduce(into: [Span]()) { spans, next in
      spans.append(String(next.element), meant.contains(next.offset) ? Style(bold: true, underline: true) : .plain)
    }
  }
}
