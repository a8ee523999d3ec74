import Domain
import Exchange

/// `item iterations --json`.
enum IterationsJSON {
  static func json(_ report: IterationsReport) -> JSON {
    let schedule = report.schedule
    return [
      "team": JSON(report.team),
      "velocity": [
        "points": .integer(schedule.velocity.points),
        "volatilityPercent": .integer(IterationsText.percent(schedule.velocity)),
        "iterations": .integer(schedule.velocity.iterations),
      ],
      "finished": JSON(schedule.history.entries) { entry in
        .object(
          days(entry.iteration).merging(["points": .integer(entry.points), "strength": .integer(entry.strength)]) { $1 }
        )
      },
      "iterations": JSON(report.parts) { part in
        .object(
          days(part.iteration).merging([
            "points": .integer(part.points), "capacity": .integer(part.capacity), "strength": .integer(part.strength),
            "isOnDuty": .bool(part.isOnDuty),
            "committed": ItemListJSON.json(part.committed.compactMap { report.items[$0] }),
            "items": ItemListJSON.json(part.items.compactMap { report.items[$0] }),
          ]) { $1 })
      },
      "releases": JSON(schedule.forecasts) { forecast in
        [
          "number": .integer(forecast.item.value), "title": JSON(report.items[forecast.item]?.title),
          "iteration": .integer(forecast.iteration), "expected": JSON(forecast.expected),
          "worst": JSON(forecast.worst), "due": JSON(forecast.due), "isLate": .bool(forecast.isLate),
          "isLateAtWorst": .bool(forecast.isLateAtWorst), "pointsBefore": .integer(forecast.pointsBefore),
        ]
      },
      "isWhole": .bool(schedule.isWhole),
    ]
  }

  private static func days(_ iteration: Iteration) -> [String: JSON] {
    [
      "number": .integer(iteration.number), "first": .string(iteration.first), "last": .string(iteration.last),
    ]
  }
}
