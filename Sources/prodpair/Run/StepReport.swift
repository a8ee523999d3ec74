import ChecklistFile
import Domain

/// What a verb says after it wrote something: where the step and the run stand now, and what that asks for.
enum StepReport {
  /// `run 42: 15 deploy done, 14 of 25 settled`, and a line for each thing that is still to do about it.
  static func text(_ run: Run, _ steps: [Step]) -> String {
    steps.map { line(run, $0) }.joined(separator: "\n")
  }

  static func text(_ run: Run) -> String { "run \(run.number): \(run.state.rawValue), \(count(run))" }

  private static func line(_ run: Run, _ step: Step) -> String {
    let progress = run.progress(of: step.id)
    var lines = ["run \(run.number): \(step.number) \(step.id) \(progress.state.rawValue), \(count(run))"]
    if progress.isAwaitingConfirmation {
      lines.append("  the other of the pair confirms it: prodpair run confirm \(run.number) \(step.id)")
    }
    if !progress.owedReasons.isEmpty {
      lines.append("  a reason is owed: prodpair run reason \(run.number) \(step.id) --reason \"why\"")
    }
    if progress.entries.last.map({ run.entries[$0].isOutOfOrder }) == true {
      lines.append("  out of order: earlier steps of \(step.section.rawValue) are not settled")
    }
    if progress.state == .failed { lines += rollback(run) }
    return lines.joined(separator: "\n")
  }

  /// Rule 11: failing a step shows what prompts a rollback.
  private static func rollback(_ run: Run) -> [String] {
    guard run.hasBegunToDeploy, run.steps.contains(where: { $0.section == .rollback }),
      !run.progress.entered.contains(.rollback)
    else {
      return []
    }
    let prompt = ParameterText.filled(run.version.rollbackPrompt, with: run.parameters)
    let lines = prompt.split(separator: "\n").map { "  " + $0 }
    return lines + ["  to roll back: prodpair run rollback \(run.number) --reason \"why\""]
  }

  private static func count(_ run: Run) -> String {
    let (settled, active) = run.progress.count(in: run.version, parameters: run.parameters)
    return "\(settled) of \(active) settled"
  }
}
