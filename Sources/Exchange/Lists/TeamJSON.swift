import Domain

/// `team list --json` and `team show NAME --json`.
public enum TeamJSON {
  public static func list(_ teams: [Team]) -> JSON { JSON(teams, element: show) }

  /// `team show`: with where its commands run, and with what.
  public static func show(_ team: Team, _ commands: CommandSettings) -> JSON {
    guard case .object(var members) = show(team) else { return show(team) }
    members["commands"] = [
      "directory": JSON(commands.directory), "variables": JSON(commands.variables), "passed": JSON(commands.passed),
    ]
    return .object(members)
  }

  private static func show(_ team: Team) -> JSON {
    [
      "name": JSON(team.name),
      "kind": .string(team.kind.rawValue),
      "timeZone": .string(team.timeZone),
      "hours": .string(team.hours.text),
      "environments": JSON(team.environments) { ["name": .string($0.name), "kind": .string($0.kind.rawValue)] },
      "holidays": JSON(team.holidays) { ["date": .string($0.date), "name": .string($0.name)] },
      "freezes": JSON(team.freezes) {
        ["from": .string($0.from), "through": .string($0.through), "reason": .string($0.reason)]
      },
    ]
  }
}
