import Foundation

/// What the program costs while nobody touches it: Today with runs under way, where minutes tick, and beside it a run
/// with a step under way, where seconds do.
struct IdleProcessor {
  let prodpair: String
  let environment: [String: String]
  let store: WideStore
  let seconds: Int

  func figures() throws -> [Figure] {
    let run = try store.freshLongRun()
    try store.claimNextStep(of: run)
    let today = try ScreensOnTerminal(prodpair, environment, store: store.path)
    let onRun = try ScreensOnTerminal(prodpair, environment, store: store.path)
    defer {
      today.session.end()
      onRun.session.end()
    }
    guard today.shows("NEEDS YOU") else { throw BenchError("Today did not open:\n" + today.text) }
    try onRun.type(TypedKeys("g r"))
    try onRun.session.type("\r")
    try onRun.session.wait(for: "run \(run)") { $0.count(of: "RUN \(run)") > 0 }
    // What follows an opening is over by then, and this process's own bookkeeping too.
    try watch(for: 5, [today, onRun])
    let sessions = [("Today", today), ("a run with a step under way", onRun)]
    let before = try sessions.map { try Reading($0.1.session.pid) }
    try watch(for: seconds, [today, onRun])
    return try zip(sessions, before).flatMap { session, before in
      let after = try Reading(session.1.session.pid)
      let wall = (after.at - before.at) / 1000
      let name = "idle for \(Int(wall.rounded())) s, \(session.0)"
      return [
        Figure("\(name): of a core", (after.processor - before.processor) / wall * 100, .percent, aim: .median(0.5)),
        Figure("\(name): wakes", (after.sleeps - before.sleeps) / wall, .perSecond),
      ]
    }
  }

  /// Takes what they write meanwhile, so that none of them waits for its terminal.
  private func watch(for seconds: Int, _ screens: [ScreensOnTerminal]) throws {
    for _ in 0..<seconds {
      for screen in screens { try screen.session.settle(quietMilliseconds: 1) }
      usleep(1_000_000)
    }
  }

  private struct Reading {
    let at = clockMilliseconds()
    let processor: Double
    let sleeps: Double

    init(_ pid: pid_t) throws {
      processor = try ProcessFacts(pid: pid).processorSeconds()
      sleeps = try ProcessFacts(pid: pid).sleeps()
    }
  }
}
