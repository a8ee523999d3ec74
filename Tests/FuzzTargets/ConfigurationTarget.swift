import Host

/// A configuration file of the administrator's, and one of the user's over it, apart by a NUL.
package struct ConfigurationTarget: Sendable {
  package typealias Read = @Sendable (_ site: [UInt8], _ own: [UInt8]) -> ConfigurationReading

  private let read: Read

  package init(read: @escaping Read = Self.reading) { self.read = read }

  private static let site = ConfigurationFile(path: "/site.yaml", layer: .site)
  private static let own = ConfigurationFile(path: "/own.yaml", layer: .own)
  private static let vocabulary = ConfigurationVocabulary(
    themes: ["default", "mono"], startScreens: ["today", "runs"],
    commands: [
      .init(id: "app.quit", screen: nil, keys: ["q"], title: "Leave", lastingKeys: ["^C"]),
      .init(id: "app.runs", screen: nil, keys: ["g r"], title: "Runs"),
      .init(id: "run.done", screen: "run", keys: ["Space", "d"], title: "Done"),
    ], keyNames: ["Space", "Enter", "^C"],
    isKey: { $0.count == 1 || ["Space", "Enter"].contains($0) || $0.hasPrefix("^") && $0.count == 2 })

  package static func reading(_ site: [UInt8], _ own: [UInt8]) -> ConfigurationReading {
    Configuration.read(
      documents: [ConfigurationDocument(Self.site, bytes: site), ConfigurationDocument(Self.own, bytes: own)],
      vocabulary: vocabulary)
  }

  package func check(_ bytes: [UInt8]) throws {
    let (site, own) = bytes.splitAtNUL
    let reading = read(site, own)
    for problem in reading.problems {
      let lines = (problem.file == Self.site ? site : own).asText.count(where: \.isNewline) + 1
      try hold("a problem's line is one of its file", (1...lines + 1).contains(problem.line ?? 1), problem.description)
      try hold("a problem says what is wrong", !problem.message.isEmpty)
    }
    let set = reading.configuration
    let words = Self.vocabulary
    try hold("a theme is one that there is", set.theme.map { words.themes.contains($0.value) } ?? true)
    try hold("a first screen is one that there is", set.start.map { words.startScreens.contains($0.value) } ?? true)
    try hold("the user's own file sets no store", set.store?.place.file != Self.own)
    try hold("a store is an absolute path", set.store?.value.hasPrefix("/") ?? true)
    let quitKeys = set.keys(for: "app.quit") ?? ["^C"]
    try hold("a command that has to keep a key keeps it", quitKeys.contains("^C"), "\(quitKeys)")
    for hook in set.hooks {
      try hold("a hook's program is an absolute path", hook.value.command.first?.hasPrefix("/") == true, "\(hook)")
    }
  }
}
