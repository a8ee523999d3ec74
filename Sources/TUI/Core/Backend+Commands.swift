import Domain
import Store

/// A step's command that is to be run.
public struct CommandOrder: Sendable {
  public var run: RunNumber
  public var step: StepID
  /// The fence's place among the step's, from 0.
  public var fence: Int
  /// What was typed for secret parameters, by name. It is handed on and kept nowhere.
  public var secrets: [String: String]

  public init(run: RunNumber, step: StepID, fence: Int, secrets: [String: String] = [:]) {
    self.run = run
    self.step = step
    self.fence = fence
    self.secrets = secrets
  }
}

extension Backend {
  public func executions(of run: RunNumber) throws -> [Execution] {
    try onStore { store, _, _ in try store.read { try $0.executions(of: run) } }
  }

  public func execution(_ number: ExecutionNumber) throws -> Execution {
    try onStore { store, _, _ in try store.read { try $0.execution(number) } }
  }

  public func commandSettings(of team: TeamName) throws -> CommandSettings {
    try onStore { store, _, _ in try store.read { try $0.commandSettings(of: team) } }
  }

  /// How long the step's command took in earlier runs of the checklist, where it went well, the newest first.
  public func earlierTimes(
    of step: StepID, in checklist: ChecklistName, before number: ExecutionNumber?
  ) throws -> [Duration] {
    try onStore { store, _, _ in
      try store.read { reader in
        try reader.earlierExecutions(of: step, in: checklist, before: number).compactMap { $0.result?.took }
      }
    }
  }
}
