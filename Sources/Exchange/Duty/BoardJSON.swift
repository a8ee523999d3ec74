import Domain

/// `pair show --json`: an object for one team, and an array of them for all.
public enum BoardJSON {
  public static func list(_ board: DutyBoard) -> JSON { JSON(board.lines, element: show) }

  public static func show(_ line: DutyBoard.Line) -> JSON {
    [
      "team": JSON(line.team), "now": line.now.map(DutyJSON.json) ?? .null,
      "next": line.next.map(DutyJSON.json) ?? .null, "problems": JSON(line.problems, element: DutyJSON.json),
    ]
  }
}
