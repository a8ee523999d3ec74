import ChecklistFile
import Domain
import Host
import Store

/// Makes a checklist's next version of lessons: in the store, in its file, and in git if asked.
///
/// The order of it is that of contract.md, "Versions": the intent is written down in the store, the file is written
/// beside and renamed, git commits it, and then the version is made and the intent goes. After a kill at any point
/// ``FinishFolds`` finishes it or takes it back.
public struct Fold: Sendable {
  public var plan: FoldPlan
  public var reason: String
  public var target: FoldTarget
  /// Whether git gets one commit of the file, on the branch that is checked out; it is never pushed.
  public var isCommitted: Bool

  /// How far a fold has come; each is durable when it is told.
  enum Stage: CaseIterable, Sendable { case begun, fileWritten, committed, finished }

  public init(
    _ plan: FoldPlan, reason: String, target: FoldTarget = .itsFile, isCommitted: Bool = false
  ) {
    self.plan = plan
    self.reason = reason
    self.target = target
    self.isCommitted = isCommitted
  }

  public struct Outcome: Sendable {
    public var version: VersionReference
    public var changes: [StepChange]
    /// The file that was written; nil where none was.
    public var path: String?
    /// The commit's id and the branch that it is on.
    public var commit: (id: String, branch: String)?
  }

  /// Whether it would be refused as things stand now; nothing is written.
  ///
  /// - Returns: The file that would be written; nil where none would be.
  /// - Throws: What `run` would, but for what only git's hooks and the writing itself can tell.
  public func check(in store: Store) throws -> String? {
    if let obstacle = plan.obstacle { throw obstacle }
    return try prepare(in: store).file?.path
  }

  public func run(in store: Store, by actor: Actor, at now: Instant) throws -> Outcome {
    try run(in: store, by: actor, at: now) { _ in }
  }

  /// - Parameter reached: Told after each stage; what it throws stops the fold there, as a kill would.
  func run(
    in store: Store, by actor: Actor, at now: Instant, reached: (Stage) throws -> Void
  ) throws -> Outcome {
    if let obstacle = plan.obstacle { throw obstacle }
    let checklist = plan.latest.reference.checklist
    let (file, repository) = try prepare(in: store)
    guard let file else {
      let version = try store.perform(FoldLessons(order(file: nil)), by: actor, at: now)
      return Outcome(version: version, changes: plan.changes, path: nil, commit: nil)
    }
    let page = file.written(plan.page.document)
    let message = repository == nil ? nil : try self.message(in: store)
    let written = FoldOrder.File(
      host: Machine.name, path: file.path, before: file.sha256, commitMessage: message)

    return try FoldLock(store).hold {
      try store.perform(BeginFold(order(file: written), file: written), by: actor, at: now)
      try reached(.begun)
      let landing = FoldLanding(
        store: store, actor: actor, now: now, checklist: checklist, file: written,
        newHash: ChecklistDocument.sha256(of: page))
      try landing.write(page, over: file.bytes)
      try reached(.fileWritten)
      let commit = try landing.commit()
      try reached(.committed)
      let version = try finish(checklist, written, in: store, by: actor, at: now)
      try reached(.finished)
      return Outcome(
        version: version, changes: plan.changes, path: file.path,
        commit: try commit.map { ($0, try repository?.branch ?? "") })
    }
  }

  /// What refuses the last step leaves file and commit in place, for ``FinishFolds`` to go on from.
  private func finish(
    _ checklist: ChecklistName, _ file: FoldOrder.File, in store: Store, by actor: Actor, at now: Instant
  ) throws -> VersionReference {
    do {
      return try store.perform(FinishFold(checklist), by: actor, at: now)
    } catch {
      throw FoldError.unfinished(path: file.path, isCommitted: file.commitMessage != nil, error)
    }
  }

  private func prepare(in store: Store) throws -> (file: FoldFile?, repository: GitRepository?) {
    guard let file = try store.read({ try FoldFile.find(target, for: plan.latest, in: $0) }) else {
      if isCommitted { throw FoldError.noFileToCommit(plan.latest.reference.checklist) }
      return (nil, nil)
    }
    return (file, isCommitted ? try file.checkCommit() : nil)
  }

  private func order(file: FoldOrder.File?) -> FoldOrder {
    FoldOrder(
      base: plan.latest.reference, document: plan.page.document, ids: plan.page.ids, lessons: plan.carried,
      reason: reason, file: file)
  }

  private func message(in store: Store) throws -> String {
    let lessons = plan.lessons
    let incidents = try store.read { reader in
      try lessons.flatMap { lesson in
        [lesson.source.incident, try lesson.source.run.flatMap { try reader.runSummary($0)?.incident }]
      }.compactMap(\.self)
    }
    return CommitMessage.text(
      plan.latest.reference.checklist, reason: reason, changes: plan.changes, lessons: lessons, incidents: incidents)
  }
}
