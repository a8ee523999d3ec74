import Domain
import Exchange
import Host
import Store
import Workflow

/// Follows a command's output to its end, and says meanwhile what ^C does.
///
/// Whoever follows is not who runs it: when this process ends, by a signal or since nobody reads its output any more, the
/// command goes on.
struct FollowExecution {
  let session: Session
  /// Whether ^C asks the command to stop: for whoever has begun it here. For others it only ends the following.
  let isOwn: Bool
  /// Whether the output goes to standard error, as it does beside JSON.
  let isBeside: Bool
  /// Where it begins, in bytes from the end of what there is; nil for all of it.
  var lastBytes: Int?

  /// - Returns: nil where somebody has had enough of following while it runs.
  func follow(_ execution: Execution) throws -> Execution? {
    try InterruptCount.counting { try watch(execution) }
  }

  private func watch(_ execution: Execution) throws -> Execution? {
    let reader = try OutputReader(execution, store: session.store)
    var lines = PrintedLines()
    var interrupts = 0
    var state = try reader.state()
    var position = lastBytes.map { max(0, state.size - $0) } ?? 0
    if position > 0 { Output.note("(\(position) bytes before)") }
    while true {
      try copy(reader, from: &position, to: state.size, &lines)
      if !state.isSupervised, !state.isOver { try findLost() }
      if state.isOver || !state.isSupervised,
        case let ended = try session.store.read({ try $0.execution(execution.number) }), !ended.isRunning
      {
        // What came between the last look and the end.
        try copy(reader, from: &position, to: try reader.state().size, &lines)
        try write(lines.end())
        return ended
      }
      while interrupts < InterruptCount.now {
        interrupts += 1
        if try !goesOnFollowing(execution, afterInterrupt: interrupts) {
          try write(lines.end())
          return nil
        }
      }
      state = try reader.waitForChange(since: state, upTo: .milliseconds(200))
    }
  }

  private func copy(
    _ reader: OutputReader, from position: inout Int, to end: Int, _ lines: inout PrintedLines
  ) throws {
    var missing = 0
    while position < end {
      let (start, bytes) = try reader.bytes(in: position..<min(end, position + (256 << 10)))
      if bytes.isEmpty, start <= position { break }
      missing += start - position
      position = start + bytes.count
      guard !bytes.isEmpty else { continue }
      if missing > 0 { try tell(missing: missing, &lines) }
      missing = 0
      try write(lines.take(bytes))
    }
    if missing > 0 { try tell(missing: missing, &lines) }
    if OutputForm.isTerminal, !isBeside { try write(lines.begun()) }
  }

  /// In bytes, from the middle of much.
  private func tell(missing: Int, _ lines: inout PrintedLines) throws {
    try write(lines.end())
    Output.note("(\(missing) bytes of output are not kept)")
  }

  private func write(_ text: String) throws {
    isBeside ? Output.note(text) : try Output.bytes(Array(text.utf8))
  }

  /// Whoever watched over it is gone: that is written down, once, by whoever sees it first.
  private func findLost() throws {
    _ = try FindLostExecutions(store: session.store).run(by: session.actor, at: Session.now)
  }

  /// What ^C does, the first time and the second.
  private func goesOnFollowing(_ execution: Execution, afterInterrupt count: Int) throws -> Bool {
    let again = "prodpair run exec \(execution.run) \(execution.step)"
    guard isOwn, count == 1 else {
      say(
        isOwn
          ? "it is left running, and is being stopped; `\(again) --watch` follows it again"
          : "it goes on without you; `\(again) --watch` follows it again, `--stop` stops it")
      return false
    }
    say("stopping it: an interrupt now, TERM in 5 s, KILL in 10 s; ^C again leaves it to that")
    try StopExecutionNow.stop(execution, in: session)
    return true
  }

  /// On a line of its own: a terminal shows ^C where the cursor was.
  private func say(_ text: String) { Output.note((Asking.isPossible ? "\n" : "") + text) }
}

/// Stops a command, and says who did.
enum StopExecutionNow {
  /// One that has ended meanwhile, or that nobody watches over any more, is no error: it runs no longer.
  static func stop(_ execution: Execution, in session: Session) throws {
    do {
      try StopRunningExecution.stop(execution, in: session.store, by: session.actor, at: Session.now)
    } catch Refusal.commandNotRunning {
      return
    } catch ExecutionError.notSupervised {
      return
    }
  }
}
