import ChecklistFile
import Domain
import Host
import Store

/// Finishes the folds that a kill has cut short, or takes them back; for the start of every program.
///
/// What the file holds decides. It holds the new page: the fold is finished, with its commit. It holds what it held
/// before: the fold was never begun. It holds anything else: somebody went on from there, and nothing is touched.
public struct FinishFolds: Sendable {
  public init() {}

  public struct Outcome: Sendable {
    public enum Ending: Sendable {
      case finished(VersionReference)
      case takenBack(why: String)
      /// It is left as it is, for somebody who can.
      case failed(any Error)
    }

    public var checklist: ChecklistName
    public var by: Handle
    public var ending: Ending

    /// As in `the fold of new-release that ana began was finished: new-release v8`.
    public var words: String {
      switch ending {
      case .finished(let version):
        "the fold of \(checklist) that \(by) began was cut short, and is finished now: \(version)"
      case .takenBack(let why): "the fold of \(checklist) that \(by) began was cut short, and was taken back: \(why)"
      case .failed(let error):
        "the fold of \(checklist) that \(by) began was cut short, and can't be finished here: \(error)"
      }
    }
  }

  /// Costs one small read where nothing was cut short; does nothing while somebody is folding.
  public func run(
    in store: Store, by actor: @autoclosure () throws -> Actor, at now: Instant
  ) throws -> [Outcome] {
    guard try store.read({ try $0.hasFoldIntents() }) else { return [] }
    let actor = try actor()
    let outcomes = try FoldLock(store).holdIfFree {
      try store.read { try $0.foldIntents() }.map { intent in
        let ending: Outcome.Ending
        do {
          ending = try end(intent, in: store, by: actor, at: now)
        } catch {
          ending = .failed(error)
        }
        return Outcome(checklist: intent.order.base.checklist, by: intent.by, ending: ending)
      }
    }
    return outcomes ?? []
  }

  private func end(_ intent: FoldIntent, in store: Store, by actor: Actor, at now: Instant) throws -> Outcome.Ending {
    let checklist = intent.order.base.checklist
    let file = intent.file
    func landing(_ hash: String) -> FoldLanding {
      FoldLanding(
        store: store, actor: actor, now: now, checklist: checklist, file: file, newHash: hash, isResumed: true)
    }
    func takeBack(_ why: String) throws -> Outcome.Ending {
      try landing("").drop(because: why)
      return .takenBack(why: why)
    }
    guard file.host == Machine.name else { return try takeBack("its file is on \(file.host): sync it there") }
    let bytes: [UInt8]
    do {
      bytes = try FileAccess.read(file.path, limit: ChecklistDocument.sizeLimit)
    } catch FileError.missing {
      return try takeBack("\(file.path) is gone")
    }
    FileAccess.sweep(beside: file.path)
    let hash = ChecklistDocument.sha256(of: bytes)
    if LineEnds.forms(of: intent.order.document.bytes).contains(bytes) {
      if file.commitMessage != nil, let why = try whyNotCommitted(landing(hash), bytes) { return .takenBack(why: why) }
      return .finished(try store.perform(FinishFold(checklist), by: actor, at: now))
    }
    if hash == file.before { return try takeBack("\(file.path) had not been written") }
    return try takeBack("\(file.path) was changed meanwhile, and stays as it is")
  }

  /// Commits what is not committed yet; where git refuses, everything is taken back, and that is why.
  private func whyNotCommitted(_ landing: FoldLanding, _ bytes: [UInt8]) throws -> String? {
    if let repository = try GitRepository.containing(landing.file.path),
      try repository.headHolds(bytes, at: landing.file.path)
    {
      return nil
    }
    do {
      _ = try landing.commit()
      return nil
    } catch let error as GitError where !error.isLockedOut {
      return "\(error)"
    } catch let error as FoldError {
      return "\(error)"
    }
  }
}
