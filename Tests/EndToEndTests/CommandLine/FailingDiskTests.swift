import Foundation
import Testing

/// What trials with a disk that fails have found, each as it was found.
@Suite("A disk that fails once, under a command")
struct FailingDiskTests {
  /// Runs a line while one call on the desk's files fails.
  private func run(_ line: String, on desk: Desk, failing fault: String) throws -> Outcome {
    let library = Program.built.deletingLastPathComponent().appendingPathComponent("libprodpair-faults.so").path
    try #require(FileManager.default.fileExists(atPath: library), "the build makes it: \(library)")
    return try desk.run(
      line, environment: ["LD_PRELOAD": library, "PRODPAIR_FAULTS": "under=\(desk.folder.path);\(fault)"])
  }

  private func names(_ desk: Desk, _ prefix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).filter { $0.hasPrefix(prefix) }
  }

  /// What the shell of SQLite prints, which asks none of the program's code.
  @discardableResult
  private func sqlite(_ sql: String, on desk: Desk) throws -> String {
    let outcome = try desk.shell("sqlite3 \"$PRODPAIR_STORE\" '\(sql)'")
    try #require(outcome.exitCode == 0, "\(outcome)")
    return outcome.output
  }

  @Test("A commit that can't be synced is refused, and is not there afterwards", arguments: ["EIO", "ENOSPC"])
  func unsynced(errno: String) throws {
    let desk = try Desk.ready()
    let before = try desk.head()
    let outcome = try run("item add Lost", on: desk, failing: "call=sync;nth=1;errno=\(errno)")
    #expect(outcome.exitCode == 74 && outcome.errors.contains("Nothing was written"), "\(outcome)")
    #expect(try desk.head() == before)
    try desk.must("item add Kept")
    #expect(try desk.order().count == 1)
  }

  @Test("Files that can't be opened for writing are the disk's fault, not the rights'", arguments: [3, 5, 6])
  func unopened(nth: Int) throws {
    let desk = try Desk.ready()
    let outcome = try run("item add Lost", on: desk, failing: "call=open;nth=\(nth);errno=EIO")
    #expect(outcome.exitCode == 74 && !outcome.errors.contains("can't be written by you"), "\(outcome)")
    #expect(try desk.order().isEmpty)
  }

  @Test("A backup that fails leaves nothing under its name, whatever fails; done again it goes well")
  func backup() throws {
    let desk = try Desk.ready()
    var failed = 0
    for call in ["sync", "open"] {
      for nth in 1...20 {
        let outcome = try run("backup copy.sqlite", on: desk, failing: "call=\(call);nth=\(nth);errno=EIO")
        let names = try names(desk, "copy.sqlite")
        #expect(names == (outcome.exitCode == 0 ? ["copy.sqlite"] : []), "\(call) \(nth): \(names) \(outcome)")
        if outcome.exitCode == 0 {
          try FileManager.default.removeItem(atPath: desk.folder.path + "/copy.sqlite")
        } else {
          failed += 1
        }
      }
    }
    #expect(failed > 8)
    #expect(try desk.must("backup copy.sqlite").output.contains("a copy up to journal entry"))
  }

  @Test(
    "A store of an older schema is the older or the newer one, whatever fails on the way, and one copy stays",
    arguments: ["wal", "delete"])
  func upgraded(mode: String) throws {
    let old = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../StoreTests/Released/Stores/schema-11.sqlite")
    var (failed, full) = (0, 0)
    let faults =
      (1...20).map { "call=sync;nth=\($0)" } + stride(from: 1, to: 500, by: 17).map { "call=write;nth=\($0)" }
    for (index, fault) in faults.enumerated() {
      let desk = try Desk()
      try desk.write("prodpair.sqlite", Array(Data(contentsOf: old)))
      try sqlite("PRAGMA journal_mode = \(mode)", on: desk)
      let head = try sqlite("SELECT seq, lower(hex(hash)) FROM journal_head", on: desk)
      let outcome = try run("run list", on: desk, failing: fault + ";errno=\(index % 2 == 0 ? "EIO" : "ENOSPC")")
      #expect([0, 73, 74].contains(outcome.exitCode), "\(fault): \(outcome)")
      if outcome.errors.contains("is of schema 11, and there is no room to bring it to 12") { full += 1 }
      let isNew = try sqlite("PRAGMA user_version", on: desk) == "12\n"
      let copies = try names(desk, "prodpair.sqlite.schema")
      #expect(copies == (isNew ? ["prodpair.sqlite.schema-11"] : []), "\(fault): \(outcome)")
      #expect(isNew || outcome.exitCode != 0, "\(fault): \(outcome)")
      if !isNew { failed += 1 }
      try desk.must("verify")
      #expect(try sqlite("SELECT seq, lower(hex(hash)) FROM journal_head", on: desk) == head, "\(fault)")
      #expect(try sqlite("PRAGMA integrity_check; PRAGMA user_version", on: desk) == "ok\n12\n", "\(fault)")
      #expect(try names(desk, "prodpair.sqlite.schema") == ["prodpair.sqlite.schema-11"], "\(fault)")
    }
    #expect(failed > 10 && full > 0)
  }

  @Test("A long commit for which SQLite's shared memory can't grow is refused, and is not there afterwards")
  func withoutSharedMemory() throws {
    let desk = try Desk.ready()
    try desk.must(Samples.start)
    // Each piece of the shared memory has room for four thousand pages of the log.
    try desk.write("core", [UInt8](repeating: 7, count: 16 << 20))
    let before = try desk.head()
    var refused = 0
    for nth in 1...24 {
      let outcome = try run(
        "run attach 1 deploy core --as ana", on: desk, failing: "ends=-shm;call=write;nth=\(nth);errno=ENOSPC")
      guard outcome.exitCode != 0 else { break }
      refused += 1
      #expect(outcome.exitCode == 74, "\(nth): \(outcome)")
      #expect(try desk.head() == before, "\(nth): \(outcome)")
    }
    #expect(refused > 8)
  }

  @Test("An init that fails says that the disk did, and leaves no store", arguments: ["write", "sync"])
  func initialised(call: String) throws {
    let desk = try Desk()
    var failed = 0
    // The writes in the middle are all alike: those from where the new store's file is filled are looked at one by one.
    let all = call == "sync" ? Array(1...20) : Array(stride(from: 1, to: 400, by: 13))
    for nth in all {
      let outcome = try run(
        "init --no-starters --store other/prodpair.sqlite", on: desk,
        failing: "call=\(call);nth=\(nth);errno=ENOSPC")
      let store = desk.folder.path + "/other/prodpair.sqlite"
      #expect([0, 73, 74].contains(outcome.exitCode), "\(nth): \(outcome)")
      #expect(FileManager.default.fileExists(atPath: store) == (outcome.exitCode == 0), "\(nth): \(outcome)")
      if outcome.exitCode != 0 { failed += 1 }
      try? FileManager.default.removeItem(atPath: desk.folder.path + "/other")
    }
    #expect(failed > 5)
  }
}
