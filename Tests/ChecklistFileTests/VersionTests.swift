import Domain
import Foundation
import Testing

@testable import ChecklistFile

@Suite("What changed between versions")
struct VersionTests {
  private func diff(_ old: String, _ new: String) throws -> [String] {
    let before = try ChecklistDocument.read(old).steps()
    let after = try ChecklistDocument.read(new).steps(parent: before)
    return VersionDiff(from: before, to: after).changes.map(\.summary)
  }

  @Test("Every kind of change is one line")
  func kinds() throws {
    let old = """
      ## Pre
      - [ ] Pull the manifests
      - [ ] Log in to the jump box
      - [ ] Read the notes
      ## During
      - [ ] Deploy <!-- expect: 1h -->
        ```sh
        bosh deploy
        ```
      """
    let new = """
      ## Pre
      - [ ] Log in to the jump box now
      - [ ] Check that no static port lies in 32768-61000
      ## During
      - [ ] Read the notes
      - [ ] Deploy <!-- id: deploy; expect: 2h; killer -->
        ```sh
        bosh -n deploy
        ```
      """
    #expect(
      try diff(old, new) == [
        "removed 1: \"Pull the manifests\"",
        "reworded 1: \"Log in to the jump box\" is now \"Log in to the jump box now\"",
        "added 2: \"Check that no static port lies in 32768-61000\"",
        "moved 3: from pre to during",
        "attributes of 4: expect: 1h is now expect: 2h; killer",
        "details of 4 changed",
      ])
  }

  @Test("As few steps as possible count as moved")
  func moves() throws {
    #expect(
      try diff("- [ ] aa\n- [ ] bb\n- [ ] cc\n- [ ] dd\n", "- [ ] dd\n- [ ] aa\n- [ ] bb\n- [ ] cc\n") == [
        "moved 1: from number 4 to number 1"
      ])
    #expect(
      try diff("- [ ] aa\n- [ ] bb\n", "- [ ] aa\n  - [ ] bb\n") == ["moved 2: from during to during, under \"aa\""])
    #expect(try diff("- [ ] aa\n", "- [ ] zz\n- [ ] aa\n") == ["added 1: \"zz\""])
  }

  @Test("Writing down the ids that steps have anyway is no change")
  func formatted() throws {
    let document = try ChecklistDocument.read(Samples.release.replacing("id: deploy; ", with: ""))
    let written = try document.formatted(writing: document.steps().map(\.id))
    #expect(VersionDiff(from: document.steps(), to: written.steps(parent: document.steps())).isEmpty)
  }

  @Test("A difference survives JSON")
  func json() throws {
    let steps = try ChecklistDocument.read("- [ ] aa\n- [ ] bb\n").steps()
    let diff = VersionDiff(from: steps, to: [steps[1]])
    #expect(try JSONDecoder().decode(VersionDiff.self, from: JSONEncoder().encode(diff)) == diff)
  }

  @Test(
    "File and store are compared by way of what they last had in common",
    arguments: [
      ("a", "a", "a", SyncState.same), ("b", "a", "b", .same), ("b", nil, "b", .same), ("b", "a", "a", .fileNewer),
      ("a", "a", "b", .storeNewer), ("b", "a", "c", .bothChanged), ("a", nil, "b", .bothChanged),
    ] as [(String, String?, String, SyncState)])
  func sync(file: String, base: String?, latest: String, state: SyncState) {
    #expect(SyncState(file: file, base: base, latest: latest) == state)
  }
}
