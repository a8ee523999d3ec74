import Domain
import Foundation
import Terminal

/// A line of a plan that is not written yet: a duty as it would be, beside what it is now; or what the plan leaves open.
struct DutyPlanRow: Identifiable, Sendable {
  /// What becomes of it by the plan.
  enum Change: Hashable, Sendable {
    case same, kept, new
    /// Others are on, or nobody was.
    case others(than: [Handle])
    case moved(from: DutyWindow)
  }

  enum Content: Sendable {
    case warning(String)
    case duty(DutyOutlook.Proposed, Change)
    /// A change that has no place in the plan any more.
    case lapsed(PlannedDuty)
  }

  var id: Int
  var content: Content

  static func rows(_ page: DutyPlanPage) -> [DutyPlanRow] {
    let warnings = page.warnings.map { Content.warning("\($0)") }
    let lapsed = page.outlook.lapsed.map(Content.lapsed)
    let duties = page.outlook.duties.map { Content.duty($0, change($0, page)) }
    return (lapsed + duties + warnings).enumerated().map { DutyPlanRow(id: $0, content: $1) }
  }

  private static func change(_ duty: DutyOutlook.Proposed, _ page: DutyPlanPage) -> Change {
    if duty.isKept { return .kept }
    // What is taken for granted is held against the plan without it.
    let plain = page.plain?[duty.window]
    if let before = plain ?? (duty.before?.window == duty.window ? duty.before?.people : nil) {
      return Set(before) == Set(duty.people) ? .same : .others(than: before)
    }
    return duty.before.map { .moved(from: $0.window) } ?? .new
  }

  var isChange: Bool {
    switch content {
    case .duty(_, let change): change != .same && change != .kept
    case .lapsed: true
    case .warning: false
    }
  }

  private var sign: String {
    switch content {
    case .warning, .lapsed: "!"
    case .duty(_, .same): " "
    case .duty(_, .kept): "="
    case .duty(_, .new): "+"
    case .duty(_, .others), .duty(_, .moved): "~"
    }
  }

  private var style: Style {
    switch content {
    case .warning, .lapsed: Style(foreground: .yellow)
    case .duty(let duty, _) where duty.isGap: Style(foreground: .red)
    case .duty(_, .kept): .dim
    case .duty(_, .same): .plain
    case .duty(_, .new): Style(foreground: .green)
    case .duty(_, .others), .duty(_, .moved): Style(foreground: .cyan)
    }
  }

  var pair: String {
    switch content {
    case .warning: "a limit"
    case .duty(let duty, _): PairWords.text(duty.people)
    case .lapsed(let duty): PairWords.text(duty.people)
    }
  }

  func instead(_ app: App) -> String {
    switch content {
    case .duty(_, .others(let before)): "not \(PairWords.text(before))"
    case .duty(_, .moved(let window)): "was \(ClockText.day(window.start, app))"
    case .duty(_, .kept): "stays"
    case .duty(_, .new): "new"
    case .lapsed: "lapses"
    case .duty, .warning: ""
    }
  }

  var why: String {
    switch content {
    case .warning(let words): words
    case .duty(let duty, _): duty.why
    case .lapsed(let duty): "\(duty.why): no new duty follows it, or somebody can't be on"
    }
  }

  private var start: Instant? {
    switch content {
    case .warning: nil
    case .duty(let duty, _): duty.window.start
    case .lapsed(let duty): duty.window.start
    }
  }

  static let columns: [Column<DutyPlanRow>] = [
    Column("  from") { row, app, _ in
      Span("\(row.sign) \(row.start.map { ClockText.day($0, app) } ?? "")", row.style)
    },
    Column("pair") { row, _, _ in Span(row.pair, row.style) },
    Column("now") { row, app, _ in Span(row.instead(app), row.style) },
    Column("why", isFlexible: true) { row, _, _ in Span(row.why, row.style) },
  ]
}
