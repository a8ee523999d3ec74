import Domain
import Host
import Text
import Workflow

/// What would run, as somebody reads it before it does.
enum PlanText {
  /// A headline, a line for each thing that it runs with, and the code, in this order; without a final line end.
  ///
  /// - Parameters:
  ///   - environment: of whoever runs it.
  ///   - tellsPassed: whether it says what of that is passed on.
  static func text(_ plan: CommandPlan, environment: [String: String], tellsPassed: Bool) -> String {
    let home = "\(environment["HOME"] ?? Account.homeDirectory), your home directory"
    let facts =
      [("runs with", plan.interpreter), ("in", plan.directory ?? home)] + facts(plan)
      + (tellsPassed ? [("passed on", passed(plan, environment))] : [])
    let width = LabelColumn.width(of: facts.map(\.name), atLeast: 11)
    let lines = facts.map { "  " + LabelColumn.padded($0.name, toWidth: width) + visible($0.value) }
    let code = plan.code.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
    return ([headline(plan)] + lines + [""] + code).joined(separator: "\n")
  }

  private static func headline(_ plan: CommandPlan) -> String {
    let name = plan.command.name.map { ", \($0)" } ?? ""
    let fence = plan.step.fences.count > 1 || !name.isEmpty ? ", fence \(plan.command.fence + 1)\(name)" : ""
    return visible("step \(plan.step.number) \(plan.step.id), \(plan.mode.rawValue)\(fence): \(plan.step.title)")
  }

  private static func facts(_ plan: CommandPlan) -> [(name: String, value: String)] {
    var facts: [(name: String, value: String)] = []
    if plan.mode == .check {
      facts.append(("yes means", "exit 0" + (plan.matches.map { ", and a line of output that matches \($0)" } ?? "")))
    }
    let tries = plan.attempts > 1 ? "up to \(plan.attempts) tries" : nil
    let time = plan.timeout.map { "at most \(StepDuration.text($0))" + (tries == nil ? "" : " each") }
    let limits = [tries, time].compactMap(\.self)
    if !limits.isEmpty { facts.append(("limits", limits.joined(separator: ", "))) }
    facts += plan.parameters.filter(\.isUsed).map { ($0.name, words($0)) }
    facts += plan.variables.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value) (the team's)") }
    let unused = plan.parameters.filter { !$0.isUsed && $0.secret == nil }.map(\.name)
    if !unused.isEmpty { facts.append(("also set", unused.joined(separator: ", ") + " (the code does not name them)")) }
    return facts
  }

  /// The names of what a command gets of that environment.
  static func passed(_ plan: CommandPlan, _ environment: [String: String]) -> String {
    let names = plan.passed.filter { environment[$0] != nil }
    return names.isEmpty ? "nothing of your environment" : names.joined(separator: ", ") + " of your environment"
  }

  private static func words(_ variable: CommandPlan.Variable) -> String {
    switch variable.secret {
    case .prompt: "a secret, asked for before it runs, and kept nowhere"
    case .command(let line): "a secret, kept nowhere, which this prints: \(line)"
    case nil: variable.value ?? ""
    }
  }
}

extension Step {
  /// Its text as one line.
  var title: String { text.split(separator: "\n").joined(separator: " ") }
}
