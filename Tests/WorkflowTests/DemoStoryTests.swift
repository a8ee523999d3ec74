import Domain
import Store
import Testing

@testable import Workflow

@Suite("The demo's story")
struct DemoStoryTests {
  /// Read once for all the tests.
  private static let story = Result { try Story() }
  private let story: Story

  init() throws { story = try Self.story.get() }

  @Test("Two teams, people of many names, and a login that is nobody's")
  func cast() throws {
    #expect(story.teams.map(\.kind) == [.application, .platform])
    #expect(story.people.filter { $0.teams == [TeamName("platform")] }.count == 7)
    #expect(story.people.contains { $0.name == "藤井 芙美" } && story.people.contains { $0.name == "Élise Fournier" })
    #expect(story.journal.contains { $0.by == Handle("ci") && $0.person == nil })
  }

  @Test("Each kind of change is in the journal, an edit undone and redone too")
  func journal() throws {
    let commands = Set(story.journal.map(\.command))
    #expect(
      commands == [
        "team-add", "team-edit", "person-add", "person-edit", "checklist-import", "run-plan", "run-start", "run-act",
        "run-attach", "run-attest", "undo", "redo", "lesson-add", "lesson-settle", "redline",
        "item-add", "item-state", "item-comment", "run-items",
        "roster-set", "rota-set", "pair-rule-add", "absence-add", "component-add", "duty-plan", "duty-take",
        "duty-swap",
        "handoff-write", "handoff-sign", "toil-log", "incident-open", "incident-note", "incident-settle", "retro-open",
        "retro-edit", "retro-move", "retro-action",
      ])
    #expect(story.teams.last?.hours.text == "Mon-Fri 09:00-16:30")
  }

  @Test("Each version says what was learned")
  func reasons() throws {
    let reasons = story.versions.map(\.reason)
    #expect(reasons.count == 7)
    #expect(
      reasons[3]
        == "runner 96 failed: port 34567 was taken from the ephemeral range; check static ports before the deploy")
    #expect(reasons[4].contains("logs were dropped while the log aggregators restarted one by one"))
    let steps = try #require(story.versions.last).steps
    for id in ["ports", "aggregators", "buffers", "compare", "migrate", "disk"] {
      #expect(steps.contains { $0.id.text == id })
    }
    #expect(steps.contains { $0.attributes.isNoReturn && $0.attributes.condition != nil })
    #expect(steps.contains { $0.section == .rollback } && Set(steps.map(\.group)).count > 3)
  }

  @Test("Prod is proven in staging with the same artifact, by a run or by CI")
  func staging() throws {
    let prod = story.runs.filter { $0.environment.kind == .production && $0.state != .planned }
    #expect(prod.count > 30)
    for run in prod { #expect(run.entries.contains { $0.kind == .provenInStaging }, "run \(run.number)") }
    #expect(story.entries(.provenInStaging).contains { $0.value?.hasPrefix("attestation") == true })
    #expect(story.runs.contains { $0.isRehearsal })
  }

  @Test("Port 34567 comes three times: at runner 96, at the canary, and today")
  func port() throws {
    let failures = story.runs.flatMap { run in
      run.entries.filter { $0.kind == .failed && $0.reason?.contains("34567") == true }.map { (run, $0) }
    }
    #expect(failures.map { $0.1.step?.text } == ["runners", "canary", "canary"])
    for (run, entry) in failures {
      #expect(run.progress(of: try #require(entry.step)).state == .done, "tried again in run \(run.number)")
    }
  }

  @Test("Logs were dropped, and the next version of the checklist scales the aggregators")
  func logs() throws {
    let run = try #require(story.runs.first { $0.artifact.version == "v202" && $0.environment.name == "prod" })
    let dashboards = run.progress(of: StepID("dashboards"))
    #expect(dashboards.attempts.map(\.outcome) == [.failed, .done])
    #expect(dashboards.attempts.first?.reason?.contains("log aggregators") == true)
    let after = try #require(story.runs.first { $0.artifact.version == "v203" })
    #expect(!run.steps.contains { $0.id.text == "aggregators" } && after.steps.contains { $0.id.text == "aggregators" })
  }

  @Test("A run was rolled back the next morning by another, one by its own rollback, and a few were aborted")
  func wrong() throws {
    let back = story.runs.filter { $0.state == .rolledBack }
    #expect(back.map(\.artifact.description) == ["payments@4.9.0", "cf-release@v203"])
    let night = try #require(back.last)
    let mark = try #require(night.entries.last { $0.kind == .rolledBack })
    let ended = try #require(night.entries.last { $0.kind == .finished })
    #expect(CivilTime(mark.at, in: story.calendar.zone).day != CivilTime(ended.at, in: story.calendar.zone).day)
    let by = try #require(story.runs.first { $0.number.description == mark.value })
    #expect(by.artifact.version == "v202" && by.incident == 11)
    #expect(story.runs.filter { $0.state == .aborted }.count == 3)
  }

  @Test(
    "Every way in which a step can be settled, and every kind of entry but those of moved plans and of commands, is in it"
  )
  func variety() {
    let states = Set(story.runs.flatMap { run in run.steps.map { run.progress(of: $0.id).state } })
    #expect(states == Set(StepState.allCases))
    let missing = Set(EntryKind.allCases).subtracting(story.runs.flatMap(\.entries).map(\.kind))
    #expect(missing == [.runMoved, .runCancelled, .commandStarted, .commandStopped, .commandEnded])
    #expect(Set(story.entries(.confirmed).compactMap(\.assurance)) == [.verified, .unverified])
    #expect(story.entries(.joined).contains { $0.role == .observer })
    #expect(story.entries(.ruleOverridden).contains { $0.reason?.contains("incident 12") == true })
    #expect(story.runs.contains { $0.owingSteps.isEmpty && $0.entries.contains { $0.kind == .reason } })
  }

  @Test("Now ana and bo are in the middle of v206 in prod, and the deploy is ana's for 12 minutes")
  func now() throws {
    let run = try #require(story.runs.active(in: "prod"))
    #expect(run.version.reference.description == "new-release v7" && run.artifact.version == "v206")
    #expect(run.pair == [Handle("ana"), Handle("bo")])
    let began = Instant.thursday - (try #require(run.progress.startedAt))
    #expect((.minutes(55)...(.minutes(75))).contains(began))
    #expect(run.progress(of: StepID("canary")).attempts.map(\.outcome) == [.failed, .done])
    let deploy = try #require(run.progress(of: StepID("deploy")).lastAttempt)
    #expect(deploy.startedBy == Handle("ana") && deploy.startedAt == .thursday - .minutes(12))
    #expect(run.progress(of: StepID("deploy")).state == .started)
    #expect(run.progress(of: StepID("watch")).state == .open)
  }

  @Test("In staging a killer step of bo's waits for ana, and she owes a reason")
  func waiting() throws {
    let run = try #require(story.runs.active(in: "staging"))
    let waiting = run.steps.filter { run.progress(of: $0.id).isAwaitingConfirmation }
    #expect(waiting.map(\.id.text) == ["director"])
    #expect(run.progress(of: StepID("director")).lastAttempt?.endedBy?.by == Handle("bo"))
    let owing = try #require(run.owingSteps.first)
    #expect(run.progress(of: owing.id).lastAttempt?.endedBy?.by == Handle("ana"))
  }

  @Test("The platform team has a velocity, work of every kind ahead, and an item in the run that is under way")
  func backlog() throws {
    let told = try Told()
    let (items, carried, velocity, payments) = try told.store.read { reader in
      let team = TeamName("platform")
      let prod = try #require(story.runs.active(in: "prod"))
      return (
        try reader.items(matching: ItemFilter(), of: team, limit: 100), try reader.items(carriedBy: prod.number),
        BacklogSchedule(try reader.backlogFacts(of: team, at: .thursday)).velocity,
        try reader.items(matching: ItemFilter(), of: TeamName("payments"), limit: 100)
      )
    }
    #expect(velocity.points > 0 && velocity.iterations == 3 && Set(items.map(\.type)) == Set(ItemType.allCases))
    #expect(Set(items.map(\.panel)) == Set(Panel.allCases) && Set(payments.map(\.panel)) == Set(Panel.allCases))
    #expect(items.filter { $0.state == .rejected }.count == 1 && items.contains { $0.isBlocked })
    #expect(items.contains { $0.type == .release && $0.due != nil })
    #expect(items.contains { $0.type == .feature && $0.points == nil && $0.state == .unstarted })
    #expect(carried.map(\.state) == [.finished])
  }

  @Test("Two runs are planned, for the next working day and for next week, and support is told")
  func planned() throws {
    let plans = story.runs.filter { $0.state == .planned }.compactMap(\.plan)
    #expect(plans.map(\.told) == ["support", "support"])
    #expect(
      plans.map { CivilTime($0.at, in: story.calendar.zone).isoDate } == ["2026-11-20", "2026-11-24"])
    let attested = story.journal.first { $0.command == "run-attest" }
    #expect(attested?.summary.contains("manifests@") == true)
  }
}
