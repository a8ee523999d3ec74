import Domain
import Exchange
import Foundation
import Store
import Testing

@testable import Workflow

@Suite("A run from start to finish")
struct WholeRunTests {
  struct Starter: Sendable, CustomTestStringConvertible {
    var name: String
    var parameters: [String: String]
    var testDescription: String { "\(name) \(parameters.sorted { $0.key < $1.key })" }
  }

  static let starters = [
    Starter(name: "new-release", parameters: ["version": "v205"]),
    Starter(name: "new-release", parameters: ["version": "v205", "toggles": "yes", "migration": "yes"]),
    Starter(name: "stemcell-upgrade", parameters: ["stemcell": "1.423", "cve": "CVE-2014-0160"]),
    Starter(name: "stemcell-upgrade", parameters: ["stemcell": "1.423"]),
    Starter(name: "manifest-only", parameters: ["commit": "0a1b2c3", "shrinks": "yes"]),
    Starter(name: "manifest-only", parameters: ["commit": "0a1b2c3"]),
  ]

  private func start(_ desk: Desk, _ starter: Starter, in environment: String, at now: Instant) throws -> RunNumber {
    let order = RunOrder(
      checklist: ChecklistName(starter.name), environment: environment,
      artifact: Artifact(name: "cf-release", version: "v205"), pair: [Handle("ana"), Handle("bo")],
      parameters: starter.parameters)
    return try desk.store.perform(StartRun(order), by: .ana, at: now)
  }

  @Test("Each starter checklist goes through staging and then, the next morning, through prod", arguments: starters)
  func starter(_ starter: Starter) throws {
    let desk = try Desk(starters: true)
    #expect(throws: Refusal.self) { try start(desk, starter, in: "prod", at: .morning) }
    for (environment, morning) in [("staging", Instant.morning), ("prod", .morning + .seconds(86_400))] {
      let number = try start(desk, starter, in: environment, at: morning)
      var driver = Driver(desk: desk, run: number, now: morning)
      let end = try driver.finish()
      let run = try desk.run(number)
      #expect(run.state == .completed)
      #expect(run.progress.endedAt == end)
      for step in run.steps where step.section != .rollback {
        let isCalledFor = run.version.unmetCondition(of: step, for: run.parameters) == nil
        #expect(run.progress(of: step.id).state == (isCalledFor ? .done : .inactive), "\(step.id)")
        guard isCalledFor, step.isKiller else { continue }
        #expect(run.progress(of: step.id).confirmation == .confirmed(by: Handle("bo"), .verified))
      }
    }
    let prod = try desk.run(RunNumber(2))
    #expect(prod.entries.last { $0.kind == .provenInStaging }?.value == "run 1")
    #expect(!prod.entries.contains { $0.kind == .ruleOverridden })
    #expect(try desk.store.verify().isSound)
    let summary = try #require(try desk.store.read { try $0.runSummary(RunNumber(2)) })
    #expect(summary.state == .completed && summary.settled == summary.active)
  }

  @Test("Its page and its JSON have who, what, when, values and confirmations", arguments: starters.prefix(1))
  func exported(_ starter: Starter) throws {
    let desk = try Desk(starters: true)
    let number = try start(desk, starter, in: "staging", at: .morning)
    var driver = Driver(desk: desk, run: number, now: .morning)
    try driver.work(until: "deploy")
    try driver.act(.settle(StepID("deploy"), Settlement(.failed, reason: .given("port 34567 in use"))))
    try driver.act(.note(StepID("deploy"), "runner 96 differs"), by: .bo)
    let attached = try desk.store.perform(
      AttachEvidence(run: number, step: StepID("deploy"), fileName: "diff.txt", content: Array("a<b".utf8)), by: .bo,
      at: driver.now)
    let end = try driver.finish()
    let record = try RunRecords.record(of: number, in: desk.store, at: end)

    let page = RunMarkdown.page(record)
    let expected = [
      "New release", "new-release v1", "cf-release@v205", "staging", "completed", "Ana", "Bo", "port 34567 in use",
      "runner 96 differs", "diff.txt", attached.sha256, "updated; failed: well", "bo, verified",
      Instant.morning.rfc3339, end.rfc3339, record.run.version.sha256, "Rollback (not entered)",
    ]
    for text in expected { #expect(page.contains(text), "\(text)") }
    #expect(RunMarkdown.page(record) == page)

    let data = try RunJSON.json(record).data()
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(json["number"] as? Int == 1 && json["state"] as? String == "completed")
    #expect(json["checklist"] as? String == "new-release" && json["version"] as? Int == 1)
    #expect(json["environment"] as? String == "staging" && json["artifact"] as? String == "cf-release@v205")
    #expect(json["pair"] as? [String] == ["ana", "bo"])
    #expect(json["startedAt"] as? String == Instant.morning.rfc3339 && json["endedAt"] as? String == end.rfc3339)
    let steps = try #require(json["steps"] as? [[String: Any]])
    #expect(steps.count == record.run.steps.count)
    let deploy = try #require(steps.first { $0["id"] as? String == "deploy" })
    let entries = try #require(deploy["entries"] as? [[String: Any]])
    #expect(entries.compactMap { $0["kind"] as? String } == ["failed", "note", "evidence", "done", "confirmed"])
    let failed = try #require(entries.first { $0["kind"] as? String == "failed" })
    #expect(failed["by"] as? String == "ana" && failed["reason"] as? String == "port 34567 in use")
    #expect(deploy["state"] as? String == "done")
  }

  @Test(
    "A real file is imported and run from start to finish", .enabled(if: !RealFiles.paths.isEmpty),
    arguments: RealFiles.paths)
  func real(path: String) throws {
    let desk = try Desk()
    let checklist = try desk.importFile(path).version.checklist
    let number = try start(desk, Starter(name: checklist.text, parameters: [:]), in: "staging", at: .morning)
    var driver = Driver(desk: desk, run: number, now: .morning)
    let end = try driver.finish()
    let run = try desk.run(number)
    #expect(run.state == .completed)
    let record = try RunRecords.record(of: number, in: desk.store, at: end)
    #expect(RunMarkdown.page(record).contains("\(checklist) v1"))
    #expect(try !RunJSON.json(record).rendered().isEmpty)
    #expect(try desk.store.verify().isSound)
  }
}
