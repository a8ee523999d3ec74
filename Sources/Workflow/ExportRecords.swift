import Domain
import Exchange
import Foundation
import Host
import Store

/// Writes the records of runs as Markdown pages, a file a run, into a directory.
public struct ExportRecords: Sendable {
  public var runs: [RunNumber]
  /// It is made where it is not there.
  public var directory: String

  public init(runs: [RunNumber], directory: String) {
    self.runs = runs
    self.directory = directory
  }

  /// Writes `run-42.md` for run 42. A file that is there already is never written over.
  ///
  /// - Returns: the paths.
  /// - Throws: `FileError` and what reading throws. The files that were written before are taken away again.
  public func run(in store: Store, at now: Instant) throws -> [String] {
    let folder = directory.hasSuffix("/") ? directory : directory + "/"
    try makeDirectory()
    var written: [String] = []
    do {
      for run in runs {
        let page = RunMarkdown.page(try RunRecords.record(of: run, in: store, at: now))
        let path = "\(folder)run-\(run).md"
        try FileAccess.create(path, with: Array(page.utf8))
        written.append(path)
      }
    } catch {
      for path in written { unlink(path) }
      throw error
    }
    return written
  }

  private func makeDirectory() throws(FileError) {
    do {
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    } catch {
      throw .inputOutput(path: directory, detail: error.localizedDescription)
    }
  }
}
