import Domain

/// Loads and shares for programs.
public enum FairnessJSON {
  /// A share is in hundredths of a duty, for there are no fractions in our JSON.
  public static func json(_ fairness: Fairness) -> JSON {
    [
      "from": JSON(fairness.period.start), "to": JSON(fairness.period.end),
      "loads": JSON(fairness.loads) {
        [
          "who": JSON($0.who), "duties": .integer($0.duties), "seconds": JSON(seconds: $0.time),
          "shareHundredths": .integer(Int(($0.share * 100).rounded())),
        ]
      },
    ]
  }

  /// `pair load --json`: the loads with the limits that are not kept.
  public static func json(_ load: TeamLoad) -> JSON {
    guard case .object(var members) = json(load.fairness) else { return .null }
    members["team"] = JSON(load.team)
    members["plannedUntil"] = JSON(load.plannedUntil)
    members["warnings"] = JSON(load.warnings.map(\.description))
    members["limits"] = JSON(load.warnings, element: json)
    return .object(members)
  }

  /// `kind` with what it is about; the others are `null`.
  private static func json(_ warning: DutyWarning) -> JSON {
    var members: [String: JSON] = [
      "who": nil, "members": nil, "percent": nil, "quarter": nil, "duty": nil, "incidents": nil,
    ]
    switch warning {
    case .tooFew(_, let count, _):
      members["kind"] = "too-few"
      members["members"] = .integer(count)
    case .tooOften(let who, let percent, let quarter):
      members["kind"] = "too-often"
      members["who"] = JSON(who)
      members["percent"] = .integer(percent)
      members["quarter"] = .string(quarter.rawValue)
    case .tooManyIncidents(let duty, let count):
      members["kind"] = "too-many-incidents"
      members["duty"] = .integer(duty.number)
      members["incidents"] = .integer(count)
    }
    return .object(members)
  }
}
