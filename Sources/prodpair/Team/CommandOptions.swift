import ArgumentParser
import Domain
import Store

/// Where a team's commands run, and with which variables.
struct CommandOptions: ParsableArguments {
  @Option(
    name: .customLong("command-directory"),
    help: ArgumentHelp(
      "Where the commands of steps run: an absolute path, or nothing for the home directory of whoever runs them.",
      valueName: "path"),
    completion: .directory)
  var directory: String?

  @Option(
    name: .customLong("command-variable"),
    help: ArgumentHelp(
      "A variable that commands find in their environment; it stands on the record, so no secret; may be repeated.",
      valueName: "name=value"))
  var variables: [VariableArgument] = []

  @Option(
    name: .customLong("no-command-variable"),
    help: ArgumentHelp("Take such a variable away; may be repeated.", valueName: "name"))
  var formerVariables: [String] = []

  @Option(
    name: .customLong("pass-variable"),
    help: ArgumentHelp(
      "A variable that commands get from the environment of whoever runs them; may be repeated.", valueName: "name"))
  var passed: [String] = []

  @Option(
    name: .customLong("no-pass-variable"),
    help: ArgumentHelp("Do not pass such a variable on any more; may be repeated.", valueName: "name"))
  var formerPassed: [String] = []

  var isEmpty: Bool {
    directory == nil && variables.isEmpty && formerVariables.isEmpty && passed.isEmpty && formerPassed.isEmpty
  }

  func validate() throws {
    if let directory, !directory.isEmpty, !directory.hasPrefix("/") || directory.contains("\0") {
      throw ValidationError("--command-directory is an absolute path, which \(directory) is not")
    }
    for (option, name) in variables.map({ ("--command-variable", $0.name) }) + passed.map({ ("--pass-variable", $0) }) {
      if let why = CommandVariable.refusal(of: name) { throw ValidationError("\(option) \(name): \(why)") }
    }
  }

  /// - Throws: `CommandLineError.noSuchSetting` for what is to be taken away and is not there.
  func apply(to settings: inout CommandSettings, of team: TeamName) throws {
    if let directory { settings.directory = directory.isEmpty ? nil : directory }
    for name in formerVariables where settings.variables.removeValue(forKey: name) == nil {
      throw CommandLineError.noSuchSetting(what: "command variable", name: name, team: team)
    }
    for name in formerPassed {
      guard settings.passed.contains(name) else {
        throw CommandLineError.noSuchSetting(what: "passed variable", name: name, team: team)
      }
      settings.passed.removeAll { $0 == name }
    }
    for variable in variables { settings.variables[variable.name] = variable.value }
    settings.passed = Set(settings.passed + passed.filter { !CommandSettings.alwaysPassed.contains($0) }).sorted()
  }
}

/// `BOSH_ENVIRONMENT=director-prod`; the value may be empty.
struct VariableArgument: ExpressibleByArgument {
  var name: String
  var value: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else { return nil }
    name = String(argument[..<sign])
    value = String(argument[argument.index(after: sign)...])
  }
}
