@testable import Host

/// A program with two screens, and files that were never written.
enum Sample {
  static let vocabulary = ConfigurationVocabulary(
    themes: ["default", "high-contrast", "mono"], startScreens: ["today", "checklists", "runs"],
    commands: [
      command("home.open", ["Enter"]), command("home.first", ["g g", "Home"]), command("home.new", ["n"]),
      command("run.done", ["Space"]), command("run.failed", ["x"]), command("run.note", ["c"]),
      command("run.tick-all", ["t"]), command("run.back", ["Esc"]),
      command("app.help", ["?", "F1"]), command("app.runs", ["g r"]), command("app.back", ["Esc"]),
      command("app.redo", ["^R"]), command("app.quit", ["q", "^C"], lasting: ["^C"]),
    ],
    keyNames: ["Enter", "Esc", "Tab", "S-Tab", "Backspace", "Del", "Up", "Down", "PgUp", "PgDn", "Space", "F1", "F2"],
    isKey: { name in
      switch name.count {
      case 1: true
      case 2 where name.hasPrefix("^"): name.last.map { ("@"..."_").contains($0) && !"IMHJ[".contains($0) } == true
      case 5 where name.hasPrefix("Alt-"): true
      default:
        ["Enter", "Esc", "Tab", "S-Tab", "Backspace", "Del", "Up", "Down", "PgUp", "PgDn", "Space", "Home", "F1", "F2"]
          .contains(name)
      }
    })

  private static func command(
    _ id: String, _ keys: [String], lasting: [String] = []
  ) -> ConfigurationVocabulary.Command {
    let screen = id.prefix { $0 != "." }
    return .init(
      id: id, screen: screen == "app" ? nil : String(screen), keys: keys, title: "Do it", lastingKeys: lasting)
  }

  static let own = ConfigurationFile(path: "config.yaml", layer: .own)
  static let site = ConfigurationFile(path: "/etc/prodpair/config.yaml", layer: .site)

  /// What the user's own file, over the administrator's, comes to.
  static func read(_ own: String, over site: String? = nil) -> ConfigurationReading {
    let site = site.map { ConfigurationDocument(Self.site, bytes: Array($0.utf8)) }
    let own = ConfigurationDocument(Self.own, bytes: Array(own.utf8))
    return Configuration.read(documents: [site, own].compactMap(\.self), vocabulary: vocabulary)
  }

  static func problems(_ own: String, over site: String? = nil) -> [String] {
    read(own, over: site).problems.map(\.description)
  }
}
