import ChecklistFile
import Domain
import Foundation
import Host
import Store

/// Where a file went that is not where it was.
struct MovedFile {
  var origin: ChecklistOrigin
  /// Files that are remembered, which are not it.
  var registered: Set<String>
  var git: Git

  /// The files of the same repository, or without one of the same folder, that hold a version of the checklist or
  /// name it; exactly one is the file.
  func candidates(_ reader: some Reading) throws -> [String] {
    try markdownFiles().filter { path in
      // A link may lead to a file that is remembered.
      guard !registered.contains(FileAccess.realPath(path)),
        let bytes = try? FileAccess.read(path, limit: ChecklistDocument.sizeLimit)
      else { return false }
      let name = origin.base.checklist
      if try SyncFile.number(of: name, holding: bytes, reader) != nil { return true }
      return (try? ChecklistDocument(bytes: bytes, fileName: path))?.name == name
    }.map(FileAccess.realPath)
  }

  private func markdownFiles() -> [String] {
    if let repository = try? GitRepository.containing(origin.path, git: git),
      let files = try? repository.markdownFiles()
    {
      return files
    }
    let folder = (origin.path as NSString).deletingLastPathComponent
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".md") || $0.hasSuffix(".markdown") }.sorted().map { "\(folder)/\($0)" }
  }
}
