import Domain
import Store
import Terminal

struct DutyBoardQuestion: Question {
  func answer(from backend: any Backend) throws -> DutyBoard {
    try backend.onStore { store, _, now in try store.read { try $0.dutyBoard(at: now) } }
  }
}

/// A team's line on the board.
struct DutyBoardRow: Identifiable, Sendable {
  var line: DutyBoard.Line
  var id: TeamName { line.team }

  init(_ line: DutyBoard.Line) { self.line = line }

  var searchText: String { "\(line.team) \(Self.pair(line.now)) \(Self.pair(line.next)) \(problems)" }

  private static func pair(_ duty: TeamDuty?) -> String { PairWords.text(duty?.people ?? []) }

  /// Who is on now; a team without a rotation has no pair to miss.
  private var now: String {
    if line.now == nil, line.problems.isEmpty { return "-" }
    return Self.pair(line.now) + (line.isOutOfHours ? ", off hours" : "")
  }

  private var nowStyle: Style {
    if line.isOutOfHours || line.now == nil && line.problems.isEmpty { return .dim }
    return line.now.map { $0.people.count < 2 } ?? true ? Style(foreground: .red) : Style(bold: true)
  }

  /// The whole line, what is wrong first.
  func told(_ app: App) -> String {
    let until = line.now.map { " until \(ClockText.day($0.window.end, app))" } ?? ""
    let follows = line.next?.window.start == line.now?.window.end
    let next = line.next.map { duty in
      "\(follows ? "then" : "from \(ClockText.day(duty.window.start, app))") \(Self.pair(duty))"
    }
    let told = [problems, now == "-" ? "nobody is planned" : now + until, next ?? ""].filter { !$0.isEmpty }
    return "\(line.team): " + told.joined(separator: "; ")
  }

  var problems: String { line.problems.map(\.description).joined(separator: "; ") }

  private var isWrong: Bool { !line.problems.isEmpty }

  static let columns: [Column<DutyBoardRow>] = [
    .by("  team", { $0.line.team }) { row, _, glyphs in
      Span("\(row.isWrong ? glyphs.warning : " ") \(row.line.team)", row.isWrong ? Style(foreground: .yellow) : .plain)
    },
    .by("now", { $0.now }) { row, _, _ in Span(row.now, row.nowStyle) },
    .by("until", { $0.line.now?.window.end ?? Instant(milliseconds: 0) }) { row, app, _ in
      Span(row.line.now.map { ClockText.day($0.window.end, app) } ?? "", .dim)
    },
    .by("next", { pair($0.line.next) }) { row, _, _ in Span(row.line.next == nil ? "" : pair(row.line.next)) },
    .by("from", expendable: 0, { $0.line.next?.window.start ?? Instant(milliseconds: 0) }) { row, app, _ in
      guard let next = row.line.next else { return Span("") }
      // What follows without a break begins where the other ends.
      return Span(next.window.start == row.line.now?.window.end ? "then" : ClockText.day(next.window.start, app), .dim)
    },
    .by("what is wrong", isFlexible: true, { $0.problems.isEmpty ? 1 : 0 }) { row, _, _ in
      Span(row.problems, Style(foreground: .yellow))
    },
  ]
}
