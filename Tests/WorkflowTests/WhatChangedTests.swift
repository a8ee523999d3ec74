import Domain
import Store
import Testing

@testable import Workflow

@Suite("What changed since each of the pair last ran it")
struct WhatChangedTests {
  private func run(_ desk: Desk, _ pair: [String]) throws -> RunNumber {
    let order = RunOrder(
      checklist: ChecklistName("release"), environment: "staging", artifact: Artifact(name: "a", version: "1"),
      pair: pair.map { Handle($0) })
    let actor = Actor(login: pair[0], uid: 1, person: Handle(pair[0]))
    return try desk.store.perform(StartRun(order), by: actor, at: .morning)
  }

  private func abort(_ desk: Desk, _ run: RunNumber) throws {
    try desk.store.perform(ActOnRun(run: run, action: .abort(reason: "x")), by: .bo, at: .morning)
  }

  @Test("Each member is told from the version that they last ran, with the reasons of every version since")
  func lines() throws {
    let desk = try Desk()
    try desk.importFile(desk.write(Desk.release))
    try abort(desk, run(desk, ["ana", "bo"]))
    try desk.importText(
      Desk.release.replacing("Tell support", with: "Tell support and sales"), reason: "sales were surprised")
    try abort(desk, run(desk, ["bo", "cy"]))
    try desk.importText(
      Desk.release.replacing("Tell support", with: "Tell support and sales") + "- [ ] Publish\n", reason: "lesson 7",
      by: .cy)
    let third = try run(desk, ["ana", "bo"])
    let found = try WhatChanged.of(desk.run(third), in: desk.store)
    #expect(
      found.map(\.lines) == [
        [
          "2 lines changed since ana last ran it (v1)",
          #"  reworded 2: "Tell support" is now "Tell support and sales""#, #"  added 4: "Publish""#,
          "  why: v2, bo: sales were surprised", "  why: v3, cy: lesson 7",
        ],
        [
          "1 line changed since bo last ran it (v2)", #"  added 4: "Publish""#, "  why: v3, cy: lesson 7",
        ],
      ])
    let record = try RunRecords.record(of: third, in: desk.store, at: .morning)
    #expect(record.changes == found.flatMap(\.lines))
  }

  @Test("Who never ran it is told so, and nothing is said where nothing changed")
  func neverAndNothing() throws {
    let desk = try Desk()
    try desk.importFile(desk.write(Desk.release))
    let first = try run(desk, ["ana", "bo"])
    #expect(
      try WhatChanged.of(desk.run(first), in: desk.store).flatMap(\.lines) == [
        "ana has not run this checklist before", "bo has not run this checklist before",
      ])
    try abort(desk, first)
    #expect(try WhatChanged.of(desk.run(run(desk, ["ana", "bo"])), in: desk.store).isEmpty)
  }

  @Test(
    "Who only watched has not run it")
  func observer() throws {
    let desk = try Desk()
    try desk.importFile(desk.write(Desk.release))
    let first = try run(desk, ["ana", "bo"])
    try desk.store.perform(
      ActOnRun(run: first, action: .join(Handle("cy"), .observer)), by: .ana, at: .morning)
    try abort(desk, first)
    let second = try run(desk, ["cy", "bo"])
    #expect(
      try WhatChanged.of(desk.run(second), in: desk.store).map(\.lines) == [["cy has not run this checklist before"]])
  }
}

@Suite("A run's record, gathered")
struct RunRecordsTests {
  private func order(_ desk: Desk) throws -> RunOrder {
    try desk.importFile(desk.write(Desk.release))
    return RunOrder(
      checklist: ChecklistName("release"), environment: "staging", artifact: Artifact(name: "a", version: "1"),
      pair: [Handle("ana"), Handle("bo")])
  }

  @Test("It has the people's names, the team's time, and no banner once the run is over")
  func record() throws {
    let desk = try Desk()
    try desk.store.perform(
      EditTeam(Team(name: TeamName("platform"), timeZone: "Asia/Tokyo")), by: .ana, at: .morning)
    let number = try desk.store.perform(StartRun(order(desk)), by: .ana, at: .morning)
    let active = try RunRecords.record(of: number, in: desk.store, at: .morning + .minutes(5))
    #expect(active.names[Handle("ana")] == "Ana")
    #expect(active.clock.zoneName == "Asia/Tokyo")
    #expect(active.clock.dateAndTime(.morning).contains("19:00"))
    #expect(active.elapsed == .minutes(5))
    #expect(!active.changes.isEmpty)
    try desk.store.perform(ActOnRun(run: number, action: .abort(reason: "x")), by: .ana, at: .morning + .minutes(6))
    let over = try RunRecords.record(of: number, in: desk.store, at: .morning + .minutes(99))
    #expect(over.changes.isEmpty && over.elapsed == .minutes(6))
  }

  @Test("A planned run's record names who is to run it")
  func planned() throws {
    let desk = try Desk()
    let number = try desk.store.perform(
      PlanRun(order(desk), plan: Plan(at: .morning + .minutes(60))), by: .ana, at: .morning)
    let record = try RunRecords.record(of: number, in: desk.store, at: .morning)
    #expect(record.pair == [Handle("ana"), Handle("bo")])
    #expect(record.changes.isEmpty && record.elapsed == nil)
  }

  @Test("A run that is not there is missing")
  func missing() throws {
    let desk = try Desk()
    #expect(throws: Missing.run(RunNumber(7))) {
      try RunRecords.record(of: RunNumber(7), in: desk.store, at: .morning)
    }
  }

  @Test("A file is attached under its own name, and one that is not there is refused")
  func attach() throws {
    let desk = try Desk()
    let number = try desk.store.perform(StartRun(order(desk)), by: .ana, at: .morning)
    let path = try desk.write("all green\n", to: "smoke test.log")
    let evidence = try AttachFile(run: number, path: path).run(in: desk.store, by: .bo, at: .morning)
    #expect(evidence.name == "smoke test.log")
    #expect(try desk.store.read { try $0.evidence(evidence.sha256) } == Array("all green\n".utf8))
    let head = try desk.head()
    #expect(throws: (any Error).self) {
      try AttachFile(run: number, path: desk.directory).run(in: desk.store, by: .bo, at: .morning)
    }
    #expect(try desk.head() == head)
  }
}
