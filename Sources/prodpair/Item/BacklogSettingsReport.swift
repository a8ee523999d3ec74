import Domain
import Exchange
import Text

/// `item settings`, for people and for programs.
enum BacklogSettingsReport {
  static func text(_ settings: BacklogSettings, of team: TeamName) -> String {
    let names = WeekdayArgument.names
    let day = names.indices.contains(settings.startDay - 1) ? names[settings.startDay - 1] : "day \(settings.startDay)"
    let facts: [(String, String)] = [
      ("scale", settings.scale.map(String.init).joined(separator: " ")),
      ("pointed", ItemType.allCases.filter(settings.isPointed).map(\.rawValue).joined(separator: ", ")),
      ("iteration", "\(settings.iterationWeeks == 1 ? "1 week" : "\(settings.iterationWeeks) weeks") from \(day)"),
      (
        "velocity",
        "over \(settings.velocityOver) iterations; \(settings.initialVelocity) points while none is finished"
      ),
      ("duty", "takes \(settings.dutyPercent) % of the team"),
      ("accepts", settings.productManager ?? "whoever does not own the item alone"),
    ]
    let strengths = settings.strengths.sorted { $0.key < $1.key }.map { day, strength -> (String, String) in
      let duty = strength.isOnDuty.map { $0 ? ", on production duty" : ", off production duty" } ?? ""
      return ("strength", "\(day): \(strength.percent) %\(duty)")
    }
    let lines = (facts + strengths).map { "  \($0.0.padded(toWidth: 12))\($0.1)" }
    return (["backlog of team \(team)"] + lines).joined(separator: "\n")
  }

  static func json(_ settings: BacklogSettings, of team: TeamName) -> JSON {
    let strengths = settings.strengths.sorted { $0.key < $1.key }
    return [
      "team": JSON(team),
      "scale": JSON(settings.scale) { .integer($0) },
      "pointed": JSON(ItemType.allCases.filter(settings.isPointed)) { .string($0.rawValue) },
      "iterationWeeks": .integer(settings.iterationWeeks),
      "startDay": .integer(settings.startDay),
      "velocityOver": .integer(settings.velocityOver),
      "initialVelocity": .integer(settings.initialVelocity),
      "dutyPercent": .integer(settings.dutyPercent),
      "productManager": JSON(settings.productManager),
      "strengths": JSON(strengths) { day, strength in
        [
          "day": .string(day), "percent": .integer(strength.percent),
          "isOnDuty": strength.isOnDuty.map { .bool($0) } ?? .null,
        ]
      },
    ]
  }
}
