import ChecklistFile
import Domain
import Store

extension Demo {
  /// One version of a checklist: when it was made, by whom, why, and how it differs from the one before.
  struct Revision: Sendable {
    var at: Moment
    var by: Who
    /// What was learned.
    var reason: String
    var edits: [Edit]
  }

  /// A splice of a checklist's text.
  enum Edit: Sendable {
    /// The first version.
    case whole(String)
    /// New lines in front of the one that begins with the anchor.
    case before(String, String)
    /// New lines behind the one that ends with the anchor.
    case after(String, String)
    case replace(String, with: String)

    func applied(to text: String) throws -> String {
      switch self {
      case .whole(let whole): return whole
      case .before(let anchor, let lines): return try splice(text, "\n" + anchor, "\n" + lines + "\n" + anchor)
      case .after(let anchor, let lines): return try splice(text, anchor + "\n", anchor + "\n" + lines + "\n")
      case .replace(let old, let new): return try splice(text, old, new)
      }
    }

    private func splice(_ text: String, _ old: String, _ new: String) throws -> String {
      guard text.ranges(of: old).count == 1 else { throw Slip.anchor(old) }
      return text.replacing(old, with: new)
    }
  }

  /// The team's checklists as they stood at any moment of the story.
  struct Shelf: Sendable {
    struct Version: Sendable {
      var at: Instant
      var by: Who
      var reason: String
      var document: ChecklistDocument
    }

    let versions: [String: [Version]]

    init(calendar: Calendar) throws {
      var versions: [String: [Version]] = [:]
      let all = [
        NewRelease.revisions, StemcellUpgrade.revisions, ManifestOnly.revisions, PaymentsDeploy.revisions,
      ]
      for revisions in all {
        var text = ""
        for revision in revisions {
          for edit in revision.edits { text = try edit.applied(to: text) }
          let document = try ChecklistDocument(source: text, fileName: "checklist.md")
          versions[document.name.text, default: []].append(
            Version(
              at: calendar.instant(revision.at), by: revision.by, reason: revision.reason, document: document))
        }
      }
      self.versions = versions
    }

    /// The version that a run begun then is pinned to.
    func version(of checklist: String, at instant: Instant) throws -> ChecklistDocument {
      guard let version = versions[checklist]?.last(where: { $0.at <= instant }) else {
        throw Slip.noSuchVersion(checklist)
      }
      return version.document
    }

    var acts: [Act] {
      versions.sorted { $0.key < $1.key }.flatMap { name, versions in
        versions.map { version in
          Act(
            version.at, by: version.by,
            .command { _ in
              ImportChecklist(version.document, as: ChecklistName(name), reason: version.reason)
            })
        }
      }
    }
  }
}
