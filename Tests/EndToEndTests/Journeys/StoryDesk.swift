import Foundation
import TestSupport
import Testing

/// A repository with a checklist in it, a store that knows it, and a pair: ana, whose terminal it is, and bo.
struct StoryDesk {
  let folder: Folder
  private let environment: [String: String]

  init(_ name: String, _ checklist: String) throws {
    folder = try Folder()
    environment = [
      "PRODPAIR_STORE": folder("prodpair.sqlite"), "XDG_STATE_HOME": folder("state"),
      "XDG_CONFIG_HOME": folder("config"), "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "Ana", "GIT_AUTHOR_EMAIL": "ana@example.com", "GIT_COMMITTER_NAME": "Ana",
      "GIT_COMMITTER_EMAIL": "ana@example.com",
    ]
    let ops = folder("ops")
    try FileManager.default.createDirectory(atPath: ops, withIntermediateDirectories: true)
    try Data(checklist.utf8).write(to: URL(fileURLWithPath: ops + "/\(name).md"))
    for words in [["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "The checklist"]] {
      try git(words)
    }
    let login = try #require(Account.login)
    try must("init", "--no-starters", "--timezone", "UTC")
    try must("person", "add", "ana", "--name", "Ana", "--login", login)
    try must("person", "add", "bo", "--name", "Bo")
    try must("checklist", "import", ops + "/\(name).md")
  }

  func terminal(rows: Int = 26) throws -> TerminalSession {
    try TerminalSession(columns: 100, rows: rows, environment: environment, workplace: folder)
  }

  @discardableResult
  func must(_ words: String...) throws -> String {
    try Program.must([Program.built.path] + words, environment: Program.environment.merging(environment) { $1 })
  }

  @discardableResult
  func git(_ words: String...) throws -> String { try git(words) }

  @discardableResult
  private func git(_ words: [String]) throws -> String {
    try Program.must(
      ["git", "-C", folder("ops")] + words, environment: Program.environment.merging(environment) { $1 })
  }

  func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder(name)))
    return folder(name)
  }
}

/// What was seen on the way, as a page of Markdown. It is kept in the folder that `PRODPAIR_TRANSCRIPTS` names.
struct Transcript {
  private let name: String
  /// Where the test works; the page calls it `/srv`.
  private let folder: String
  private var text: String

  init(_ name: String, title: String, opening: String, folder: String) {
    self.name = name
    self.folder = folder
    text = """
      # \(title)

      \(opening) Every screen below was captured from the program in a terminal, by the test that plays the story
      (`make story`).

      """
  }

  mutating func add(_ caption: String, _ rows: [String]) {
    let lines = rows.map { line in String(renamed(line).reversed().drop { $0 == " " }.reversed()) }
    add(caption, lines.joined(separator: "\n"))
  }

  mutating func add(_ caption: String, _ shown: String) {
    text +=
      "\n\(caption)\n\n````text\n\(shown.replacing(folder, with: "/srv").trimmingCharacters(in: .newlines))\n````\n"
  }

  /// What stands to the right of the folder's name stays where it was.
  private func renamed(_ line: String) -> String {
    guard line.contains(folder) else { return line }
    var line = line.replacing(folder, with: "/srv")
    let gap = String(repeating: " ", count: folder.count - "/srv".count)
    if let end = line.range(of: " ", range: (line.range(of: "/srv")?.upperBound ?? line.endIndex)..<line.endIndex) {
      line.insert(contentsOf: gap, at: end.lowerBound)
    }
    return line
  }

  func keep() throws {
    try keep(text, as: "\(name).md")
  }

  /// Keeps another page of the story beside it.
  func keep(_ page: String, as file: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["PRODPAIR_TRANSCRIPTS"] else { return }
    try Data(page.replacing(self.folder, with: "/srv").utf8).write(to: URL(fileURLWithPath: folder + "/" + file))
  }
}
