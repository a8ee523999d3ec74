import ChecklistFile
import Domain
import Store
import Workflow

/// What changed in a checklist since somebody last ran it, version by version, and why (rule 8).
public struct ChangesSince: Hashable, Sendable {
  public struct Version: Hashable, Sendable {
    /// Nil for the difference to a version that is newer than the run's.
    public var summary: VersionSummary?
    public var changes: [StepChange]
    /// The lessons that it carries.
    public var lessons: [Lesson]

    public init(_ summary: VersionSummary?, changes: [StepChange], lessons: [Lesson] = []) {
      self.summary = summary
      self.changes = changes
      self.lessons = lessons
    }
  }

  public var who: Handle
  /// How much has changed, as in `3 lines changed since ana last ran it (v5)`.
  public var title: String
  /// Oldest first.
  public var versions: [Version]

  public init(who: Handle, title: String, versions: [Version] = []) {
    self.who = who
    self.title = title
    self.versions = versions
  }

  /// Of more versions than that the last ones are told one by one, and the rest as a whole.
  static let mostVersions = 20

  init(_ changed: WhatChanged, _ run: Run, _ reader: some Reading) throws {
    self.init(who: changed.person, title: changed.lines.first ?? "")
    guard let since = changed.since else { return }
    let checklist = run.version.reference.checklist
    let last = run.version.reference.number
    func steps(_ number: Int) throws -> [Step] {
      number == last ? run.steps : try reader.version(VersionReference(checklist: checklist, number: number)).steps
    }
    guard since < last else {
      versions = [Version(nil, changes: VersionDiff(from: try steps(since), to: run.steps).changes)]
      return
    }
    let lessons = Dictionary(grouping: try reader.foldedLessons(of: checklist)) { $0.foldedInto ?? 0 }
    let passed = try reader.versions(of: checklist).reversed()
      .filter { $0.reference.number > since && $0.reference.number <= last }
    var before = try steps(since)
    let skipped = passed.dropLast(Self.mostVersions)
    if let newest = skipped.last {
      let after = try steps(newest.reference.number)
      versions.append(Version(nil, changes: VersionDiff(from: before, to: after).changes))
      before = after
    }
    for summary in passed.suffix(Self.mostVersions) {
      let after = try steps(summary.reference.number)
      versions.append(
        Version(
          summary, changes: VersionDiff(from: before, to: after).changes,
          lessons: lessons[summary.reference.number] ?? []))
      before = after
    }
  }
}
