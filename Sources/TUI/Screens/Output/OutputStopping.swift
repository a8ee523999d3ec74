import Domain

/// A stop of a command that is under way: what is sent next follows from the time (INT, after 5 s TERM, then KILL).
struct OutputStopping: Hashable, Sendable {
  let by: Handle
  /// How long ago it was asked for.
  let since: Duration

  /// What was sent last.
  var signal: String { since < .seconds(5) ? "INT" : since < .seconds(10) ? "TERM" : "KILL" }

  /// It should be over by now: whoever watches over the command may not have heard of it, and can be told again.
  var isOverdue: Bool { since >= .seconds(15) }
}

extension OutputScreen {
  /// The stop that is under way, where somebody has asked for one.
  func stopping(at now: Instant) -> OutputStopping? {
    let entry = work.run?.entries.first { $0.kind == .commandStopped && $0.target == execution.startedEntry }
    return entry.map { OutputStopping(by: $0.by, since: now - $0.written) }
  }
}
