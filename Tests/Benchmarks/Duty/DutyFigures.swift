import Domain
import Foundation
import Store
import Terminal

/// What planning takes, and the board of all teams.
struct DutyFigures {
  let prodpair: String
  let environment: [String: String]
  let directory: String

  private static let rounds = 20
  /// A Monday.
  static let start = Instant(milliseconds: 1_796_637_600_000)

  func figures() throws -> [Figure] {
    try [planning("weekly Mon 10:00", 52), planning("daily 09:00", 365)] + board()
  }

  // MARK: Planning

  private func planning(_ words: String, _ count: Int) throws -> Figure {
    let pattern = try DutyPattern(typed: words)
    let teams = (0..<50).map { DutyTeams.planning($0, of: 12, pattern) }
    var samples = Samples()
    for _ in 0..<Self.rounds {
      samples.add(
        try milliseconds {
          for team in teams {
            guard try team.plan(from: Self.start, count: count).count == count else {
              throw BenchError("the plan is not whole")
            }
          }
        })
    }
    return Figure("plan a year for 50 teams of 12, \(words), \(count) duties each", samples, aim: .median(200))
  }

  // MARK: The board

  private func board() throws -> [Figure] {
    let path = directory + "/duties.sqlite"
    let teams = 200
    try DutyTeams.make(at: path, teams: teams)
    let store = try Store.open(path: path, options: DutyTeams.options)
    defer { try? store.close() }
    try store.maintain()
    let now = Instant(Date())
    var samples = Samples()
    for _ in 0..<Self.rounds * 5 {
      samples.add(
        try milliseconds {
          let board = try store.read { try $0.dutyBoard(at: now) }
          guard board.lines.count == teams, board.lines.allSatisfy({ $0.now != nil && $0.next != nil }) else {
            throw BenchError("the board is not whole")
          }
        })
    }
    return try [
      Figure("the board of \(teams) teams, the query and what is wrong", samples, aim: .median(10)),
      opening(
        "g d", "team-1 ", "open the board of \(teams) teams, in process",
        ScreensInProcess(store, DutyTeams.actor, size: Self.size)),
      opening(
        "W", "this week", "open the weeks of \(teams) teams, in process",
        ScreensInProcess(store, DutyTeams.actor, size: Self.size)),
    ] + onTerminal(path, teams)
  }

  /// What a pair sees of 200 teams on a large window.
  private static let size = Size(width: 160, height: 48)

  private func onTerminal(_ path: String, _ teams: Int) throws -> [Figure] {
    let screens = try ScreensOnTerminal(
      prodpair, environment, store: path, columns: Self.size.width, rows: Self.size.height)
    defer { screens.session.end() }
    return [try opening("g d", "team-1 ", "open the board of \(teams) teams, through a terminal", screens)]
  }

  /// From the key to the settled picture.
  private func opening(
    _ keys: String, _ landmark: String, _ name: String, _ screens: some Typewriter
  ) throws -> Figure {
    var screens = screens
    var samples = Samples()
    for _ in 0..<Self.rounds {
      try screens.type(TypedKeys("g t"))
      if keys != "g d" { try screens.type(TypedKeys("g d")) }
      samples.add(try screens.type(TypedKeys(keys)))
      guard screens.shows(landmark) else { throw BenchError("\(landmark) does not show:\n" + screens.text) }
      if keys != "g d" { try screens.type(TypedKeys("Esc")) }
    }
    return Figure(name, samples, aim: .median(10))
  }
}
