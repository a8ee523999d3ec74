import Domain

extension HookRun {
  static let columns = "event, entry, team, command, time_limit, at, took, ending, code, output, is_output_cut"

  init(_ row: Row) throws {
    guard let event = HookEventKind(rawValue: try row.text("event")) else { throw row.corrupt("event", "is unknown") }
    self.init(
      event, entry: try row.optionalInteger("entry"), team: try row.optionalText("team").map { TeamName($0) },
      command: try JSONColumn.texts(row, "command"),
      limit: .milliseconds(try row.integer("time_limit")), at: try row.instant("at"),
      took: .milliseconds(try row.integer("took")), ending: try Ending(row), output: try row.text("output"),
      isOutputCut: try row.flag("is_output_cut"))
  }

  func row() throws -> Row {
    [
      "event": .text(event.rawValue), "entry": Value(entry), "team": Value(team?.text),
      "command": .text(try JSONColumn.text(command)), "time_limit": .integer(limit.wholeMilliseconds),
      "at": Value(at), "took": .integer(took.wholeMilliseconds), "ending": .text(ending.name),
      "code": Value(ending.code), "output": .text(output), "is_output_cut": Value(isOutputCut),
    ]
  }
}

extension HookRun.Ending {
  fileprivate init(_ row: Row) throws {
    func code() throws -> Int { try row.integer("code") }
    self =
      switch try row.text("ending") {
      case "exited": .exited(try code())
      case "killed": .killed(signal: try code())
      case "not-started": .notStarted(errno: try code())
      case "out-of-time": .outOfTime
      case "cut": .cut
      default: throw row.corrupt("ending", "is unknown")
      }
  }

  fileprivate var name: String {
    switch self {
    case .exited: "exited"
    case .killed: "killed"
    case .notStarted: "not-started"
    case .outOfTime: "out-of-time"
    case .cut: "cut"
    }
  }

  fileprivate var code: Int? {
    switch self {
    case .exited(let code), .killed(let code), .notStarted(let code): code
    case .outOfTime, .cut: nil
    }
  }
}
