import Foundation

/// The inputs that are kept beside the fuzz targets: the seeds, and what has once broken a promise.
enum KeptInputs {
  enum Kind: String, CaseIterable { case seeds = "Corpus", regressions = "Found" }

  private static var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fuzzing")
  }

  /// In the order of their names; none where there is no such folder.
  static func files(_ kind: Kind, of target: String) -> [URL] {
    let folder = root.appending(path: kind.rawValue).appending(path: target)
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { !$0.lastPathComponent.hasPrefix(".") }.sorted { $0.path < $1.path }
  }

  /// The names of the folders that there are.
  static func targets(_ kind: Kind) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: kind.rawValue).path)
      .filter { !$0.hasPrefix(".") }
  }
}
