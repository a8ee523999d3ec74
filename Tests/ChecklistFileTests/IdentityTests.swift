import Domain
import TestSupport
import Testing

@testable import ChecklistFile

@Suite("A step's id")
struct IdentityTests {
  private func ids(_ text: String, parent: String, reserved: Set<StepID> = []) throws -> [String] {
    let before = try ChecklistDocument.read(parent).steps()
    return try ChecklistDocument.read(text).steps(parent: before, reserved: reserved).map(\.id.text)
  }

  @Test("A first version's ids are the steps' words, made unique")
  func first() throws {
    let steps = try ChecklistDocument.read(
      "- [ ] Log in to the [jump box](https://x.y)\n- [ ] Log in to the jump box\n- [ ] log in, to the jump box!\n- [ ] 🚀\n- [ ] 42\n- [ ] x <!-- id: log-in-to-the-jump-box-2 -->\n"
    ).steps()
    #expect(
      steps.map(\.id.text) == [
        "log-in-to-the-jump-box", "log-in-to-the-jump-box-3", "log-in-to-the-jump-box-4", "step", "step-42",
        "log-in-to-the-jump-box-2",
      ])
  }

  @Test("An explicit id comes before everything")
  func explicit() throws {
    #expect(try ids("- [ ] b <!-- id: a -->\n- [ ] a\n", parent: "- [ ] a\n- [ ] b\n") == ["a", "a-2"])
  }

  @Test("The same text keeps its id wherever it goes, and however it is wrapped")
  func sameText() throws {
    let parent = "## Pre\n- [ ] One thing\n- [ ] Another thing\n## Post\n- [ ] A third thing\n"
    let text = "## Post\n- [ ] Another\n  thing\n## Pre\n- [ ] A third thing\n- [ ] One thing\n"
    #expect(try ids(text, parent: parent) == ["a-third-thing", "one-thing", "another-thing"])
  }

  @Test("Of several with the same text the one in the same group, under the same step, after the same step is meant")
  func twins() throws {
    let parent = """
      ## Pre
      - [ ] Outer one
        - [ ] Fix tests
      - [ ] Outer two
        - [ ] Fix tests
      ## Post
      - [ ] Fix tests
      """
    let old = try ChecklistDocument.read(parent).steps().map(\.id.text)
    #expect(old == ["outer-one", "fix-tests", "outer-two", "fix-tests-2", "fix-tests-3"])
    let swapped =
      "## Post\n- [ ] Fix tests\n## Pre\n- [ ] Outer two\n  - [ ] Fix tests\n- [ ] Outer one\n  - [ ] Fix tests\n"
    #expect(try ids(swapped, parent: parent) == ["outer-two", "fix-tests-2", "outer-one", "fix-tests", "fix-tests-3"])
    let fewer = "## Pre\n- [ ] Outer two\n  - [ ] Fix tests\n## Post\n- [ ] Fix tests\n"
    #expect(try ids(fewer, parent: parent) == ["outer-two", "fix-tests-2", "fix-tests-3"])
  }

  @Test("A reworded step keeps its id, another one gets its own")
  func similar() throws {
    let parent = "- [ ] Deploy, and watch the canaries\n- [ ] Pull the manifests\n- [ ] Log in\n"
    #expect(
      try ids("- [ ] Deploy and watch the first canaries\n- [ ] Upload the release\n- [ ] Log in\n", parent: parent)
        == ["deploy-and-watch-the-canaries", "upload-the-release", "log-in"])
  }

  @Test(
    "Likeness is a number that people agree with",
    arguments: [
      ("Deploy, and watch the canaries", "Deploy and watch the first canaries", true),
      ("Check the logs", "Check the logs of every router", false), ("Check the logs", "Check the graphs", false),
      ("Check the router logs", "Check the logs of the routers", true),
      ("Pull the manifests", "Upload the release", false), ("Deploy to staging", "Deploy to production", false),
      ("Scale up to 95 runners", "Scale up to 120 runners", true), ("", "", false),
    ])
  func likeness(left: String, right: String, isSame: Bool) {
    let similarity = TextSimilarity.between(left, right)
    #expect((similarity >= StepIdentity.threshold) == isSame, "\(similarity)")
    #expect(similarity == TextSimilarity.between(right, left))
  }

  @Test("The most similar pair is matched first")
  func bestFirst() throws {
    let parent = "- [ ] Restart the router in zone one\n- [ ] Restart the router in zone two\n"
    let text = "- [ ] Restart the router in zone two now\n- [ ] Restart the router in zone one, then wait\n"
    #expect(try ids(text, parent: parent) == ["restart-the-router-in-zone-two", "restart-the-router-in-zone-one"])
  }

  @Test("A new step never gets the id of one that was there before")
  func removedIDs() throws {
    let parent = "- [ ] Check <!-- id: new-thing -->\n- [ ] b\n"
    #expect(try ids("- [ ] New thing\n- [ ] b\n", parent: parent) == ["new-thing-2", "b"])
    #expect(try ids("- [ ] Old\n- [ ] b\n", parent: "- [ ] b\n", reserved: [StepID("old")]) == ["old-2", "b"])
  }

  @Test("Steps refer to the step above them by its id")
  func parents() throws {
    let steps = try ChecklistDocument.read("- [ ] a <!-- id: x -->\n  - plain\n    - [ ] b\n      - [ ] c\n").steps()
    #expect(steps.map(\.parent?.text) == [nil, "x", "b"])
  }

  @Test("However many steps there are, their time grows far less than its square, and they always get the same ids")
  func large() throws {
    let isQuick = try ThreadTime.isFarFromQuadratic(at: 2000) { count in
      let lines = (0..<count).map { "- [ ] Check runner \($0) of zone \($0 % 7) and restart it\n" }
      let parent = try ChecklistDocument.read(lines.joined()).steps()
      let changed = lines.map { $0.replacing("restart it", with: "restart it again") }.joined()
      let document = try ChecklistDocument.read(changed)
      var first: [Step] = []
      let time = ThreadTime.of { first = document.steps(parent: parent) }
      let kept = first.filter { step in parent.contains { $0.id == step.id && $0.number == step.number } }
      #expect(kept.count > count * 19 / 20)
      #expect(document.steps(parent: parent) == first)
      return time
    }
    #expect(isQuick)
  }

  @Test("So it does where all have one text")
  func largeAndAlike() throws {
    let isQuick = try ThreadTime.isFarFromQuadratic(at: 2000) { count in
      let lines = (0..<count).map { "- [ ] Check runner \($0) of zone \($0 % 7) and restart it\n" }
      let parent = try ChecklistDocument.read(lines.joined()).steps()
      let same = try ChecklistDocument.read(String(repeating: "- [ ] the very same text\n", count: count))
      #expect(same.steps(parent: same.steps()).map(\.id) == same.steps().map(\.id))
      return ThreadTime.of { _ = same.steps(parent: parent) }
    }
    #expect(isQuick)
  }
}
