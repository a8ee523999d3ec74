import ArgumentParser
import Domain

/// How `run exec` goes about it.
struct ExecutionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which of the step's fences: its place among them from 1, or its name; else the first that is a command.",
      valueName: "fence"))
  var fence: String?

  @Flag(help: "Run it without asking.")
  var yes = false

  @Flag(help: "Begin it and leave: it goes on, and --watch follows it.")
  var detach = false

  @Flag(help: "Follow the step's command that somebody has begun; where it is over, what it printed.")
  var watch = false

  @Flag(help: "Stop the step's command: an interrupt, 5 s later TERM, 5 s later KILL.")
  var stop = false

  @Flag(name: .customLong("dry-run"), help: "Show each command as it would be run, and run none; nothing is written.")
  var isDryRun = false

  @Flag(
    name: .customLong("non-interactive"),
    help: "Ask nothing: go on as far as checks say yes, and stop with exit code 3 where a person is needed.")
  var isNonInteractive = false

  @Option(
    name: .customLong("secret"),
    help: ArgumentHelp(
      "Type this secret now, also where a command would give it; may be repeated.", valueName: "name"))
  var typedSecrets: [String] = []

  @Option(
    name: .customLong("secret-from"),
    help: ArgumentHelp(
      "A secret's value, from a file or standard input (-), without its last line end; may be repeated.",
      valueName: "name=file"))
  var secretFiles: [Assignment] = []

  @Flag(name: .customLong("json"), help: "Print JSON at the end, and the command's output on standard error.")
  var isJSON = false

  func validate() throws {
    let ways = [
      (detach && !stop, "--detach"), (watch, "--watch"), (stop, "--stop"), (isDryRun, "--dry-run"),
    ].filter(\.0).map(\.1)
    if ways.count > 1 {
      throw ValidationError("\(ways.joined(separator: " and ")) are different things to do: use one of them")
    }
    if !ways.isEmpty, isNonInteractive, !detach {
      throw ValidationError("--non-interactive is for running, and \(ways[0]) runs nothing")
    }
    let names = typedSecrets + secretFiles.map(\.name)
    if let twice = names.first(where: { name in names.filter { $0 == name }.count > 1 }) {
      throw ValidationError("the secret \(twice) is given twice")
    }
    if isNonInteractive, let name = typedSecrets.first {
      throw ValidationError(
        "--secret \(name) is typed, and --non-interactive asks nothing: give it with --secret-from \(name)=FILE")
    }
    if secretFiles.filter({ $0.value == "-" }).count > 1 {
      throw ValidationError("standard input (-) can give one secret only")
    }
  }

  /// - Throws: `ValidationError` for what only makes sense for one step.
  func checkWithoutStep() throws {
    if fence != nil { throw ValidationError("--fence is one of a step's: name the step") }
    if detach, !stop { throw ValidationError("--detach begins one step's command: name the step") }
    if !typedSecrets.isEmpty { throw ValidationError("--secret is for one step's command: name the step") }
  }
}
