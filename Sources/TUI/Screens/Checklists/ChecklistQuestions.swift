import ChecklistFile
import Domain
import Store
import Workflow

/// A version, the versions beside it, and what lint says of it.
struct ChecklistContent: Sendable {
  var version: ChecklistVersion
  var versions: [VersionSummary]
  var findings: [LintFinding]
}

struct ChecklistQuestion: Question {
  var checklist: ChecklistName
  /// Nil for the latest.
  var number: Int?
  var topic: String { checklist.text }

  func answer(from backend: any Backend) throws -> ChecklistContent {
    try backend.onStore { store, _, _ in
      try store.read { reader in
        let version = try reader.version(of: checklist, number: number)
        return ChecklistContent(
          version: version, versions: try reader.versions(of: checklist),
          findings: Lint.findings(bytes: Array(version.source.utf8), fileName: checklist.text))
      }
    }
  }
}

/// Why each line is there; read when somebody asks for it.
struct BlameQuestion: Question {
  var checklist: ChecklistName
  var number: Int?
  var topic: String { checklist.text }

  func answer(from backend: any Backend) throws -> ChecklistBlame {
    try backend.onStore { store, _, _ in
      try store.read { try ChecklistBlame.of(checklist, number: number, in: $0) }
    }
  }
}

/// How each step has fared, and what that suggests.
struct StepRecord: Sendable {
  var yields: [StepYield]
  /// How many runs they are made of.
  var runs: Int
  var advice: [Advice]
}

struct StepRecordQuestion: Question {
  var checklist: ChecklistName
  var number: Int?
  var topic: String { checklist.text }

  func answer(from backend: any Backend) throws -> StepRecord {
    try backend.onStore { store, _, _ in
      try store.read { reader in
        let version = try reader.version(of: checklist, number: number)
        let (yields, runs) = try reader.stepYields(of: version, lastRuns: StepYield.lastRuns)
        let advice = Advice.all(on: version, yields: yields, recurrences: try reader.recurrences(on: checklist))
        return StepRecord(yields: yields, runs: runs, advice: advice)
      }
    }
  }
}

/// What changed from one version to another, and why each version between them was made.
struct VersionChanges: Sendable {
  var from: VersionReference?
  var to: VersionSummary
  var changes: [StepChange]
  /// Newest first, each with the lessons that it carries.
  var between: [(version: VersionSummary, lessons: [Lesson])]
}

struct VersionChangesQuestion: Question {
  var checklist: ChecklistName
  /// Nil for the one that the newer was made from.
  var from: Int?
  var to: Int
  var topic: String { checklist.text }

  func answer(from backend: any Backend) throws -> VersionChanges {
    try backend.onStore { store, _, _ in
      try store.read { reader in
        let newer = try reader.version(of: checklist, number: to)
        let older = try (from ?? newer.parent).map { try reader.version(of: checklist, number: $0) }
        let lessons = Dictionary(grouping: try reader.foldedLessons(of: checklist)) { $0.foldedInto ?? 0 }
        let all = try reader.versions(of: checklist)
        guard let summary = all.first(where: { $0.reference.number == to }) else {
          throw Missing.version(newer.reference, latest: all.first?.reference.number ?? 0)
        }
        let numbers = (older?.reference.number ?? to - 1) + 1...max(to, (older?.reference.number ?? to - 1) + 1)
        return VersionChanges(
          from: older?.reference, to: summary,
          changes: older.map { VersionDiff(from: $0.steps, to: newer.steps).changes } ?? [],
          between: all.filter { numbers.contains($0.reference.number) }.map {
            ($0, lessons[$0.reference.number] ?? [])
          })
      }
    }
  }
}
