import Domain
import Foundation
import Store

/// A believable two months of an ops team, told into a store by the store's own commands.
///
/// The same `now` and `login` give the same store, down to the journal's hashes: nothing is asked of the machine, not
/// even its time zone. Screens, pictures and tests are made from it with a fixed clock.
///
/// ```swift
/// let store = try Demo(now: now, login: "ana").create(at: path)
/// ```
public struct Demo: Sendable {
  /// The moment that the story ends at; two runs are under way then.
  public let now: Instant
  /// The account that is ana's, so that whoever looks on sees the screens as herself.
  public let login: String

  let calendar: Calendar

  public init(now: Instant, login: String = "ana") {
    self.now = now
    self.login = login
    calendar = Calendar(now: now)
  }

  /// Makes the store and tells the story into it; the store's id is always the same one.
  ///
  /// - Throws: what `Store.create` throws, such as `exists`. A story that fails leaves no store behind.
  public func create(at path: String) throws -> Store {
    let options = StoreOptions(catalogue: .prodpair, isThrowAway: true)
    let store = try Store.create(
      path: path, kind: .personal, at: calendar.instant(.week(-8, .monday, "08:00")), options: options, id: Self.id)
    do {
      try build(in: store)
    } catch {
      try? store.close()
      for suffix in ["", "-wal", "-shm", "-lock"] { try? FileManager.default.removeItem(atPath: path + suffix) }
      throw error
    }
    return store
  }

  /// Tells the story into an empty store, in the order in which it happened.
  ///
  /// The journal is the same from build to build only where the store's id is; `create(at:)` sees to that.
  public func build(in store: Store) throws {
    var scribe = Scribe(store: store, cast: Cast(login: login))
    for act in try acts() { try scribe.perform(act) }
  }

  /// Everything that is done in the two months, oldest first. A new kind of record joins the story here, as a list of
  /// its own: what happens at the same moment happens in the order of these lines.
  func acts() throws -> [Act] {
    let shelf = try Shelf(calendar: calendar)
    var acts = Cast(login: login).acts(on: calendar)
    acts += shelf.acts
    for chapter in chapters { acts += try Walk.acts(of: chapter, from: shelf, on: calendar) }
    acts += Today.plans(on: calendar) + attestations + Learned.acts(on: calendar) + Backlog.acts(on: calendar)
    acts += Duties.acts(on: calendar) + IncidentTales.acts(on: calendar) + RetroTales.acts(on: calendar)
    return acts.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  /// Every run of the two months.
  var chapters: [Chapter] {
    (Releases.chapters + Stemcells.chapters(in: calendar.year) + Manifests.chapters + Payments.chapters).filter {
      calendar.isPast($0.begins)
    } + Today.chapters(on: calendar)
  }

  private var attestations: [Act] {
    Today.attestations.map { attestation in
      Act(calendar.instant(attestation.at), by: Cast.ci, .command { _ in attestation.command })
    }
  }

  private static let id = UUID(uuid: (0xDE, 0x30, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 1))
}
