import Foundation
import Testing

@Suite("checklist sync by the command line")
struct SyncCommandTests {
  private let canaries = Samples.release.replacing("Watch the canary", with: "Watch both canaries")
  private let told = Samples.release.replacing("# New release\n", with: "# New release\n\nTell the others.\n")

  private func importText(_ desk: Desk, _ text: String) throws {
    try desk.run(["checklist", "import", "-", "--name", "new-release"], input: text)
  }

  @Test("Where file and store have changed in different places both end with both")
  func merging() throws {
    let desk = try Desk.ready()
    try importText(desk, told)
    try desk.write("release.md", canaries)
    #expect(try desk.run("checklist sync --dry-run").output.contains("merged: file and store would be v3"))
    #expect(try desk.run("checklist sync").output.contains("both changed, merged: file and store are now v3"))
    let both = told.replacing("Watch the canary", with: "Watch both canaries")
    #expect(try desk.text("release.md") == both)
    #expect(try desk.run("checklist show new-release --source").output == both)
  }

  @Test("Without git a merge is refused with 66, and nothing is touched")
  func noGit() throws {
    let desk = try Desk.ready()
    try importText(desk, told)
    try desk.write("release.md", canaries)
    let outcome = try desk.run("checklist sync", environment: ["PATH": "/nonexistent"])
    #expect(outcome.exitCode == 66)
    #expect(outcome.errors.contains("no git in PATH"))
    #expect(try desk.text("release.md") == canaries)
  }

  @Test("A file that is gone is said, written again and forgotten")
  func gone() throws {
    let desk = try Desk.ready()
    let file = desk.folder.appendingPathComponent("release.md")
    try FileManager.default.removeItem(at: file)
    let gone = try desk.run("checklist sync")
    #expect(gone.exitCode == 1)
    #expect(gone.errors.contains("--restore") && gone.errors.contains("--forget"))
    #expect(try desk.run("checklist sync --restore --forget").exitCode == 64)
    #expect(try desk.run("checklist sync --restore").output.contains("written again as v1"))
    #expect(try desk.text("release.md") == Samples.release)
    try FileManager.default.removeItem(at: file)
    #expect(try desk.run("checklist sync new-release --forget").output.contains("forgotten"))
    #expect(try desk.run("checklist sync new-release").exitCode == 66)
  }

  @Test("A second file under a name is taken, said on standard error, and refused by sync")
  func claimed() throws {
    let desk = try Desk.ready()
    try desk.write("racks.md", "- [ ] Order servers\n- [ ] Rack servers\n- [ ] Run cables\n- [ ] Label all\n- [ ] Go\n")
    let imported = try desk.run("checklist import racks.md --name new-release")
    #expect(imported.exitCode == 0)
    #expect(imported.errors.contains("two files claim new-release"))
    let refused = try desk.run("checklist sync")
    #expect(refused.exitCode == 1)
    #expect(refused.errors.contains("--name OTHER"))
    #expect(try desk.text("release.md") == Samples.release)
  }

  @Test("--check says drift and errors of lint with 1, and what it can't check is an error of its own")
  func check() throws {
    let desk = try Desk.ready()
    #expect(try desk.run("checklist sync --check").exitCode == 0)
    #expect(try desk.run("checklist sync --check new-release ./release.md").exitCode == 0)
    try desk.write("copy.md", Samples.release)
    #expect(try desk.run("checklist sync --check copy.md").exitCode == 0)
    try desk.write("copy.md", canaries)
    let drift = try desk.run("checklist sync --check copy.md")
    #expect(drift.exitCode == 1)
    #expect(drift.output.contains("differs from v1"))
    try desk.write("release.md", canaries)
    #expect(try desk.run("checklist sync --check").exitCode == 1)
    #expect(try desk.run("checklist versions new-release --json").list.count == 1)
    try desk.write("wrong.md", "- [ ] Log in to the jump box\n- []  Deploy\n")
    try desk.run("checklist import wrong.md")
    let wrong = try desk.run("checklist sync --check wrong")
    #expect(wrong.exitCode == 1)
    #expect(wrong.output.contains("same, 1 error of lint") && wrong.errors.contains("missed-step"))
    try desk.write("stranger.md", "- [ ] Something\n")
    for target in ["none", "none.md", "./none.md", "stranger.md"] {
      #expect(try desk.run("checklist sync --check \(target)").exitCode == 66, "\(target)")
    }
    let nowhere = try desk.run("checklist sync --check", environment: ["PRODPAIR_STORE": desk.folder.path + "/none"])
    #expect(nowhere.exitCode == 66)
    let empty = try Desk()
    try empty.run("init --team platform --timezone UTC --no-starters")
    #expect(try empty.run("checklist sync --check").exitCode == 66)
  }

  @Test("--json has a line a file, with every key that is described")
  func json() throws {
    let desk = try Desk.ready()
    try importText(desk, told)
    let line = try #require(try desk.run("checklist sync --json --dry-run").list.first)
    #expect(line["found"] as? String == "store-newer")
    #expect(line["version"] as? Int == 2)
    #expect(line["isInOrder"] as? Bool == false)
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/json.md")
    let text = try String(contentsOf: page.standardized, encoding: .utf8)
    for key in line.keys { #expect(text.contains("`\(key)`") || text.contains("`\(key)[]`"), "\(key)") }
  }

  @Test("A disk that takes no more leaves file and store as they are", arguments: [1, 64])
  func full(kibibytes: Int) throws {
    let desk = try Desk.ready()
    // The store's file is beyond the larger limit already, the checklist beyond the smaller.
    let long = told + String(repeating: "Read this carefully, for it is long.\n", count: 60)
    try importText(desk, long)
    try desk.write("release.md", canaries)
    let versions = try desk.run("checklist versions new-release --json").list.count
    let full = try desk.shell("ulimit -f \(kibibytes); prodpair checklist sync")
    #expect(full.exitCode == 74, "\(full)")
    #expect(try desk.text("release.md") == canaries)
    #expect(try desk.run("checklist versions new-release --json").list.count == versions)
    #expect(try desk.run("checklist sync").output.contains("merged"))
    #expect(try desk.text("release.md").contains("both canaries"))
    #expect(try desk.run("verify").exitCode == 0)
  }

  @Test("Killed at any moment, the next sync has nothing lost and nothing half")
  func killed() throws {
    for hundredths in 1...12 {
      let desk = try Desk.ready()
      try importText(desk, told)
      try desk.write("release.md", canaries)
      let seconds = "0.0\(hundredths < 10 ? "0" : "")\(hundredths)"
      try desk.shell("'\(Desk.program.path)' checklist sync & sleep \(seconds); kill -KILL $!; wait $!")
      let both = told.replacing("Watch the canary", with: "Watch both canaries")
      let text = try desk.text("release.md")
      #expect(text == canaries || text == both)
      #expect(try desk.run("checklist sync").exitCode == 0)
      #expect(try desk.text("release.md") == both)
      #expect(try desk.run("checklist sync").output.hasSuffix("same\n"))
      #expect(try desk.run("checklist versions new-release --json").list.count == 3)
      #expect(try desk.run("verify").exitCode == 0)
      let left = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
      #expect(!left.contains { $0.contains("prodpair-new-") })
    }
  }
}
