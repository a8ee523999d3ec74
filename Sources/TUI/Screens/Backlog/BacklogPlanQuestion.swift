import Domain
import Store
import Terminal
import Text

/// Which iterations the first items of the backlog fall into, and when its releases are to be expected.
struct BacklogPlanQuestion: Question {
  /// What stands above the first item of an iteration.
  struct Head: Hashable, Sendable {
    var iteration: Iteration
    var isCurrent: Bool
    /// In points: what falls into it, and what it can take.
    var points: Int
    var capacity: Int
    /// Of the team, in percent.
    var strength: Int
    /// `YYYY`: years are named where they differ from it.
    var year: String
  }

  struct Answer: Sendable {
    var velocity: Velocity
    /// By the first item of each iteration, in the order of the backlog.
    var heads: [ItemNumber: Head]
    var forecasts: [ItemNumber: ReleaseForecast]
    var year: String
    var distance: Int
  }

  var team: TeamName
  /// How many items ahead it reaches over: those that the list knows, and some.
  var distance: Int
  var topic: String { team.text }

  /// Enough for so many rows, in steps, so that it is not asked for anew with each of them.
  static func distance(for rows: Int) -> Int { min(BacklogFacts.reach, (rows / 400 + 1) * 400) }

  func answer(from backend: any Backend) throws -> Answer {
    try backend.onStore { store, _, now in
      let facts = try store.read { try $0.backlogFacts(of: team, at: now, distance: distance) }
      return Answer(BacklogSchedule(facts), year: String(facts.today.prefix(4)), distance: distance)
    }
  }
}

extension BacklogPlanQuestion.Answer {
  init(_ schedule: BacklogSchedule, year: String, distance: Int) {
    velocity = schedule.velocity
    self.year = year
    self.distance = distance
    heads = [:]
    for (index, part) in schedule.parts.enumerated() {
      guard let first = part.items.first else { continue }
      heads[first] = BacklogPlanQuestion.Head(
        iteration: part.iteration, isCurrent: index == 0, points: part.points, capacity: part.capacity,
        strength: part.strength, year: year)
    }
    forecasts = Dictionary(schedule.forecasts.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func linesAbove(_ row: ItemLine) -> Int { heads[row.number] == nil ? 0 : 1 }

  /// `velocity 10 ±20 %`.
  func velocityText(_ glyphs: Glyphs) -> String {
    if velocity.iterations == 0 { return "velocity \(velocity.points), a guess" }
    let percent = Int((min(velocity.volatility, 99) * 100).rounded())
    return "velocity \(velocity.points)" + (percent > 0 ? " \(glyphs == .ascii ? "+-" : "±")\(percent) %" : "")
  }

  /// When a release is to be expected, and at worst, in the longest words that have room; nil for what is no release,
  /// or stands further down than the plan reaches.
  func forecastText(of row: ItemLine, in room: Int, _ glyphs: Glyphs) -> Span? {
    guard row.type == .release, let forecast = forecasts[row.number] else { return nil }
    func day(_ date: String?) -> String { date.map { PlanDays.short($0, year: year) } ?? "after 9999" }
    let (expected, worst) = (day(forecast.expected), day(forecast.worst))
    let late = forecast.isLate ? "late" : forecast.isLateAtWorst ? "late at worst" : ""
    let due = row.due.map { ", due \(day($0))" } ?? ""
    let mark = late.isEmpty ? "" : "\(glyphs.warning) "
    let choices = [
      "\(mark)expected \(expected), at worst \(worst)\(due)\(late.isEmpty ? "" : ": \(late)")",
      "\(mark)\(expected), at worst \(worst)\(due)", "\(mark)\(expected), worst \(worst)",
      "\(mark)\(expected)..\(worst)",
    ]
    let text = choices.first { $0.displayWidth <= room } ?? choices[choices.count - 1]
    return Span(text, late.isEmpty ? .dim : Style(foreground: forecast.isLate ? .red : .yellow))
  }
}

extension BacklogPlanQuestion.Head {
  func draw(on canvas: inout Screen, in place: Rect) {
    let first = PlanDays.short(iteration.first, year: year)
    let last = PlanDays.short(iteration.last, year: String(iteration.first.prefix(4)))
    let days = "\(first) to \(last)"
    let now = isCurrent ? ", now" : ""
    let team = strength == 100 ? "" : ", \(strength) % of the team"
    let isWide = place.width >= 60
    Rule.draw(
      on: &canvas, in: place,
      left: isWide ? "iteration \(iteration.number)\(now)  \(days)\(team)" : "\(iteration.number)\(now)  \(days)",
      right: "\(points) of \(capacity)" + (isWide ? " points" : ""))
  }
}

/// Days in few letters.
enum PlanDays {
  /// `11-29` of a day in that year, else `2027-01-03`.
  static func short(_ day: String, year: String) -> String {
    day.count == 10 && day.hasPrefix(year) ? String(day.dropFirst(5)) : day
  }
}
