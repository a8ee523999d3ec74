/// How a process ended, and what it said.
public struct Ended: Sendable, CustomStringConvertible {
  public var words: [String]
  /// Nil when a signal ended it.
  public var exitCode: Int32?
  public var signal: Int32?
  public var output: String
  public var errors: String
  /// From before its start until its end was seen.
  public var duration: Duration
  /// It was killed (SIGKILL) because it was still there after its time limit.
  public var isOutOfTime: Bool

  public var succeeded: Bool { exitCode == 0 }

  /// The command line and how it ended, in one line for a finding.
  public var description: String {
    let end = exitCode.map { "exit \($0)" } ?? "signal \(signal ?? 0)"
    let said = errors.split(separator: "\n").prefix(4).joined(separator: " / ")
    return "`\(words.joined(separator: " "))`: \(isOutOfTime ? "no end within its time" : end)"
      + (said.isEmpty ? "" : ", said: \(said)")
  }
}
