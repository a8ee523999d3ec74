import Domain
import Foundation
import Store
import Workflow

@testable import TUI

/// A store on disk of the sample team, gone when the test is over.
final class RealStore: Sendable {
  let store: Store
  private let directory: String

  /// - Parameters:
  ///   - people: who is known in it.
  ///   - starters: whether the starter checklists are in it.
  init(people: [String] = ["ana", "bo", "cy", "oz"], starters: Bool = true) throws {
    directory = NSTemporaryDirectory() + "prodpair-screens-" + UUID().uuidString
    store = try Store.create(
      path: directory + "/store.sqlite", kind: .personal, at: .t0, options: StoreOptions(catalogue: .prodpair))
    _ = try Provision(team: .sample, includesStarters: starters).run(in: store, by: .own("ana"), at: .t0)
    for who in people {
      let person = Person(handle: Handle(who), name: who.capitalized, login: who, teams: [Team.sample.name])
      try store.perform(AddPerson(person), by: .own("ana"), at: .t0)
    }
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(atPath: directory)
  }

  /// Writes a file beside the store, and gives its path.
  func write(_ text: String, to name: String) throws -> String {
    let path = directory + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  static let starter = ChecklistName("manifest-only")

  func firstStep(of checklist: ChecklistName = starter) throws -> StepID {
    try store.read { try $0.version(of: checklist).steps.first?.id ?? StepID("") }
  }

  /// Takes a file in, as its checklist's first or next version.
  func importFile(_ path: String, as name: ChecklistName? = nil, by who: Handle = "ana") throws {
    _ = try ImportFile(path: path, name: name).run(in: store, by: .own(who), at: .t0)
  }

  /// Somebody has learned something about a starter, out of the blue where it is not said.
  @discardableResult
  func learn(
    _ text: String, edit: ProposedEdit? = nil, source: LessonSource = .observation,
    on checklist: ChecklistName = starter, step: StepID? = nil, base: Int? = nil, by who: Handle = "ana",
    at now: Instant = .t0
  ) throws -> LessonNumber {
    let draft = LessonDraft(checklist: checklist, text: text, source: source, step: step, edit: edit, base: base)
    return try store.perform(AddLesson(draft), by: .own(who), at: now)
  }

  /// Items of the sample team, from item 1 on, each at the bottom.
  @discardableResult
  func add(_ titles: String..., points: Int? = nil, state: ItemState = .unstarted) throws -> [ItemNumber] {
    let drafts = titles.map {
      ItemDraft(team: Team.sample.name, title: $0, state: state, points: points, target: .bottom)
    }
    return try store.perform(AddItems(drafts), by: .own("ana"), at: .t0)
  }

  /// A run of the starter for a manifest, in staging, by ana and bo.
  func startRun(pair: [Handle] = ["ana", "bo"], by who: Handle = "ana", at now: Instant = .t0) throws -> RunNumber {
    let order = RunOrder(
      checklist: ChecklistName("manifest-only"), environment: "staging", artifact: .release, pair: pair,
      parameters: ["commit": "abcdef1"], override: pair.count < 2 ? "bo is ill" : nil)
    return try store.perform(StartRun(order), by: .own(who), at: now)
  }
}
