import Domain
import Foundation
import Testing

@testable import Exchange

@Suite("What a hook reads")
struct HookEventJSONTests {
  private func json(_ event: HookEvent) throws -> Decoded {
    try Decoded(HookEventJSON(event, store: .init(id: "7c", path: "/srv/p"), clock: ListTests.clock).json)
  }

  private func event(_ subject: HookEvent.Subject) -> HookEvent {
    HookEvent(subject, entry: 12, at: Sample.start, by: Handle("ana"), team: TeamName("platform"))
  }

  @Test(
    "Every event has the same keys, and each of them is described in docs/json.md", arguments: HookEventKind.allCases)
  func keys(_ kind: HookEventKind) throws {
    let sample = HookEvent.sample(kind, by: Handle("ana"), at: Sample.start)
    #expect(sample.kind == kind)
    let json = try json(sample)
    #expect(
      json.keys == [
        "event", "entry", "isTry", "at", "by", "team", "store", "title", "text", "run", "step", "incident", "duties",
        "lessons",
      ])
    #expect(json["event"].text == kind.rawValue && json["isTry"].flag == true && json["entry"].isNull)
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/json.md")
    let text = try String(contentsOf: page.standardized, encoding: .utf8)
    for key in ["step", "incident"].reduce(into: json.keys, { $0.formUnion(json[$1].keys) }) {
      #expect(text.contains("`\(key)`") || text.contains("`\(key)[]`"), "\(key) is not described")
    }
  }

  @Test("A run's event has the run as lists have it, and one line to post, in the team's time")
  func run() throws {
    let started = try json(event(.started(ListTests.run)))
    #expect(
      started["title"].text == "run 42 (\(Sample.version.reference), cf-release@v205) started in prod, by ana and bo")
    #expect(started["run"]["number"].number == 42 && started["run"]["state"].text == "completed")
    #expect(started["store"]["path"].text == "/srv/p" && started["at"].text == Sample.start.rfc3339)
    let planned = try json(event(.planned(ListTests.planned, movedFrom: Sample.start)))
    #expect(
      planned["title"].text
        == "rehearsal 143 (\(Sample.version.reference), 日本@v1) in staging is moved from 2026-12-07 09:30 Europe/Berlin "
        + "to 2026-12-07 10:30 Europe/Berlin")
  }

  @Test("Hostile text is left as it is for a program, but the title is one line")
  func hostile() throws {
    let hostile = "\"\u{1B}[2J\n@everyone <!channel>\u{202E}"
    let step = Step(id: StepID("x"), number: 3, section: .during, text: hostile)
    let signature = Signature(by: Handle("ana"), login: "ana", account: "ana", isOneself: true, isVouchedFor: true)
    let entry = Entry(
      seq: 4, kind: .failed, step: step.id, signature: signature, at: Sample.start, written: Sample.start,
      reason: hostile)
    let failed = FailedStep(entry, of: step.id, step: step, parameters: [:])
    let json = try json(event(.failed(failed, ListTests.run)))
    #expect(json["text"].text == hostile && json["step"]["text"].text == hostile && json["step"]["seq"].number == 4)
    let title = try #require(json["title"].text)
    #expect(!title.contains("\n") && title.hasPrefix("step 3 failed in run 42"))
  }

  @Test("Pairs, lessons and incidents say what is another way now")
  func others() throws {
    func title(_ kind: HookEventKind) throws -> String? {
      try json(HookEvent.sample(kind, by: Handle("ana"), at: Sample.start))["title"].text
    }
    #expect(
      try title(.pairChanged)
        == "platform: ana and cy instead of ana and bo, Mon 2026-12-07 09:30 to Mon 2026-12-14 09:30 Europe/Berlin")
    #expect(try title(.lessonFolded) == "lesson 7 is in new-release v7: Scale the log aggregators with the app")
    #expect(try title(.incidentOpened) == "incident 9 (sev 2, platform) is open: Log aggregators drop logs")
    #expect(try title(.incidentUpdate) == "incident 9 (sev 2, platform), open: Log aggregators drop logs")
    #expect(try title(.incidentResolved) == "incident 9 (sev 2, platform) is resolved: Log aggregators drop logs")
    let duty = try json(HookEvent.sample(.pairChanged, by: Handle("ana"), at: Sample.start))["duties"][0]
    #expect(duty["pair"].texts == ["ana", "cy"] && duty["was"].texts == ["ana", "bo"])
  }
}

@Suite("What hooks did, for people")
struct HookRunTextTests {
  private let run = HookRun(
    .runStarted, entry: 7, team: nil, command: ["/usr/local/bin/chat", "--to", "ops"], limit: .seconds(10),
    at: Sample.start, took: .milliseconds(1234), ending: .exited(3),
    output: "posting\ncurl: (6) no \u{1B}[2Jhost\u{202E}\n\n", isOutputCut: true)

  @Test("A failure is one line, with the last thing that it said made visible")
  func failure() {
    #expect(
      HookRunText.failure(of: run)
        == "hook chat failed (run-started): exit code 3: curl: (6) no ␛[2Jhost<U+202E>")
  }

  @Test("A long line is cut, and one that says nothing leaves no colon behind")
  func longAndSilent() {
    var long = run
    long.output = String(repeating: "x", count: 100_000)
    #expect(HookRunText.failure(of: long).count < 160)
    long.output = " \n\t\n"
    #expect(HookRunText.failure(of: long) == "hook chat failed (run-started): exit code 3")
  }

  @Test("Every ending has its words")
  func endings() {
    let all: [(HookRun.Ending, String)] = [
      (.exited(0), "ok"), (.exited(3), "exit code 3"), (.killed(signal: 9), "ended by signal 9"),
      (.outOfTime, "not done within 10s"), (.cut, "cut short"),
      (.notStarted(errno: 2), "can't be run: No such file or directory"),
    ]
    for (ending, words) in all {
      var run = run
      run.ending = ending
      #expect(HookRunText.ending(of: run) == words)
    }
  }

  @Test("A log is a table, newest first, and a try shows all that was said")
  func table() {
    #expect(
      HookRunText.table([run], in: ListTests.clock) == """
        WHEN (Europe/Berlin)  HOOK  EVENT        ENTRY     TOOK  ENDED        SAID
        2026-12-07 09:30      chat  run-started      7  1234 ms  exit code 3  curl: (6) no ␛[2Jhost<U+202E>

        """)
    #expect(
      HookRunText.whole(run) == """
        /usr/local/bin/chat --to ops: exit code 3, 1234 ms
          posting
          curl: (6) no ␛[2Jhost<U+202E>
          (and more, which is not kept)
        """)
  }

  @Test("As JSON it has the program's words as they are, under keys that docs/json.md describes")
  func asJSON() throws {
    let json = try Decoded(HookRunJSON.list([run]))[0]
    #expect(json["output"].text == run.output && json["tookMilliseconds"].number == 1234)
    #expect(json["exitCode"].number == 3 && json["ok"].flag == false && json["limitSeconds"].number == 10)
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/json.md")
    let text = try String(contentsOf: page.standardized, encoding: .utf8)
    for key in json.keys { #expect(text.contains("`\(key)`") || text.contains("`\(key)[]`"), "\(key)") }
  }
}
