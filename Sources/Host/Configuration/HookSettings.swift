import Domain
import Yams

/// The hooks of all files, for whoever needs no theme and no keys.
public struct HookSettings: Hashable, Sendable {
  /// The administrator's before the user's own, each in the order of its file.
  public var hooks: [Setting<ConfiguredHook>] = []
  /// What keeps hooks from being known, or from being run.
  public var problems: [ConfigurationProblem] = []

  public init(hooks: [Setting<ConfiguredHook>] = [], problems: [ConfigurationProblem] = []) {
    self.hooks = hooks
    self.problems = problems
  }

  /// Where there is no file this costs as many calls of open(2).
  public static func read(_ files: [ConfigurationFile]) -> HookSettings {
    read(documents: files.map(ConfigurationDocument.init).filter(\.isThere))
  }

  static func read(documents: [ConfigurationDocument]) -> HookSettings {
    var settings = HookSettings()
    for document in documents {
      if document.isBroken, let problem = document.problems.last { settings.problems.append(problem) }
      settings.problems += document.problems.filter { problem in
        if case .repeated("hooks", _) = problem.kind { true } else { false }
      }
      for entry in document.entries where entry.name == "hooks" {
        let reader = HooksReader(entry, in: document)
        settings.hooks += reader.hooks
        settings.problems += reader.problems
      }
    }
    return settings
  }
}
