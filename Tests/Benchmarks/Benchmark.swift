import Foundation

/// Measures the release binary beside the bare minimum, on stores that it fills itself, and prints one table.
///
/// ``BenchOptions/usage`` says how it is called.
@main
enum Benchmark {
  static func main() {
    do {
      if try CountedPlay.run(Array(CommandLine.arguments.dropFirst())) { exit(0) }
      exit(try run() ? 0 : 1)
    } catch {
      FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
      exit(1)
    }
  }

  /// What the programs see: nothing of this terminal's.
  private static let environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8"]

  /// Prints at once, into a file too.
  private static func say(_ text: String) {
    print(text)
    fflush(nil)
  }

  /// Returns whether the stores verified.
  private static func run() throws -> Bool {
    guard let prodpair = ProcessInfo.processInfo.environment["PRODPAIR"], access(prodpair, X_OK) == 0 else {
      throw BenchError("PRODPAIR must name the release binary: use make bench")
    }
    let options = try BenchOptions(Array(CommandLine.arguments.dropFirst()))
    let workplace = try Workplace(kept: options.stores)
    defer { workplace.remove() }
    say("\(Machine.summary); \(workplace.path) on \(workplace.fileSystem); load \(Machine.load)")
    var report = Report()
    // What was measured is said, also when something fails later.
    defer {
      say("\n\(Figure.table(report.figures))")
      if !report.keys.isEmpty { say("\nkey to final content, wide store:\n\n\(EveryScreen.table(report.keys))") }
      say("\nload at the end \(Machine.load)")
    }
    if options.needsLarge {
      let small = try BenchStore(at: workplace.path + "/small.sqlite", runs: 100)
      say("small store: \(try small.summary())")
      let large = try BenchStore(at: workplace.path + "/large.sqlite", runs: options.runs)
      say("large store: \(try large.summary())")
      try Measurements(prodpair, environment, options, workplace).add(large, small, to: &report)
    }
    if options.needsWide {
      let wide = try WideStore(at: workplace.path + "/wide.sqlite", runs: options.wideRuns)
      say("wide store: \(try wide.summary())")
      try Measurements(prodpair, environment, options, workplace).add(wide, to: &report)
    }
    try Measurements(prodpair, environment, options, workplace).addLessons(to: &report)
    try Measurements(prodpair, environment, options, workplace).addBacklog(to: &report)
    try Measurements(prodpair, environment, options, workplace).addDuties(to: &report)
    try Measurements(prodpair, environment, options, workplace).addIntake(to: &report)
    try Measurements(prodpair, environment, options, workplace).addNumbers(to: &report)
    try Measurements(prodpair, environment, options, workplace).addFollowing(to: &report)
    try Measurements(prodpair, environment, options, workplace).addNeighbours(to: &report)
    if let path = options.json { try report.json().write(to: URL(fileURLWithPath: path)) }
    return report.isSound
  }
}

/// What was measured.
struct Report {
  var figures: [Figure] = []
  var keys: [EveryScreen.Row] = []
  /// Whether `verify` found nothing.
  var isSound = true
}
