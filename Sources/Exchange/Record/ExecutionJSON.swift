import Domain

/// A command that was run, as JSON; the keys are described in docs/json.md under `run show`.
public enum ExecutionJSON {
  /// - Parameter more: what else a reader is told beside it.
  public static func json(_ execution: Execution, adding more: [String: JSON] = [:]) -> JSON {
    let result = execution.result
    let members: [String: JSON] = [
      "number": .integer(execution.number.value),
      "step": JSON(execution.step),
      "mode": .string(execution.mode.rawValue),
      "title": .string(execution.command.title),
      "fence": .integer(execution.command.fence + 1),
      "name": JSON(execution.command.name),
      "interpreter": JSON(execution.command.interpreter),
      "command": .string(execution.command.code),
      "by": JSON(execution.by),
      "directory": .string(execution.directory),
      "host": .string(execution.host),
      "seq": .integer(execution.startedEntry),
      "startedAt": JSON(execution.startedAt),
      "endedAt": JSON(result?.endedAt),
      "ending": JSON(result?.ending.name),
      "code": JSON(result?.ending.code),
      "why": why(result?.ending),
      "stoppedBy": stopper(result?.ending),
      "verdict": JSON(result?.verdict.rawValue),
      "tookSeconds": JSON(seconds: result?.took),
      "attempts": JSON(result?.attempts),
      "failingLine": JSON(result?.output.failingLine),
      "outputSize": JSON(result?.output.size),
      "outputSHA256": JSON(result?.output.kept?.sha256),
      "output": result.map { output($0.output) } ?? nil,
    ]
    return .object(members.merging(more) { $1 })
  }

  private static func why(_ ending: ExecutionEnding?) -> JSON {
    if case .notStarted(let why)? = ending { .string(why) } else { nil }
  }

  private static func stopper(_ ending: ExecutionEnding?) -> JSON {
    if case .stopped(let by)? = ending { JSON(by) } else { nil }
  }

  private static func output(_ output: ExecutionOutput) -> JSON {
    [
      "kept": JSON(output.kept?.size),
      "head": .string(output.head),
      "tail": .string(output.tail),
      "linesBetween": .integer(output.linesBetween),
      "progress": progress(output.progress),
    ]
  }

  private static func progress(_ progress: OutputProgress?) -> JSON {
    guard let progress else { return nil }
    return ["done": .integer(progress.done), "total": JSON(progress.total), "name": JSON(progress.name)]
  }
}
