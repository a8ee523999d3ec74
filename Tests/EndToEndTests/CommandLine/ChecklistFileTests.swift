import Foundation
import Testing

@Suite("Checklist files by the command line")
struct ChecklistFileTests {
  @Test("import never edits the file, finds it unchanged, and says what lint found without minding it")
  func importing() throws {
    let desk = try Desk.ready()
    #expect(try desk.run("checklist import release.md").output == "new-release v1: 5 steps, unchanged\n")
    #expect(try desk.text("release.md") == Samples.release)
    try desk.write("vague.md", "- [x] Check\n")
    let vague = try desk.run("checklist import vague.md")
    #expect(vague.exitCode == 0)
    #expect(vague.errors.contains("vague.md:1: "))
    let piped = try desk.run("checklist import - --name piped", input: "- [ ] Do one thing well\n")
    #expect(piped.output == "piped v1: 1 step\n")
  }

  @Test("lint exits with 1 when it finds something, for files and for names in the store")
  func lint() throws {
    let desk = try Desk.ready()
    try desk.write("vague.md", "- [x] Check\n")
    try desk.run("checklist import vague.md")
    let file = try desk.run("checklist lint vague.md")
    #expect(file.exitCode == 1)
    #expect(file.output.contains("vague.md:1: ticked-box: "))
    #expect(try desk.run("checklist lint vague").exitCode == 1)
    let json = try desk.run("checklist lint vague.md --json").list
    #expect(json.contains { $0["rule"] as? String == "ticked-box" && $0["line"] as? Int == 1 })
  }

  @Test("fmt edits in place, keeps the mode, writes ids when asked, and settles at once")
  func formatting() throws {
    let desk = try Desk.ready()
    let file = try desk.write("mine.md", "- [ ] Pull the manifests <!-- killer;id:pull -->\r\n- [ ] Upload the release")
    chmod(file, 0o640)
    #expect(try desk.run("checklist fmt --check mine.md").exitCode == 1)
    #expect(try desk.run("checklist fmt mine.md").exitCode == 0)
    #expect(
      try desk.text("mine.md") == "- [ ] Pull the manifests <!-- id: pull; killer -->\r\n- [ ] Upload the release")
    #expect(try desk.run("checklist fmt --check mine.md").exitCode == 0)
    #expect(try desk.run("checklist fmt --ids mine.md").exitCode == 0)
    #expect(try desk.text("mine.md").hasSuffix("- [ ] Upload the release <!-- id: upload-the-release -->"))
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o640)
  }

  @Test("sync brings in a newer file, writes a newer version out, and refuses when both have changed")
  func syncing() throws {
    let desk = try Desk.ready()
    #expect(try desk.run("checklist sync").output.contains("same"))
    try desk.write("release.md", Samples.release.replacing("Watch the canary", with: "Watch both canaries"))
    #expect(try desk.run("checklist sync --dry-run").output.contains("would be v2"))
    #expect(try desk.run("checklist sync").output.contains("file newer, is now v2"))
    #expect(try desk.run("checklist diff new-release").output.contains("Watch [-the canary-]{+both canaries+}"))

    try desk.run(["checklist", "import", "-", "--name", "new-release"], input: Samples.release)
    #expect(try desk.run("checklist sync").output.contains("store newer, file is now v3"))
    #expect(try desk.text("release.md") == Samples.release)

    try desk.run(
      ["checklist", "import", "-", "--name", "new-release"], input: Samples.release + "- [ ] Tell the others\n")
    try desk.write("release.md", "- [ ] Something else altogether\n")
    let refused = try desk.run("checklist sync")
    #expect(refused.exitCode == 1)
    #expect(refused.output.contains("both changed since v3 (store v4), nothing touched"))
    #expect(refused.errors.contains("the file has \"- [ ] Something else altogether\""))
    #expect(try desk.text("release.md") == "- [ ] Something else altogether\n")
    #expect(try desk.run("checklist versions new-release --json").list.count == 4)
  }

  @Test("show --source gives the file back byte for byte")
  func source() throws {
    let desk = try Desk.ready()
    #expect(try desk.run("checklist show new-release --source").output == Samples.release)
  }
}
