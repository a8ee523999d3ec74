import ChecklistFile
import Domain
import Host

/// A file that has moved on from a version, brought together with another that has.
struct VersionMerge {
  var path: String
  var file: [UInt8]
  var base: ChecklistVersion
  var latest: ChecklistVersion
  var git: Git

  /// What both came to, with the line ends of the file.
  func document() throws -> ChecklistDocument {
    let lf = LineEnds.lf
    let result: GitRepository.MergeResult
    do throws(GitError) {
      result = try GitRepository.mergeFile(
        base: lf.applied(to: base.bytes), ours: lf.applied(to: file), theirs: lf.applied(to: latest.bytes), git: git)
    } catch {
      guard error == .gitAbsent else { throw error }
      throw SyncProblem.mergeNeedsGit(path: path, base: base.reference, latest: latest.reference)
    }
    switch result {
    case .conflicted(let places):
      throw SyncProblem.conflict(path: path, base: base.reference, latest: latest.reference, places: places)
    case .clean(let merged):
      let bytes = LineEnds(of: file).applied(to: merged)
      do {
        return try ChecklistDocument(bytes: bytes, fileName: path)
      } catch {
        throw SyncProblem.mergedUnsound(path: path, latest: latest.reference, error)
      }
    }
  }
}

extension ChecklistVersion {
  var bytes: [UInt8] { Array(source.utf8) }
}

/// A line that git wrote for somebody to decide, where all three kinds follow each other.
enum ConflictMarkers {
  /// The 1-based line of the first.
  static func line(in bytes: [UInt8]) -> Int? {
    var first: Int?
    var isHalf = false
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      if line.starts(with: Array("<<<<<<< ".utf8)) {
        (first, isHalf) = (index + 1, false)
      } else if first != nil, line.starts(with: Array("=======".utf8)), line.count <= 8 {
        isHalf = true
      } else if isHalf, line.starts(with: Array(">>>>>>> ".utf8)) {
        return first
      }
    }
    return nil
  }
}
