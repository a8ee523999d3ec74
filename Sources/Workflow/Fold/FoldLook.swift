import Domain
import Host
import Store

/// What a fold would write and commit, looked at before it begins, so that whoever folds is not told afterwards.
///
///     let look = try FoldLook.at(.itsFile, for: plan.latest, in: store)
///     look.path          // /srv/ops/release.md
///     look.branch        // main
///     look.noCommit      // nil: a commit could be made
public struct FoldLook: Sendable {
  /// Every file on this machine that the checklist was imported from, and that is there.
  public var paths: [String]
  /// The one that would be written; nil where none would be, or there is an obstacle.
  public var path: String?
  /// Why that file can't be written.
  public var obstacle: (any Error)?
  /// The branch that a commit would be on; nil where there is none, or the file lies in no repository.
  public var branch: String?
  /// Why there would be no commit.
  public var noCommit: (any Error)?

  /// One that could not be taken, and why: nothing is folded on it.
  public static func failed(because obstacle: any Error) -> FoldLook {
    FoldLook(paths: [], obstacle: obstacle, noCommit: obstacle)
  }

  /// Some runs of git, and one small read of the store.
  public static func at(_ target: FoldTarget, for latest: ChecklistVersion, in store: Store) throws -> FoldLook {
    let checklist = latest.reference.checklist
    let paths = try store.read { try FoldFile.paths(of: checklist, in: $0) }
    var look = FoldLook(paths: paths)
    do {
      guard let file = try store.read({ try FoldFile.find(target, for: latest, in: $0) }) else {
        look.noCommit = FoldError.noFileToCommit(checklist)
        return look
      }
      look.path = file.path
      do {
        look.branch = try GitRepository.containing(file.path)?.branch
        _ = try file.checkCommit()
      } catch {
        look.noCommit = error
      }
    } catch {
      look.obstacle = error
      look.noCommit = error
    }
    return look
  }
}
