import Domain
import Testing

/// SplitMix64: the same numbers for the same seed, on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0 to less than the bound; 0 where there is no such number.
  mutating func below(_ bound: Int) -> Int { bound > 0 ? Int(next() % UInt64(bound)) : 0 }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int(next() % UInt64(choices.count))]
  }
}

@Suite("Whatever people do, the record holds")
struct RandomRunTests {
  static let steps: [Step] = [
    .line("a", .pre), .killer("b", .pre), .deploys("c"), .line("d"), .asks("e", "count", under: "d"),
    .killer("f", under: "d"), .waits("g", .minutes(3)), .when("h", "zone", is: "eu"), .line("i", .post),
    .line("j", .rollback), .killer("k", .rollback),
  ]
  static let people: [Handle] = ["ana", "bo", "cy", "di", "oz"]
  static let actors: [Actor] =
    people.map(Actor.own) + [.typed("bo", at: "ana"), .typed("ana", at: "bo"), .shared("ana"), .shared("bo")]

  static func action(_ dice: inout SeededGenerator) -> RunAction {
    let step = dice.pick(steps).id
    let reason = dice.pick(["because", "because", " "])
    switch dice.next() % 26 {
    case 0...1: return .start(step)
    case 2...9:
      let given = dice.pick([nil, Reason.owed, .given(reason), .given("because")])
      return .settle(
        step,
        Settlement(
          dice.pick([.done, .done, .done] + Outcome.allCases), reason: given, value: dice.pick([nil, "14"]),
          includesChildren: dice.pick([true, false]), override: dice.pick([nil, nil, "hurry"])))
    case 10...14: return .confirm(dice.pick(["b", "f", "k", step]))
    case 15: return .goOnWithoutPartner(dice.pick(["b", "f", "k"]), reason: reason)
    case 16: return .correct(step, reason: reason)
    case 17: return .giveReason(dice.pick([nil, step]), reason)
    case 18: return .note(step, reason)
    case 19: return .join(dice.pick(people), dice.pick(Role.allCases))
    case 20:
      return dice.pick([
        .leave(dice.pick(people), reason: reason), .handOver(from: dice.pick(people), to: dice.pick(people)),
      ])
    case 21: return .enter(dice.pick(Section.allCases), reason: dice.pick([nil, reason]))
    case 22: return dice.pick([.pause(reason: nil), .resume])
    case 23: return .rollBack(reason: reason, override: nil)
    case 24: return dice.pick([.finish, .finish, .markRolledBack(reason: reason, by: nil)])
    default: return dice.next() % 20 == 0 ? .abort(reason: reason) : .resume
    }
  }

  @Test("Random actions by random people never break what the record promises", arguments: 1...60)
  func holds(seed: UInt64) throws {
    var dice = SeededGenerator(state: seed)
    var run = try Run.begun(Self.steps, parameters: ["zone": seed % 2 == 0 ? "eu" : "us"])
    var taken = 0
    for turn in 0..<250 {
      let action = Self.action(&dice)
      let now = Instant.t0 + .minutes(Int64(turn))
      let before = run
      guard let entries = try? run.decide(action, by: dice.pick(Self.actors), at: Moment(now)) else { continue }
      run.append(entries)
      taken += 1
      check(run, after: action, from: before)
    }
    #expect(taken > 5)
  }

  @Test("Careful people come to the end of a run, however they go about it", arguments: 1...20)
  func finishes(seed: UInt64) throws {
    var dice = SeededGenerator(state: seed)
    var run = try Run.begun(Self.steps)
    for turn in 0..<2000 where !run.state.isOver {
      let before = run
      let step = dice.pick(Self.steps).id
      let choices: [RunAction] = [
        .tick(step, value: "14", override: "go"), .confirm(step), .outcome(.skipped, step), .finish,
        .outcome(.failed, step),
      ]
      let action = dice.pick(choices)
      let now = Instant.t0 + .minutes(Int64(turn))
      guard let entries = try? run.decide(action, by: dice.pick([.ana, .bo]), at: Moment(now)) else { continue }
      run.append(entries)
      check(run, after: action, from: before)
    }
    #expect(run.state == .completed)
  }

  private func check(_ run: Run, after action: RunAction, from before: Run) {
    let moment = Comment(rawValue: "after \(action)")
    #expect(run.entries.map(\.seq) == Array(1...run.entries.count), moment)
    #expect(Array(run.entries.prefix(before.entries.count)) == before.entries, moment)
    let replay = RunProgress(version: run.version, parameters: run.parameters, entries: run.entries)
    #expect(replay.state == run.state && replay.steps == run.progress.steps, moment)
    #expect(replay.people == run.progress.people && replay.entered == run.progress.entered, moment)
    #expect(replay.withdrawn == run.progress.withdrawn && replay.endedAt == run.progress.endedAt, moment)
    #expect(run.pair.count <= 2 && Set(run.pair).count == run.pair.count, moment)
    for step in run.steps where step.isKiller { #expect(hasTwoPeople(run.progress(of: step.id)), moment) }
    if run.state.isOver, run.state != .aborted, !before.state.isOver {
      #expect(run.progress.unsettled(in: run.version).isEmpty, moment)
      #expect(run.progress.steps.values.allSatisfy { $0.owedReasons.isEmpty }, moment)
    }
    for attempt in run.progress.steps.values.flatMap(\.attempts) where attempt.outcome?.needsReason == true {
      let isOwed = run.progress.steps.values.contains { $0.owedReasons.contains(attempt.entry ?? 0) }
      #expect(isOwed || attempt.reason?.allSatisfy(\.isWhitespace) == false, moment)
    }
  }

  /// Whether a killer step is unsettled, inactive, confirmed by another, or gone on with a reason.
  private func hasTwoPeople(_ step: StepProgress) -> Bool {
    guard step.isSettled, step.state != .inactive else { return true }
    switch step.confirmation {
    case .confirmed(let who, _), .countersigned(let who, _): return who != step.lastAttempt?.endedBy?.by
    case .withoutPartner(_, let reason): return !reason.allSatisfy(\.isWhitespace)
    case nil: return false
    }
  }
}
