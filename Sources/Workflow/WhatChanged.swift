import ChecklistFile
import Domain
import Store

/// What changed in a checklist since somebody last ran it, and why (rule 8).
public struct WhatChanged: Hashable, Sendable {
  public var person: Handle
  /// The version they last ran; nil for somebody who never ran this checklist.
  public var since: Int?
  /// One line a changed step.
  public var changes: [String]
  /// Why each version since then was made, oldest first, with the lessons that it carries and what taught them.
  public var reasons: [String]

  /// One for each of the run's pair; empty where all have run this version.
  public static func of(_ run: Run, in store: Store) throws -> [WhatChanged] {
    try store.read { reader in try run.pair.compactMap { try one($0, run, reader) } }
  }

  private static func one(_ person: Handle, _ run: Run, _ reader: some Reading) throws -> WhatChanged? {
    let version = run.version.reference
    guard let last = try reader.lastRun(of: version.checklist, by: person, before: run.number) else {
      return WhatChanged(person: person, since: nil, changes: [], reasons: [])
    }
    guard last.version.number != version.number else { return nil }
    let diff = VersionDiff(from: try reader.version(last.version).steps, to: run.steps)
    let between = min(last.version.number, version.number)..<max(last.version.number, version.number)
    let versions = try reader.versions(of: version.checklist).filter { between.contains($0.reference.number - 1) }
    let lessons = Dictionary(grouping: try reader.foldedLessons(of: version.checklist)) { $0.foldedInto ?? 0 }
    let reasons = try versions.reversed().map { version in
      let number = version.reference.number
      let trails = try (lessons[number] ?? []).map { try reader.trail(of: $0).description }
      let from = trails.isEmpty ? "" : ", from \(trails.joined(separator: ", "))"
      return "v\(number), \(version.author): \(version.reason)\(from)"
    }
    return WhatChanged(
      person: person, since: last.version.number, changes: diff.changes.map(\.summary),
      reasons: reasons)
  }

  /// The same as plain lines, for a banner or a page.
  public var lines: [String] {
    guard let since else { return ["\(person) has not run this checklist before"] }
    let count = changes.count == 1 ? "1 line" : "\(changes.count) lines"
    return ["\(count) changed since \(person) last ran it (v\(since))"] + changes.map { "  " + $0 }
      + reasons.map { "  why: " + $0 }
  }
}
