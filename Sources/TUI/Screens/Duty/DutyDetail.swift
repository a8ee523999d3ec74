import Domain
import Terminal

/// All that is known of one duty: when, who, why, what was given up for it, and who took whose place.
struct DutyDetail {
  let page: TeamDutiesPage
  let row: DutyRow

  func reader(_ app: App) -> Reader {
    let title = row.duty.map { "Duty \($0.number) of team \(page.team)" } ?? "Nobody is planned"
    return Reader(title, lines(app))
  }

  private func lines(_ app: App) -> [Reader.Line] {
    var lines = [
      Reader.Line(row.window.text(in: page.zone) + " \(page.zone.name)"),
      Reader.Line(row.pair, .bold),
    ]
    for problem in row.problems {
      lines.append(Reader.Line("\(app.glyphs.warning) \(problem)", Style(foreground: .yellow)))
    }
    guard let duty = row.duty else {
      return lines + [
        Reader.Line(""),
        Reader.Line("\(app.key(of: "duties.plan")) plans, \(app.key(of: "duties.set")) sets a pair by hand."),
      ]
    }
    let reasons = duty.reasons.map { DutyReason(text: $0) }
    lines += part("Why these two", reasons.filter { !$0.isTradeOff }.map(\.description))
    lines += part("Given up", reasons.filter(\.isTradeOff).map(\.description))
    lines += part(
      "Who took whose place",
      duty.changes.map { change in
        let instead = change.from.map { "for \($0)" } ?? "as well"
        let why = change.reason.isEmpty ? "" : ": \(change.reason)"
        return "\(change.to) \(instead), by \(change.by) on \(ClockText.dateAndTime(change.at, app))\(why)"
      })
    if duty.isChanged {
      lines += part("Who would have been on", [duty.base.map(\.text).joined(separator: " + ")])
    }
    lines += part(
      "How it stands",
      [
        duty.isFixed
          ? "set by hand: no plan changes it before \(app.key(of: "duties.release")) releases it"
          : "planned: a new plan may change it while it lies ahead",
        duty.sequence == 0
          ? "as it was first planned"
          : "changed \(duty.sequence == 1 ? "once" : "\(duty.sequence) times"), last on "
            + ClockText.dateAndTime(duty.changedAt, app),
      ] + (duty.partOf.map { ["what is left of duty \($0), which was cut in the middle"] } ?? []))
    return lines
  }

  private func part(_ title: String, _ texts: [String]) -> [Reader.Line] {
    guard !texts.isEmpty else { return [] }
    return [Reader.Line(""), Reader.Line(title, .bold)] + texts.map { Reader.Line("  \($0)") }
  }
}
