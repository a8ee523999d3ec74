import Domain
import Foundation

/// `prodpair-bench fill STORE RUNS` and `prodpair-bench play STORE PATH TIMES`, which `scripts/count-instructions` calls.
///
/// What is counted lies between two functions that do nothing, by whose names callgrind knows when to begin and to stop.
enum CountedPlay {
  static let usage = """
    usage: prodpair-bench fill STORE RUNS
           prodpair-bench play STORE PATH TIMES
           prodpair-bench paths
    """

  /// Returns false where the arguments are none of these.
  static func run(_ arguments: [String]) throws -> Bool {
    switch arguments.first {
    case "fill":
      guard arguments.count == 3, let runs = Int(arguments[2]) else { throw BenchError(usage) }
      let store = try BenchStore(at: arguments[1], runs: runs)
      _ = try store.freshRun()
      print(try store.summary())
    case "play":
      guard arguments.count == 4, let times = Int(arguments[3]) else { throw BenchError(usage) }
      guard let path = CountedPath.all.first(where: { $0.name == arguments[2] }) else {
        throw BenchError("there is no path \(arguments[2]): \(CountedPath.all.map(\.name).joined(separator: " "))")
      }
      try play(path, times, on: arguments[1])
    case "paths":
      print(CountedPath.all.map(\.name).joined(separator: "\n"))
    default: return false
    }
    return true
  }

  private static func play(_ path: CountedPath, _ times: Int, on file: String) throws {
    guard access(file, F_OK) == 0 else { throw BenchError("there is no store \(file): fill it first") }
    let store = try BenchStore(at: file, runs: 0)
    // Under callgrind a minute passes in a few keys, and the screens would show it.
    let now = Instant(Date())
    var screens = try ScreensInProcess(store.store, store.actor, order: .oneByOne, clock: { now })
    for key in TypedKeys(path.goes).each { try screens.type(key) }
    // Once before it is looked at: columns stay as wide as they ever had to be.
    for key in TypedKeys(path.keys).each { try screens.type(key) }
    let begin = screens.text
    beginCounting()
    for _ in 0..<times {
      for key in TypedKeys(path.keys).each { try screens.type(key) }
    }
    endCounting()
    // What writes is to have written, and what only looks is to be back.
    guard (screens.text == begin) == (path.name != "run-tick" || times == 0) else {
      throw BenchError("\(path.name) did not end where it should:\n\(begin)\n\n\(screens.text)")
    }
  }
}

/// Callgrind forgets what it has counted before this, of all threads.
@_silgen_name("prodpair_count_begin")
@inline(never)
private func beginCounting() {}

/// Callgrind writes down what it has counted before this.
@_silgen_name("prodpair_count_end")
@inline(never)
private func endCounting() {}
