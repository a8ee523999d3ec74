import Testing

@testable import Store

@Suite("Modes that keep a colleague out, or let a stranger in")
struct ModeProblemTests {
  /// A store in `/srv/ops` with a lock beside it, as `init` makes one, changed by the test.
  static func problems(_ kind: StoreKind, _ change: (inout EngineFacts) -> Void) throws -> [ModeProblem] {
    let scratch = try Scratch()
    var facts = try scratch.store.facts().engine
    let group = if case .shared(let name) = kind { name } else { "ana" }
    facts.file = FileMode(path: "/srv/ops/s.sqlite", bits: kind.fileMode, owner: "ana", group: group)
    facts.directory = FileMode(path: "/srv/ops", bits: kind.directoryMode, owner: "ana", group: group)
    facts.sideFiles = [FileMode(path: "/srv/ops/s.sqlite-lock", bits: kind.fileMode, owner: "bo", group: group)]
    change(&facts)
    return facts.modeProblems(for: kind)
  }

  @Test("As init makes them nothing is wrong", arguments: [StoreKind.personal, .shared(group: "ops")])
  func asMade(kind: StoreKind) throws {
    #expect(try Self.problems(kind) { _ in } == [])
  }

  @Test("A colleague is kept out by a side file, and told how to mend it")
  func closedSideFile() throws {
    let problems = try Self.problems(.shared(group: "ops")) { $0.sideFiles[0].bits = 0o640 }
    #expect(
      problems.map(\.description) == [
        "/srv/ops/s.sqlite-lock has mode 0640 and group ops: colleagues of group ops are told that it can't be written. "
          + "Mend it: chgrp ops /srv/ops/s.sqlite-lock && chmod 660 /srv/ops/s.sqlite-lock"
      ])
  }

  @Test(
    "Each wrong mode of a team's is found",
    arguments: [
      (\EngineFacts.file.bits, 0o600, "can't be written"), (\.file.bits, 0o664, "can read it"),
      (\.file.bits, 0o666, "can write it"), (\.sideFiles[0].bits, 0o664, "can read it"),
      (\.directory.bits, 0o770, "can't write"), (\.directory.bits, 0o2750, "can't write"),
      (\.directory.bits, 0o2777, "in the store's place"),
    ] as [(WritableKeyPath<EngineFacts, UInt32> & Sendable, UInt32, String)])
  func team(bits: WritableKeyPath<EngineFacts, UInt32> & Sendable, wrong: UInt32, consequence: String) throws {
    let problems = try Self.problems(.shared(group: "ops")) { $0[keyPath: bits] = wrong }
    #expect(problems.count == 1)
    #expect(problems.first?.consequence.contains(consequence) == true, "\(problems)")
  }

  @Test("A wrong group is found, of the file and of the directory")
  func group() throws {
    let problems = try Self.problems(.shared(group: "ops")) {
      $0.file.group = "users"
      $0.directory.group = "users"
    }
    #expect(
      problems.map(\.mend) == [
        "chgrp ops /srv/ops/s.sqlite && chmod 660 /srv/ops/s.sqlite", "chgrp ops /srv/ops && chmod 2770 /srv/ops",
      ])
  }

  @Test("A personal store that others can read, write or replace is found; a sticky directory lets nobody replace it")
  func personal() throws {
    #expect(try Self.problems(.personal) { $0.file.bits = 0o640 }.first?.consequence.contains("read") == true)
    #expect(try Self.problems(.personal) { $0.file.bits = 0o620 }.first?.consequence.contains("write") == true)
    #expect(try Self.problems(.personal) { $0.directory.bits = 0o777 }.map(\.mend) == ["chmod 700 /srv/ops"])
    #expect(try Self.problems(.personal) { $0.directory.bits = 0o1777 } == [])
    #expect(try Self.problems(.personal) { $0.directory.bits = 0o755 } == [])
  }
}
