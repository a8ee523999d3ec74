import Domain

/// What a supervisor is told on its standard input, where nobody else reads it: it has the secrets that were typed.
public struct ExecutionOrder: Codable, Sendable {
  public var storePath: String
  public var run: Int
  public var step: String
  /// The fence's place among the step's, from 0; nil for the first that is a command.
  public var fence: Int?
  /// Whom it is run for (`--as`); nil for oneself.
  public var actingAs: String?
  /// The values of secret parameters that were typed, by name. Those that a command gives are asked for by the supervisor.
  public var secrets: [String: String]
  /// The environment of whoever runs it; the command gets what its team lets through of it.
  public var environment: [String: String]

  public init(
    storePath: String, run: RunNumber, step: StepID, fence: Int? = nil, actingAs: Handle? = nil,
    secrets: [String: String] = [:], environment: [String: String]
  ) {
    self.storePath = storePath
    self.run = run.value
    self.step = step.text
    self.fence = fence
    self.actingAs = actingAs?.text
    self.secrets = secrets
    self.environment = environment
  }
}

/// The one line that a supervisor answers with, on its standard output.
public enum SupervisorAnswer: Codable, Hashable, Sendable {
  /// It is written down, and the command begins.
  case began(Int)
  /// Somebody's command of the step runs already: that is the one to watch.
  case running(Int)
  /// Nothing was begun; why, for people, and the exit code that goes with it.
  case refused(String, exitCode: Int32)
}
