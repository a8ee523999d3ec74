import Domain
import Foundation
import Store
import Terminal
import Testing

@testable import TUI

extension RealStore {
  /// The sample team with a rotation, planned for some weeks: duty 1 is under way and ends at ten, in half an hour.
  func planDuties(weeks: Int = 8, of people: [Handle] = ["ana", "bo", "cy", "oz"], at now: Instant = .t0) throws {
    try store.perform(SetRosterMembers(people, of: Team.sample.name), by: .own("ana"), at: now)
    try store.perform(PlanDuties(Team.sample.name, weeks: weeks), by: .own("ana"), at: now)
  }

  func duties() throws -> [PlannedDuty] { try store.read { try $0.duties(of: Team.sample.name) } }

  func duty(_ number: DutyNumber) throws -> PlannedDuty { try store.read { try $0.duty(number) } }
}

extension Driver {
  /// Goes to a duty in a team's list.
  func stand(on number: DutyNumber, sourceLocation: SourceLocation = #_sourceLocation) {
    press("g g")
    let count = app.topScreen(TeamDutiesScreen.self)?.list.visible.count ?? 0
    for _ in 0..<count where app.topScreen(TeamDutiesScreen.self)?.duty?.number != number { press("j") }
    let selected = app.topScreen(TeamDutiesScreen.self)?.duty?.number
    #expect(selected == number, sourceLocation: sourceLocation)
  }
}

@Suite("A team's duties by keys")
struct DutyTests {
  /// A duty ahead that somebody is on, or is not.
  private func ahead(_ real: RealStore, _ who: Handle, isOn: Bool) throws -> PlannedDuty {
    try #require(try real.duties().first { $0.window.start > .t0 && $0.people.contains(who) == isOn })
  }

  private func opened(_ real: RealStore, as who: Handle = "ana", seen: Int? = nil) -> Driver {
    let driver = Driver(real: real, as: who, seen: seen)
    driver.press("g d", "Enter")
    return driver
  }

  @Test("The board shows each team's pair, until when, and who is next; Enter leads to the team's duties")
  func board() throws {
    let real = try RealStore()
    try real.planDuties()
    let (now, next) = (try real.duties()[0], try real.duties()[1])
    let driver = Driver(real: real)
    driver.press("g d")
    let line = driver.line("platform")
    #expect(line.contains("\(now.people[0]) + \(now.people[1])  10:00"))
    #expect(line.contains("\(next.people[0]) + \(next.people[1])  then"))
    driver.press("Enter")
    #expect(driver.line("▶ 09:30").contains("\(now.people[0]) + \(now.people[1])"))
    #expect(driver.text.contains("never paired"))
    driver.press("Enter")
    #expect(driver.text.contains("Why these two") && driver.text.contains("planned: a new plan may change it"))
  }

  @Test("A duty's page tells what was given up apart from what speaks for the two")
  func givenUp() throws {
    let real = try RealStore()
    for who: Handle in ["cy", "oz"] {
      let window = DutyWindow(start: .t0, end: .t0 + .minutes(60 * 24 * 60))
      try real.store.perform(AddAbsence(Absence(who, window)), by: .own("ana"), at: .t0)
    }
    try real.planDuties()
    let duty = try #require(
      try real.duties().dropFirst().first { $0.reasons.contains { DutyReason(text: $0).isTradeOff } })
    let given = try #require(duty.reasons.first { DutyReason(text: $0).isTradeOff })
    let driver = opened(real)
    driver.stand(on: duty.number)
    driver.press("Enter")
    let lines = driver.text.split(separator: "\n").map { $0.drop { !$0.isLetter } }
    let heading = try #require(lines.firstIndex { $0.hasPrefix("Given up") })
    #expect(lines[heading...].contains { $0.hasPrefix(given) })
    #expect(!lines[..<heading].contains { $0.hasPrefix(given) })
  }

  @Test("Taking a place takes two keys, and u takes it back")
  func take() throws {
    let real = try RealStore()
    try real.planDuties()
    let duty = try ahead(real, "ana", isOn: false)
    let driver = opened(real)
    driver.stand(on: duty.number)
    driver.press("t", "1")
    #expect(try real.duty(duty.number).people.contains("ana"))
    #expect(driver.text.contains("ana is on instead of \(duty.people[0]) in duty \(duty.number)"))
    driver.press("u")
    #expect(try real.duty(duty.number).people == duty.people)
  }

  @Test("A swap takes two keys, and both duties change")
  func swap() throws {
    let real = try RealStore()
    try real.planDuties()
    let mine = try ahead(real, "ana", isOn: true)
    let driver = opened(real)
    driver.stand(on: mine.number)
    driver.press("s", "1")
    #expect(driver.text.contains("you and "))
    let changed = try real.duties().filter(\.isChanged)
    #expect(changed.count == 2)
    #expect(changed.contains { $0.number == mine.number && !$0.people.contains("ana") })
    #expect(changed.contains { $0.number != mine.number && $0.people.contains("ana") })
  }

  @Test("A swap by key on one terminal is seen on the other, on Today and among the duties")
  func swapSeen() throws {
    let real = try RealStore()
    try real.planDuties()
    let head = try real.store.read { try $0.journalHead().seq }
    let mine = try ahead(real, "ana", isOn: true)
    let ana = opened(real)
    ana.stand(on: mine.number)
    ana.press("s", "1")
    let after = try real.duty(mine.number)
    let other = try #require(after.people.first { !mine.people.contains($0) })
    let driver = Driver(real: real, as: other, width: 120, seen: head)
    #expect(driver.text.contains("YOUR DUTIES"))
    #expect(driver.line("! you are on for platform").contains("with"))
    #expect(driver.line("! you are no longer on for platform").contains("ana"))
    driver.press("g d", "Enter")
    #expect(driver.line("for ana").contains("\(other)"))
  }

  @Test("One who is away at short notice is replaced by three keys: out, who, and by whom")
  func out() throws {
    let real = try RealStore()
    try real.planDuties()
    let duty = try ahead(real, "cy", isOn: true)
    let driver = opened(real)
    driver.stand(on: duty.number)
    let place = try #require(duty.people.firstIndex(of: "cy"))
    driver.press("o", "\(place + 1)")
    #expect(driver.text.contains("who is on instead of cy in duty \(duty.number)"))
    driver.press("1")
    let after = try real.duty(duty.number)
    #expect(!after.people.contains("cy") && after.people.count == 2)
    #expect(try real.store.read { try $0.absences(after: .t0) }.map(\.absence.who) == ["cy"])
    driver.press("u")
    #expect(try real.duty(duty.number).people == duty.people)
    #expect(try real.store.read { try $0.absences(after: .t0) }.isEmpty)
  }

  @Test("Whoever is relieved in the middle reads that on Today; what was put right again is no news")
  func relieved() throws {
    let real = try RealStore()
    try real.planDuties(at: .t0 + .seconds(-2 * 86_400))
    let head = try real.store.read { try $0.journalHead().seq }
    let duty = try real.duties()[0]
    let (gone, stays) = (duty.people[0], duty.people[1])
    let other = try #require((["ana", "bo", "cy", "oz"] as [Handle]).first { !duty.people.contains($0) })
    try real.store.perform(TakeDuty(Team.sample.name, from: gone), by: .own(other), at: .t0)
    let relieved = Driver(real: real, as: gone, width: 120, seen: head)
    #expect(relieved.text.contains("you are no longer on for platform"))
    #expect(!relieved.text.contains("moved"))
    let partner = Driver(real: real, as: stays, width: 120, seen: head)
    #expect(partner.text.contains("you are on for platform with \(other), not with \(gone)"))
    let ahead = try ahead(real, gone, isOn: true)
    try real.store.perform(
      ReplaceOnDuty(ahead.number, from: gone, to: try #require(ahead.people.contains(other) ? stays : other)),
      by: .own(other), at: .t0)
    try real.store.undo(by: .own(other), at: .t0)
    let again = Driver(real: real, as: gone, width: 120, seen: head)
    #expect(again.text.components(separatedBy: "no longer").count == 2)
  }

  @Test("Of a duty that only ends earlier Today says when, and not that one is on with the same person")
  func cutShort() throws {
    let real = try RealStore()
    try real.planDuties()
    let head = try real.store.read { try $0.journalHead().seq }
    let mine = try ahead(real, "ana", isOn: true)
    let others = (["ana", "bo", "cy", "oz"] as [Handle]).filter { !mine.people.contains($0) }
    let last = DutyWindow(start: mine.window.end + .seconds(-86_400), end: mine.window.end)
    try real.store.perform(SetDuty(Team.sample.name, last, others), by: .own(others[0]), at: .t0)
    let driver = Driver(real: real, as: "ana", width: 120, seen: head)
    #expect(driver.line("! your duty for platform").contains("now ends"))
    #expect(!driver.text.contains("you are on for platform with"))
  }

  @Test("Where somebody is away the line says so, and r asks at once who is on instead of them")
  func awayFlagged() throws {
    let real = try RealStore()
    try real.planDuties()
    let duty = try ahead(real, "cy", isOn: true)
    let absence = Absence("cy", DutyWindow(start: duty.window.start, end: duty.window.end), reason: "skiing")
    try real.store.perform(AddAbsence(absence), by: .own("cy"), at: .t0)
    let driver = opened(real)
    #expect(driver.words.contains("cy is on for platform, and away (skiing)"))
    driver.stand(on: duty.number)
    driver.press("r")
    #expect(driver.text.contains("who is on instead of cy"))
  }

  @Test("A past duty is a fact: every key that would change it says so")
  func past() throws {
    let real = try RealStore()
    try real.planDuties(at: .t0 + .seconds(-14 * 86_400))
    let driver = opened(real)
    driver.stand(on: DutyNumber(1))
    for key in ["t", "s", "r", "o"] {
      driver.press(key)
      #expect(driver.text.contains("what is over is a fact, and stays"), "\(key)")
    }
  }

  @Test("A pair set by hand: days and two handles; what can't be is said while it is typed")
  func set() throws {
    let real = try RealStore()
    try real.planDuties()
    let driver = opened(real)
    driver.press("n", "^U")
    driver.type("2026-12-24..2026-12-26 ana ana")
    driver.press("Enter")
    #expect(driver.words.contains("ana is named twice"))
    driver.press("^U")
    driver.type("2026-12-24..2026-12-26 ana bo at home then")
    driver.press("Enter")
    #expect(driver.text.contains("ana and bo's, set by hand"))
    let set = try #require(try real.duties().first(where: \.isFixed))
    #expect(set.people == ["ana", "bo"] && set.why.contains("at home then"))
  }

  @Test("On the duty under way n offers what is left of it, and what is over is refused while it is typed")
  func setUnderWay() throws {
    let real = try RealStore()
    try real.planDuties()
    let driver = opened(real)
    driver.stand(on: DutyNumber(1))
    driver.press("n")
    #expect(driver.text.contains("> 2026-12-07 09:45..2026-12-07 10:00"))
    #expect(driver.words.contains("Times are UTC's"))
    driver.press("^U")
    driver.type("2026-12-01 10:00..2026-12-07 09:00 ana bo")
    driver.press("Enter")
    #expect(driver.words.contains("that time is over, and a past duty is a fact"))
    driver.press("^U")
    driver.type("2026-12-07 09:00..2026-12-07 10:00 ana bo")
    driver.press("Enter")
    #expect(driver.words.contains("its beginning is over, and a past duty is a fact"))
    driver.press("^U")
    driver.type("2026-12-07 09:45..2026-12-07 10:00 ana bo")
    driver.press("Enter")
    #expect(driver.text.contains("ana and bo's, set by hand"))
  }

  @Test("What is under way keeps its sign where something is wrong with it")
  func signOfNow() throws {
    let real = try RealStore()
    try real.planDuties()
    let duty = try real.duty(DutyNumber(1))
    try real.store.perform(AddAbsence(Absence(duty.people[0], duty.window, reason: "ill")), by: .own("ana"), at: .t0)
    let driver = opened(real)
    #expect(driver.line("▶ 09:30").contains("⚠ \(duty.people[0]) is on for platform, and away (ill)"))
  }

  @Test("x gives a duty that was set by hand back to the plan, after a question")
  func release() throws {
    let real = try RealStore()
    try real.planDuties()
    let (start, end) = (Instant.t0 + .minutes(10 * 24 * 60), Instant.t0 + .minutes(11 * 24 * 60))
    let set = try real.store.perform(
      SetDuty(Team.sample.name, DutyWindow(start: start, end: end), ["ana", "bo"]), by: .own("ana"), at: .t0)
    let driver = opened(real)
    let planned = try #require(try real.duties().first { $0.window.start > .t0 && !$0.isFixed })
    driver.stand(on: planned.number)
    driver.press("x")
    #expect(driver.text.contains("it was not set by hand"))
    driver.stand(on: set.number)
    driver.press("x", "n")
    #expect(try real.duty(set.number).isFixed)
    driver.press("x", "y")
    #expect(driver.text.contains("the plan's again"))
    #expect(try !real.duty(set.number).isFixed)
  }

  @Test("A plan is seen before it is written; what if is never written")
  func plan() throws {
    let real = try RealStore()
    try real.planDuties(weeks: 2)
    let before = try real.duties()
    let driver = opened(real)
    driver.press("P")
    #expect(driver.text.contains("10 weeks") && driver.text.contains("new"))
    #expect(driver.words.contains("platform has 4 in its rotation"))
    driver.press("i")
    driver.type("out:cy 2026-12-14..2026-12-20")
    driver.press("Enter")
    #expect(driver.text.contains("what if out:cy") && driver.text.contains("not "))
    driver.press("A")
    #expect(driver.text.contains("what if is never written"))
    #expect(try real.duties() == before)
    driver.press("i", "^U", "Enter", "A", "y")
    #expect(driver.text.contains("the duties of team platform are planned for 10 weeks"))
    #expect(try real.duties().count > before.count)
  }

  @Test("The roster: somebody is put in, a rule is made, and the plan says which rule leaves no pair")
  func roster() throws {
    let real = try RealStore()
    let driver = opened(real)
    #expect(driver.text.contains("Nobody is in the rotation of team platform yet"))
    driver.press("R", "n", "1")
    driver.type("ana veteran most 3")
    driver.press("Enter", "n", "1")
    driver.type("zoe")
    driver.press("Enter")
    #expect(driver.text.contains("there is nobody called zoe"))
    driver.press("^U")
    driver.type("bo")
    driver.press("Enter")
    #expect(driver.line("rotation").contains("veteran, at most 3 in 28 days"))
    driver.press("n", "2")
    driver.type("ana bo one has to be on site")
    driver.press("Enter")
    #expect(driver.line("never").contains("ana with bo"))
    driver.press("P")
    #expect(driver.words.contains("one has to be on site"))
    #expect(try real.duties().isEmpty)
  }

  @Test("The grid shows teams by weeks, and Enter leads to the duty of the week")
  func weeks() throws {
    let real = try RealStore()
    try real.planDuties()
    let driver = Driver(real: real)
    driver.press("g d", "W")
    #expect(driver.text.contains("this week") && driver.text.contains("12-14"))
    let duties = try real.duties()
    let third = duties[2]
    #expect(driver.line("platform  ").contains("\(third.people[0])+\(third.people[1])"))
    driver.press("l")
    #expect(driver.line("platform: ").contains("\(third.people[0])+\(third.people[1])"))
    driver.press("Enter")
    #expect(driver.app.topScreen(TeamDutiesScreen.self)?.duty?.number == third.number)
  }
}
