/// What the command line asks for.
struct BenchOptions {
  /// The parts that are measured; all without a choice.
  enum Part: String, CaseIterable {
    case start, keys, screens, ticks, commands, memory, hour, idle, verify, lessons, importing, backlog, duty, intake,
      numbers, following, neighbours, size
  }

  static let usage = """
    usage: PRODPAIR=FILE prodpair-bench [--only PART,…] [--runs N,…] [--wide-runs N] [--rounds N] [--idle SECONDS]
           [--items N,…] [--stores DIRECTORY] [--report DIRECTORY]

      --only       one or more of \(Part.allCases.map(\.rawValue).joined(separator: " "))
      --runs       how many runs of 100 steps the deep stores have (10,1000,10000)
      --wide-runs  how many short runs the wide store has (100000)
      --rounds     how often every screen is gone through, in process; half of that through a terminal (20)
      --idle       for how long it is watched while nobody touches it (300)
      --items      how many items the backlogs have (1000,100000,1000000)
      --stores     where the stores are kept, and found again the next time
      --report     where what is printed is kept too, as bench.md, and the figures as bench.json
    """

  var parts = Set(Part.allCases)
  var runs = [10, 1_000, 10_000]
  var wideRuns = 100_000
  var rounds = 20
  var idleSeconds = 300
  var items = [1_000, 100_000, 1_000_000]
  var stores: String?
  var report: String?

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { throw BenchError(Self.usage) }
      switch (option, Int(value)) {
      case ("--only", _): parts = try Set(value.split(separator: ",").map { try Self.part(String($0)) })
      case ("--runs", _): runs = try Self.numbers(value)
      case ("--wide-runs", let number?): wideRuns = number
      case ("--rounds", let number?): rounds = number
      case ("--idle", let number?): idleSeconds = number
      case ("--items", _): items = try Self.numbers(value)
      case ("--stores", _): stores = value
      case ("--report", _): report = value
      default: throw BenchError(Self.usage)
      }
    }
  }

  /// Ascending.
  private static func numbers(_ text: String) throws -> [Int] {
    try text.split(separator: ",").map { word in
      guard let number = Int(word), number > 0 else { throw BenchError(usage) }
      return number
    }.sorted()
  }

  private static func part(_ name: String) throws -> Part {
    guard let part = Part(rawValue: name) else { throw BenchError(usage) }
    return part
  }

  /// Whether a part needs the deep stores, or the wide one.
  var needsDeep: Bool { !parts.isDisjoint(with: [.start, .keys, .ticks, .commands, .memory, .verify]) }
  var needsWide: Bool { !parts.isDisjoint(with: [.start, .screens, .hour, .idle, .verify]) }
}
