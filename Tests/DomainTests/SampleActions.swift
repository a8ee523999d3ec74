import Domain

/// What people do on a sample run: by ana at her own login, ten minutes in, unless a test says otherwise.
extension Run {
  @discardableResult
  mutating func act(_ action: RunAction, by actor: Actor = .ana, at now: Instant = .t10) throws -> [Entry] {
    let entries = try decide(action, by: actor, at: Moment(now))
    append(entries)
    return entries
  }

  /// The rule that refuses an action; nil when it is allowed.
  func refusal(of action: RunAction, by actor: Actor = .ana, at now: Instant = .t10) -> Refusal? {
    do throws(Refusal) {
      _ = try decide(action, by: actor, at: Moment(now))
      return nil
    } catch {
      return error
    }
  }

  mutating func start(_ step: StepID, by actor: Actor = .ana, at now: Instant = .t10) throws {
    try act(.start(step), by: actor, at: now)
  }

  mutating func tick(
    _ step: StepID, by actor: Actor = .ana, at now: Instant = .t10, value: String? = nil, all: Bool = false,
    override: String? = nil
  ) throws {
    try act(.tick(step, value: value, all: all, override: override), by: actor, at: now)
  }

  mutating func fail(
    _ step: StepID, by actor: Actor = .ana, at now: Instant = .t10, reason: String = "port in use"
  ) throws {
    try act(.settle(step, Settlement(.failed, reason: .given(reason))), by: actor, at: now)
  }

  mutating func settle(_ step: StepID, _ outcome: Outcome, by actor: Actor = .ana, at now: Instant = .t10) throws {
    try act(.outcome(outcome, step), by: actor, at: now)
  }

  mutating func confirm(_ step: StepID, by actor: Actor = .bo, at now: Instant = .t10) throws {
    try act(.confirm(step), by: actor, at: now)
  }

  mutating func correct(_ step: StepID, by actor: Actor = .ana, at now: Instant = .t10) throws {
    try act(.correct(step, reason: "wrong line"), by: actor, at: now)
  }

  func state(_ step: StepID) -> StepState { progress(of: step).state }
  func kinds(of step: StepID) -> [EntryKind] { entries.filter { $0.step == step }.map(\.kind) }
}

extension RunAction {
  static func tick(_ step: StepID, value: String? = nil, all: Bool = false, override: String? = nil) -> RunAction {
    .settle(step, Settlement(.done, value: value, includesChildren: all, override: override))
  }

  /// An outcome with a reason, where it needs one.
  static func outcome(_ outcome: Outcome, _ step: StepID) -> RunAction {
    .settle(step, Settlement(outcome, reason: outcome.needsReason ? .given("as agreed") : nil))
  }
}
