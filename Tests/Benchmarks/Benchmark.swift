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
  private static func environment(in workplace: Workplace) throws -> [String: String] {
    ["PATH": "/usr/bin:/bin", "HOME": try workplace.home(), "LANG": "C.UTF-8"]
  }

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
    var failures: [String] = []
    // What fails keeps nothing else from being measured.
    func attempt(_ part: (inout Report) throws -> Void) {
      do { try part(&report) } catch {
        failures.append("\(error)")
        report.say("Failed, and what follows in its part was not measured: \("\(error)".prefix { $0 != "\n" })")
      }
    }
    let measurements = Measurements(prodpair, try environment(in: workplace), options, workplace)
    if options.needsDeep {
      attempt { report in
        let stores = try options.runs.map { runs in
          let store = try BenchStore(in: workplace.path, runs: runs)
          report.say("Deep store: \(try store.summary())")
          return store
        }
        try measurements.add(stores, to: &report)
      }
    }
    if options.needsWide {
      attempt { report in
        let wide = try WideStore(at: workplace.path + "/wide.sqlite", runs: options.wideRuns)
        report.say("Wide store: \(try wide.summary())")
        try measurements.add(wide, to: &report)
      }
    }
    attempt { try measurements.addLessons(to: &$0) }
    attempt { try measurements.addBacklog(to: &$0) }
    attempt { try measurements.addDuties(to: &$0) }
    attempt { try measurements.addIntake(to: &$0) }
    attempt { try measurements.addNumbers(to: &$0) }
    attempt { try measurements.addFollowing(to: &$0) }
    attempt { try measurements.addNeighbours(to: &$0) }
    guard failures.isEmpty else { throw BenchError(failures.joined(separator: "\n")) }
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
