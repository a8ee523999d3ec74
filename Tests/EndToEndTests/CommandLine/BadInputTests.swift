import Foundation
import Testing

@Suite("Bad input: a clear word, the right exit code, and nothing changed")
struct BadInputTests {
  /// A line that goes wrong on a desk with run 1 under way, and how.
  struct Bad: CustomTestStringConvertible, Sendable {
    var line: String
    var exitCode: Int32
    /// What standard error has to name.
    var names: String

    init(_ line: String, _ exitCode: Int32, _ names: String) {
      self.line = line
      self.exitCode = exitCode
      self.names = names
    }

    var testDescription: String { "\(line): \(exitCode)" }
  }

  private static func bad(_ name: String, _ text: String) -> [UInt8] { Array(text.utf8) }

  static let files: [(name: String, bytes: [UInt8], line: Int, says: String)] = [
    ("binary.md", [0x2D, 0x0A, 0x00, 0x01], 2, "NUL"),
    ("latin.md", Array("# ok\n- [ ] caf".utf8) + [0xE9, 0x0A], 2, "UTF-8"),
    ("yaml.md", Array("---\ntitle: [a\n---\n- [ ] x\n".utf8), 3, "YAML"),
    ("open.md", Array("---\ntitle: a\n- [ ] x\n".utf8), 1, "no end"),
    ("twice.md", Array("- [ ] a <!-- id: x -->\n- [ ] b <!-- id: x -->\n".utf8), 2, "\"x\""),
    ("if.md", Array("- [ ] a <!-- if: zone = eu -->\n".utf8), 1, "zone"),
    ("none.md", Array("# Nothing to do\n".utf8), 1, "no step"),
  ]

  @Test("A file that is no checklist is bad data, named with its line", arguments: 0..<files.count)
  func badFile(_ index: Int) throws {
    let (name, bytes, line, says) = Self.files[index]
    let desk = try Desk.ready()
    try desk.write(name, bytes)
    let before = try desk.run("journal --json").output
    let outcome = try desk.run("checklist import \(name)")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.hasPrefix("prodpair: \(name):\(line): "), "\(outcome.errors)")
    #expect(outcome.errors.contains(says), "\(outcome.errors)")
    #expect(outcome.output == "")
    #expect(try desk.run("journal --json").output == before)
    #expect(try desk.run("checklist lint \(name)").exitCode == 1)
    #expect(try desk.run("checklist fmt \(name)").exitCode == 65)
  }

  static let table: [Bad] = [
    // Usage
    Bad("bogus", 64, "bogus"),
    Bad("run bogus", 64, "bogus"),
    Bad("run list --bogus", 64, "--bogus"),
    Bad("run tick", 64, "<run>"),
    Bad("run show one", 64, "one"),
    Bad("run show 0", 64, "0"),
    Bad("run start new-release --artifact a@1", 64, "--env"),
    Bad("run start new-release --env staging", 64, "--artifact"),
    Bad("run start new-release --env staging --artifact a", 64, "name@version"),
    Bad("run start new-release --env staging --artifact a@1 --param version", 64, "version"),
    Bad("run start new-release --env staging --artifact a@1 --digest abc", 64, "digest"),
    Bad("run start 1 --env staging", 64, "plan"),
    Bad("run skip 1 canary --reason why --owe", 64, "--owe"),
    Bad("run tick 1 canary --at late", 64, "late"),
    Bad("run tick 1 canary --at 24:61", 64, "24:61"),
    Bad("run show 1 --json --markdown", 64, "--markdown"),
    Bad("team add web --kind cloud", 64, "cloud"),
    Bad("team add web --hours always", 64, "always"),
    Bad("team edit platform", 64, "nothing to change"),
    Bad("team edit platform --holiday 2026-02-30", 64, "2026-02-30"),
    Bad("verify --head 12", 64, "head"),
    Bad("", 64, "terminal"),
    // Bad data
    Bad("run start new-release --env staging --artifact a@1 --pair ana,bo --param version=205", 65, "^v[0-9]+$"),
    Bad("run start new-release --env staging --artifact a@1 --pair ana,bo", 65, "version"),
    Bad("run start new-release --env staging --artifact a@1 --param version=v1 --param zone=eu", 65, "zone"),
    Bad("person add not/good --name X", 65, "not/good"),
    Bad("person add eve --login ana-of-tests", 65, "ana"),
    Bad("team add web --timezone Mars/Olympus", 65, "Mars/Olympus"),
    // No such thing
    Bad("checklist import missing.md", 66, "missing.md"),
    Bad("checklist lint missing.md", 66, "missing.md"),
    Bad("checklist show missing", 66, "new-release"),
    Bad("checklist show new-release --checklist-version 9", 66, "version 9"),
    Bad("checklist sync missing", 66, "missing"),
    Bad("run show 99", 66, "99"),
    Bad("run tick 99 canary", 66, "99"),
    Bad("run tick 1 nowhere", 66, "nowhere"),
    Bad("run tick 1 99", 66, "99"),
    Bad("run tick 1 canary --as nobody", 66, "nobody"),
    Bad("run start missing --env staging --artifact a@1", 66, "missing"),
    Bad("run start new-release --env moon --artifact a@1 --param version=v1", 66, "moon"),
    Bad("run start new-release --env staging --artifact a@1 --pair ana,eve --param version=v1", 66, "eve"),
    Bad("run attach 1 canary missing.log", 66, "missing.log"),
    Bad("run attest a@1 --env moon --url https://ci", 66, "moon"),
    Bad("run show 1 --evidence abcd", 66, "abcd"),
    Bad("team show missing", 66, "missing"),
    Bad("team edit platform --no-holiday 2026-01-01", 66, "2026-01-01"),
    Bad("person show eve", 66, "eve"),
    Bad("undo 999", 66, "999"),
    Bad("run list --store nowhere.sqlite", 66, "init"),
    Bad("restore nowhere.backup", 66, "nowhere.backup"),
    // Cannot create
    Bad("init", 73, "prodpair.sqlite"),
    Bad("team add platform", 73, "platform"),
    Bad("person add ana", 73, "ana"),
    Bad("backup release.md", 73, "release.md"),
    // A rule refuses
    Bad("run tick 1 deploy --as ana --override early", 1, "--value"),
    Bad("run tick 1 deploy --value x", 1, "pair"),
    Bad("run skip 1 canary", 1, "--reason"),
    Bad("run confirm 1 canary --as ana", 1, "no killer"),
    Bad("run confirm 1 deploy --as ana", 1, "no outcome"),
    Bad("run tick 1 final-release --at 2020-01-01T00:00:00Z", 1, "before"),
    Bad("run tick 1 final-release --at 2999-01-01T00:00:00Z", 1, "future"),
    Bad("run tick 1 publish --as ana", 1, "override"),
    Bad("run tick 1 rollback-deploy", 1, "rollback"),
    Bad("run rollback 1 --reason why", 1, "deploys"),
    Bad("run finish 1", 1, "final-release"),
    Bad("run resume 1", 1, "not paused"),
    Bad("run cancel 1 --reason why", 1, "planned"),
    Bad("run abort 1", 1, "--reason"),
    Bad("run correct 1 canary --reason why", 1, "nothing"),
    Bad("run reason 1 --reason why", 1, "owed"),
    Bad("run start new-release --env staging --artifact a@1 --pair ana,bo --param version=v1", 1, "run 1"),
    Bad("run start new-release --env staging --artifact a@1 --pair ana,ana --param version=v1", 1, "twice"),
    Bad("undo 1", 1, "can't be undone"),
  ]

  @Test("Each kind has its exit code, and names what is wrong", arguments: table)
  func exitCode(_ bad: Bad) throws {
    let desk = try Desk.ready()
    try desk.run(Samples.start)
    let before = try desk.run("journal --json").output
    let outcome = try desk.run(bad.line)
    #expect(outcome.exitCode == bad.exitCode, "\(outcome)")
    #expect(outcome.errors.hasPrefix("prodpair: "), "\(outcome.errors)")
    #expect(outcome.errors.contains(bad.names), "\(outcome.errors)")
    #expect(outcome.output == "")
    #expect(try desk.run("journal --json").output == before)
  }

  @Test("A step that could be two is bad data, and both are named")
  func ambiguousStep() throws {
    let desk = try Desk.ready()
    try desk.write("two.md", "- [ ] One <!-- id: check-ports -->\n- [ ] Two <!-- id: check-disks -->\n")
    try desk.run("checklist import two.md")
    try desk.run("run start two --env staging --artifact a@1 --pair ana,bo")
    let outcome = try desk.run("run tick 1 check")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("check-ports or check-disks"))
  }

  @Test("Several steps are settled all or none")
  func allOrNone() throws {
    let desk = try Desk.ready()
    try desk.run(Samples.start)
    let outcome = try desk.run("run skip 1 final-release publish rollback-deploy --reason why")
    #expect(outcome.exitCode == 1)
    let steps = try #require(try desk.run("run show 1 --json").object["steps"] as? [[String: Any]])
    #expect(steps.first?["state"] as? String == "open")
    #expect(try desk.run("run skip 1 final-release canary --reason why").exitCode == 0)
  }

  @Test("A tick by an observer, a confirmation by the same person and work on a finished run are refused")
  func people() throws {
    let desk = try Desk.ready()
    try desk.run("person add eve --name Eve")
    try desk.run(Samples.start)
    #expect(try desk.run("run join 1 eve --role observer").exitCode == 0)
    let observed = try desk.run("run tick 1 final-release --as eve")
    #expect(observed.exitCode == 1 && observed.errors.contains("observers note"))
    #expect(try desk.run("run note 1 seen --as eve").exitCode == 0)
    try desk.run("run tick 1 final-release --as ana")
    try desk.run("run tick 1 deploy --value x --as ana")
    let same = try desk.run("run confirm 1 deploy --as ana")
    #expect(same.exitCode == 1 && same.errors.contains("two different people"))
    try desk.run("run abort 1 --reason enough --as ana")
    let over = try desk.run("run tick 1 canary --as ana")
    #expect(over.exitCode == 1 && over.errors.contains("is over (aborted)"))
  }

  @Test("A wait that is not over is refused, and can be overridden")
  func waiting() throws {
    let desk = try Desk.ready()
    try desk.write("wait.md", "- [ ] Watch the dashboard <!-- id: watch; wait: 15m -->\n")
    try desk.run("checklist import wait.md")
    try desk.run("run start wait --env staging --artifact a@1 --pair ana,bo")
    try desk.run("run begin 1 watch --as ana")
    let early = try desk.run("run tick 1 watch --as ana")
    #expect(early.exitCode == 1 && early.errors.contains("wait another") && early.errors.contains("override"))
    #expect(try desk.run("run tick 1 watch --as ana --override \"it is clear already\"").exitCode == 0)
  }
}
