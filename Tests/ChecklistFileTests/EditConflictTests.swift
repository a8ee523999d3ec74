import Domain
import Testing

@testable import ChecklistFile

@Suite("What stands in the way of a lesson")
struct EditConflictTests {
  private static let base = """
    ## Pre
    - [ ] Pull the manifests
    ## During
    - [ ] Deploy <!-- id: deploy; expect: 90m -->

      Slowly.
      - [ ] Watch <!-- id: watch -->
    ## Post
    - [ ] Announce <!-- id: announce -->

    """

  /// The conflict after somebody else replaced a piece of the page.
  private func conflict(_ edit: ProposedEdit, _ old: String, _ new: String) throws -> EditConflict? {
    let base = try ChecklistDocument.read(Self.base).steps()
    let latest = try ChecklistDocument.read(Self.base.replacing(old, with: new)).steps(parent: base)
    return edit.conflict(from: base, to: latest)
  }

  private func changed(_ part: EditConflict.Part, _ then: String, _ now: String, _ proposed: String) -> EditConflict {
    .changed("deploy", part, EditConflict.Sides(then: then, now: now, proposed: proposed))
  }

  @Test("A step that is gone is a conflict for whatever needs it, with what it said")
  func gone() throws {
    for edit in [
      .remove("announce"), .reword("announce", to: "x"), .set("announce", key: "killer", value: nil),
      .add(text: "x", .after("announce")), .move("deploy", .before("announce")), .move("announce", .before("deploy")),
    ] as [ProposedEdit] {
      let found = try conflict(edit, "- [ ] Announce <!-- id: announce -->\n", "- [ ] zzz\n")
      #expect(found == .stepGone("announce", text: "Announce"))
    }
  }

  @Test("A text reworded meanwhile is shown beside the proposed one; the same words are no conflict")
  func reword() throws {
    let edit = ProposedEdit.reword("deploy", to: "Deploy twice")
    #expect(try conflict(edit, "] Deploy", "] Deploy once") == changed(.text, "Deploy", "Deploy once", "Deploy twice"))
    #expect(try conflict(edit, "] Deploy", "] Deploy twice") == nil)
    #expect(try conflict(edit, "Slowly.", "Quickly.") == nil)
    #expect(try conflict(edit, "90m", "2h") == nil)
    let wrapped = ProposedEdit.reword("pull-the-manifests", to: "Pull them")
    #expect(try conflict(wrapped, "Pull the manifests", "Pull\n  the manifests") == nil)
  }

  @Test("Values that mean the same are the same, however they are written")
  func attributes() throws {
    let edit = ProposedEdit.set("deploy", key: "expect", value: "120m")
    #expect(try conflict(edit, "90m", "1h30m") == nil)
    #expect(try conflict(edit, "90m", "2h") == nil)
    #expect(try conflict(edit, "90m", "3h") == changed(.attribute("expect"), "1h30m", "3h", "2h"))
    #expect(try conflict(edit, "] Deploy", "] Deploy now") == nil)
    #expect(try conflict(.set("deploy", key: "killer", value: nil), "; expect", "; killer; expect") == nil)
    #expect(try conflict(.unset("deploy", key: "expect"), "; expect: 90m", "") == nil)
    #expect(
      try conflict(.unset("deploy", key: "expect"), "90m", "2h") == changed(.attribute("expect"), "1h30m", "2h", ""))
  }

  @Test("Nothing is removed that somebody has changed, or put under it, since")
  func remove() throws {
    let edit = ProposedEdit.remove("deploy")
    #expect(try conflict(edit, "Pull the", "Pull all the") == nil)
    #expect(try conflict(edit, "] Deploy", "] Deploy now") == changed(.text, "Deploy", "Deploy now", ""))
    #expect(try conflict(edit, "Slowly.", "Quickly.") == changed(.details, "Slowly.", "Quickly.", ""))
    #expect(try conflict(edit, "; expect", "; killer; expect") == changed(.attribute("killer"), "", "killer", ""))
    let sides = EditConflict.Sides(then: "Watch", now: "Watch closely", proposed: "")
    #expect(try conflict(edit, "] Watch", "] Watch closely") == .changed("watch", .text, sides))
    let added = EditConflict.Sides(then: "", now: "Shout", proposed: "")
    #expect(
      try conflict(edit, "  - [ ] Watch", "  - [ ] Shout\n  - [ ] Watch") == .changed("shout", .text, added))
  }

  @Test("A neighbour's words play no part, but its section does")
  func places() throws {
    let section = changed(.attribute("section"), "during", "post", "during")
    for edit in [.add(text: "x", .after("deploy")), .move("pull-the-manifests", .after("deploy"))] as [ProposedEdit] {
      #expect(try conflict(edit, "] Deploy", "] Deploy now") == nil)
      #expect(try conflict(edit, "## During", "## After all that") == section)
    }
    #expect(try conflict(.move("deploy", .after("pull-the-manifests")), "## During", "## Post") != nil)
    #expect(try conflict(.move("deploy", .after("pull-the-manifests")), "## During", "## Before") == nil)
    #expect(try conflict(.move("deploy", .after("announce")), "## During", "## Post") == nil)
  }
}
