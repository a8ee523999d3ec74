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

  /// Writes `run-42.md` for run 42. A file that is there already is never written over: then nothing is written at all.
  ///
  /// - Returns: the paths.
  public func run(in store: Store, at now: Instant) throws -> [String] {
    let folder = directory.hasSuffix("/") ? directory : directory + "/"
    let paths = runs.map { "\(folder)run-\($0).md" }
    if let taken = paths.first(where: { FileManager.default.fileExists(atPath: $0) }) {
      throw ExportError.fileExists(path: taken)
    }
    let pages = try runs.map { RunMarkdown.page(try RunRecords.record(of: $0, in: store, at: now)) }
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    for (path, page) in zip(paths, pages) { try Data(page.utf8).write(to: URL(fileURLWithPath: path)) }
    return paths
  }
}

/// Why records were not written. No file was touched.
public enum ExportError: Error, Hashable, Sendable, CustomStringConvertible {
  case fileExists(path: String)

  public var description: String {
    switch self {
    case .fileExists(let path): "\(path) is there already, so nothing was written: name another directory"
    }
  }
}
