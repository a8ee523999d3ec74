import Domain
import Foundation
import Testing

@testable import Store

@Suite("A new store's files")
struct CreationTests {
  @Test("A personal store is its owner's alone, with everything beside it")
  func personal() throws {
    let scratch = try Scratch()
    try scratch.store.addTeam("platform")
    for suffix in ["", "-wal", "-shm", "-lock"] { #expect(scratch.mode(suffix) == 0o600, "\(suffix)") }
    #expect(StoreFile.status(scratch.directory)?.mode == 0o700)
  }

  @Test("A team's store is the group's, with everything beside it, whatever the umask")
  func shared() throws {
    let group = try #require(StoreFile.group(getegid()))
    let directory = NSTemporaryDirectory() + "prodpair-shared-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let path = directory + "/ops/team.sqlite"
    let options = StoreOptions(catalogue: Scratch.catalogue, migrations: Scratch.migrations)
    let store = try Store.create(path: path, kind: .shared(group: group), at: .start, options: options)
    try store.addTeam("platform")
    for suffix in ["", "-wal", "-shm", "-lock"] {
      let status = try #require(StoreFile.status(path + suffix))
      #expect(status.mode == 0o660, "\(suffix)")
      #expect(status.gid == getegid())
    }
    #expect(StoreFile.status(directory + "/ops")?.mode == 0o2770)
    #expect(try store.read { try $0.storeKind() } == .shared(group: group))
    try store.close()
  }

  @Test("A stale -shm with a mode that locks colleagues out is put right by its owner")
  func staleModes() throws {
    let scratch = try Scratch()
    try scratch.store.addTeam("platform")
    try scratch.store.close()
    chmod(scratch.path, 0o660)
    chmod(scratch.path + "-shm", 0o600)
    chmod(scratch.path + "-wal", 0o400)
    let store = try scratch.another()
    #expect(scratch.mode("-shm") == 0o660)
    #expect(scratch.mode("-wal") == 0o660)
    try store.close()
  }

  @Test("Through a symbolic link it is the same store, with the same lock")
  func symbolicLink() throws {
    let scratch = try Scratch { $0.sqliteVersion = 3_040_001 }
    let name = scratch.directory + "/linked"
    #expect(mkdir(name, 0o700) == 0)
    #expect(symlink(scratch.path, name + "/team.sqlite") == 0)
    let store = try Store.open(path: name + "/team.sqlite", options: scratch.options)
    try store.addTeam("platform")
    #expect(try scratch.store.size(of: "platform") == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: name) == ["team.sqlite"])
    #expect(try store.facts().engine.path == StoreFile.realPath(scratch.path))
    try store.close()
  }

  @Test("A directory that the group can't write in is refused and left alone")
  func wrongDirectory() throws {
    let scratch = try Scratch()
    let group = try #require(StoreFile.group(getegid()))
    let path = scratch.directory + "/other.sqlite"
    #expect(throws: StoreError.self) {
      try Store.create(path: path, kind: .shared(group: group), at: .start, options: scratch.options)
    }
    #expect(StoreFile.status(path) == nil)
    #expect(StoreFile.status(scratch.directory)?.mode == 0o700)
  }

  @Test("A store that is there is never replaced")
  func exists() throws {
    let scratch = try Scratch()
    #expect(throws: StoreError.exists(path: scratch.path)) {
      try Store.create(path: scratch.path, kind: .personal, at: .start, options: scratch.options)
    }
  }

  @Test("An unknown group is said")
  func unknownGroup() throws {
    let scratch = try Scratch()
    #expect(throws: StoreError.noSuchGroup(name: "no-such-group")) {
      try Store.create(
        path: scratch.directory + "/b.sqlite", kind: .shared(group: "no-such-group"), at: .start,
        options: scratch.options)
    }
  }

  @Test("Nothing but the store is left in its directory")
  func noDraft() throws {
    let scratch = try Scratch()
    try scratch.store.close()
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.directory)
    #expect(Set(names).subtracting(["team.sqlite", "team.sqlite-wal", "team.sqlite-shm"]).isEmpty)
  }

  @Test("The facts tell what doctor needs")
  func facts() throws {
    let scratch = try Scratch()
    try scratch.store.addTeam("platform")
    let facts = try scratch.store.facts()
    #expect(facts.kind == .personal)
    #expect(facts.head.seq == 1)
    #expect(facts.engine.journalMode == "wal")
    #expect(facts.engine.synchronous == "FULL")
    #expect(facts.engine.schemaVersion == 2)
    #expect(facts.engine.users.map(\.pid) == [getpid()])
    #expect(facts.identityCaveat == nil)
  }

  @Test("Two names from one login are a caveat")
  func sharedLogin() throws {
    let scratch = try Scratch()
    try scratch.store.addTeam("a", by: Actor(login: "ops", uid: 7, actingAs: Handle("ana")))
    try scratch.store.addTeam("b", by: Actor(login: "ops", uid: 7, actingAs: Handle("bo")))
    #expect(try scratch.store.facts().identityCaveat != nil)
  }
}
