import Domain
import Synchronization

/// Checklist versions that were read before.
///
/// A version never changes and its number is never given again, so what was read once stays true; a run's every tick
/// would otherwise read and decode the whole checklist. A few versions are in use at a time; the rest is forgotten.
final class VersionCache: Sendable {
  private static let limit = 16
  private let versions = Mutex<[VersionReference: ChecklistVersion]>([:])

  init() {}

  subscript(reference: VersionReference) -> ChecklistVersion? { versions.withLock { $0[reference] } }

  func keep(_ version: ChecklistVersion) {
    versions.withLock { versions in
      if versions.count >= Self.limit { versions.removeAll() }
      versions[version.reference] = version
    }
  }
}
