import ChecklistFile
import Domain
import Host
import Store

/// Says whether checklists' files are what the store has, and sound; changes nothing, so that a team's CI can ask.
public struct CheckChecklists: Sendable {
  /// What is checked: files, and checklists by every file that was imported on this machine.
  public var checklists: [ChecklistName]
  /// Files that need not have been imported here; each is compared with the checklist that it names.
  public var files: [String]
  public var git: Git

  public init(checklists: [ChecklistName] = [], files: [String] = [], git: Git = Git()) {
    self.checklists = checklists
    self.files = files
    self.git = git
  }

  /// One line a file. Without names and files it is every file that was imported on this machine.
  ///
  /// - Throws: what kept it from looking at all; a file that can't be checked is a line that failed.
  public func run(in store: Store, by actor: Actor, at now: Instant) throws -> [SyncChecklists.Line] {
    var lines: [SyncChecklists.Line] = []
    if files.isEmpty || !checklists.isEmpty {
      let sync = SyncChecklists(checklists: checklists, isDryRun: true, git: git)
      lines += try sync.run(in: store, by: actor, at: now)
    }
    let origins = try store.read { try $0.checklistFiles(host: Machine.name) }
    for file in files {
      let path = FileAccess.realPath(file)
      if let known = origins.first(where: { $0.path == path }) {
        let one = SyncFile(
          origin: known, store: store, actor: actor, now: now, git: git, isDryRun: true, stop: { _ in })
        lines.append(check(one))
      } else {
        lines.append(check(path, in: store))
      }
    }
    return lines.map { line in
      var line = line
      line.errors = Self.errors(of: line.path)
      return line
    }
  }

  private func check(_ file: SyncFile) -> SyncChecklists.Line {
    var line = SyncChecklists.Line(checklist: file.origin.base.checklist, path: file.origin.path, found: .same)
    do {
      try line.take(try file.standing(), of: file)
    } catch {
      line.found = .failed(error)
    }
    return line
  }

  /// A file that nobody imported here: without a base a difference is only a difference.
  private func check(_ path: String, in store: Store) -> SyncChecklists.Line {
    var line = SyncChecklists.Line(checklist: ChecklistDocument.name(ofFile: path), path: path, found: .same)
    do {
      let bytes = try FileAccess.read(path, limit: ChecklistDocument.sizeLimit)
      line.checklist = try ChecklistDocument(bytes: bytes, fileName: path).name
      line.look(with: git)
      let (latest, held) = try store.read { reader in
        (try reader.version(of: line.checklist), try SyncFile.number(of: line.checklist, holding: bytes, reader))
      }
      if LineEnds.lf.applied(to: bytes) == LineEnds.lf.applied(to: latest.bytes) {
        if bytes != latest.bytes { line.remarks.append("but for how its lines end") }
      } else {
        line.found = held == nil ? .unknown(latest: latest.reference) : .storeNewer(latest.reference)
      }
    } catch {
      line.found = .failed(error)
    }
    return line
  }

  /// None of a file that can't be read: its line says so.
  private static func errors(of path: String) -> [LintFinding] {
    guard let bytes = try? FileAccess.read(path, limit: .max) else { return [] }
    return Lint.findings(bytes: bytes, fileName: path).filter(\.rule.isError)
  }
}
