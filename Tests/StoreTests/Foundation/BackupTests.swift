import CSQLite
import Domain
import Foundation
import Testing

@testable import Store

@Suite("Backup and restore")
struct BackupTests {
  @Test("A backup is a sound store of its own, with the same head and mode")
  func backup() throws {
    let scratch = try Scratch()
    try scratch.store.addTeam("platform", size: 4)
    let copy = scratch.directory + "/copy.sqlite"
    try scratch.store.backup(to: copy)
    #expect(StoreFile.status(copy)?.mode == 0o600)
    let store = try Store.open(path: copy, options: scratch.options)
    #expect(try store.verify(against: scratch.store.head()).isSound)
    #expect(try store.size(of: "platform") == 4)
    try store.close()
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.directory)
    #expect(!names.contains { $0.contains(".part") })
  }

  @Test("What a backup that was killed has left is in the way of none, and stays")
  func leftover() throws {
    let scratch = try Scratch()
    let copy = scratch.directory + "/copy.sqlite"
    let left = copy + ".part-\(getpid())"
    try Data("half".utf8).write(to: URL(fileURLWithPath: left))
    for _ in 0..<2 {
      try scratch.store.backup(to: copy)
      unlink(copy)
    }
    #expect(try String(contentsOfFile: left, encoding: .utf8) == "half")
  }

  @Test("A backup goes to the disk in portions, is one moment of a store that others write meanwhile, and is one file")
  func portions() throws {
    let scratch = try Scratch()
    let content = [UInt8](repeating: 7, count: 20 << 20)
    _ = try scratch.store.perform(
      Change { try $0.insert(.file, ["name": "core", "content": .blob(content)]) }, by: .ana, at: .start)
    try scratch.store.addTeam("platform", size: 4)
    let head = try scratch.store.head()
    let other = try scratch.another()
    let engine = try #require(scratch.store.engine as? SQLiteEngine)
    let copy = scratch.directory + "/copy.sqlite"
    var sizes: [Int] = []
    try engine.backup(to: copy, givingWay: false) { draft in
      sizes.append(StoreFile.status(draft)?.size ?? 0)
      // After each portion somebody commits: begun anew, the copy would never end.
      if sizes.count < 100 { try other.resize("platform", to: 4 + sizes.count) }
    } reading: { _ in
    }
    let portion = Int(SQLiteEngine.portion) * 4096
    // All but the last, which need not be a whole one.
    #expect(sizes.count == (StoreFile.status(copy)?.size ?? 0) / portion)
    for (index, size) in sizes.enumerated() {
      #expect(size > (index + 1) * portion - (1 << 20), "after portion \(index + 1)")
    }
    // The header says that it is not in WAL mode: what reads it needs to write nothing beside it.
    #expect(FileManager.default.contents(atPath: copy).map { Array($0[18...19]) } == [1, 1])
    #expect(["-wal", "-shm", "-journal"].filter { StoreFile.status(copy + $0) != nil } == [])
    let store = try Store.open(path: copy, options: scratch.options)
    #expect(try store.head() == head)
    #expect(try store.size(of: "platform") == 4)
    #expect(try store.verify().isSound)
    #expect(try store.integrityProblems() == [])
    try store.close()
    #expect(try scratch.store.head().seq == head.seq + sizes.count)
    try other.close()
  }

  @Test("A copy that fails names the file that it failed on, in words")
  func failedCopy() {
    let (read, write) = (SQLITE_IOERR | (1 << 8), SQLITE_IOERR | (3 << 8))
    #expect(
      SQLiteErrors.ofCopy(read, from: "/a/store", to: "/b/copy")
        == .inputOutput(path: "/a/store", detail: "disk I/O error (SQLite 266)"))
    #expect(
      SQLiteErrors.ofCopy(write, from: "/a/store", to: "/b/copy")
        == .inputOutput(
          path: "/b/copy",
          detail: "disk I/O error (SQLite 778); there may be no room for it (disk, quota or file-size limit)"))
    #expect(SQLiteErrors.ofCopy(SQLITE_FULL, from: "/a/store", to: "/b/copy") == .full(path: "/b/copy"))
  }

  @Test("A backup never takes the place of a file")
  func exists() throws {
    let scratch = try Scratch()
    let copy = scratch.directory + "/copy.sqlite"
    try "mine".write(toFile: copy, atomically: false, encoding: .utf8)
    #expect(throws: StoreError.exists(path: copy)) { try scratch.store.backup(to: copy) }
    #expect(try String(contentsOfFile: copy, encoding: .utf8) == "mine")
  }

  @Test("A restore brings the backup back and keeps what was there")
  func restore() throws {
    let scratch = try Scratch()
    let store = scratch.store
    try store.addTeam("platform", size: 4)
    let copy = scratch.directory + "/copy.sqlite"
    try store.backup(to: copy)
    try store.resize("platform", to: 9)
    try store.close()
    let kept = try Store.restore(path: scratch.path, from: copy, at: .start, options: scratch.options)
    let path = try #require(kept)
    #expect(path.hasPrefix(scratch.path + ".replaced-2026"))
    let old = try Store.open(path: path, options: scratch.options)
    #expect(try old.size(of: "platform") == 9)
    try old.close()
    try scratch.reopen()
    #expect(try scratch.store.size(of: "platform") == 4)
    #expect(scratch.mode() == 0o600)
    try scratch.store.resize("platform", to: 5)
    #expect(try scratch.store.verify().isSound)
    #expect(FileManager.default.contents(atPath: copy) != nil)
  }

  @Test("A store that is open is not restored over, and it is said who has it")
  func inUse() throws {
    let scratch = try Scratch()
    try scratch.store.addTeam("platform")
    let copy = scratch.directory + "/copy.sqlite"
    try scratch.store.backup(to: copy)
    let head = try scratch.store.head()
    #expect {
      try Store.restore(path: scratch.path, from: copy, at: .start, options: scratch.options)
    } throws: { error in
      guard case StoreError.inUse(scratch.path, let users) = error else { return false }
      return users.first?.pid == getpid() && users.first?.login == StoreFile.login(geteuid())
    }
    #expect(try scratch.store.head() == head)
  }

  @Test("A backup that was tampered with, or is none, is refused and changes nothing")
  func unsound() throws {
    let scratch = try Scratch()
    try scratch.store.addTeam("platform")
    let copy = scratch.directory + "/copy.sqlite"
    try scratch.store.backup(to: copy)
    try scratch.store.close()
    let forger = try Scratch()
    try forger.store.addTeam("platform")
    try forger.outside("UPDATE team SET size = 99")
    try forger.store.close()
    let forged = scratch.directory + "/forged.sqlite"
    let engine = try SQLiteEngine(path: forger.path, options: forger.options)
    try engine.emptyWAL()
    try engine.close()
    try FileManager.default.copyItem(atPath: forger.path, toPath: forged)
    #expect {
      try Store.restore(path: scratch.path, from: forged, at: .start, options: scratch.options)
    } throws: { error in
      guard case StoreError.unsoundBackup(forged, let findings) = error else { return false }
      return findings == ["team platform was edited outside (size) since entry 1"]
    }
    let text = scratch.directory + "/notes.txt"
    try String(repeating: "not a database\n", count: 100).write(toFile: text, atomically: false, encoding: .utf8)
    #expect(throws: StoreError.notADatabase(path: text)) {
      try Store.restore(path: scratch.path, from: text, at: .start, options: scratch.options)
    }
    #expect(throws: StoreError.missing(path: "/nowhere")) {
      try Store.restore(path: scratch.path, from: "/nowhere", at: .start, options: scratch.options)
    }
    try scratch.reopen()
    #expect(try scratch.store.size(of: "platform") == 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.directory)
    #expect(!names.contains { $0.contains("restoring") || $0.contains("replaced") })
  }

  @Test("A restore to where nothing is makes a personal store")
  func fresh() throws {
    let scratch = try Scratch()
    try scratch.store.addTeam("platform")
    let copy = scratch.directory + "/copy.sqlite"
    let path = scratch.directory + "/new.sqlite"
    try scratch.store.backup(to: copy)
    #expect(try Store.restore(path: path, from: copy, at: .start, options: scratch.options) == nil)
    #expect(StoreFile.status(path)?.mode == 0o600)
    let store = try Store.open(path: path, options: scratch.options)
    #expect(try store.size(of: "platform") == 1)
    try store.close()
  }
}
