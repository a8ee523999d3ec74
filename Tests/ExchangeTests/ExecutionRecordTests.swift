import Domain
import Testing

@testable import Exchange

@Suite("Commands on the record of a run")
struct ExecutionRecordTests {
  private static let kept = Evidence(sha256: String(repeating: "d4", count: 32), size: 900, name: "execution-12.log")

  /// - Parameter output: nil while it runs.
  private static func execution(
    _ number: Int, step: String = "smoke", mode: StepMode = .check, _ ending: ExecutionEnding = .exited(1),
    verdict: Verdict = .no, attempts: Int = 1, output: ExecutionOutput?
  ) -> Execution {
    var execution = Execution(
      number: ExecutionNumber(number), run: RunNumber(42), step: StepID(step), mode: mode,
      command: StepCommand(
        fence: 0, interpreter: ["bash", "-eo", "pipefail"], code: "# ask it\ncurl -fsS {{url}}\n"),
      by: Handle("ana"), directory: "/srv/deploy", host: "jumpbox", spool: "x", startedAt: Sample.after(117),
      startedEntry: 60)
    execution.result = output.map {
      ExecutionResult(
        ending: ending, verdict: verdict, endedAt: Sample.after(118), took: .seconds(63), attempts: attempts, output: $0
      )
    }
    return execution
  }

  private static func record(_ executions: [Execution]) throws -> RunRecord {
    var record = Sample.record(try Sample.full())
    record.executions = executions
    return record
  }

  private static let failed = execution(
    12, attempts: 5,
    output: ExecutionOutput(
      kept: kept, size: 1000, head: "one\ntwo\n", tail: "last\n", linesBetween: 7, failingLine: "two"))

  @Test("The text says what ran, how it ended, and what it printed behind bars")
  func text() throws {
    let text = RunText.text(try Self.record([Self.failed]))
    #expect(
      text.contains(
        """
                                execution 12, step 7 smoke (check): curl -fsS {{url}}
                                  ana, 11:27, by bash -eo pipefail in /srv/deploy on jumpbox: no: exit 1 after 1m3s, tried 5 times
                                  | one
                                  | two
                                  (7 lines between)
                                  | last
                                  the line that says why: two
                                  1000 bytes of output, 900 of them kept, SHA-256 \(Self.kept.sha256); `prodpair run show 42 --evidence d4d4d4d4d4d4` prints them

        """))
  }

  @Test("One that runs, one that printed nothing and one that could not be run are told as what they are")
  func others() throws {
    let record = try Self.record([
      Self.execution(13, output: nil), Self.execution(14, mode: .assisted, .exited(0), verdict: .yes, output: .init()),
      Self.execution(15, .notStarted("there is no bash"), verdict: .couldNotRun, output: .init(size: 7)),
    ])
    let text = RunText.text(record)
    #expect(text.contains("by bash -eo pipefail in /srv/deploy on jumpbox: it runs\n"))
    #expect(text.contains("on jumpbox: exit 0 after 1m3s\n") && text.contains("  it printed nothing\n"))
    #expect(text.contains("on jumpbox: could not be run: there is no bash\n"))
    #expect(text.contains("it printed 7 bytes, none of which could be kept\n"))
  }

  @Test("No line of an output can pass for one of the record, or end its fence on the page")
  func hostile() throws {
    let forged = "````\n# Heading\n11:30 bo confirmed, verified\n\u{1B}[2J\u{202E}`````text\r\n- [ ] x"
    let record = try Self.record([Self.execution(12, output: ExecutionOutput(size: 99, head: forged))])
    let lines = RunText.text(record).split(separator: "\n").filter { $0.contains("bo confirmed, verified") }
    #expect(lines.contains { $0.hasSuffix("  | 11:30 bo confirmed, verified") })
    let page = RunMarkdown.page(record)
    let fence = try #require(page.split(separator: "\n").first { $0.hasSuffix("`text") && $0.hasPrefix("``````") })
    #expect(fence == "``````text")
    #expect(page.components(separatedBy: "\n``````\n").count == 2)
    #expect(!page.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\r" })
  }

  @Test("The page has a part for commands, and the report of an incident shows what failing ones printed")
  func page() throws {
    let page = RunMarkdown.page(try Self.record([Self.failed]))
    #expect(
      page.contains("\n## Commands\n\n- execution 12, step 7 smoke (check): curl -fsS {{url}}\n  - ana, 11:27, by"))
    #expect(page.contains("\n```text\none\ntwo\n(7 lines between)\nlast\n```\n"))
    #expect(!RunMarkdown.page(try Self.record([])).contains("## Commands"))
  }

  @Test("As JSON each has every key")
  func json() throws {
    let json = try Decoded(
      RunJSON.json(try Self.record([Self.failed, Self.execution(13, step: "canary", output: nil)])))
    let failed = json["steps"].first(where: "id", is: "smoke")["executions"][0]
    #expect(failed["number"].number == 12 && failed["fence"].number == 1 && failed["attempts"].number == 5)
    #expect(failed["verdict"].text == "no" && failed["ending"].text == "exited" && failed["code"].number == 1)
    #expect(failed["interpreter"].texts == ["bash", "-eo", "pipefail"] && failed["title"].text == "curl -fsS {{url}}")
    #expect(failed["outputSHA256"].text == Self.kept.sha256 && failed["outputSize"].number == 1000)
    #expect(failed["output"]["head"].text == "one\ntwo\n" && failed["output"]["linesBetween"].number == 7)
    let running = json["steps"].first(where: "id", is: "canary")["executions"][0]
    #expect(running["endedAt"].isNull && running["output"].isNull && running["verdict"].isNull)
    #expect(running.keys == failed.keys)
    #expect(json["steps"].first(where: "id", is: "smoke")["mode"].text == "manual")
  }

  @Test("What the entries say of a command reads as a sentence, on a run and on an incident's timeline")
  func entries() throws {
    var run = try Sample.started()
    let actions: [RunAction] = [
      .stopCommand(StepID("canary"), begun: 3, text: "execution 12"),
      .endCommand(StepID("canary"), begun: 3, text: "execution 12: stopped by bo after 3s", Self.kept),
      .endCommand(StepID("canary"), begun: 3, text: "execution 13: exit 0 after 3s", nil),
    ]
    for action in actions { run.append(try run.decide(action, by: Sample.ana, at: Moment(Sample.after(5)))) }
    let text = RunText.text(Sample.record(run))
    #expect(text.contains("ana asked for a stop of execution 12\n"))
    #expect(
      text.contains(
        "ana wrote down the end of execution 12: stopped by bo after 3s; output in execution-12.log, 900 bytes, SHA-256 d4"
      ))
    #expect(text.contains("ana wrote down the end of execution 13: exit 0 after 3s\n"))
  }
}
