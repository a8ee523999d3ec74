import Domain
import Exchange
import Terminal

/// Somebody to call for a component, at their place in its order.
struct CallRow: Identifiable, Sendable {
  struct ID: Hashable, Sendable {
    var component: ComponentName
    var who: Handle
  }

  var order: CallOrder
  var line: CallOrder.Line
  /// From 1.
  var place: Int
  var clock: LocalClock

  var id: ID { ID(component: order.component.name, who: line.who) }
}

/// Whom to call for each of a team's components, the first to call first.
enum CallList {
  static func list() -> RowList<CallRow> {
    RowList(columns) {
      "\($0.order.component.name) \($0.line.who) \($0.line.developer.name) \($0.order.component.note)"
    }
  }

  static func rows(_ orders: [CallOrder], _ clock: LocalClock) -> [CallRow] {
    orders.flatMap { order in
      order.lines.enumerated().map { CallRow(order: order, line: $1, place: $0 + 1, clock: clock) }
    }
  }

  private static let columns: [Column<CallRow>] = [
    Column("component") { row, _, _ in Span(row.order.component.name.text, row.place == 1 ? .bold : .dim) },
    Column("call") { row, _, _ in Span("\(row.place) \(row.line.who)") },
    Column("at", expendable: 1) { row, _, _ in Span(row.line.developer.call ?? "") },
    Column("why", isFlexible: true) { row, app, _ in
      Span(words(row.line.reason, app), style(of: row.line.reason))
    },
    Column("there", expendable: 0) { row, _, _ in Span(CallOrderText.localTime(row.line, namesZone: false), .dim) },
  ]

  /// As short as a column needs it; below the list it is told in full.
  private static func words(_ reason: CallOrder.Reason, _ app: App) -> String {
    switch reason {
    case .onDuty(let until): "on duty until \(ClockText.day(until, app))"
    case .atWork: "at work"
    case .awake: "awake, not at work"
    case .asleep: "asleep, most likely"
    case .away(let until, let reason):
      "away until \(ClockText.day(until, app))" + (reason.isEmpty ? "" : ": \(reason)")
    }
  }

  private static func style(of reason: CallOrder.Reason) -> Style {
    switch reason {
    case .onDuty: Style(foreground: .cyan)
    case .atWork: Style(foreground: .green)
    case .awake: .plain
    case .asleep: .dim
    case .away: Style(foreground: .yellow)
    }
  }
}
