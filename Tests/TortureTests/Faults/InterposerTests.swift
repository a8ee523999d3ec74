import Foundation
import Testing

@testable import Torture

@Suite("The library that makes calls fail")
struct InterposerTests {
  private let program = Program.beside()
  private let folder: Folder
  private var log: String { folder("log") }

  init() throws { folder = try Folder() }

  /// Writes three lines into a file, as three calls, and syncs it.
  private func write(_ fault: Fault? = nil, to name: String = "file", withBytes: Bool = false) throws -> Ended {
    let watched = try program.watched(under: folder("watched"), fault: fault, log: log, withBytes: withBytes)
    try? FileManager.default.createDirectory(atPath: folder("watched"), withIntermediateDirectories: false)
    return try Child.run(
      ["dd", "if=/dev/zero", "of=\(folder(name))", "bs=100", "count=3", "conv=fsync", "status=none"],
      environment: Program.environment.merging(watched) { $1 })
  }

  private func size(_ name: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: folder(name))[.size] as? Int ?? 0
  }

  @Test("Without a fault every call on the watched files is in the log, with its bytes, and nothing else changes")
  func logs() throws {
    #expect(try write(to: "watched/file", withBytes: true).succeeded)
    let entries = try CallLog(contentsOf: log).entries
    #expect(entries.count { $0.call == .write } == 3)
    #expect(entries.filter { $0.call == .write }.map(\.offset) == [0, 100, 200])
    #expect(entries.allSatisfy { $0.call != .write || $0.bytes.count == 100 })
    let watched = folder("watched/file")
    #expect(entries.contains { $0.call == .sync && $0.path == watched })
    #expect(entries.contains { $0.madeFile })
    #expect(try write(to: "elsewhere").succeeded)
    #expect(try CallLog(contentsOf: log).entries.count == entries.count)
  }

  @Test("The Nth call fails, and only that, or all after it too")
  func fails() throws {
    let ended = try write(Fault(.write, nth: 2, .fail, .noSpace), to: "watched/file")
    #expect(ended.exitCode == 1)
    #expect(ended.errors.contains("No space left on device"))
    #expect(try size("watched/file") == 100)
    #expect(try write(Fault(.sync, nth: 1), to: "watched/file").errors.contains("Input/output error"))
    #expect(try write(Fault(.open, nth: 1, .fail, .noSpace), to: "watched/other").errors.contains("No space left"))
    #expect(try write(Fault(.write, nth: 9), to: "watched/file").succeeded)
  }

  @Test("A write can come to half, be a lie, or be the last of its process")
  func otherDeeds() throws {
    #expect(try write(Fault(.write, nth: 3, .half, .noSpace), to: "watched/half").exitCode == 1)
    #expect(try size("watched/half") == 250)
    #expect(try write(Fault(.write, nth: 3, .lie), to: "watched/lie").succeeded)
    #expect(try size("watched/lie") == 200)
    #expect(try write(Fault(.write, nth: 3, .torn), to: "watched/torn").signal == SIGKILL)
    #expect(try size("watched/torn") == 250)
    #expect(try write(Fault(.sync, nth: 1, .kill), to: "watched/killed").signal == SIGKILL)
  }

  @Test("With a switch it acts only while that file is there")
  func switched() throws {
    let fault = Fault(.write, nth: 1, andAllAfter: true, .fail, .noSpace, whileThere: folder("full"))
    #expect(try write(fault, to: "watched/file").succeeded)
    try folder.file("full", "")
    #expect(try write(fault, to: "watched/file").exitCode == 1)
  }
}
