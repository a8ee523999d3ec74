import Domain
import Testing

@testable import ChecklistFile

@Suite("Folding lessons into a page")
struct FoldedPageTests {
  private let text = """
    ## Pre
    - [ ] Pull the manifests <!-- expect: 90m -->
    - [ ] Deploy
      - [ ] Watch the canaries
      - [ ] Look at the logs
    ## Post <!-- killer; role: lead -->
    - [ ] Announce it <!-- id: tell; mode: manual -->

    """

  private func page(_ text: String? = nil, reserved: Set<StepID> = []) throws -> FoldedPage {
    let document = try ChecklistDocument.read(text ?? self.text)
    return try FoldedPage(.sample(of: document), reserved: reserved)
  }

  @Test("A step keeps its id however different its new words are")
  func reword() throws {
    var page = try page()
    #expect(try page.apply(.reword("deploy", to: "Let the robot do all of it")) == "deploy")
    #expect(page.steps[1].id == "deploy" && page.steps[1].text == "Let the robot do all of it")
    #expect(page.steps[2].parent == "deploy")
    #expect(page.document.text == text.replacing("Deploy", with: "Let the robot do all of it"))
  }

  @Test("A new step gets an id that no step has or had, and none is written into the file")
  func add() throws {
    var page = try page(reserved: ["check-the-ports"])
    let first = try page.apply(.add(text: "Check the ports", .after("deploy")))
    let second = try page.apply(.add(text: "Deploy", body: "Again.", .before("tell")))
    #expect([first, second] == ["check-the-ports-2", "deploy-2"])
    #expect(
      page.ids == [
        "pull-the-manifests", "deploy", "watch-the-canaries", "look-at-the-logs", first, second, "tell",
      ])
    #expect(page.steps[4].parent == nil && page.steps[5].section == .post && page.steps[5].body == "Again.")
    #expect(page.document.text.components(separatedBy: "id:").count == 2)
  }

  @Test("A removed step goes with everything under it, and a later one does not get its id")
  func remove() throws {
    var page = try page()
    #expect(try page.apply(.remove("deploy")) == "deploy")
    #expect(page.ids == ["pull-the-manifests", "tell"])
    #expect(try page.apply(.add(text: "Deploy", .after("pull-the-manifests"))) == "deploy-2")
  }

  @Test("A moved step takes its steps and all their ids along")
  func move() throws {
    var page = try page()
    try page.apply(.move("deploy", .after("tell")))
    #expect(page.ids == ["pull-the-manifests", "tell", "deploy", "watch-the-canaries", "look-at-the-logs"])
    #expect(page.steps[2].section == .post && page.steps[3].parent == "deploy")
    try page.apply(.move("deploy", .before("tell")))
    #expect(page.ids == ["pull-the-manifests", "deploy", "watch-the-canaries", "look-at-the-logs", "tell"])
  }

  @Test("Steps with the same words are told apart")
  func twins() throws {
    var page = try page("- [ ] wait\n- [ ] wait\n- [ ] wait\n")
    #expect(page.ids == ["wait", "wait-2", "wait-3"])
    try page.apply(.remove("wait"))
    try page.apply(.set("wait-3", key: "killer", value: nil))
    #expect(page.ids == ["wait-2", "wait-3"])
    #expect(page.document.text == "- [ ] wait\n- [ ] wait <!-- killer -->\n")
  }

  @Test("Several lessons fold one after the other, and the difference names each")
  func several() throws {
    var page = try page()
    let before = page.steps
    try page.apply(.set("deploy", key: "deploys", value: nil))
    try page.apply(.unset("tell", key: "mode"))
    let new = try page.apply(.add(text: "Check the ports", .after("look-at-the-logs")))
    try page.apply(.move(new, .before("deploy")))
    #expect(
      VersionDiff(from: before, to: page.steps).changes.map(\.summary) == [
        "added 2: \"Check the ports\"", "attributes of 3: none is now deploys",
        "attributes of 6: killer; role: lead; mode: manual is now killer; role: lead",
      ])
  }

  @Test(
    "What changes nothing is refused as such",
    arguments: [
      .reword("deploy", to: " Deploy "), .set("pull-the-manifests", key: "expect", value: "1h30m"),
      .set("tell", key: "killer", value: nil), .set("tell", key: "role", value: "lead"), .unset("deploy", key: "wait"),
      .move("deploy", .after("pull-the-manifests")), .move("watch-the-canaries", .before("look-at-the-logs")),
    ] as [ProposedEdit])
  func nothing(edit: ProposedEdit) throws {
    try expectRefusal(of: edit, ChecklistEditError.nothingToChange)
  }

  @Test(
    "What can't be is refused with the reason, and the page stays as it is",
    arguments: [
      (.set("deploy", key: "colour", value: "red"), .unknownKey("colour")), (.unset("tell", key: "id"), .idStays),
      (.set("deploy", key: "id", value: "tell"), .idStays), (.unset("tell", key: "killer"), .inherited(key: "killer")),
      (.set("deploy", key: "expect", value: "soon"), .unusableValue(key: "expect", value: "soon")),
      (.set("deploy", key: "expect", value: nil), .unusableValue(key: "expect", value: "")),
      (.set("deploy", key: "killer", value: "yes"), .unusableValue(key: "killer", value: "yes")),
      (.set("deploy", key: "mode", value: "chek"), .unusableValue(key: "mode", value: "chek")),
      (.set("deploy", key: "if", value: "env = prod"), .unusableValue(key: "if", value: "env = prod")),
      (.add(text: "two\n\nparagraphs", .after("deploy")), .unusableText("two\n\nparagraphs")),
      (.add(text: "x", body: "First:\n\n- [ ] y", .after("deploy")), .unusableBody("First:\n\n- [ ] y")),
      (.move("deploy", .after("look-at-the-logs")), .moveIntoItself),
      (.move("deploy", .before("deploy")), .moveIntoItself),
    ] as [(ProposedEdit, ChecklistEditError)])
  func refused(edit: ProposedEdit, error: ChecklistEditError) throws {
    try expectRefusal(of: edit, error)
    #expect(!error.description.isEmpty)
  }

  @Test("A lesson on a step that is gone says what the step was")
  func gone() throws {
    var page = try page()
    try page.apply(.remove("deploy"))
    for edit in [
      .reword("deploy", to: "x"), .remove("deploy"), .set("deploy", key: "killer", value: nil),
      .add(text: "x", .after("deploy")), .move("tell", .before("deploy")), .move("deploy", .after("tell")),
    ] as [ProposedEdit] {
      let before = page.document.bytes
      #expect(throws: EditConflict.stepGone("deploy", text: "Deploy")) { try page.apply(edit) }
      #expect(page.document.bytes == before)
    }
    #expect(throws: EditConflict.stepGone("nobody", text: "")) { try page.apply(.remove("nobody")) }
  }

  @Test("The only step can't go: nothing would be left to run")
  func last() throws {
    var page = try page("- [ ] a\n  - [ ] b\n")
    #expect(throws: ChecklistEditError.self) { try page.apply(.remove("a")) }
    #expect(page.ids == ["a", "b"])
  }

  @Test(
    "Files with CRLF, without a final newline, with tabs and with lists ten deep keep their ways",
    arguments: [
      ("- [ ] a\r\n- [ ] b\r\n", "- [ ] a\r\n- [ ] NEW\r\n- [ ] b\r\n"), ("- [ ] a", "- [ ] a\n- [ ] NEW"),
      ("-\t[ ] a\n\t-\t[ ] b\n", "-\t[ ] a\n\t-\t[ ] b\n-\t[ ] NEW\n"),
      ((0..<10).map { String(repeating: "  ", count: $0) + "- [ ] \($0 == 0 ? "a" : "at \($0)")\n" }.joined(), nil),
    ] as [(String, String?)])
  func badInput(text: String, expected: String?) throws {
    var page = try page(text)
    let id = try page.apply(.add(text: "NEW", .after("a")))
    #expect(page.document.text == expected ?? text + "- [ ] NEW\n")
    try page.apply(.remove(id))
    #expect(page.document.text == text)
  }

  @Test("In a list ten deep the innermost step is edited like any other")
  func deep() throws {
    let text = (0..<10).map { String(repeating: "\t", count: $0) + "- [ ] at \($0)\n" }.joined()
    var page = try page(text)
    try page.apply(.reword("at-9", to: "the bottom"))
    try page.apply(.add(text: "beside it", .after("at-9")))
    #expect(page.steps.suffix(2).map(\.depth) == [9, 9] && page.ids.last == "beside-it")
    #expect(page.document.text.hasPrefix(text.dropLast(5)))
  }

  @Test("A page that somebody went on editing keeps the ids of the fold")
  func edited() throws {
    var page = try page()
    try page.apply(.reword("deploy", to: "Let the robot do all of it"))
    let byHand = page.document.text.replacing("all of it", with: "all of it now") + "- [ ] Deploy\n"
    let edited = try page.edited(to: Array(byHand.utf8), fileName: "new-release.md")
    #expect(edited.ids == page.ids + ["deploy-2"])
    #expect(throws: ChecklistFileError.self) { try page.edited(to: [], fileName: "new-release.md") }
  }

  private func expectRefusal(of edit: ProposedEdit, _ error: ChecklistEditError) throws {
    var page = try page()
    #expect(throws: error) { try page.apply(edit) }
    let untouched = try self.page()
    #expect(page.document.text == text && page.ids == untouched.ids)
  }
}

extension StepID: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}
