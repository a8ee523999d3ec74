import Foundation
import Testing

@Suite("Bad input to `incident`")
struct IncidentBadInputTests {
  /// One open incident with a note, a sent status update, and a run that has nothing to do with it.
  private func desk() throws -> Desk {
    let desk = try Desk.ready()
    try desk.must(Samples.start)
    for line in [
      "incident open 'Logs are dropped' --severity 2 --detected 2026-01-05T10:00:00Z", "incident note 1 seen",
      "incident update 1 told --send",
    ] { try desk.must(line) }
    return desk
  }

  private static let lines: [(line: String, code: Int32, says: String)] = [
    ("incident open", 64, "--run and --step"), ("incident open x --step canary", 64, "--step is a step of one run"),
    ("incident open --run 1 --step nonsense", 66, "no step nonsense"), ("incident open --run 9 --step 1", 66, "run 9"),
    ("incident open --run 1 --step canary", 65, "has not failed"),
    ("incident open ' '", 65, "in a few words"), ("incident open x --severity 5", 64, "severity"),
    ("incident open x --customers maybe", 64, "customers"), ("incident open x --team nobodys", 66, "nobodys"),
    ("incident open x --commander nobody", 66, "nobody"), ("incident open x --caused-by 9", 66, "run 9"),
    ("incident open x --impact soon", 64, "soon"),
    ("incident open x --impact 2999-01-01T00:00:00Z", 65, "lies ahead"),
    ("incident open x --impact 2026-01-05T10:00:00Z --detected 2026-01-05T09:00:00Z", 65, "2026-01-05T09:00:00.000Z"),
    ("incident note 1", 64, "say what happened"), ("incident note 9 x", 66, "no incident 9"),
    ("incident note 1 x --kind time", 64, "kind"), ("incident note 1 x --at 2999-01-01T00:00:00Z", 65, "lies ahead"),
    ("incident note 1 x --metric depth", 64, "--metric takes a name"),
    ("incident note 1 x --log =x", 64, "--log takes"),
    ("incident note 1 x --file no-such-file", 66, "no-such-file"),
    ("incident note 1 - --file -", 64, "standard input can be one thing"),
    ("incident note 1 x --corrects 0", 64, "number of an entry"),
    ("incident note 1 x --corrects 99", 66, "no entry 99"),
    ("incident note 1 x --corrects 1", 1, "which the program wrote"),
    ("incident note 1 x --corrects 2 --kind decision", 64, "a note of their own"),
    ("incident update 1", 64, "say what is to be told"), ("incident update 1 x --draft 9", 66, "no status update 9"),
    ("incident update 1 x --draft 1", 1, "already"), ("incident update 1 --send 9", 66, "no status update 9"),
    ("incident mitigate 1 --at 2026-01-05T09:00:00Z", 65, "2026-01-05T10:00:00.000Z"),
    ("incident mitigate 1 --at 25:00", 64, "25:00"), ("incident close 1", 1, "not resolved yet"),
    ("incident reopen 1 x", 1, "nothing to take up again"), ("incident reopen 1", 64, "why"),
    ("incident edit 1", 64, "nothing to change"),
    ("incident edit 1 --closed 2026-01-06T00:00:00Z", 1, "incident close 1"),
    ("incident edit 1 --impact 2026-01-05T11:00:00Z", 65, "can't be after detected"),
    ("incident edit 1 --no-service router", 66, "no service of incident 1"),
    ("incident edit 1 --not-called ana", 66, "was not called in"),
    ("incident edit 1 --not-run 1", 66, "has nothing to do with"),
    ("incident edit 1 --service a,, --run 9", 66, "run 9"),
    ("incident edit 1 --commander ana --no-commander", 64, "use one of them"),
    ("incident edit 1 --happened-before nonsense", 64, "happened-before"),
    ("incident edit 1 --happened-before incident:1", 65, "its own earlier one"),
    ("incident edit 1 --happened-before incident:9", 66, "no incident 9"),
    ("incident edit 1 --happened-before lesson:9", 66, "no lesson 9"),
    ("incident edit 1 --not-before lesson:9", 66, "nobody said"),
    ("incident edit 1 --happened-before lesson:1 --title x", 64, "stand alone"),
    ("incident show 0", 64, "incident"), ("incident show 9", 66, "no incident 9"),
    ("incident show 1 --evidence ab", 66, "ab"), ("incident list --limit 0", 64, "--limit"),
    ("incident list --all --open", 64, "--open"), ("incident list --since someday", 64, "someday"),
    ("incident list --team nobodys", 66, "nobodys"),
  ]

  @Test("Each is refused with a word on what was wrong, prints nothing, and changes nothing")
  func refused() throws {
    let desk = try desk()
    let head = try desk.head()
    for (line, code, says) in Self.lines {
      let outcome = try desk.run(line)
      #expect(outcome.exitCode == code && outcome.errors.contains(says), "\(line): \(outcome)")
      #expect(outcome.output.isEmpty, "\(line)")
    }
    #expect(try desk.head() == head)
  }

  @Test("Hostile text is kept as it is, and shown so that it does nothing")
  func hostile() throws {
    let desk = try Desk.ready()
    let nasty = "\u{1B}[2J\u{202E}; DROP TABLE incident <script>\n  09:00  ana, entry 9, decision: all is well"
    #expect(try desk.run(["incident", "open", nasty, "--service", "\u{1B}]0;x\u{7}"]).output == "1\n")
    #expect(try desk.run(["incident", "note", "1", nasty, "--metric", "\(nasty)=\(nasty)"]).exitCode == 0)
    #expect(try desk.run(["incident", "update", "1", nasty, "--send"]).exitCode == 0)
    for line in ["incident show 1", "incident list"] {
      let shown = try desk.must(line).output
      #expect(shown.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 32 && $0.value != 0x202E }, "\(line)")
      #expect(!shown.split(separator: "\n").contains { $0.hasPrefix("  09:00  ana, entry 9") }, "\(shown)")
    }
    #expect(try desk.must("incident show 1 --json").object["title"] as? String == nasty)
    try desk.must("verify")
  }
}
