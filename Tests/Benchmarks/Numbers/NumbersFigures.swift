import Domain
import Foundation
import Host
import Store
import Terminal

/// What the numbers of a year take: as values, as a whole command, and on the screen.
struct NumbersFigures {
  private let prodpair: String
  private let environment: [String: String]
  private let path: String
  private let runs: Int

  static let boundMilliseconds = 150.0
  private static let rounds = 20

  init(prodpair: String, environment: [String: String], directory: String, runs: Int) throws {
    self.prodpair = prodpair
    self.runs = runs
    path = directory + "/numbers.sqlite"
    self.environment = environment.merging(["PRODPAIR_STORE": path]) { _, new in new }
    try NumbersStore.make(at: path, runs: runs)
  }

  func figures() throws -> [Figure] {
    let store = try Store.open(path: path, options: NumbersStore.options)
    defer { try? store.close() }
    let counts = try store.read { reader in
      try ["run_entry", "incident"].map { try reader.first("SELECT count(*) AS n FROM \($0)")?.integer("n") ?? 0 }
    }
    let words = "\(runs) runs, \(counts[0]) entries, \(counts[1]) incidents"
    return try [
      values(store, weeks: 53, "the numbers of a year, \(words)"), values(store, weeks: 13, "of 13 weeks of it"),
      command(), screen(store),
    ]
  }

  private func values(_ store: Store, weeks: Int, _ name: String) throws -> Figure {
    let now = Instant(Date())
    var samples = Samples()
    for _ in 0..<Self.rounds {
      samples.add(
        try milliseconds {
          let numbers = try store.read { reader in
            let team = try reader.team(NumbersStore.team)
            guard let window = NumbersWindow(weeks: weeks, zone: team.zone ?? .gmt, now: now) else {
              throw BenchError("there is no window")
            }
            return try reader.numbers(of: team, in: window, at: now)
          }
          guard numbers[.deployments].n > 0, numbers[.timeToResolve].n > 0, numbers[.toilShare].n > 0,
            weeks < 53 || numbers[.deployments].n == runs
          else { throw BenchError("the numbers are not whole") }
        })
    }
    return Figure("\(name), in process", samples, aim: .median(Self.boundMilliseconds))
  }

  private func command() throws -> Figure {
    let since = CivilTime(Instant(Date()), in: .gmt).adding(days: -370).isoDate
    var samples = Samples()
    for _ in 0..<Self.rounds {
      samples.add(try ChildProcess.time([prodpair, "metrics", "--since", since], environment: environment))
    }
    return Figure("metrics --since a year ago, whole process", samples, aim: .median(Self.boundMilliseconds))
  }

  /// From the key to the settled picture, of 13 weeks.
  private func screen(_ store: Store) throws -> Figure {
    var screens = try ScreensInProcess(
      store, store.read { try $0.resolve(Identity.current()) }, size: Size(width: 160, height: 48))
    var samples = Samples()
    for _ in 0..<Self.rounds {
      try screens.type(TypedKeys("g t"))
      samples.add(try screens.type(TypedKeys("g n")))
      guard screens.shows("Change fail rate") else { throw BenchError("the numbers do not show:\n" + screens.text) }
    }
    return Figure("open the numbers, in process", samples, aim: .median(Self.boundMilliseconds))
  }
}
