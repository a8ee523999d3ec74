import Foundation
import Testing

@testable import Host

@Suite("Writing a file in one step")
struct StagedFileTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileAccess.realPath(NSTemporaryDirectory()) + "/prodpair-staged-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test("Until it is put in place the file is as it was, and what is discarded leaves nothing")
  func staged() throws {
    try inFolder { folder in
      let path = folder + "/a.md"
      try FileAccess.create(path, with: [1])
      let staged = try FileAccess.stage(path, [2])
      #expect(try FileAccess.read(path, limit: 9) == [1])
      staged.discard()
      #expect(try names(in: folder) == ["a.md"])
      try FileAccess.stage(path, [3]).replace()
      #expect(try FileAccess.read(path, limit: 9) == [3])
      #expect(throws: FileError.alreadyThere(path: path)) { try FileAccess.stage(path, [4]).create() }
      #expect(try FileAccess.read(path, limit: 9) == [3])
      try FileAccess.stage(folder + "/b.md", [5]).create()
      #expect(try names(in: folder) == ["a.md", "b.md"])
    }
  }

  @Test("A file that its mode protects is not replaced, for root either")
  func readOnly() throws {
    try inFolder { folder in
      let path = folder + "/a.md"
      try FileAccess.create(path, with: [1])
      chmod(path, 0o444)
      #expect(throws: FileError.readOnly(path: path)) { try FileAccess.replace(path, with: [2]) }
      #expect(try FileAccess.read(path, limit: 9) == [1])
      #expect(try names(in: folder) == ["a.md"])
    }
  }

  @Test("What a dead process left is swept, what a living one stages is not, and is in nobody's way")
  func sweeping() throws {
    try inFolder { folder in
      let path = folder + "/a.md"
      try FileAccess.create(path, with: [1])
      // Above every number that Linux gives to a process.
      let dead = pid_t.max
      for name in [
        ".a.md.prodpair-new-\(dead)", ".a.md.prodpair-new-\(getpid())", "a.md.new-\(dead)",
        ".b.md.prodpair-new-\(dead)",
      ] {
        try FileAccess.create("\(folder)/\(name)", with: [2])
      }
      FileAccess.sweep(beside: path)
      #expect(
        try names(in: folder)
          == [
            "a.md", ".a.md.prodpair-new-\(getpid())", "a.md.new-\(dead)", ".b.md.prodpair-new-\(dead)",
          ].sorted())
      try FileAccess.replace(path, with: [3])
      #expect(try FileAccess.read(path, limit: 9) == [3])
    }
  }
}
