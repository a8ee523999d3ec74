/// What the command line asks for.
struct BenchOptions {
  /// The parts that are measured; all without a choice.
  enum Part: String, CaseIterable {
    case start, keys, screens, ticks, commands, memory, hour, idle, verify, lessons, importing, backlog, duty, intake,
      numbers, following, neighbours, size
  }

  static let usage = """
    usage: PRODPAIR=FILE prodpair-bench [--only PART,…] [--runs N] [--wide-runs N] [--rounds N] [--idle SECONDS]
           [--items N,…] [--stores DIRECTORY] [--json FILE]

      --only       one or more of \(Part.allCases.map(\.rawValue).joined(separator: " "))
      --runs       how many runs of 100 steps the large store has (10000)
      --wide-runs  how many short runs the wide store has (100000)
      --rounds     how often every screen is gone through, in process; half of that through a terminal (20)
      --idle       for how long it is watched while nobody touches it (300)
      --items      how many items the two backlogs have (100000,1000000)
      --stores     where the stores are kept, and found again the next time
      --json       a file for the figures, beside the tables that are printed
    """

  var parts = Set(Part.allCases)
  var runs = 10_000
  var wideRuns = 100_000
  var rounds = 20
  var idleSeconds = 300
  var items = [100_000, 1_000_000]
  var stores: String?
  var json: String?

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { throw BenchError(Self.usage) }
      switch (option, Int(value)) {
      case ("--only", _): parts = try Set(value.split(separator: ",").map { try Self.part(String($0)) })
      case ("--runs", let number?): runs = number
      case ("--wide-runs", let number?): wideRuns = number
      case ("--rounds", let number?): rounds = number
      case ("--idle", let number?): idleSeconds = number
      case ("--items", _) where value.split(separator: ",").allSatisfy({ Int($0) != nil }):
        items = value.split(separator: ",").compactMap { Int($0) }.sorted()
      case ("--stores", _): stores = value
      case ("--json", _): json = value
      default: throw BenchError(Self.usage)
      }
    }
  }

  private static func part(_ name: String) throws -> Part {
    guard let part = Part(rawValue: name) else { throw BenchError(usage) }
    return part
  }

  /// Whether a part needs the large store, or the wide one.
  var needsLarge: Bool { !parts.isDisjoint(with: [.start, .keys, .ticks, .commands, .memory, .verify]) }
  var needsWide: Bool { !parts.isDisjoint(with: [.start, .screens, .hour, .idle, .verify]) }
}
