import Foundation

/// A command that gives a secret (`from:`), asked without a terminal.
public enum SecretCommand {
  public enum Answer: Hashable, Sendable {
    case value(String)
    /// Why there is none, for people. Nothing of what the command printed is in it: that may be the secret.
    case none(String)
    /// Somebody wanted it stopped.
    case stopped
  }

  private static let limit = 64 << 10
  public static let seconds = 60

  /// Runs it with `sh` and gives what it printed, without the line ends at its end.
  ///
  /// - Parameter isStopped: asked ten times a second.
  public static func ask(
    _ command: String, environment: [String: String], directory: String, isStopped: () -> Bool
  ) -> Answer {
    let words = ["/bin/sh", "-c", "cd -- \"$0\" && eval \"$1\"", directory, command]
    let child = CapturedChild.run(
      words, environment: environment, input: [], limit: limit, time: .seconds(seconds), isStopped: isStopped)
    switch child.ending {
    case .stopped: return .stopped
    case .outOfTime: return .none("its command had not ended after \(seconds) s")
    case .notStarted(let code): return .none("its command could not be begun: \(SystemError(code: code))")
    case .killed(let signal): return .none("its command was ended by signal \(signal)")
    case .exited(let code) where code != 0: return .none("its command ended with exit \(code)")
    case .exited: break
    }
    guard !child.isCut else { return .none("its command printed more than \(limit) bytes") }
    var bytes = child.output[...]
    while bytes.last == 10 || bytes.last == 13 { bytes = bytes.dropLast() }
    guard !bytes.isEmpty else { return .none("its command printed nothing") }
    guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0) else {
      return .none("its command printed what is no text")
    }
    return .value(text)
  }
}
