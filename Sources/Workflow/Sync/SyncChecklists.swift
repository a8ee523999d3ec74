import ChecklistFile
import Domain
import Host
import Store

/// Brings checklists' files and the store to the same version: the newer one counts, and two that have both moved on
/// are merged line by line.
public struct SyncChecklists: Sendable {
  /// None syncs every file that was imported on this machine.
  public var checklists: [ChecklistName]
  /// Says what would be done, and does nothing.
  public var isDryRun: Bool
  public var goneFiles: GoneFiles
  public var git: Git
  /// Called between the steps; throwing is being killed there.
  var stop: @Sendable (SyncStep) throws -> Void = { _ in }

  /// What is done about a file that is gone, and was not moved.
  public enum GoneFiles: Sendable {
    case said
    /// The latest version is written there again.
    case restored
    /// It is not looked for any more; the checklist stays.
    case forgotten
  }

  public init(
    checklists: [ChecklistName] = [], isDryRun: Bool = false, goneFiles: GoneFiles = .said, git: Git = Git()
  ) {
    self.checklists = checklists
    self.isDryRun = isDryRun
    self.goneFiles = goneFiles
    self.git = git
  }

  /// One line a file; a file that fails does not keep the others from being synced. A file that falls behind by what a
  /// later one brought in is synced again, and has a second line.
  public func run(in store: Store, by actor: Actor, at now: Instant) throws -> [Line] {
    if isDryRun { return try lines(in: store, by: actor, at: now) }
    // A fold writes the file before the store: between the two its page would be taken for somebody's edit.
    return try FoldLock(store).hold { try lines(in: store, by: actor, at: now) }
  }

  private func lines(in store: Store, by actor: Actor, at now: Instant) throws -> [Line] {
    for name in checklists { _ = try store.read { try $0.latestVersion(of: name) } }
    let all = try store.read { try $0.checklistFiles(host: Machine.name) }
    let chosen = all.filter { checklists.isEmpty || checklists.contains($0.base.checklist) }
    let disputed = try disputes(among: chosen, in: store)
    func line(for origin: ChecklistOrigin) -> Line {
      let name = origin.base.checklist
      if let paths = disputed[name] { return Line(checklist: name, path: origin.path, found: .claimed(by: paths)) }
      if !isDryRun { FileAccess.sweep(beside: origin.path) }
      let file = SyncFile(
        origin: origin, store: store, actor: actor, now: now, git: git, isDryRun: isDryRun, stop: stop)
      return sync(file, registered: Set(all.map(\.path)))
    }
    let lines = chosen.map(line)
    guard !isDryRun else { return lines }
    let stale = lines.indices.filter { index in
      lines[index].isSettled
        && lines[(index + 1)...].contains { $0.checklist == lines[index].checklist && $0.made != nil }
    }
    let paths = Set(stale.map { lines[$0].path })
    let again = try store.read { try $0.checklistFiles(host: Machine.name) }.filter { paths.contains($0.path) }
    return lines + again.map(line).filter { if case .same = $0.found { false } else { true } }
  }

  private func sync(_ file: SyncFile, registered: Set<String>) -> Line {
    var file = file
    var line = Line(checklist: file.origin.base.checklist, path: file.origin.path, found: .same)
    do {
      let standing: SyncFile.Standing
      do {
        standing = try file.standing()
      } catch FileError.missing {
        let moved = MovedFile(origin: file.origin, registered: registered, git: git)
        let candidates = try file.store.read { try moved.candidates($0) }
        guard candidates.count == 1, let path = candidates.first else {
          line.found = try settle(file, candidates: candidates)
          return line
        }
        try file.move(to: path)
        (line.movedFrom, line.path) = (line.path, path)
        standing = try file.standing()
      }
      try line.take(standing, of: file)
    } catch {
      line.found = .failed(error)
    }
    return line
  }

  private func settle(_ file: SyncFile, candidates: [String]) throws -> Line.Found {
    switch goneFiles {
    case .said: return .gone(candidates: candidates)
    case .restored: return .restored(try file.restore())
    case .forgotten:
      try file.forget()
      return .forgotten
    }
  }

  /// The files of each checklist of which two are different checklists.
  private func disputes(among origins: [ChecklistOrigin], in store: Store) throws -> [ChecklistName: [String]] {
    var disputes: [ChecklistName: [String]] = [:]
    for (name, files) in Dictionary(grouping: origins, by: \.base.checklist) where files.count > 1 {
      let latest = try store.read { try $0.version(of: name) }
      let claimants = files.compactMap { ClaimedName.Claimant(path: $0.path) }
      if ClaimedName(git: git).isDisputed(claimants, latest: latest) { disputes[name] = claimants.map(\.path) }
    }
    return disputes
  }
}

extension SyncChecklists.Line {
  /// The version that it made.
  fileprivate var made: VersionReference? {
    switch found {
    case .fileNewer(let version), .merged(let version, isNew: true): version
    default: nil
    }
  }
}
