import ArgumentParser
import Foundation
import Host
import TUI

/// `config`: how the screen looks, and which keys it has.
struct ConfigCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "The configuration files: what they set, and what is wrong with them.",
    discussion: """
      Your own is $XDG_CONFIG_HOME/prodpair/config.yaml, else ~/.config/prodpair/config.yaml. It lies over the \
      administrator's, /etc/prodpair/config.yaml. docs/configuration.md describes them.
      """,
    subcommands: [Check.self, Show.self, Keys.self])

  /// Both files, as everybody who works at the screen reads them.
  static func read() -> ConfigurationReading {
    Configuration.read(ConfigurationFile.all(ProcessInfo.processInfo.environment), vocabulary: .prodpair)
  }

  /// For a verb that has shown what is in force: says what is wrong, and ends with its exit code.
  static func report(_ reading: ConfigurationReading) throws {
    do {
      _ = try reading.get()
    } catch {
      throw Failure(error)
    }
  }
}
