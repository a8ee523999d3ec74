import ArgumentParser
import ChecklistFile
import Domain
import Testing

@testable import prodpair

@Suite("The command line of lessons is parsed as declared")
struct LessonParsingTests {
  private let version: ChecklistVersion

  init() throws {
    let source = "- [ ] Deploy <!-- id: deploy; expect: 1h -->\n- [ ] Watch <!-- id: watch -->\n"
    version = ChecklistVersion(
      reference: VersionReference(checklist: ChecklistName("release"), number: 1), title: "Release",
      steps: try ChecklistDocument(source: source, fileName: "release.md").steps(parent: nil), source: source,
      author: Handle("ana"), madeAt: Instant(milliseconds: 0))
  }

  private func proposal(_ words: [String]) throws -> (step: StepID?, edit: ProposedEdit?) {
    let add = try Prodpair.parseAsRoot(["lesson", "add", "--checklist", "release", "--learned", "x"] + words)
    return try #require(add as? LessonCommands.Add).proposal.proposal(for: version)
  }

  @Test("Each edit is read as it is written, with steps by id, number or the beginning of an id")
  func edits() throws {
    let (deploy, watch) = (StepID("deploy"), StepID("watch"))
    let table: [([String], ProposedEdit)] = [
      (["--after", "deploy", "--step", "Look"], .add(text: "Look", .after(deploy))),
      (["--before", "2", "--step", "Look", "--body", "at it"], .add(text: "Look", body: "at it", .before(watch))),
      (["--reword", "wat", "--step", "Watch both"], .reword(watch, to: "Watch both")),
      (["--remove", "2"], .remove(watch)),
      (["--move", "2", "--before", "1"], .move(watch, .before(deploy))),
      (["--killer", "deploy"], .set(deploy, key: "killer", value: nil)),
      (["--set", "deploy", "--attribute", "expect: 45m"], .set(deploy, key: "expect", value: "45m")),
      (["--set", "watch", "--attribute", "deploys"], .set(watch, key: "deploys", value: nil)),
      (["--unset", "deploy", "--attribute", "expect"], .unset(deploy, key: "expect")),
    ]
    for (words, edit) in table {
      let found = try proposal(words)
      #expect(found.edit == edit && found.step == edit.step, "\(words)")
    }
    let wrong = try proposal(["--wrong", "1"])
    #expect(wrong.edit == nil && wrong.step == deploy)
    let nothing = try proposal([])
    #expect(nothing.edit == nil && nothing.step == nil)
  }

  @Test("An edit that can't be made even now is refused now")
  func impossible() {
    for (words, exitCode) in [
      (["--set", "1", "--attribute", "expect: soon"], 65), (["--set", "1", "--attribute", "speed: fast"], 65),
      (["--set", "1", "--attribute", "id: other"], 65), (["--reword", "1", "--step", "Deploy"], 65),
      (["--unset", "2", "--attribute", "expect"], 65), (["--move", "1", "--after", "1"], 65),
      (["--after", "1", "--step", "two\n\nparagraphs"], 65), (["--remove", "3"], 66), (["--remove", "none"], 66),
    ] as [([String], Int32)] {
      let error = #expect(throws: (any Error).self, "\(words)") { try proposal(words) }
      #expect(error.map { Failure($0).exitCode } == exitCode, "\(words)")
    }
  }

  @Test(
    "What does not go together is a usage error that says so",
    arguments: [
      ("--after 1 --before 2 --step x", "--after and --before"),
      ("--remove 1 --killer 2", "two changes"),
      ("--step x", "no place"),
      ("--after 1", "--step"),
      ("--reword 1", "--reword needs --step"),
      ("--move 1", "where to"),
      ("--move 1 --after 2 --step x", "--step does not go with --move"),
      ("--set 1", "--set needs --attribute"),
      ("--attribute killer", "--set or --unset"),
      ("--remove 1 --body x", "--body does not go with --remove"),
      ("--after 1 --step ''", "--step is empty"),
      ("--wrong 1 --step x", "--step does not go with --wrong"),
      ("--incident 0", "incident's number"),
    ])
  func usage(line: String, says: String) {
    let words = line.split(separator: " ").map { $0 == "''" ? " " : String($0) }
    let error = #expect(throws: (any Error).self) {
      try Prodpair.parseAsRoot(["lesson", "add", "--checklist", "release", "--learned", "x"] + words)
    }
    let failure = error.map { Failure(parsing: $0) }
    #expect(failure?.exitCode == 64)
    #expect(failure?.message?.contains(says) == true, "\(failure?.message ?? "")")
  }

  @Test(
    "The other verbs refuse what contradicts itself",
    arguments: [
      "lesson add --checklist release", "lesson add --learned x", "lesson add --checklist release --wrong 1",
      "lesson fold", "lesson fold 7", "lesson fold 7 --reason x --file f --no-file",
      "lesson fold 7 --reason x --commit --no-file", "lesson fold 7 --reason x --edit --with f",
      "lesson fold 7 --into 8 --reason x", "lesson fold 7 --into 8 --dry-run", "lesson fold seven --reason x",
      "lesson fold 0 --reason x", "lesson edit 7 --run 1 --incident 2", "lesson edit 7 --again 7",
      "lesson item 7", "lesson decline", "lesson list --all --limit 3", "lesson list --limit 0",
      "lesson list --source nowhere", "lesson list --fate lost", "checklist stats release --last 0",
      "checklist stats release --last 3 --all", "checklist blame",
    ])
  func refused(line: String) {
    let error = #expect(throws: (any Error).self) { try Prodpair.parseAsRoot(ParsingTests.words(line)) }
    #expect(error.map { Failure(parsing: $0).exitCode } == 64, "\(line)")
  }

  @Test("Where a lesson comes from is said by the state of the run, and by --retro")
  func sources() throws {
    let origin = try #require(
      try Prodpair.parseAsRoot(["lesson", "add", "--checklist", "r", "--learned", "x", "--incident", "9"])
        as? LessonCommands.Add
    ).origin
    #expect(try origin.source(of: nil, at: nil, isRetro: false) == .incident(9))
    #expect(try origin.source(of: nil, at: nil, isRetro: true) == .retro(run: nil, incident: 9))
    let nothing = try #require(
      try Prodpair.parseAsRoot(["lesson", "add", "--checklist", "r", "--learned", "x"]) as? LessonCommands.Add
    ).origin
    #expect(try nothing.source(of: nil, at: nil, isRetro: false) == .observation)
    #expect(try nothing.source(of: nil, at: nil, isRetro: true) == .retro(run: nil, incident: nil))
  }
}

@Suite("The lines of a page that change")
struct LineHunksTests {
  @Test("Each place has its lines' numbers and three lines around it, and places that touch are one")
  func hunks() {
    let old = (1...20).map { "line \($0)\n" }.joined()
    let new = old.replacing("line 2\n", with: "").replacing("line 15\n", with: "line 15\nline 15a\n")
    #expect(
      LineHunks.text(.init(from: old, to: new)) == """
        @@ -1,5 +1,4 @@
         line 1
        -line 2
         line 3
         line 4
         line 5
        @@ -13,6 +12,7 @@
         line 13
         line 14
         line 15
        +line 15a
         line 16
         line 17
         line 18
        """)
    #expect(LineHunks.text(.init(from: old, to: old)) == "")
  }
}
