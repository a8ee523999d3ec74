import Domain

/// `pair board --json`: an object for each team.
public enum BoardJSON {
  public static func list(_ board: DutyBoard, warnings: [DutyWarning] = []) -> JSON {
    JSON(board.lines) { show($0, warnings: warnings) }
  }

  /// - Parameter warnings: of all teams; those about this one, and about whoever is on or next, are told.
  public static func show(_ line: DutyBoard.Line, warnings: [DutyWarning] = []) -> JSON {
    let people = (line.now?.people ?? []) + (line.next?.people ?? [])
    return [
      "team": JSON(line.team), "now": line.now.map(DutyJSON.json) ?? .null,
      "next": line.next.map(DutyJSON.json) ?? .null, "isOutOfHours": .bool(line.isOutOfHours),
      "problems": JSON(line.problems, element: DutyJSON.json),
      "warnings": JSON(warnings.filter { $0.concerns(line.team, people) }.map(\.description)),
    ]
  }
}
