import Foundation

/// Measures the release binary beside the bare minimum, on stores that it fills itself, and prints one table.
///
/// usage: PRODPAIR=FILE prodpair-bench [RUNS]
@main
enum Benchmark {
  static func main() {
    do { exit(try run() ? 0 : 1) } catch {
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

  /// Returns whether the large store verified.
  private static func run() throws -> Bool {
    guard let prodpair = ProcessInfo.processInfo.environment["PRODPAIR"], access(prodpair, X_OK) == 0 else {
      throw BenchError("PRODPAIR must name the release binary: use make bench")
    }
    let workplace = try Workplace()
    defer { workplace.remove() }
    say("\(Machine.summary); \(workplace.path) on \(workplace.fileSystem); load \(Machine.load)")
    let bare = try BareProgram(in: workplace.path, environment: environment)
    let runs = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000
    let small = try BenchStore(at: workplace.path + "/small.sqlite", runs: 100)
    say("small store: \(try small.summary())")
    let large = try BenchStore(at: workplace.path + "/large.sqlite", runs: runs)
    say("large store: \(try large.summary())\n")

    var figures: [Figure] = []
    func add(_ name: String, _ more: () throws -> [Figure]) rethrows {
      FileHandle.standardError.write(Data("measuring \(name) …\n".utf8))
      figures += try more()
    }
    let firstFrame = FirstFrame(prodpair: prodpair, bare: bare, environment: environment)
    try add("the first frame") {
      [
        try firstFrame.figure("first frame, large store", large),
        try firstFrame.figure("first frame, small store", small),
        try firstFrame.figureAlone("first frame, large store, nobody else there", large),
      ]
    }
    try add("keys") { try KeysInProcess(store: large).figures() }
    try add("keys through a terminal") {
      try KeysThroughTerminal(prodpair: prodpair, environment: environment, store: large).figures()
    }
    let ticks = TickToDurable(directory: workplace.path)
    try add("ticks") {
      try ticks.figures("tick to durable, large store", large, aim: .ratio(2))
        + ticks.figures("tick to durable, small store", small, aim: .ratio(2))
    }
    try add("the other screen") {
      try OtherScreen(prodpair: prodpair, environment: environment, store: large).figures()
    }
    try add("the command line") {
      try WholeCommands(prodpair: prodpair, environment: environment, large: large, small: small).figures()
    }
    try add("growth") { try Growth(large: large, small: small).figures() }
    let memory = Memory(prodpair: prodpair, environment: environment)
    try add("memory") { try memory.figures("large store", large) + memory.figures("small store", small) }
    var isSound = false
    try add("verify") {
      let seconds = try milliseconds { isSound = try large.store.verify().findings.isEmpty } / 1000
      return [Figure("verify, large store\(isSound ? "" : ": FOUND SOMETHING")", seconds, .seconds)]
    }
    say(Figure.table(figures))
    return isSound
  }
}
