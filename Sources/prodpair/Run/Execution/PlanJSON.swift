import Domain
import Exchange
import Workflow

/// What would run, as docs/json.md describes it (`run exec --dry-run --json`).
enum PlanJSON {
  static func json(_ plan: CommandPlan) -> JSON {
    [
      "fence": .integer(plan.command.fence + 1),
      "name": JSON(plan.command.name),
      "interpreter": JSON(plan.command.interpreter),
      "code": .string(plan.code),
      "directory": JSON(plan.directory),
      "matches": JSON(plan.matches),
      "attempts": .integer(plan.attempts),
      "timeoutSeconds": JSON(seconds: plan.timeout),
      "parameters": JSON(plan.parameters, element: variable),
      "variables": JSON(plan.variables),
      "passed": JSON(plan.passed),
    ]
  }

  private static func variable(_ variable: CommandPlan.Variable) -> JSON {
    var source: String?
    if case .command(let line) = variable.secret { source = line }
    return [
      "name": .string(variable.name), "value": JSON(variable.value), "secret": .bool(variable.secret != nil),
      "from": JSON(source), "used": .bool(variable.isUsed),
    ]
  }
}
