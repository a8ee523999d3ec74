import Domain
import Testing

@testable import Exchange

@Suite("The record of a run as JSON")
struct RunJSONTests {
  @Test("The contract's keys are there, with the contract's values")
  func contract() throws {
    let run = try Decoded(RunJSON.json(Sample.record(try Sample.full())))
    #expect(run["number"].number == 42)
    #expect(run["checklist"].text == "new-release")
    #expect(run["version"].number == 7)
    #expect(run["state"].text == "rolled-back")
    #expect(run["environment"].text == "prod")
    #expect(run["artifact"].text == "cf-release@v205")
    #expect(run["pair"].texts == ["ana", "bo"])
    #expect(run["steps"].elements.count == 11)
    let canary = run["steps"].first(where: "id", is: "canary")
    #expect(canary["number"].number == 3)
    #expect(canary["section"].text == "during")
    #expect(canary["state"].text == "done")
    let entry = canary["entries"].first(where: "kind", is: "failed")
    #expect(entry["by"].text == "bo")
    #expect(entry["at"].text == "2026-12-07T08:43:00.000Z")
    #expect(entry["reason"].isNull)
    #expect(entry["value"].isNull)
  }

  @Test("The run's own keys are all present")
  func keys() throws {
    let run = try Decoded(RunJSON.json(Sample.record(try Sample.full())))
    #expect(
      run.keys == [
        "number", "checklist", "title", "version", "sha256", "state", "team", "environment", "environmentKind",
        "artifact", "digest", "parameters", "rehearsal", "incident", "incidents", "reviewDue", "plan", "timeZone",
        "startedAt",
        "endedAt", "elapsedSeconds", "pausedSeconds", "pair", "people", "proof", "overrides", "exceptions", "unsettled",
        "owing",
        "settledSteps", "activeSteps", "changes", "items", "lessons", "steps", "entries",
      ])
    #expect(run["elapsedSeconds"].number == 10_260)
    #expect(run["pausedSeconds"].number == 1200)
    #expect(run["parameters"]["version"].text == "v205")
    #expect(run["plan"].isNull)
    #expect(run["incident"].number == 9)
    #expect(run["proof"].text == "run 41, except dashboards skipped: none in staging")
    #expect(
      run["overrides"].elements.compactMap { $0["rule"].text } == [
        "start-window", "working-hours", "freeze", "no-return",
      ])
    #expect(run["overrides"][3]["step"].text == "switch")
    #expect(run["overrides"][0]["reason"].text == "customers cannot log in")
    #expect(run["exceptions"].elements.compactMap { $0["state"].text } == ["skipped", "deferred"])
    #expect(run["people"].elements.compactMap { $0["role"].text } == ["pair", "pair", "observer"])
    #expect(run["people"][2]["name"].isNull)
    #expect(run["entries"].elements.allSatisfy { $0["kind"].text != "done" })
  }

  @Test("A confirmation says who, how sure, and whether it came late")
  func confirmations() throws {
    let steps = try Decoded(RunJSON.json(Sample.record(try Sample.full())))["steps"]
    func told(_ step: String) -> [String?] {
      let confirmation = steps.first(where: "id", is: step)["confirmation"]
      return [
        confirmation["by"].text, confirmation["kind"].text, confirmation["assurance"].text,
        confirmation["late"].flag.map { String($0) },
      ]
    }
    #expect(told("deploy") == ["bo", "confirmed", "verified", "false"])
    #expect(told("switch") == ["bo", "confirmed", "unverified", "false"])
    #expect(told("smoke") == ["bo", "countersigned", "verified", "true"])
    #expect(steps.first(where: "id", is: "runners")["confirmation"].isNull)
  }

  @Test("Attempts keep their failures, withdrawn entries stay, evidence has its hash")
  func attempts() throws {
    let canary = try Decoded(RunJSON.json(Sample.record(try Sample.full())))["steps"].first(where: "id", is: "canary")
    let attempts = canary["attempts"].elements
    #expect(attempts.compactMap { $0["outcome"].text } == ["failed", "done"])
    #expect(attempts[0]["reason"].text == "port 34567 in use\nby another agent")
    #expect(attempts[1]["startedBy"].text == "ana")
    #expect(attempts[1]["by"].text == "bo")
    #expect(attempts[1]["tookSeconds"].number == 720)
    #expect(attempts[1]["value"].text == "14 healthy")
    let withdrawn = canary["entries"].elements.filter { $0["withdrawn"].flag == true }
    #expect(withdrawn.compactMap { $0["value"].text } == ["13 healthy"])
    let evidence = canary["entries"].first(where: "kind", is: "evidence")["evidence"]
    #expect(evidence["size"].number == 2048)
    #expect(evidence["name"].text == "canary|1.log")
    #expect(evidence["sha256"].text == String(repeating: "c3", count: 32))
  }

  @Test("An entry typed under another's name says so")
  func typed() throws {
    let steps = try Decoded(RunJSON.json(Sample.record(try Sample.full())))["steps"]
    let entry = steps.first(where: "id", is: "switch")["entries"].first(where: "kind", is: "confirmed")
    #expect(entry["by"].text == "bo")
    #expect(entry["login"].text == "ana")
    #expect(entry["verified"].flag == false)
  }

  @Test("Text is not sanitised: it comes back as it was written")
  func unsanitised() throws {
    let steps = try Decoded(RunJSON.json(Sample.record(try Sample.full())))["steps"]
    #expect(steps.first(where: "id", is: "dashboards")["entries"][0]["reason"].text == Sample.hostile)
  }

  @Test("What an active run waits for is listed")
  func active() throws {
    let run = try Decoded(RunJSON.json(Sample.record(try Sample.active(), now: Sample.after(12))))
    #expect(run["state"].text == "running")
    #expect(run["endedAt"].isNull)
    #expect(run["elapsedSeconds"].number == 720)
    #expect(run["unsettled"].texts == ["canary", "deploy", "runners", "switch"])
    #expect(run["owing"].texts == ["attend"])
    let overridden = run["steps"].first(where: "id", is: "switch")
    #expect(overridden["awaitingConfirmation"].flag == true)
    #expect(overridden["settled"].flag == false)
    #expect(overridden["entries"][0]["outOfOrder"].flag == true)
    #expect(run["steps"].first(where: "id", is: "attend")["owed"].elements.count == 1)
  }

  @Test("The same record gives the same bytes")
  func deterministic() throws {
    #expect(
      try RunJSON.json(Sample.record(try Sample.full())).rendered()
        == RunJSON.json(Sample.record(try Sample.full())).rendered())
  }
}
