import Domain
import Foundation
import Host
import Terminal
import Testing

@testable import TUI

@Suite("What a configuration can name")
struct VocabularyTests {
  private let vocabulary = ConfigurationVocabulary.prodpair

  @Test("Every command is there with its keys, and every screen that has commands")
  func commands() {
    #expect(vocabulary.commands.map(\.id) == CommandTable.standard.all.map(\.id))
    #expect(vocabulary.commands.map(\.keys) == CommandTable.standard.all.map(\.keys))
    #expect(Set(vocabulary.commands.compactMap(\.screen)) == Set(ScreenTable.rows.map(\.screen.text)))
  }

  @Test("The commands of a screen are those that its keys find")
  func onScreen() throws {
    let driver = Driver.onRun(FakeStore(try Run.begun()))
    #expect(vocabulary.commands(on: "run").map(\.id) == driver.app.commands.map(\.id))
  }

  @Test("Names of keys are keys, and what a terminal sends as another key is none")
  func keys() {
    for name in vocabulary.keyNames
      + vocabulary.commands.flatMap(\.keys).flatMap({ $0.split(separator: " ").map(String.init) })
    {
      #expect(vocabulary.isKey(name), "\(name)")
    }
    for name in ["^I", "^M", "^J", "^H", "^[", "", "^r", "enter"] { #expect(!vocabulary.isKey(name), "\(name)") }
  }

  @Test("A program can start where a command goes, and that command is there")
  func startScreens() {
    #expect(vocabulary.startScreens.contains("checklists") && vocabulary.startScreens.contains("runs"))
    for name in vocabulary.startScreens { #expect(ScreenTable.roots.contains { $0.screen.text == name }, "\(name)") }
  }

  @Test("The built-in keys, written out as a file, are no problem")
  func builtIn() throws {
    let lines = vocabulary.commands.map { command in
      "  \(command.id): [" + command.keys.map { "'\($0.replacing("'", with: "''"))'" }.joined(separator: ", ") + "]"
    }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("prodpair-\(UUID().uuidString).yaml")
    try Data(("keys:\n" + lines.joined(separator: "\n")).utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let reading = Configuration.read([ConfigurationFile(path: file.path, layer: .own)], vocabulary: vocabulary)
    #expect(reading.problems.map(\.description) == [])
    for command in vocabulary.commands {
      #expect(reading.configuration.keys(for: command.id) == command.keys, "\(command.id)")
    }
  }
}
