import ChecklistFile
import Domain
import Store

/// What would run, and with what: what the pair looks at before it does. Nothing runs that was not shown so.
public struct CommandPlan: Hashable, Sendable {
  /// A parameter of the run, as the command finds it in its environment.
  public struct Variable: Hashable, Sendable {
    public var name: String
    /// Nil for a secret, which nobody has asked for yet.
    public var value: String?
    public var secret: SecretSource?
    /// What is asked of whoever types it.
    public var ask: String?
    /// Whether the code names it.
    public var isUsed: Bool
  }

  public var run: RunNumber
  public var environment: Environment
  public var artifact: Artifact
  /// With its texts filled in.
  public var step: Step
  public var mode: StepMode
  public var command: StepCommand
  /// As the interpreter reads it: `${name}` for each parameter, whose value is never part of it.
  public var code: String
  /// An absolute path; nil for the home directory of whoever runs it.
  public var directory: String?
  public var parameters: [Variable]
  /// Of the team, by name.
  public var variables: [String: String]
  /// Names of what it takes over from whoever runs it.
  public var passed: [String]
  public var timeout: Duration?
  public var attempts: Int
  public var matches: String?

  /// The secrets that the code names and that have to be typed.
  public var prompts: [Variable] { parameters.filter { $0.isUsed && $0.secret == .prompt } }

  /// - Parameter fence: the place of one among the step's fences, from 0; nil for the first that is a command.
  /// - Throws: `Missing.step`, `Refusal.noCommand`, `Refusal.stepIsManual`.
  public init(step id: StepID, fence: Int? = nil, of run: Run, settings: CommandSettings) throws {
    guard let step = run.steps.first(where: { $0.id == id }) else {
      throw Missing.step(id, of: run.version.reference)
    }
    guard let command = step.commands.first(where: { fence == nil || $0.fence == fence }) else {
      throw Refusal.noCommand(id)
    }
    guard step.mode != .manual else { throw Refusal.stepIsManual(id) }
    let declared = run.version.settings.parameters
    // Only the names count for the code.
    let names = Dictionary(uniqueKeysWithValues: declared.map { ($0.name, "") })
    let used = Set(ParameterText.names(in: command.code, of: names))
    self.run = run.number
    environment = run.environment
    artifact = run.artifact
    self.step = ParameterText.filled(step, with: run.parameters, secrets: run.version.settings.secretNames)
    mode = step.mode
    self.command = command
    code = ParameterText.code(of: step.fences[command.fence], for: names)
    directory = settings.directory
    parameters = declared.map { parameter in
      Variable(
        name: parameter.name, value: parameter.isSecret ? nil : run.parameters[parameter.name] ?? "",
        secret: parameter.secret, ask: parameter.ask, isUsed: used.contains(parameter.name))
    }
    variables = settings.variables
    passed = CommandSettings.alwaysPassed + settings.passed
    timeout = step.attributes.timeout
    attempts = step.mode == .check ? max(1, step.attributes.attempts ?? 1) : 1
    matches = step.mode == .check ? step.attributes.matches : nil
  }
}

extension CommandPlan {
  /// What runs it, as in `bash -eo pipefail`.
  public var interpreter: String { command.interpreter.joined(separator: " ") }
}
