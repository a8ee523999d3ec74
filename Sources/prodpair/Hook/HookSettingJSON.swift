import Domain
import Exchange
import Host

/// Hooks as the configuration has them, in `config show --json` and `hook list --json`.
enum HookSettingJSON {
  static func list(_ hooks: [Setting<ConfiguredHook>]) -> JSON {
    JSON(hooks) { setting in
      let hook = setting.value
      return .object(
        ConfigurationJSON.origin(setting.place).merging([
          "on": JSON(hook.events.map(\.rawValue)), "run": JSON(hook.command), "team": JSON(hook.team),
          "limitSeconds": JSON(seconds: hook.limit),
        ]) { $1 })
    }
  }
}

/// The same for people.
enum HookSettingText {
  /// As in `chat --channel ops, on run-started, run-finished, for team platform, 30s at most`.
  static func line(_ hook: ConfiguredHook) -> String {
    let team = hook.team.map { ", for team \($0)" } ?? ""
    return "\(command(hook)), on \(events(hook))\(team), \(limit(hook)) at most"
  }

  static func command(_ hook: ConfiguredHook) -> String { hook.command.joined(separator: " ") }

  static func events(_ hook: ConfiguredHook) -> String {
    hook.events == HookEventKind.allCases ? "all" : hook.events.map(\.rawValue).joined(separator: ", ")
  }

  static func limit(_ hook: ConfiguredHook) -> String { StepDuration.text(hook.limit) }
}
