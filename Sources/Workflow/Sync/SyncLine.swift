import ChecklistFile
import Domain
import Host

extension SyncChecklists {
  /// One file, and what was found and done.
  public struct Line: Sendable {
    public enum Found: Sendable {
      case same
      /// The file had moved on: it became this version.
      case fileNewer(VersionReference)
      /// The store had moved on: the file was written.
      case storeNewer(VersionReference)
      /// Both had moved on, in different places, and were merged; without a new version the store had it all already.
      case merged(VersionReference, isNew: Bool)
      /// The file is gone; these might be it.
      case gone(candidates: [String])
      /// It was gone, and was written again.
      case restored(VersionReference)
      /// It was gone, and is not looked for any more.
      case forgotten
      /// These files, which have little in common, are all read as the one checklist; none was touched.
      case claimed(by: [String])
      /// A file that was never imported here, and holds no version that the store has.
      case unknown(latest: VersionReference)
      case failed(any Error)
    }

    public var checklist: ChecklistName
    public var path: String
    public var found: Found
    /// Where the file was before it was moved.
    public var movedFrom: String?
    /// What git last fetched and is not here.
    public var behind: GitRepository.Behind?
    /// What else there is to know, each in a few words.
    public var remarks: [String] = []
    /// Lint's errors; only a check looks for them.
    public var errors: [LintFinding] = []

    /// Whether the file and the store are at one now; after a dry run, whether they would be.
    public var isSettled: Bool {
      switch found {
      case .same, .fileNewer, .storeNewer, .merged, .restored, .forgotten: true
      case .gone, .claimed, .unknown, .failed: false
      }
    }

    /// Whether nothing has to be done, and nothing is wrong.
    public var isInOrder: Bool {
      if case .same = found { movedFrom == nil && errors.isEmpty } else { false }
    }
  }
}

extension GitRepository.Behind {
  /// As in `behind origin/main by 2 commits that touch it, as last fetched`.
  public var words: String {
    "behind \(upstream) by \(count == 1 ? "1 commit that touches it" : "\(count) commits that touch it"), as last fetched"
  }
}
