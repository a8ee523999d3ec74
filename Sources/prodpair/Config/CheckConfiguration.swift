import ArgumentParser
import Exchange
import Foundation
import Host
import TUI

extension ConfigCommands {
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Say what is wrong with the configuration, with file, line and what was meant.",
      discussion: """
        Without a file it checks both that are in force. A file that is named is checked in the place of your own, \
        over the administrator's; with --site in the place of the administrator's, alone. Exits with 65 when something \
        is wrong.
        """)

    @Flag(name: .customLong("json"), help: "Print JSON, whose keys docs/json.md describes.")
    var isJSON = false

    @Flag(name: .customLong("site"), help: "Check the file as the administrator's.")
    var isSite = false

    @Argument(help: "A file, or - for standard input.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String?

    func run() throws {
      let reading = Configuration.read(files, vocabulary: .prodpair)
      if let file, !reading.files.contains(where: { $0.path == file }) { throw FileError.missing(path: file) }
      if isJSON {
        try Output.json([
          "ok": .bool(reading.problems.isEmpty), "files": JSON(reading.files.map(\.path)),
          "problems": JSON(reading.problems, element: ConfigurationJSON.json),
        ])
      } else {
        try Output.text(text(reading))
      }
      if !reading.problems.isEmpty {
        throw ExitCode(Failure(ConfigurationProblems(reading.problems)).exitCode)
      }
    }

    private var files: [ConfigurationFile] {
      let environment = ProcessInfo.processInfo.environment
      guard let file else { return isSite ? [.site] : ConfigurationFile.all(environment) }
      return isSite
        ? [ConfigurationFile(path: file, layer: .site)] : [.site, ConfigurationFile(path: file, layer: .own)]
    }

    private func text(_ reading: ConfigurationReading) -> String {
      if !reading.problems.isEmpty { return ConfigurationProblems(reading.problems).description }
      let lines = files.map { "\(reading.files.contains($0) ? "read" : "not there"): \($0.name)" }
      return (["config: no problems"] + lines).joined(separator: "\n")
    }
  }
}
