import Foundation
import Testing

@Suite("Numbers on the command line")
struct MetricsTests {
  /// A run to production that went well, one that failed at first, and one that was aborted before anything.
  private static func desk() throws -> Desk {
    let desk = try Desk.ready()
    try desk.write(
      "ship.md",
      """
      ---
      checklist: ship
      expected: 1h
      without-staging: it has none
      parameters:
        - name: commits
          default: ""
      ---
      # Ship

      ## During
      - [ ] Deploy it <!-- id: deploy; deploys -->
      - [ ] Watch it <!-- id: watch -->

      """)
    try desk.must("checklist import ship.md")
    for lines in [
      ["tick 1 deploy", "tick 1 watch", "finish 1"], ["fail 2 deploy --reason 'port in use'", "tick 2 deploy"],
      ["abort 3 --reason 'not today'"],
    ] {
      try desk.must(
        "run start ship --env prod --artifact cf-release@v205 --pair ana,bo --as ana --override 'a test' "
          + "--param commits=2020-01-01T00:00:00Z")
      for line in lines { try desk.must("run \(line) --as ana") }
      if lines.count == 2 { try desk.must("run abort 2 --reason 'enough' --as ana") }
    }
    return desk
  }

  private func figures(_ desk: Desk, _ options: String = "") throws -> [String: [String: Any]] {
    let all = try desk.must("metrics --json \(options)").object["figures"] as? [[String: Any]] ?? []
    return Dictionary(all.compactMap { one in (one["name"] as? String).map { ($0, one) } }) { first, _ in first }
  }

  @Test("An empty store says n = 0 of every figure, and never 0 % or NaN")
  func empty() throws {
    let desk = try Desk.ready()
    let figures = try figures(desk)
    #expect(figures.count == 18)
    for (name, figure) in figures {
      #expect(figure["n"] as? Int == 0, "\(name)")
      for key in ["count", "part", "of", "percentHundredths", "medianSeconds", "perWeekHundredths", "dutiesHundredths"]
      {
        #expect(figure[key] is NSNull, "\(name) \(key)")
      }
    }
    for form in ["", "--openmetrics", "--html -", "change-fail-rate", "change-fail-rate --list"] {
      let outcome = try desk.must("metrics \(form)")
      #expect(!outcome.output.contains("NaN") && !outcome.output.contains(" 0 %"), "\(form)")
    }
    #expect(try desk.must("metrics change-lead-time").output.contains("git log --format=%cI"))
  }

  @Test("Deployments, failures and what was aborted before are told apart, and listed by their numbers")
  func deployments() throws {
    let desk = try Self.desk()
    let figures = try figures(desk)
    let deployments = try #require(figures["deployments"])
    #expect(deployments["count"] as? Int == 2)
    #expect(deployments["parts"] as? [String: Int] == ["failed": 1, "rollbacks": 0, "abortedBefore": 1])
    #expect(figures["change-fail-rate"]?["n"] as? Int == 0)
    #expect(figures["change-fail-rate"]?["pending"] as? Int == 2)
    #expect(figures["change-lead-time"]?["n"] as? Int == 2)
    #expect(figures["recovery-time"]?["n"] as? Int == 1)
    let list = try desk.must("metrics deployments --list --json").list
    #expect(list.map { $0["number"] as? Int } == [1, 2] && list.map { $0["isHit"] as? Bool } == [false, true])
    #expect(try desk.must("metrics deployments --list").output.contains("a step failed"))
    #expect(try self.figures(desk, "--service other")["deployments"]?["n"] as? Int == 0)
    #expect(try self.figures(desk, "--since 2020-01-01 --until 2020-02-01")["deployments"]?["n"] as? Int == 0)
    #expect(try desk.must("metrics deployments").output.contains("n = 2"))
  }

  @Test("What can't be asked for is refused, and a page that can't be written is 73")
  func refusals() throws {
    let desk = try Desk.ready()
    for (line, code): (String, Int32) in [
      ("metrics --since yesterday", 64), ("metrics --since 2026-11-02 --until 2026-11-01", 64),
      ("metrics --json --openmetrics", 64), ("metrics --list", 64), ("metrics nonsense", 64),
      ("metrics --team nobody", 66), ("metrics --html /nonexistent/numbers.html", 73),
    ] {
      #expect(try desk.run(line).exitCode == code, "\(line)")
    }
    #expect(try desk.run("metrics --html /nonexistent/numbers.html").errors.contains("No page was written"))
  }

  @Test("The page is one file that needs nothing outside of itself, and is written over")
  func page() throws {
    let desk = try Self.desk()
    for _ in 0..<2 { try desk.must("metrics --html numbers.html") }
    let page = try desk.text("numbers.html")
    #expect(page.contains("<svg") && page.contains("Change fail rate") && page.contains("run 2"))
    for word in ["<script", "http://", "https://", "url("] { #expect(!page.contains(word), "\(word)") }
  }

  @Test(
    "OpenMetrics is what a parser of somebody else's takes",
    .enabled(if: OpenMetricsReader.isThere, Comment(rawValue: OpenMetricsReader.whyNot)), arguments: [true, false])
  func openMetrics(isEmpty: Bool) throws {
    let desk = try isEmpty ? Desk.ready() : Self.desk()
    let samples = try OpenMetricsReader.samples(try desk.must("metrics --openmetrics").output)
    #expect(samples.count { $0.name == "prodpair_figure_n" } == 18)
    #expect(samples.allSatisfy { $0.value.isFinite && $0.labels["team"] == "platform" && $0.type == "gauge" })
    #expect(samples.first { $0.name == "prodpair_deployments" }?.value == (isEmpty ? nil : 2))
    #expect(samples.contains { $0.name == "prodpair_change_lead_time_seconds" && $0.unit == "seconds" } == !isEmpty)
    #expect(throws: OpenMetricsReader.Rejected.self) { try OpenMetricsReader.samples("prodpair_x 1\n") }
  }
}
