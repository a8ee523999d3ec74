import Domain
import Host
import Text
import Workflow

/// The secrets that whoever runs a command gives it: typed, or from files. They are held in memory for as long as it
/// takes to hand them over, and nowhere else.
struct GivenSecrets {
  /// In bytes; no key or token is longer.
  private static let limit = 64 << 10

  /// From files, by name.
  private var read: [String: String] = [:]
  private let typed: Set<String>
  private let mayAsk: Bool

  /// - Throws: `ExecuteError`, `ExecutionError`, `FileError`; before anything runs.
  init(_ options: ExecutionOptions, declared: [Parameter]) throws {
    let secrets = declared.filter(\.isSecret).map(\.name)
    for name in options.typedSecrets + options.secretFiles.map(\.name) where !secrets.contains(name) {
      throw ExecuteError.noSuchSecret(name, known: secrets)
    }
    typed = Set(options.typedSecrets)
    mayAsk = !options.isNonInteractive && Asking.isPossible
    for file in options.secretFiles {
      read[file.name] = try Self.value(of: file.name, try Self.content(of: file.value))
    }
  }

  /// The names of those that have to be typed and can't be.
  func missing(for plan: CommandPlan) -> [String] { mayAsk ? [] : toType(plan).map(\.name) }

  /// What the command is given, by name; asks for what has to be typed.
  ///
  /// - Throws: `ExecuteError`; where one that is asked for is not typed, nothing is to be run.
  func values(for plan: CommandPlan) throws -> [String: String] {
    let missing = missing(for: plan)
    guard missing.isEmpty else { throw ExecuteError.secretsToType(plan.step.id, missing) }
    var values = read.filter { name, _ in plan.parameters.contains { $0.name == name && $0.isUsed } }
    for variable in toType(plan) {
      let ask = variable.ask.map { " (\($0))" } ?? ""
      guard let line = HiddenLine.read(prompt: visible("\(variable.name)\(ask), not shown: ")) else {
        throw ExecuteError.declined(plan.step.id)
      }
      values[variable.name] = try Self.value(of: variable.name, line)
    }
    return values
  }

  private func toType(_ plan: CommandPlan) -> [CommandPlan.Variable] {
    plan.parameters.filter { variable in
      variable.isUsed && variable.secret != nil && read[variable.name] == nil
        && (variable.secret == .prompt || typed.contains(variable.name))
    }
  }

  private static func content(of path: String) throws -> [UInt8] {
    var bytes = try FileAccess.readUpToEnd(path, limit: limit)
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    return bytes
  }

  private static func value(of name: String, _ bytes: [UInt8]) throws -> String {
    guard !bytes.isEmpty else { throw ExecutionError.secretEmpty(name: name) }
    guard !bytes.contains(0), let value = String(validating: bytes, as: UTF8.self) else {
      throw ExecuteError.secretUnusable(name)
    }
    return value
  }
}
