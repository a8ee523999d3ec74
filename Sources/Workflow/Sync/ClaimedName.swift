import ChecklistFile
import Domain
import Host

/// Files that are read as one checklist though they are different ones, so that each sync would write one over the other.
///
/// Copies are what one expects: clones of one repository, or a file that was copied and changed. So two files clash
/// only when they are not the same path of the same repository and have hardly a step in common.
struct ClaimedName {
  var git: Git

  /// A file that is remembered, or is about to be.
  struct Claimant {
    var path: String
    var document: ChecklistDocument
  }

  /// Below this part of the steps in common, of the shorter file's, two files are different checklists.
  private static let copyHasOneStepIn = 4

  /// Whether two of the files clash.
  func isDisputed(_ claimants: [Claimant], latest: ChecklistVersion) -> Bool {
    let strangers = claimants.indices.filter { !Self.isAlike(claimants[$0].document, latest.steps) }
    return strangers.contains { stranger in
      claimants.indices.contains { other in
        guard other != stranger else { return false }
        let (one, two) = (claimants[stranger], claimants[other])
        return !Self.isAlike(one.document, two.document.steps()) && !isSamePlaceOfClones(one.path, two.path)
      }
    }
  }

  private static func isAlike(_ document: ChecklistDocument, _ steps: [Step]) -> Bool {
    let ids = Set(steps.map(\.id))
    let common = document.steps(parent: steps).count { ids.contains($0.id) }
    return common * copyHasOneStepIn >= min(document.parsedSteps.count, steps.count)
  }

  private func isSamePlaceOfClones(_ one: String, _ two: String) -> Bool {
    guard let first = try? GitRepository.containing(one, git: git),
      let second = try? GitRepository.containing(two, git: git),
      let place = try? first.relativePath(one), place == (try? second.relativePath(two)),
      let roots = try? first.firstCommits, let others = try? second.firstCommits
    else { return false }
    return !roots.isDisjoint(with: others)
  }
}

extension ClaimedName.Claimant {
  /// Nil for a file that can't be read as a checklist: that is said of it elsewhere.
  init?(path: String) {
    guard let bytes = try? FileAccess.read(path, limit: ChecklistDocument.sizeLimit),
      let document = try? ChecklistDocument(bytes: bytes, fileName: path)
    else { return nil }
    self.init(path: path, document: document)
  }
}
