import Foundation
import Testing

@Suite("A store that can't be used says why, and stays as it is")
struct BadStoreTests {
  @Test("Something that is no store is bad data", arguments: ["plain text\n", "", String(repeating: "x", count: 5000)])
  func notAStore(_ content: String) throws {
    let desk = try Desk()
    try desk.write("prodpair.sqlite", content)
    let outcome = try desk.run("run list")
    #expect(outcome.exitCode == 65, "\(outcome)")
    #expect(outcome.errors.contains("prodpair.sqlite"))
    #expect(try desk.text("prodpair.sqlite") == content)
    #expect(try desk.run("init").exitCode == 73)
    #expect(try desk.text("prodpair.sqlite") == content)
  }

  @Test("A store of a later program is bad data")
  func newer() throws {
    let desk = try Desk.ready()
    try setHeader(of: desk, at: 60, to: [0, 0, 0xFF, 0xFF])
    let outcome = try desk.run("run list")
    #expect(outcome.exitCode == 65, "\(outcome)")
    #expect(outcome.errors.contains("later prodpair"))
  }

  @Test("Another application's database is bad data")
  func anotherApplication() throws {
    let desk = try Desk.ready()
    try setHeader(of: desk, at: 68, to: [1, 2, 3, 4])
    let outcome = try desk.run("run list")
    #expect(outcome.exitCode == 65, "\(outcome)")
    #expect(outcome.errors.contains("another application"))
  }

  @Test("A backup comes back with restore, and an edited one is refused")
  func backupAndRestore() throws {
    let desk = try Desk.ready()
    let backup = try desk.run("backup copy.sqlite")
    #expect(backup.exitCode == 0, "\(backup)")
    #expect(backup.output.contains("head "))
    try desk.run("person add eve --name Eve")
    let restored = try desk.run("restore copy.sqlite")
    #expect(restored.exitCode == 0, "\(restored)")
    #expect(try desk.run("person show eve").exitCode == 66)
    try desk.write("broken.sqlite", "no store at all")
    #expect(try desk.run("restore broken.sqlite").exitCode == 65)
    #expect(try desk.run("person show ana").exitCode == 0)
  }

  @Test("verify takes a head that was written down, and finds that the journal is another one")
  func verifyHead() throws {
    let desk = try Desk.ready()
    let head = try #require(try desk.run("verify --json").object["head"] as? String)
    #expect(try desk.run("verify --head \(head)").exitCode == 0)
    let other = head.prefix { $0 != ":" } + ":" + String(repeating: "0", count: 64)
    #expect(try desk.run("verify --head \(other)").exitCode == 1)
  }

  /// Writes into the header of the database file, once all of it is in the file.
  private func setHeader(of desk: Desk, at offset: UInt64, to bytes: [UInt8]) throws {
    #expect(try desk.run("backup flat.sqlite").exitCode == 0)
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: desk.store + suffix) }
    try FileManager.default.copyItem(
      atPath: desk.folder.appendingPathComponent("flat.sqlite").path, toPath: desk.store)
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: desk.store))
    try handle.seek(toOffset: offset)
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }
}
