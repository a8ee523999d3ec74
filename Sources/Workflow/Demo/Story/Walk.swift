import Domain
import Store

extension Demo {
  /// Takes a chapter's run through its version, step by step, and says who does what when.
  ///
  /// What one person does in a row without anything of note goes into one transaction, as somebody ticks off several
  /// lines when coming back to the terminal.
  struct Walk {
    let chapter: Chapter
    let calendar: Calendar
    let steps: [Step]
    var pair: [String]
    var clock: Instant
    var dice: Dice
    var acts: [Act] = []
    var pending: Pending?
    var isOver = false
    /// Steps that are settled.
    var settled: Set<StepID> = []

    /// What one person did in a few minutes, to be written at their end.
    struct Pending {
      var by: Who
      var since: Instant
      var until: Instant
      var actions: [RunAction] = []
    }

    static func acts(of chapter: Chapter, from shelf: Shelf, on calendar: Calendar) throws -> [Act] {
      let begins = calendar.instant(chapter.begins)
      let document = try shelf.version(of: chapter.checklist, at: begins)
      var parameters = chapter.parameters
      for parameter in document.settings.parameters where parameters[parameter.name] == nil {
        parameters[parameter.name] = parameter.defaultValue
      }
      let all = document.steps(parent: nil)
      for beat in chapter.beats where !all.contains(where: { $0.id.text == beat.step }) {
        throw Slip.untold(chapter: chapter.name, step: beat.step)
      }
      let called = all.filter { $0.attributes.condition?.holds(for: parameters) != false }
      var walk = Walk(
        chapter: chapter, calendar: calendar, steps: called, pair: chapter.pair, clock: begins,
        dice: Dice(seed: chapter.name))
      walk.begin()
      walk.work(through: called.filter { $0.section.isRequired && $0.parent == nil })
      walk.end()
      return walk.acts
    }

    private init(
      chapter: Chapter, calendar: Calendar, steps: [Step], pair: [String], clock: Instant, dice: Dice
    ) {
      self.chapter = chapter
      self.calendar = calendar
      self.steps = steps
      self.pair = pair
      self.clock = clock
      self.dice = dice
    }

    private mutating func begin() {
      let chapter = chapter
      let order = RunOrder(
        checklist: ChecklistName(chapter.checklist), environment: chapter.environment, artifact: chapter.artifact,
        pair: chapter.pair.map { Handle($0) }, parameters: chapter.parameters, isRehearsal: chapter.isRehearsal,
        incident: chapter.incident, override: chapter.override)
      let starter = Who(chapter.pair.first ?? "ana")
      guard let plan = chapter.plan else {
        acts.append(Act(clock, by: starter, .run(chapter.name) { _ in StartRun(order) }))
        return
      }
      let planned = Plan(at: clock, told: plan.told)
      let made = calendar.instant(plan.at)
      acts.append(Act(made, by: plan.by, .run(chapter.name) { _ in PlanRun(order, plan: planned) }))
      acts.append(
        Act(
          clock, by: starter,
          .command { StartPlannedRun(try $0[chapter.name], override: chapter.override) }))
    }

    private mutating func work(through steps: [Step]) {
      for step in steps where !isOver && !settled.contains(step.id) {
        for beat in chapter.beats where beat.step == step.id.text && !beat.isAfterwards && !isOver {
          happen(beat.happening, at: step)
        }
        guard !isOver else { return }
        if !settled.contains(step.id) { finish(step) }
        for beat in chapter.beats where beat.step == step.id.text && beat.isAfterwards && !isOver {
          happen(beat.happening, at: step)
        }
      }
    }

    /// Rolled back or not, a run that is not left standing is finished, and spoken of later.
    private mutating func end() {
      flush()
      if !isOver {
        pass(minutes: 2)
        act(.finish, by: pair[0])
        flush()
      }
      for later in chapter.afterwards {
        let name = chapter.name
        let at = calendar.instant(later.at)
        guard at < calendar.now else { continue }
        acts.append(
          Act(
            at, by: Who(later.by),
            .command { numbers in
              let action: RunAction
              switch later.deed {
              case .countersigns(let step): action = .confirm(StepID(step))
              case .note(let text): action = .note(nil, numbers.filled(text))
              case .marksRolledBack(let why, let other):
                action = .markRolledBack(reason: numbers.filled(why), by: try other.map { try numbers[$0] })
              }
              return ActOnRun(run: try numbers[name], action: action)
            }))
      }
    }
  }
}

// Steps
extension Demo.Walk {
  /// Who does a step that nobody is named for.
  func doer(of step: Step) -> String {
    step.attributes.role == "navigator" ? pair[pair.count - 1] : pair[0]
  }

  /// Does the step, waits where it has to, and has a killer confirmed.
  mutating func finish(_ step: Step) {
    let who = doer(of: step)
    carryOut(step, by: who)
    if step.isKiller { confirm(step, by: Demo.Who(partner(of: who))) }
  }

  /// Does the step, as long as it takes, and ticks it. A long one is claimed first.
  mutating func carryOut(_ step: Step, by who: String) {
    let takes = minutes(of: step) * 60 * chapter.pace / 100
    if let wait = step.attributes.wait {
      act(.start(step.id), by: who)
      pass(seconds: max(Int(wait.wholeSeconds) + dice.roll(5...80), takes))
    } else if isLong(step) {
      act(.start(step.id), by: who)
      pass(seconds: takes * dice.roll(90...120) / 100)
    } else {
      pass(seconds: takes * dice.roll(70...110) / 100)
    }
    tick(step, by: who)
    if isLong(step) || step.attributes.deploys { flush() }
  }

  /// As long as the checklist expects; three minutes where it does not say.
  func minutes(of step: Step) -> Int { Int((step.attributes.expect ?? .minutes(3)).wholeSeconds / 60) }

  func isLong(_ step: Step) -> Bool { minutes(of: step) >= 15 || step.attributes.wait != nil }

  mutating func tick(_ step: Step, by who: String) {
    let value = Demo.StepValues.value(for: step, artifact: chapter.artifact, dice: &dice)
    let hasChildren = steps.contains { $0.parent == step.id }
    settle(step, Settlement(.done, value: value, includesChildren: hasChildren), by: who)
  }

  mutating func settle(_ step: Step, _ settlement: Settlement, by who: String) {
    act(.settle(step.id, settlement), by: who)
    if settlement.outcome.settles { settled.insert(step.id) }
  }

  mutating func confirm(_ step: Step, by who: Demo.Who) {
    flush()
    pass(seconds: dice.roll(20...100))
    acts.append(one(.confirm(step.id), by: who))
  }

  func partner(of who: String) -> String { pair.first { $0 != who } ?? who }
}

// Time, and who writes
extension Demo.Walk {
  mutating func pass(minutes: Int) { pass(seconds: minutes * 60) }

  mutating func pass(seconds: Int) { clock = clock + .seconds(seconds) }

  /// Adds to what the same person has just done, or begins anew where that was somebody else's or is minutes ago.
  mutating func act(_ action: RunAction, by who: String) {
    let who = Demo.Who(who)
    if let pending, pending.by != who || clock - pending.since > .minutes(5) { flush() }
    var next = pending ?? Pending(by: who, since: clock, until: clock)
    next.actions.append(action)
    next.until = clock
    pending = next
  }

  mutating func flush() {
    guard let last = pending else { return }
    pending = nil
    acts.append(one(last.actions, by: last.by, at: last.until))
  }

  func one(_ action: RunAction, by who: Demo.Who) -> Demo.Act { one([action], by: who, at: clock) }

  private func one(_ actions: [RunAction], by who: Demo.Who, at: Instant) -> Demo.Act {
    let name = chapter.name
    return Demo.Act(at, by: who, .command { ActOnRun(run: try $0[name], actions: actions) })
  }
}
