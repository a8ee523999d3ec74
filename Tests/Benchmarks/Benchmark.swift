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

  /// Returns whether the stores verified.
  private static func run() throws -> Bool {
    guard let prodpair = ProcessInfo.processInfo.environment["PRODPAIR"], access(prodpair, X_OK) == 0 else {
      throw BenchError("PRODPAIR must name the release binary: use make bench")
    }
    let options = try BenchOptions(Array(CommandLine.arguments.dropFirst()))
    let workplace = try Workplace(kept: options.stores)
    defer { workplace.remove() }
    var report = Report()
    report.say("\(Machine.summary); stores on \(workplace.fileSystem); load \(Machine.load).")
    let measured = Result { try measure(with: options, in: workplace, prodpair, to: &report) }
    // What was measured is said, also when something failed later.
    report.sayFigures()
    if let folder = options.report { try report.write(into: folder) }
    try measured.get()
    return report.isSound
  }

  private static func measure(
    with options: BenchOptions, in workplace: Workplace, _ prodpair: String, to report: inout Report
  ) throws {
    if options.needsDeep {
      let stores = try options.runs.map { runs in
        let store = try BenchStore(in: workplace.path, runs: runs)
        report.say("Deep store: \(try store.summary())")
        return store
      }
      try Measurements(prodpair, environment, options, workplace).add(stores, to: &report)
    }
    if options.needsWide {
      let wide = try WideStore(at: workplace.path + "/wide.sqlite", runs: options.wideRuns)
      report.say("Wide store: \(try wide.summary())")
      try Measurements(prodpair, environment, options, workplace).add(wide, to: &report)
    }
    try Measurements(prodpair, environment, options, workplace).addLessons(to: &report)
    try Measurements(prodpair, environment, options, workplace).addBacklog(to: &report)
    try Measurements(prodpair, environment, options, workplace).addDuties(to: &report)
    try Measurements(prodpair, environment, options, workplace).addIntake(to: &report)
    try Measurements(prodpair, environment, options, workplace).addNumbers(to: &report)
    try Measurements(prodpair, environment, options, workplace).addFollowing(to: &report)
    try Measurements(prodpair, environment, options, workplace).addNeighbours(to: &report)
  }
}

/// What was measured.
struct Report {
  var figures: [Figure] = []
  var keys: [EveryScreen.Row] = []
  /// Whether `verify` found nothing.
  var isSound = true
  /// What was printed so far, in Markdown.
  private var text = ""

  /// Prints a paragraph at once, into a file too, and keeps it.
  mutating func say(_ paragraph: String) {
    text += paragraph + "\n\n"
    print(paragraph + "\n")
    fflush(nil)
  }

  mutating func sayFigures() {
    if let table = Figure.tableBySize(figures) { say("By size:\n\n\(table)") }
    say("All figures:\n\n\(Figure.table(figures))")
    if !keys.isEmpty { say("Key to final content, wide store:\n\n\(EveryScreen.table(keys))") }
    say("Load at the end: \(Machine.load).")
  }

  func write(into folder: String) throws {
    let folder = URL(fileURLWithPath: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appending(path: "bench.md"))
    try json().write(to: folder.appending(path: "bench.json"))
  }
}
