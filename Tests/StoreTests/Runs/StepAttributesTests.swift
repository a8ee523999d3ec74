import ChecklistFile
import Domain
import Testing

@testable import Store

@Suite("Steps' attributes, as they are read back")
struct StepAttributesTests {
  private static let source = """
    # Release

    ## Pre
    - [ ] One <!-- id: one; killer -->
    - [ ] Two <!-- id: two; killer -->
    - [ ] Three, without an id <!-- killer -->
    - [ ] Four, without anything
    - [ ] Five <!-- id: five; value: "caf\u{E9}" -->
    - [ ] Six, the same in other bytes <!-- id: six; value: "cafe\u{301}" -->
    - [ ] Seven <!-- id: seven; value: "\\"explicitID\\":\\"nobody\\"" -->
    - [ ] Eight <!-- id: eight; expect: 5m; wait: 1m -->
    - [ ] Nine <!-- id: nine; expect: 5m; wait: 2m -->

    """

  @Test("Each step has its own, to the byte")
  func asWritten() throws {
    let world = try World(isEmpty: true)
    try world.perform(AddTeam(Team(name: TeamName("platform"))))
    try world.perform(AddPerson(.ana))
    let written = try ChecklistDocument(source: Self.source, fileName: "release.md").steps()
    try world.importRelease(Self.source)
    let store = try Store.open(path: world.path, options: StoreOptions(catalogue: .prodpair))
    defer { try? store.close() }
    let steps = try store.read { try $0.version(of: ChecklistName("release")) }.steps
    #expect(steps.map(\.attributes) == written.map(\.attributes))
    #expect(steps.map(\.attributes.explicitID).prefix(4) == ["one", "two", nil, nil])
    #expect(steps.map(\.isKiller).prefix(4) == [true, true, true, false])
    let values = [steps, written].map { $0.map { Array(($0.attributes.value ?? "").utf8) } }
    #expect(values[0] == values[1])
    #expect(values[0][4] != values[0][5])
  }

  @Test(
    "What is no JSON of attributes is told, also where the id can be read",
    arguments: [#"{"explicitID":"one""#, #"{"explicitID":"one","isKiller":"yes"}"#, "", "[]"])
  func damaged(text: String) throws {
    let world = try World()
    try world.forge("UPDATE version_step SET attributes = '\(text)' WHERE number = 2")
    let store = try Store.open(path: world.path, options: StoreOptions(catalogue: .prodpair))
    defer { try? store.close() }
    let error = #expect(throws: StoreError.self) {
      try store.read { try $0.version(of: ChecklistName("release")) }
    }
    guard case .corrupt(let place, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(place.contains("attributes"))
  }
}
