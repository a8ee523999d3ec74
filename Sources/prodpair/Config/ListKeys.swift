import ArgumentParser
import Exchange
import Host
import TUI

extension ConfigCommands {
  struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "keys",
      abstract: "List every command of the screen: its id, where it works, its keys.",
      discussion: """
        The id is what `keys:` in a configuration file names it by; keys stand two spaces apart, and a chord's with one \
        between them, both as they are written there. What is wrong goes to standard error, and the exit code is then 65.
        """)

    @Flag(name: .customLong("json"), help: "Print JSON, whose keys docs/json.md describes.")
    var isJSON = false

    @Flag(name: .customLong("default"), help: "The built-in keys, whatever the files say.")
    var isBuiltIn = false

    func run() throws {
      let reading = isBuiltIn ? Configuration.read([], vocabulary: .prodpair) : ConfigCommands.read()
      let commands = ConfigurationVocabulary.prodpair.commands
      if isJSON {
        try Output.json(JSON(commands) { json($0, reading.configuration) })
      } else {
        let columns: [TextTable.Column] = [.init("COMMAND"), .init("SCREEN"), .init("KEYS"), .init("TITLE")]
        try Output.text(TextTable(columns: columns, rows: commands.map { row($0, reading.configuration) }).text)
      }
      try ConfigCommands.report(reading)
    }

    private func json(_ command: ConfigurationVocabulary.Command, _ configuration: Configuration) -> JSON {
      var json = ConfigurationJSON.origin(configuration.keys[command.id]?.place)
      json["id"] = .string(command.id)
      json["screen"] = JSON(command.screen)
      json["keys"] = JSON(configuration.keys(for: command.id) ?? command.keys)
      json["title"] = .string(command.title)
      return .object(json)
    }

    private func row(_ command: ConfigurationVocabulary.Command, _ configuration: Configuration) -> [String] {
      let keys = configuration.keys(for: command.id) ?? command.keys
      return [command.id, command.screen ?? "everywhere", ConfigurationText.keys(keys), command.title]
    }
  }
}
