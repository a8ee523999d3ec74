import Domain
import Exchange
import Store
import Workflow

/// Every command of a run as it would be run, and of what is done by hand that it is; nothing runs, and nothing is
/// written. For runs in any state, planned ones and those that are over too.
struct DryRun {
  let run: Run
  let settings: CommandSettings
  /// Of whoever would run them.
  let environment: [String: String]

  /// A step, and what would run of it; nothing where it is done by hand.
  private struct Part {
    var step: Step
    var plans: [CommandPlan]
  }

  /// - Parameters:
  ///   - step: the one that it is about; all of them when nil.
  ///   - fence: the place of the fence that it is about, from 0; all of the step's that are commands when nil.
  func text(of step: Step?, fence: Int? = nil) throws -> String {
    let parts = try parts(of: step, fence: fence)
    var section: Section?
    var blocks: [String] = []
    for part in parts {
      if step == nil, section != part.step.section {
        section = part.step.section
        blocks.append("\(part.step.section.rawValue):")
      }
      blocks +=
        part.plans.isEmpty
        ? [byHand(part.step)]
        : part.plans.map { PlanText.text($0, environment: environment, tellsPassed: false) + note(on: part.step) }
    }
    let count = parts.map(\.plans.count).reduce(0, +)
    let hands = parts.count { $0.plans.isEmpty }
    let steps = hands == 0 ? "" : ", \(hands) \(hands == 1 ? "step is" : "steps are") done by hand"
    let passed = parts.lazy.flatMap(\.plans).first.map { "passed on: " + PlanText.passed($0, environment) + "\n" } ?? ""
    return (blocks + ["\(passed)\(count) \(count == 1 ? "command" : "commands")\(steps); none was run"]).joined(
      separator: "\n\n")
  }

  func json(of step: Step?, fence: Int? = nil) throws -> JSON {
    [
      "run": .integer(run.number.value),
      "checklist": .string(run.version.reference.checklist.text),
      "version": .integer(run.version.reference.number),
      "steps": JSON(try parts(of: step, fence: fence)) { part in
        [
          "id": JSON(part.step.id), "number": .integer(part.step.number),
          "section": .string(part.step.section.rawValue), "text": .string(filled(part.step).text),
          "state": .string(run.progress(of: part.step.id).state.rawValue), "mode": .string(part.step.mode.rawValue),
          "commands": JSON(part.plans, element: PlanJSON.json),
        ]
      },
    ]
  }

  private func parts(of step: Step?, fence: Int?) throws -> [Part] {
    try (step.map { [$0] } ?? run.steps).map { step in
      // By hand is done whatever is marked so, also where there is a fence to copy.
      guard step.mode != .manual else {
        if let fence { _ = try CommandPlan(step: step.id, fence: fence, of: run, settings: settings) }
        return Part(step: step, plans: [])
      }
      let fences = step.commands.map(\.fence).filter { fence == nil || $0 == fence }
      return Part(
        step: step,
        plans: try fences.map { try CommandPlan(step: step.id, fence: $0, of: run, settings: settings) })
    }
  }

  private func byHand(_ step: Step) -> String {
    "step \(step.number) \(step.id), by hand: \(filled(step).title)" + note(on: step)
  }

  private func filled(_ step: Step) -> Step { FilledStep.of(step, in: run) }

  /// Why it would not be run as things stand.
  private func note(on step: Step) -> String {
    if let condition = run.version.unmetCondition(of: step, for: run.parameters) {
      let sign = condition.isEqual ? "=" : "!="
      return "\n  (not for this run: only with \(condition.parameter) \(sign) \(condition.value))"
    }
    let state = run.progress(of: step.id).state
    return state == .open || state == .started || state == .inactive ? "" : "\n  (\(state.rawValue) already)"
  }
}
