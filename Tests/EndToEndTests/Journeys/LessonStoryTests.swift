import Foundation
import Testing

@Suite("The story of a lesson, from the canary that failed to the line that says why it is there", .inTurn)
struct LessonStoryTests {
  private static let checklist = """
    ---
    checklist: new-release
    title: New release
    ---
    # New release

    ## Pre
    - [ ] Pull the manifests <!-- id: manifests -->

    ## During
    - [ ] Canary runner healthy <!-- id: canary; deploys -->
    - [ ] Deploy, and watch the runners <!-- id: deploy; deploys -->

    ## Post
    - [ ] Run the smoke tests <!-- id: smoke -->

    ## Rollback
    Roll back when more than one runner fails.
    - [ ] Deploy the previous manifest <!-- id: back; deploys -->

    """

  private static let lesson = "Check that no static port lies in 32768-61000"

  @Test("A canary fails, the line is redlined, folded with a commit, met by the next run, and blamed")
  func story() async throws {
    let desk = try StoryDesk("new-release", Self.checklist)
    try desk.must(
      "run", "start", "new-release", "--env", "staging", "--artifact", "cf-release@v201", "--pair", "ana,bo")
    var transcript = Transcript(
      "lesson-folds-back", title: "A lesson folds back",
      opening: """
        A canary fails, the line is marked, the lesson becomes the next version with its reason, and the line can be asked
        why it is there.
        """, folder: desk.folder.path)
    let terminal = try desk.terminal()

    // The canary fails on a port. The line before it is missing, and that is marked without leaving the run.
    try await terminal.run("prodpair")
    try await terminal.wait(for: "NEEDS YOU", "cf-release@v201")
    try await terminal.go(to: "r", showing: "artifact")
    try terminal.press("Enter")
    try await terminal.wait(forStep: 1, "RUN 1")
    try terminal.press("Space")
    try await terminal.wait(forStep: 2, "PRE 1/1")
    try terminal.press("x")
    try await terminal.wait(for: "step 2 failed: why?")
    try terminal.type("port 34567 in use")
    try terminal.press("Enter")
    try await terminal.wait(for: "failed: port 34567 in use")
    transcript.add("The canary fails in staging.", try terminal.rows())
    let before = terminal.keystrokes
    try terminal.press("r", "b")
    try await terminal.wait(for: "add a line before step 2")
    try terminal.type(Self.lesson)
    try await terminal.wait(for: "> \(Self.lesson)")
    transcript.add("`r b` marks the line: what should have stood before it?", try terminal.rows())
    try terminal.press("Enter")
    let used = terminal.keystrokes - before
    try await terminal.wait(forSaid: "lesson 1")
    #expect(used < Self.lesson.count + 8, "a redline costs its words and a few keys")
    transcript.add("The run goes on; the redline waits as lesson 1.", try terminal.rows())

    // The port is moved, the canary passes, and the run is finished.
    for (step, count) in [(2, "DURING 1/2"), (3, "DURING 2/2"), (4, "POST 1/1")] {
      try await terminal.wait(forStep: step)
      try terminal.press("Space")
      try await terminal.wait(for: count)
    }
    try terminal.press("F")
    try await terminal.wait(for: "Finish run 1?")
    try terminal.press("y")
    try await terminal.wait(for: "COMPLETED")

    // The lesson is folded, and committed.
    try await terminal.go(to: "l", showing: "proposes")
    transcript.add("`g l`: what was learned, and waits.", try terminal.rows())
    try terminal.press("f")
    try await terminal.wait(for: "into new-release v2", "(c: one on branch main")
    try terminal.press("c")
    try await terminal.waitUntilGone("(c: one on branch main")
    transcript.add("`f` shows the next version with the change marked; `c` has git commit it.", try terminal.rows())
    try terminal.press("Enter")
    try await terminal.wait(for: "why")
    try terminal.press("C-u")
    try terminal.type("runner 96 failed on a port in the ephemeral range")
    try terminal.press("Enter")
    try await terminal.wait(for: "Fold lesson 1 into new-release v2?")
    transcript.add("The reason, and a question that says what will be written where.", try terminal.rows())
    try terminal.press("y")
    try await terminal.wait(forSaid: "new-release v2")
    try await terminal.wait(for: "No lesson waits")
    try terminal.press("q")
    try await terminal.wait("the shell") { $0.hasSuffix("ready>") }

    // In git, one commit with its trailers, and nothing else.
    let log = try desk.git("log", "-1", "--format=%B")
    #expect(log.contains("Lesson: 1") && log.contains("Run: 1"), "\(log)")
    #expect(try desk.git("status", "--porcelain") == "")
    transcript.add("`git log -1`", log)
    transcript.add("`git show --format=`", try desk.git("show", "--format="))

    // The next run opens with what changed, and why.
    try desk.must(
      "run", "start", "new-release", "--env", "staging", "--artifact", "cf-release@v202", "--pair", "ana,bo")
    try await terminal.run("prodpair")
    try await terminal.wait(for: "NEEDS YOU", "cf-release@v202")
    try await terminal.go(to: "r", showing: "artifact")
    try terminal.press("Enter")
    try await terminal.wait(for: "RUN 2", "changed since")
    transcript.add("The next run opens with the change.", try terminal.rows())
    try terminal.press("b")
    try await terminal.wait(for: "v2, ana", "runner 96 failed on a port in the ephemeral range", "lesson 1")
    transcript.add("`b` reads it: what changed, and why.", try terminal.rows())
    try terminal.press("Escape")
    try await terminal.waitUntilGone("v2, ana")

    // And the line can be asked why it is there.
    try await terminal.go(to: "c", showing: "title")
    try terminal.press("Enter")
    try await terminal.wait(for: "[page]")
    try terminal.press("Tab", "Tab")
    try await terminal.wait(for: "[why]", "since")
    try terminal.press("/")
    try terminal.type("static port")
    try terminal.press("Enter")
    try await terminal.wait(for: "1 of 1")
    try terminal.press("Enter")
    try await terminal.wait(
      for: "Why line", "Here since v2", "redline in run 1", "runner 96 failed on a port in the ephemeral range")
    transcript.add("The line is asked why it is there.", try terminal.rows())
    transcript.add("`prodpair checklist blame new-release`", try desk.must("checklist", "blame", "new-release"))

    let blame = try desk.must("checklist", "blame", "new-release", "--json")
    let lines = try #require(JSONSerialization.jsonObject(with: Data(blame.utf8)) as? [[String: Any]])
    let line = try #require(lines.first { ($0["text"] as? String)?.contains(Self.lesson) == true })
    #expect(line["version"] as? Int == 2)
    #expect(line["by"] as? String == "ana")
    #expect(line["lesson"] as? Int == 1)
    try transcript.keep()
  }
}
