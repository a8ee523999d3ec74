import Domain
import Host
import Store

/// The environment that a command runs in: declared, and the same for both of a pair.
enum CommandEnvironment {
  /// - Parameters:
  ///   - secrets: by name.
  ///   - mine: the environment of whoever runs it, of which the plan's names are let through.
  static func make(
    _ plan: CommandPlan, of run: Run, secrets: [String: String], mine: [String: String], storePath: String
  ) -> [String: String] {
    var environment = mine.filter { plan.passed.contains($0.key) }
    environment["PATH"] = environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    // A program that knows better than to move the cursor about is easier to read afterwards.
    environment["TERM"] = environment["TERM"] ?? "dumb"
    environment["HOME"] = environment["HOME"] ?? Account.homeDirectory
    environment.merge(plan.variables) { $1 }
    for parameter in plan.parameters { environment[parameter.name] = parameter.value }
    environment.merge(secrets) { $1 }
    environment["PRODPAIR_STORE"] = storePath
    environment["PRODPAIR_RUN"] = "\(run.number)"
    environment["PRODPAIR_STEP"] = plan.step.id.text
    environment["PRODPAIR_ENVIRONMENT"] = run.environment.name
    environment["PRODPAIR_ARTIFACT"] = "\(run.artifact)"
    return environment
  }
}
