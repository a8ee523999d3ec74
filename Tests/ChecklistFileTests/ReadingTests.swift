import Domain
import Testing

@testable import ChecklistFile

@Suite("Reading a checklist")
struct ReadingTests {
  @Test("The format's own example says what its description says")
  func example() throws {
    let document = try ChecklistDocument.read(Samples.release)
    #expect(document.name == ChecklistName("new-release"))
    #expect(document.title == "New release")
    #expect(document.settings.deploy == "new-release")
    #expect(document.settings.team == "platform")
    #expect(document.settings.environments == ["staging", "prod"])
    #expect(document.settings.start?.text == "Mon-Thu 09:00-11:30")
    #expect(document.settings.expected == .seconds(10_800))
    #expect(
      document.settings.parameters == [
        Parameter(name: "version", ask: "Release version, for example v205", pattern: "^v[0-9]+$")
      ])
    #expect(
      document.lines == [
        "pre 0 Generate the final release {{version}}", "during 0 Deploy, and watch the canaries",
        "post 0 Publish the final release", "rollback 0 Deploy the previous manifest",
      ])
    let steps = document.steps()
    #expect(steps.map(\.id.text) == ["final-release", "deploy", "publish", "rollback-deploy"])
    #expect(steps.map(\.number) == [1, 2, 3, 4])
    #expect(steps.map(\.line) == [17, 22, 24, 27])
    #expect(steps[0].fences == [Fence(language: "sh", code: "bosh create release --final --version {{version}}")])
    #expect(steps[0].body == "```sh\nbosh create release --final --version {{version}}\n```")
    #expect(steps[0].attributes.expect == .seconds(600))
    #expect(steps[1].attributes.isKiller && steps[1].attributes.deploys)
    #expect(steps[1].attributes.value == "updated; failed")
    #expect(
      document.rollbackPrompt == "Roll back when more than one runner fails, or requests fail for 5 minutes.")
    #expect(document.sha256.count == 64)
  }

  @Test(
    "A section goes by the words of its heading",
    arguments: [
      ("Pre", Section.pre), ("PRE-FLIGHT", .pre), ("Before release:", .pre), ("Prerequisites", .pre),
      ("Things to prepare", .pre), ("Step 1: planning", .pre), ("Prior to that", .pre), ("🚀 Pre-deploy", .pre),
      ("During", .during), ("Deployment", .during), ("Roll-out", .during), ("Release and verify", .during),
      ("Steps", .during), ("Post", .post), ("After release", .post), ("Follow-up", .post), ("Follow up", .post),
      ("Clean-up", .post), ("Cleanup", .post), ("Verification", .post), ("Finish & announce", .post),
      ("Rollback", .rollback), ("Roll back", .rollback), ("How to back out", .rollback), ("Revert!", .rollback),
    ])
  func sectionWords(heading: String, section: Section) throws {
    #expect(SectionWords.section(of: heading) == section)
    for text in [
      "## \(heading)\n- [ ] one step\n", "**\(heading)**\n\n1. [ ] one step\n", "\(heading)\n---\n* [ ] one step\n",
    ] {
      let step = try ChecklistDocument.read(text).parsedSteps[0]
      #expect(step.section == section && !step.isSectionGuessed && step.group.isEmpty, "\(text)")
    }
  }

  @Test(
    "Words that only look like a section's name none",
    arguments: ["Releases", "Prepared", "Priority", "Postgres", "Back", "Out", "Databases", "", "Follow the leader"])
  func otherWords(heading: String) {
    #expect(SectionWords.section(of: heading) == nil)
  }

  @Test("Deeper headings are groups, a title is none, and a heading without a section's word is looked through")
  func groups() throws {
    let document = try ChecklistDocument.read(
      """
      # New release

      - [ ] under the title
      ## Databases
      - [ ] guessed
      ### Before
      - [ ] looked through
      ## Rollback
      - [ ] back
      ### After that
      - [ ] in a group

      **Lead-in:**
      - [ ] deeper still
      ## Pre
      - [ ] first of all
      """)
    #expect(
      document.lines == [
        "pre 0 looked through", "pre 0 first of all", "during 0 under the title", "during/Databases 0 guessed",
        "rollback 0 back", "rollback/After that 0 in a group", "rollback/After that/Lead-in 0 deeper still",
      ])
    #expect(document.parsedSteps.filter(\.isSectionGuessed).map(\.text) == ["guessed"])
    #expect(document.headings[0].isTitle)
  }

  @Test("A bold lead-in is a paragraph that is bold from end to end")
  func leadIns() throws {
    let document = try ChecklistDocument.read(
      """
      **Release**: [v1](https://x.y)
      **Date**: today

      **Before release**:
      - [ ] a

      __After release:__

      - [ ] b

      **Rollback** if it fails

      - [ ] c
      """)
    #expect(document.lines == ["pre 0 a", "post 0 b", "post 0 c"])
  }

  @Test("A heading's attributes go to all the steps under it, and the step's own come first")
  func headingAttributes() throws {
    let steps = try ChecklistDocument.read(
      """
      ## During <!-- role: lead; expect: 10m -->
      - [ ] a
      ### Canaries <!-- killer -->
      - [ ] b <!-- role: helper -->
        - [ ] c
      ## Post
      - [ ] d
      """
    ).steps()
    #expect(steps.map(\.attributes.role) == ["lead", "helper", "lead", nil])
    #expect(steps.map(\.attributes.isKiller) == [false, true, true, false])
    #expect(steps.map(\.attributes.expect) == [.seconds(600), .seconds(600), .seconds(600), nil])
    #expect(steps.map(\.group) == [[], ["Canaries"], ["Canaries"], []])
  }

  @Test("Steps are found at any depth, under plain bullets and numbers, and not in quotes, fences and comments")
  func depths() throws {
    let document = try ChecklistDocument.read(
      """
      - [ ] one
        1. [ ] two
           * plain
             + [X] three
        2. plain
           text
      - plain
        - [ ] four

      > - [ ] quoted

      ```
      - [ ] fenced
      ```

      <!--
      - [ ] commented
      -->
      1) [ ] five
      """)
    #expect(
      document.lines == [
        "during 0 one", "during 1 two", "during 2 three", "during 0 four", "during 0 five",
      ])
    #expect(document.parsedSteps.map(\.parent) == [nil, 0, 1, nil, nil])
    #expect(document.parsedSteps.map(\.isTicked) == [false, false, true, false, false])
    #expect(document.parsedSteps[0].body == "2. plain\n   text")
    #expect(document.parsedSteps[1].body == "* plain")
  }

  @Test("Lists may be ten deep and more")
  func deep() throws {
    let text = (0..<60).map { String(repeating: "  ", count: $0) + "- [ ] level \($0)\n" }.joined()
    #expect(try ChecklistDocument.read(text).parsedSteps.map(\.depth) == Array(0..<60))
  }

  @Test("A step has its text, its body without indentation, and its fences")
  func body() throws {
    let step = try ChecklistDocument.read(
      """
      - [ ] Wrapped over
        two lines <!-- id: x;
        killer -->
        ```Bash title="x"
        one

          two
        ```

        A paragraph.

        > quoted
        > ```
        > not run
        > ```

        - [ ] under it

        - a note
          ~~~
          plain
          ~~~
      """
    ).parsedSteps[0]
    #expect(step.text == "Wrapped over\ntwo lines")
    #expect(step.plainText == "Wrapped over two lines")
    #expect(step.ownAttributes == StepAttributes(explicitID: "x", isKiller: true))
    #expect(step.fences == [Fence(language: "bash", code: "one\n\n  two"), Fence(language: "", code: "plain")])
    #expect(
      step.body == """
        ```Bash title="x"
        one

          two
        ```

        A paragraph.

        > quoted
        > ```
        > not run
        > ```

        - a note
          ~~~
          plain
          ~~~
        """)
    #expect(step.lines == 1...22)
  }

  @Test("Line ends, a byte order mark, tabs and a missing line end at the end make no difference")
  func encodings() throws {
    let expected = try ChecklistDocument.read(Samples.release).steps()
    let crlf = Samples.release.replacing("\n", with: "\r\n")
    let cr = Samples.release.replacing("\n", with: "\r")
    for text in [crlf, cr, "\u{FEFF}" + Samples.release, String(Samples.release.dropLast())] {
      let document = try ChecklistDocument.read(text)
      #expect(document.steps() == expected)
      #expect(document.bytes == Array(text.utf8))
    }
    let tabs = try ChecklistDocument.read("-\t[ ]\ta\n\n\t```sh\n\t\tx\n\t```\n\n\t-\t[ ] b\n")
    #expect(tabs.lines == ["during 0 a", "during 1 b"])
    #expect(tabs.parsedSteps[0].fences == [Fence(language: "sh", code: "\tx")])
  }

  @Test("A table, a setext heading or nothing at all in a step's first line is no reason to lose it")
  func oddSteps() throws {
    let document = try ChecklistDocument.read(
      "- [ ] first\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n- [ ] a | b\n  --|--\n- [ ] Foo\n  ===\n- [ ] \n- [ ] \n  later\n- [ ] [r]: /x\n"
    )
    #expect(document.parsedSteps.map(\.text) == ["first", "a | b", "Foo", "", "later", "[r]: /x"])
    #expect(document.parsedSteps[0].body == "| a | b |\n|---|---|\n| 1 | 2 |")
  }

  @Test("The rollback prompt is the prose before the first rollback step")
  func rollbackPrompt() throws {
    let document = try ChecklistDocument.read(
      "## Rollback\n<!-- hidden -->\nWhen *it* fails:\n\n- more than one\n- [ ] a\n\nlater\n\n- [ ] b\n## Post\nprose\n- [ ] c\n"
    )
    #expect(document.rollbackPrompt == "When *it* fails:\n\n- more than one")
  }

  @Test(
    "A checklist is named by its front matter, else by its file",
    arguments: [
      ("x/Release Plan.md", "release-plan"), ("release.v2.md", "release-v2"), (".md", "md"), ("", "checklist"),
      ("a/b/DEPLOY", "deploy"), ("🚀.md", "checklist"),
    ])
  func names(file: String, name: String) throws {
    let document = try ChecklistDocument(source: "- [ ] a\n", fileName: file)
    #expect(document.name.text == name)
    #expect(document.title == name)
    let named = try ChecklistDocument(source: "---\nchecklist: own\n---\n# *My* title\n- [ ] a\n", fileName: file)
    #expect(named.name.text == "own")
    #expect(named.title == "My title")
  }

  @Test("A GitHub issue template's own keys are left alone")
  func issueTemplate() throws {
    let document = try ChecklistDocument.read(
      "---\nname: Release checklist\nabout: x\ntitle: 'Release v'\nlabels: [a]\nassignees: ''\n---\n- [ ] a\n")
    #expect(document.title == "Release v")
    #expect(document.name.text == "release")
    #expect(document.settings == ChecklistSettings())
    #expect(!Lint.findings(in: document).contains { $0.line < 8 })
  }

  @Test("Files can be read on many threads at once")
  func concurrency() async throws {
    let expected = try ChecklistDocument.read(Samples.release).steps()
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<64 {
        group.addTask { (try? ChecklistDocument.read(Samples.release).steps()) == expected }
      }
      for await isSame in group { #expect(isSame) }
    }
  }
}
