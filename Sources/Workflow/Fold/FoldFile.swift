import ChecklistFile
import Domain
import Foundation
import Host
import Store

/// Which file a fold writes.
public enum FoldTarget: Hashable, Sendable {
  /// The checklist's file on this machine, where it has one.
  case itsFile
  case file(String)
  /// The version is made in the store alone; sync brings the files up to it later.
  case storeOnly
}

/// The file that a fold writes, looked at before anything is written.
struct FoldFile {
  let path: String
  let bytes: [UInt8]
  private let checklist: ChecklistName
  /// Whether it holds the latest version, and not one before.
  private let isLatest: Bool

  /// The page as this file is to hold it: with the line ends that it has.
  func written(_ page: ChecklistDocument) -> [UInt8] { LineEnds(of: bytes).applied(to: page.bytes) }

  var sha256: String { ChecklistDocument.sha256(of: bytes) }

  /// The checklist's files on this machine that are there.
  static func paths(of checklist: ChecklistName, in reader: some Reading) throws -> [String] {
    try reader.checklistFiles(host: Machine.name).filter { $0.base.checklist == checklist }.map(\.path)
      .filter { access($0, F_OK) == 0 }
  }

  /// Nil where no file is written.
  static func find(
    _ target: FoldTarget, for latest: ChecklistVersion, in reader: some Reading
  ) throws -> FoldFile? {
    let checklist = latest.reference.checklist
    let known = try reader.checklistFiles(host: Machine.name).filter { $0.base.checklist == checklist }
    let origin: ChecklistOrigin
    switch target {
    case .storeOnly: return nil
    case .file(let path):
      let real = FileAccess.realPath(path)
      guard let named = known.first(where: { $0.path == real }) else {
        throw FoldError.notItsFile(path: path, checklist)
      }
      origin = named
    case .itsFile:
      let there = known.filter { access($0.path, F_OK) == 0 }
      if there.count > 1 { throw FoldError.severalFiles(checklist, paths: there.map(\.path)) }
      guard let only = there.first ?? known.first else { return nil }
      origin = only
    }
    return try read(origin, latest: latest, in: reader)
  }

  private static func read(
    _ origin: ChecklistOrigin, latest: ChecklistVersion, in reader: some Reading
  ) throws -> FoldFile {
    let checklist = origin.base.checklist
    let intents = try reader.foldIntents().filter { $0.order.base.checklist == checklist }
    if let other = intents.first { throw Clash.foldUnderWay(checklist, by: other.by) }
    let bytes = try content(of: origin)
    let held = try SyncFile.number(of: checklist, holding: bytes, reader)
    let file = FoldFile(
      path: origin.path, bytes: bytes, checklist: checklist, isLatest: held == latest.reference.number)
    // Any version of the checklist may stand there, the latest or one that it was behind with, with either line ends.
    guard held != nil else {
      throw FoldError.fileAhead(path: origin.path, checklist)
    }
    try FileAccess.checkWritable(origin.path)
    return file
  }

  private static func content(of origin: ChecklistOrigin) throws -> [UInt8] {
    do {
      return try FileAccess.read(origin.path, limit: ChecklistDocument.sizeLimit)
    } catch FileError.missing(let path) {
      throw FoldError.fileGone(path: path, origin.base.checklist)
    }
  }

  /// Refuses where a commit of the file would be lost, or would take along what is not the lesson's.
  func checkCommit() throws -> GitRepository {
    guard let repository = try GitRepository.containing(path) else { throw FoldError.notInGit(path: path) }
    if let operation = repository.operationUnderWay, operation != .bisect {
      throw GitError.operationUnderWay(operation, root: repository.root)
    }
    guard let branch = try repository.branch else { throw FoldError.noBranch(root: repository.root) }
    if try repository.isProtected(branch) { throw FoldError.branchProtected(branch, root: repository.root) }
    if try repository.isUnmerged(path) { throw FoldError.unmerged(path: path) }
    if try repository.isIgnored(path) { throw GitError.ignored(path: path) }
    guard isLatest else { throw FoldError.fileBehind(path: path, checklist) }
    if try repository.isTracked(path), try repository.hasUncommittedChanges(path) {
      throw FoldError.uncommitted(path: path)
    }
    return repository
  }
}
