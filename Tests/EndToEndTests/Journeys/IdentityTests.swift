import Foundation
import TestSupport
import Testing

@Suite("Who acts is the operating system's word")
struct IdentityTests {
  /// Everything that another program takes for the user's name, and everything that this one might be thought to take.
  static let pretences: [String: String] = Dictionary(
    uniqueKeysWithValues: [
      "USER", "LOGNAME", "USERNAME", "SUDO_USER", "SUDO_COMMAND", "DOAS_USER", "PKEXEC_UID", "PRODPAIR_USER",
      "PRODPAIR_LOGIN", "PRODPAIR_AS", "PRODPAIR_ACTOR", "PRODPAIR_HANDLE", "PRODPAIR_UID", "PRODPAIR_IDENTITY",
      "PRODPAIR_TEST_LOGIN", "EMAIL", "GIT_AUTHOR_NAME",
    ].map { ($0, "bo") } + [("UID", "1"), ("EUID", "1"), ("SUDO_UID", "1"), ("SUDO_GID", "1")])

  struct Entry: Decodable {
    var login: String
    var uid: Int
    var by: String
    var command: String
    var claims: [String: String]
  }

  static func journal(_ json: String) throws -> [Entry] {
    try JSONDecoder().decode([Entry].self, from: Data(json.utf8))
  }

  @Test("No variable makes somebody else of me: the journal has the process's login, and SSH_CONNECTION as a claim")
  func variables() throws {
    let folder = try Folder()
    let login = try #require(Account.login)
    let environment = Program.environment.merging(Self.pretences) { $1 }.merging(
      [
        "PRODPAIR_STORE": folder("prodpair.sqlite"), "HOME": "/home/bo",
        "SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22",
      ]) { $1 }
    func must(_ words: String...) throws -> String {
      try Program.must([Program.built.path] + words, environment: environment)
    }
    _ = try must("init")
    _ = try must("person", "add", "me", "--name", "Me", "--login", login)
    _ = try must("person", "add", "bo", "--name", "Bo", "--login", "bo")
    let journal = try Self.journal(try must("journal", "--json"))
    #expect(!journal.isEmpty)
    #expect(journal.allSatisfy { $0.login == login && $0.uid == Int(getuid()) }, "\(journal)")
    #expect(journal.allSatisfy { $0.by != "bo" }, "\(journal)")
    #expect(journal.allSatisfy { $0.claims["SSH_CONNECTION"] == "10.0.0.1 50000 10.0.0.2 22" }, "\(journal)")
    #expect(journal.allSatisfy { !$0.claims.values.contains("bo") }, "\(journal)")
  }

  @Test(
    "A login that pretends to be the other cannot confirm its own killer step",
    .enabled(if: Logins.canBeMade, Comment(rawValue: Logins.whyNot)))
  func killerStep() throws {
    let logins = try Logins()
    let file = logins.folder("swap.md")
    try Data(TwoTerminalsTests.checklist.utf8).write(to: URL(fileURLWithPath: file))
    let ana = logins.ana
    try logins.must(ana, "init", "--shared", logins.group, "--no-starters")
    try logins.must(ana, "person", "add", "ana", "--name", "Ana", "--login", ana)
    try logins.must(ana, "person", "add", "bo", "--name", "Bo", "--login", logins.bo)
    try logins.must(ana, "checklist", "import", file)
    try logins.must(ana, "run", "start", "swap", "--env", "staging", "--artifact", "router@v2", "--pair", "ana,bo")
    for step in ["tell", "swap"] { try logins.must(ana, "run", "tick", "1", step) }
    let pretences = Self.pretences.mapValues { $0 == "bo" ? logins.bo : $0 }
    let refused = try logins.run(ana, ["run", "confirm", "1", "swap"], environment: pretences)
    #expect(refused.exitCode == 1, "\(refused)")
    let journal = try Self.journal(try logins.must(ana, "journal", "--json"))
    #expect(journal.allSatisfy { $0.login == ana }, "\(journal)")
    try logins.must(logins.bo, "run", "confirm", "1", "swap")
    #expect(
      try Self.journal(try logins.must(ana, "journal", "--json")).contains { $0.login == logins.bo && $0.by == "bo" })
  }
}
