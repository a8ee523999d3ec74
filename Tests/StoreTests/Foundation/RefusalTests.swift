import CSQLite
import Domain
import Foundation
import Glibc
import Testing

@testable import Store

@Suite("What is refused when a store is opened or written")
struct RefusalTests {
  @Test("A store that isn't there")
  func missing() throws {
    let scratch = try Scratch()
    let path = scratch.directory + "/none.sqlite"
    #expect(throws: StoreError.missing(path: path)) { try Store.open(path: path, options: scratch.options) }
    #expect(StoreFile.status(path) == nil)
  }

  @Test("A file that is no database, and a directory, and they stay as they are")
  func notADatabase() throws {
    let scratch = try Scratch()
    let path = scratch.directory + "/notes.txt"
    let text = String(repeating: "not a database\n", count: 100)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    #expect(throws: StoreError.notADatabase(path: path)) { try Store.open(path: path, options: scratch.options) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    #expect(throws: StoreError.notADatabase(path: scratch.directory)) {
      try Store.open(path: scratch.directory, options: scratch.options)
    }
  }

  @Test("Another application's database")
  func notOurs() throws {
    let scratch = try Scratch()
    try scratch.outside("PRAGMA application_id = 42")
    #expect(throws: StoreError.notAStore(path: scratch.path, applicationID: 42)) { try scratch.another() }
  }

  @Test("A store of a later program, also one that was migrated while this one had it open")
  func newer() throws {
    let scratch = try Scratch()
    try scratch.outside("PRAGMA user_version = 9")
    #expect(throws: StoreError.newer(path: scratch.path, found: 9, known: 2)) { try scratch.another() }
    #expect(throws: StoreError.newer(path: scratch.path, found: 9, known: 2)) { try scratch.store.addTeam("a") }
  }

  @Test("A corrupt file is said, and doesn't stop the program")
  func corrupt() throws {
    let scratch = try Scratch()
    for number in 1...200 { try scratch.store.perform(AddNote(number: number), by: .ana, at: .start) }
    let engine = try SQLiteEngine(path: scratch.path, options: scratch.options)
    try engine.emptyWAL()
    try engine.close()
    try scratch.store.close()
    let file = try #require(FileHandle(forUpdatingAtPath: scratch.path))
    let size = try #require(StoreFile.status(scratch.path)?.size)
    for page in 1..<size / 4096 {
      try file.seek(toOffset: UInt64(page * 4096))
      try file.write(contentsOf: [UInt8](repeating: 0xA5, count: 4096))
    }
    try file.close()
    #expect {
      let store = try scratch.another()
      _ = try store.verify()
    } throws: { error in
      if case StoreError.corrupt = error { true } else { false }
    }
  }

  @Test("A file or a directory that can't be written", .enabled(if: geteuid() != 0))
  func readOnly() throws {
    let scratch = try Scratch()
    try scratch.store.close()
    chmod(scratch.path, 0o400)
    #expect { try scratch.another() } throws: { error in
      if case StoreError.notWritable(scratch.path, _) = error { true } else { false }
    }
    chmod(scratch.path, 0o600)
    chmod(scratch.directory, 0o500)
    defer { chmod(scratch.directory, 0o700) }
    #expect { try scratch.another() } throws: { error in
      if case StoreError.notWritable(scratch.directory, _) = error { true } else { false }
    }
  }

  @Test("A write waits for the lock, then says who has it")
  func busy() throws {
    let scratch = try Scratch {
      $0.sqliteVersion = 3_040_001
      $0.busyTimeout = .milliseconds(20)
    }
    try scratch.store.addTeam("platform")
    let status = try #require(StoreFile.status(scratch.path))
    let lock = try WriteLock(store: scratch.path, like: status)
    try lock.hold(waiting: .zero) {
      let error = #expect(throws: StoreError.self) { try scratch.store.addTeam("apps") }
      guard case .busy(scratch.path, let holder?) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(holder.contains("process \(getpid())"))
    }
    try scratch.store.addTeam("apps")
  }

  @Test("On a fixed version SQLite's own lock is waited for")
  func busyPlain() throws {
    let scratch = try Scratch {
      $0.sqliteVersion = 3_051_003
      $0.busyTimeout = .milliseconds(20)
    }
    let other = try scratch.another()
    #expect(throws: StoreError.busy(path: scratch.path, holder: nil)) {
      try scratch.store.perform(Change { _ in try other.addTeam("apps") }, by: .ana, at: .start)
    }
  }

  @Test("A log that others began and ended too often to be joined is somebody's writing, to be tried again")
  func crowded() {
    #expect(
      SQLiteErrors.translated(SQLITE_PROTOCOL, message: "locking protocol", "/none")
        == .busy(path: "/none", holder: nil))
  }

  @Test("A network file system, for opening and for making")
  func networkFileSystem() throws {
    let scratch = try Scratch()
    var options = scratch.options
    options.fileSystem = { _ in FileSystem(name: "NFS", isNetwork: true) }
    #expect(throws: StoreError.networkFileSystem(path: scratch.path, type: "NFS")) {
      try Store.open(path: scratch.path, options: options)
    }
    let path = scratch.directory + "/other.sqlite"
    #expect(throws: StoreError.networkFileSystem(path: path, type: "NFS")) {
      try Store.create(path: path, kind: .personal, at: .start, options: options)
    }
  }

  @Test(
    "The magic numbers of statfs(2)",
    arguments: [(0x6969, true), (0xFF53_4D42, true), (0x0102_1997, true), (0xEF53, false), (0x0102_1994, false)])
  func magic(number: Int, isNetwork: Bool) throws {
    #expect(try #require(FileSystem.known[number]).isNetwork == isNetwork)
  }

  @Test(
    "FUSE is refused unless it is known to stay on this machine",
    arguments: [("fuse.sshfs", true), ("fuse.s3fs", true), ("virtiofs", true), ("fuse.fuse-overlayfs", false)])
  func fuse(type: String, isNetwork: Bool) { #expect(FileSystem.fuse(type).isNetwork == isNetwork) }

  @Test("A store that was replaced since it was opened is not written, nor read")
  func replaced() throws {
    let scratch = try Scratch()
    try scratch.store.addTeam("platform")
    #expect(rename(scratch.path, scratch.path + ".old") == 0)
    try Data().write(to: URL(fileURLWithPath: scratch.path))
    #expect(throws: StoreError.replaced(path: scratch.path)) { try scratch.store.addTeam("apps") }
    #expect(throws: StoreError.replaced(path: scratch.path)) { try scratch.store.head() }
  }

  @Test(
    "A store that was moved away since it was opened is said to be gone, is not made anew, and goes on when it is back")
  func vanished() throws {
    let scratch = try Scratch()
    try scratch.store.addTeam("platform")
    #expect(rename(scratch.path, scratch.path + ".away") == 0)
    #expect(throws: StoreError.vanished(path: scratch.path)) { try scratch.store.addTeam("apps") }
    #expect(throws: StoreError.vanished(path: scratch.path)) { try scratch.store.head() }
    #expect(access(scratch.path, F_OK) != 0)
    #expect(rename(scratch.path + ".away", scratch.path) == 0)
    try scratch.store.addTeam("apps")
  }

  @Test("A closed store")
  func closed() throws {
    let scratch = try Scratch()
    try scratch.store.close()
    #expect(throws: StoreError.closed(path: scratch.path)) { try scratch.store.addTeam("apps") }
  }

  @Test("A write beyond the file-size limit is an error and not the end of the process")
  func fileSizeLimit() throws {
    let scratch = try Scratch()
    try scratch.store.addTeam("platform")
    var handler = sigaction()
    sigaction(SIGXFSZ, nil, &handler)
    #expect(unsafeBitCast(handler.__sigaction_handler.sa_handler, to: Int.self) == 1)
  }
}
