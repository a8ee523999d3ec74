import ArgumentParser
import Exchange
import Foundation
import Host
import Workflow

extension ConfigCommands {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show what is in force, and where each value comes from.",
      discussion: """
        A setting that is wrong is not in force: what is wrong goes to standard error, and the exit code is then 65.
        """)

    @OptionGroup var reading: ReadingOptions

    func run() throws {
      let found = ConfigCommands.read()
      let settings = ShownSetting.all(found.configuration, store: storeLocation, ProcessInfo.processInfo.environment)
      let keys = found.configuration.keys.sorted { $0.key < $1.key }
      if reading.isJSON {
        var json = Dictionary(uniqueKeysWithValues: settings.map { ($0.name, $0.json) })
        json["keys"] = JSON(keys) { id, keys in
          .object(
            ConfigurationJSON.origin(keys.place).merging(["id": .string(id), "keys": JSON(keys.value)]) { $1 })
        }
        json["hooks"] = HookSettingJSON.list(found.configuration.hooks)
        json["files"] = JSON(found.files.map(\.path))
        json["problems"] = JSON(found.problems, element: ConfigurationJSON.json)
        try Output.json(.object(json))
      } else {
        let rows =
          settings.map { [$0.name, $0.text, $0.origin.words] }
          + keys.map { [$0, ConfigurationText.keys($1.value), ConfigurationText.place($1.place)] }
          + found.configuration.hooks.map {
            ["hooks", HookSettingText.line($0.value), ConfigurationText.place($0.place)]
          }
        try Output.text(TextTable(columns: [.init("SETTING"), .init("VALUE"), .init("FROM")], rows: rows).text)
      }
      try ConfigCommands.report(found)
    }

    /// Nil where the administrator's file keeps it from being known, which is then a problem of that file too.
    private var storeLocation: StoreLocation? { try? reading.store.location() }
  }
}
