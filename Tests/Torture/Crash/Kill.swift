import Foundation

/// When a process is killed (SIGKILL).
enum Kill: Sendable, CustomStringConvertible {
  case never
  /// At this time after its start.
  case after(Duration)
  /// At one of its calls on the store's files.
  case at(Fault)

  var description: String {
    switch self {
    case .never: "not killed"
    case .after(let duration): "killed after \(duration)"
    case .at(let fault): "killed at \(fault)"
    }
  }

  /// Runs a command on the store, and kills it when its time has come.
  func run(_ words: [String], in workplace: Workplace, input: String = "") throws -> Ended {
    switch self {
    case .never: return try workplace.run(words, input: input)
    case .after(let moment):
      let begin = ContinuousClock.now
      let child = try workplace.start(words, input: input)
      let rest = moment - begin.duration(to: .now)
      var time = timespec(
        tv_sec: Int(rest.components.seconds), tv_nsec: Int(rest.components.attoseconds / 1_000_000_000))
      if rest > .zero { nanosleep(&time, nil) }
      child.send(SIGKILL)
      return child.wait()
    case .at(let fault):
      return try workplace.run(
        words, environment: workplace.program.watched(under: workplace.folder.path, fault: fault), input: input)
    }
  }
}
