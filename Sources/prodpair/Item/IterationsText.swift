import Domain
import Exchange

/// `item iterations` for people.
enum IterationsText {
  static func text(_ report: IterationsReport) -> String {
    let schedule = report.schedule
    var blocks = [velocity(report)]
    blocks += report.parts.enumerated().map { index, part in self.part(part, isCurrent: index == 0, report) }
    if schedule.parts.count > report.parts.count {
      blocks.append("and \(schedule.parts.count - report.parts.count) more: --limit shows them")
    }
    if !schedule.forecasts.isEmpty { blocks.append("releases\n" + releases(report)) }
    if !schedule.isWhole {
      blocks.append("The plan ends after \(BacklogFacts.reach) items; what stands behind them has no date.")
    }
    return blocks.map(\.trimmedEnd).joined(separator: "\n\n")
  }

  /// The volatility in percent.
  static func percent(_ velocity: Velocity) -> Int { Int((min(velocity.volatility, 99) * 100).rounded()) }

  private static func velocity(_ report: IterationsReport) -> String {
    let velocity = report.schedule.velocity
    let head = "team \(report.team): velocity \(velocity.points) points"
    if velocity.iterations == 0 { return head + ", the team's guess: no iteration is finished yet" }
    let over = velocity.iterations == 1 ? "of the last iteration" : "over the last \(velocity.iterations) iterations"
    let finished = TextTable(
      columns: [
        .init("ITERATION", .right), .init("FROM"), .init("TO"), .init("POINTS", .right), .init("TEAM", .right),
      ],
      rows: report.schedule.history.entries.suffix(4).map { entry in
        [
          "\(entry.iteration.number)", entry.iteration.first, entry.iteration.last, "\(entry.points)",
          "\(entry.strength) %",
        ]
      }
    ).text
    let least = velocity.points == 0 ? "The plan counts 1 point an iteration, so that it comes to an end.\n" : ""
    return "\(head) \(over), varying by \(percent(velocity)) %\n" + least + finished
  }

  private static func part(_ part: BacklogSchedule.Part, isCurrent: Bool, _ report: IterationsReport) -> String {
    var head =
      "iteration \(part.iteration.number)\(isCurrent ? ", under way" : ""): \(part.iteration.first) to "
      + "\(part.iteration.last), \(part.points) of \(part.capacity) points"
    if part.strength != 100 { head += ", \(part.strength) % of the team" }
    if part.isOnDuty { head += ", on production duty" }
    let items = ItemListText.text((part.committed + part.items).compactMap { report.items[$0] })
    return head + "\n" + (items.isEmpty ? "nothing" : items)
  }

  private static func releases(_ report: IterationsReport) -> String {
    TextTable(
      columns: [
        .init("ITEM", .right), .init("EXPECTED"), .init("AT WORST"), .init("DUE"), .init(""), .init("TITLE"),
      ],
      rows: report.schedule.forecasts.map { forecast in
        [
          "\(forecast.item)", forecast.expected ?? "after 9999", forecast.worst ?? "after 9999", forecast.due ?? "",
          forecast.isLate ? "late" : forecast.isLateAtWorst ? "late at worst" : "",
          report.items[forecast.item]?.title ?? "",
        ]
      }
    ).text
  }
}

extension String {
  /// Without the line breaks at its end.
  fileprivate var trimmedEnd: String {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}
