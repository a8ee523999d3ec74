import Domain
import Store

extension Demo.Walk {
  /// What did not go by the book.
  mutating func happen(_ happening: Demo.Happening, at step: Step) {
    let who = doer(of: step)
    switch happening {
    case .fails(let reason, let minutes):
      act(.start(step.id), by: who)
      flush()
      pass(seconds: self.minutes(of: step) * 36 * chapter.pace / 100)
      act(.settle(step.id, Settlement(.failed, reason: .given(reason))), by: who)
      flush()
      pass(minutes: minutes)
    case .settles(let outcome, let reason, let other):
      pass(minutes: 1)
      settle(step, Settlement(outcome, reason: reason), by: other ?? who)
      if step.isKiller { confirm(step, by: Demo.Who(partner(of: other ?? who))) }
    case .note(let who, let text): note(text, at: step, by: who)
    case .attaches(let who, let name, let text): attach(name, text, to: step, by: who)
    case .givesReason(let owing, let reason, let who): giveReason(reason, forStep: owing, by: who)
    case .handsOver(let from, let to): handOver(from: from, to: to)
    case .joins(let who, let role): act(.join(Handle(who), role), by: pair[0])
    case .leaves(let who): act(.leave(Handle(who), reason: nil), by: pair[0])
    case .pauses(let why, let minutes):
      act(.pause(reason: why), by: pair[0])
      flush()
      pass(minutes: minutes)
      act(.resume, by: pair[0])
    case .ticksTooEarly(let why):
      tick(step, by: who)
      flush()
      pass(minutes: 1)
      act(.correct(step.id, reason: why), by: who)
      settled.remove(step.id)
    case .goesOnAlone(let why):
      carryOut(step, by: who)
      pass(minutes: 6)
      act(.goOnWithoutPartner(step.id, reason: why), by: who)
    case .confirmsAtOneTerminal:
      carryOut(step, by: who)
      confirm(step, by: Demo.Who(partner(of: who), atTerminalOf: who))
    case .awaitsConfirmation(let other):
      tick(step, by: other)
      stand()
    case .clock(let moment):
      flush()
      clock = max(clock, calendar.instant(moment))
    case .isUnderWay(let other):
      act(.start(step.id), by: other)
      stand()
    case .rollsBack(let why): rollBack(why)
    case .aborts(let why):
      pass(minutes: 3)
      act(.abort(reason: why), by: who)
      stand()
    }
  }

  /// Nothing more is done on the run.
  private mutating func stand() {
    flush()
    isOver = true
  }

  private mutating func note(_ text: String, at step: Step, by who: String) {
    flush()
    pass(minutes: 1)
    let name = chapter.name
    acts.append(
      Demo.Act(
        clock, by: Demo.Who(who),
        .command { ActOnRun(run: try $0[name], action: .note(step.id, $0.filled(text))) }))
  }

  private mutating func giveReason(_ reason: String, forStep owing: String, by who: String) {
    flush()
    pass(minutes: 1)
    let name = chapter.name
    acts.append(
      Demo.Act(
        clock, by: Demo.Who(who),
        .command { ActOnRun(run: try $0[name], action: .giveReason(StepID(owing), $0.filled(reason))) }))
  }

  private mutating func attach(_ file: String, _ text: String, to step: Step, by who: String) {
    flush()
    pass(minutes: 1)
    let name = chapter.name
    acts.append(
      Demo.Act(
        clock, by: Demo.Who(who),
        .command { AttachEvidence(run: try $0[name], step: step.id, fileName: file, content: Array(text.utf8)) }))
  }

  private mutating func handOver(from: String, to: String) {
    act(.handOver(from: Handle(from), to: Handle(to)), by: from)
    flush()
    pair = pair.map { $0 == from ? to : $0 }
  }

  /// Goes back the way that the checklist says, and settles what is left as passed over.
  private mutating func rollBack(_ why: String) {
    act(.rollBack(reason: why, override: nil), by: pair[0])
    for step in steps where step.section == .rollback { finish(step) }
    for step in steps where step.section.isRequired && step.parent == nil && !settled.contains(step.id) {
      for child in steps where child.parent == step.id {
        settle(child, Settlement(.skipped, reason: .given("rolled back")), by: pair[0])
      }
      settle(step, Settlement(.skipped, reason: .given("rolled back")), by: pair[0])
      if step.isKiller { confirm(step, by: Demo.Who(partner(of: pair[0]))) }
    }
  }
}
