import Foundation
import TestSupport
import Testing

@Suite("Folding by the command line")
struct FoldTests {
  private static let folded = Samples.release.replacing("Watch the canary", with: "Watch both canaries")

  @Test("A dry run shows words and lines, and writes nothing")
  func dryRun() throws {
    let desk = try Desk.withGit()
    let head = try desk.run("verify --json").object["head"] as? String
    let outcome = try desk.run("lesson fold 1 --dry-run")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.hasPrefix("reworded 2: \"Watch [-the canary-]{+both canaries+}\"\n\n@@ -"))
    #expect(
      outcome.output.contains(
        "\n-- [ ] Watch the canary <!-- id: canary -->\n+- [ ] Watch both canaries <!-- id: canary -->\n"))
    #expect(outcome.errors.contains("would write ") && outcome.errors.contains("release.md"))
    #expect(try desk.text("release.md") == Samples.release)
    #expect(try desk.run("verify --json").object["head"] as? String == head)
    chmod(desk.folder.path + "/release.md", 0o444)
    #expect(try desk.run("lesson fold 1 --dry-run").exitCode == 77)
  }

  @Test("--commit says the commit and its branch, and git has the trailers")
  func commit() throws {
    let desk = try Desk.withGit()
    let outcome = try desk.run("lesson fold 1 --reason 'the other one failed' --commit", environment: Desk.sealed)
    #expect(outcome.exitCode == 0)
    let head = try desk.git("rev-parse HEAD")
    #expect(outcome.lines.first == "new-release v2" && outcome.lines.last == "committed \(head) on main")
    #expect(try desk.git("log -1 --format=%B | git interpret-trailers --parse") == "Lesson: 1")
    #expect(try desk.git("status --porcelain -- release.md") == "")
    #expect(try desk.text("release.md") == Self.folded)
  }

  @Test("--with takes the page from a file or standard input; what is no checklist is refused with its line")
  func with() throws {
    let desk = try Desk.withGit()
    let broken = try desk.run("lesson fold 1 --reason x --with -", input: "# Nothing to do\n")
    #expect(broken.exitCode == 65)
    #expect(try desk.run("lesson fold 1 --reason x --with -", input: Samples.release).exitCode == 1)
    #expect(try desk.run("lesson fold 1 --reason x --with none.md").exitCode == 66)
    let page = Samples.release.replacing("Watch the canary", with: "Watch each canary")
    #expect(try desk.run("lesson fold 1 --reason x --with -", input: page).lines.first == "new-release v2")
    #expect(try desk.text("release.md") == page)
    #expect(try desk.run("checklist show new-release --source").output == page)
  }

  @Test("A page that was written for an older version takes nothing back that a newer one brought")
  func base() throws {
    let desk = try Desk.withGit()
    let page = Samples.release.replacing("Watch the canary", with: "Watch each canary")
    try desk.run("checklist import -", input: Samples.release + "- [ ] Publish\n")
    let late = try desk.run("lesson fold 1 --reason x --no-file --with - --base 1", input: page)
    #expect(late.exitCode == 75 && late.errors.contains("--base 2"))
    #expect(try desk.run("lesson list").output.contains("1"))
    #expect(try desk.run("lesson fold 1 --reason x --base 1").exitCode == 64)
  }

  @Test("--edit needs a terminal, and says what to do without one")
  func editorWithoutTerminal() throws {
    let desk = try Desk.withGit()
    let outcome = try desk.run("lesson fold 1 --reason x --edit", environment: ["EDITOR": "/bin/true"])
    #expect(outcome.exitCode == 64 && outcome.errors.contains("--with"))
    #expect(try desk.text("release.md") == Samples.release)
  }

  @Test("--edit goes on with the page in the editor; what was typed is kept where it can't be used")
  func editor() throws {
    let desk = try Desk.withGit()
    /// `script` lends a terminal.
    func fold(_ editor: String) throws -> Outcome {
      let line = "'\(Desk.program.path)' lesson fold 1 --reason x --edit"
      return try desk.shell("TMPDIR=$PWD EDITOR='\(editor)' script -qec \"\(line)\" /dev/null </dev/null")
    }
    let emptied = try fold("sed -i d")
    #expect(emptied.exitCode == 65 && emptied.output.contains("nothing was left"))
    let broken = try fold("sed -i s/.*/prose/")
    #expect(broken.exitCode == 65 && broken.output.contains("what you wrote is kept in "), "\(broken.output)")
    let kept = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
      .filter { $0.hasPrefix("prodpair-new-release-") }
    #expect(try kept.map { try desk.text($0).hasPrefix("prose\nprose\n") } == [true])
    #expect(try desk.text("release.md") == Samples.release)

    #expect(try fold("sed -i s/both/all/").exitCode == 0)
    #expect(try desk.text("release.md") == Self.folded.replacing("both", with: "all"))
    #expect(try desk.run("checklist blame new-release").output.contains("lesson 1  | - [ ] Watch all canaries"))
  }

  @Test("Other files of the checklist are named once they are behind, and one of several has to be named")
  func severalFiles() throws {
    let desk = try Desk.withGit()
    try desk.write("copy.md", Samples.release)
    try desk.run("checklist import copy.md")
    let choice = try desk.run("lesson fold 1 --reason x")
    #expect(choice.exitCode == 64 && choice.errors.contains("--file"))
    let outcome = try desk.run("lesson fold 1 --reason x --file copy.md")
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains("release.md is behind, at v1\n") && outcome.errors.contains("checklist sync"))
    #expect(try desk.run("checklist sync").output.contains("file is now v2"))
    #expect(try desk.text("release.md") == Self.folded)
  }

  @Test("Without git a commit is refused before anything is written, and the fold alone works")
  func gitAbsent() throws {
    let desk = try Desk.withGit()
    let nowhere = ["PATH": desk.folder.path]
    let refused = try desk.run("lesson fold 1 --reason x --commit", environment: nowhere)
    #expect(refused.exitCode == 66 && refused.errors.contains("install git"))
    #expect(try desk.text("release.md") == Samples.release)
    #expect(try desk.run("lesson fold 1 --reason x", environment: nowhere).exitCode == 0)
  }

  @Test("A hook's refusal is passed on, and all is as it was")
  func hook() throws {
    let desk = try Desk.withGit()
    try desk.hook("pre-commit", "echo no commits on Fridays >&2; exit 1")
    let refused = try desk.run("lesson fold 1 --reason x --commit", environment: Desk.sealed)
    #expect(refused.exitCode == 1 && refused.errors.contains("no commits on Fridays"))
    #expect(try desk.text("release.md") == Samples.release)
    #expect(try desk.git("status --porcelain -- release.md") == "")
    #expect(try desk.run("lesson list --json").list.count == 1)
    #expect(try desk.run("checklist sync").output.contains("same"))
  }

  @Test(
    "A process that is killed while git commits is healed at the next start, whatever git came to",
    arguments: ["exit 0", "exit 1"])
  func killed(hookEnds: String) throws {
    let desk = try Desk.withGit()
    // The hook's parent is git, and git's parent is the program.
    try desk.hook(
      "pre-commit",
      """
      [ -e .git/killed ] && exit 0
      touch .git/killed
      kill -9 "$(cut -d ' ' -f 4 /proc/$PPID/stat)"
      \(hookEnds)
      """)
    let killed = try desk.run("lesson fold 1 --reason x --commit", environment: Desk.sealed)
    #expect(killed.exitCode == 128 + SIGKILL)
    var sync = try desk.run("checklist sync", environment: Desk.sealed)
    var notes = [sync.errors]
    // Git may be at it still; until it is through nothing is touched.
    _ = try comesToBe {
      guard sync.errors.contains("can't be finished") else { return true }
      sync = try desk.run("checklist sync", environment: Desk.sealed)
      notes.append(sync.errors)
      return false
    }
    #expect(sync.exitCode == 0 && sync.output.contains("same"))
    #expect(notes.joined().contains("cut short, and is finished now: new-release v2"), "\(notes)")
    #expect(try desk.text("release.md") == Self.folded)
    #expect(try desk.git("show HEAD:release.md") + "\n" == Self.folded)
    #expect(try desk.git("rev-list --count HEAD") == "2")
    // Git moves HEAD first, and its index after that.
    #expect(comesToBe { !FileManager.default.fileExists(atPath: desk.folder.path + "/.git/index.lock") })
    #expect(try desk.git("status --porcelain -- release.md") == "")
    #expect(try desk.run("lesson show 1 --json").object["state"] as? String == "folded")
    #expect(try desk.run("verify").exitCode == 0)
  }
}
