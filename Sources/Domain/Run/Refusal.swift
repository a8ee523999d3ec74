/// A rule said no. Nothing was written.
public enum Refusal: Error, Hashable, Sendable {
  // The run as a whole
  case runIsOver(RunNumber, RunState)
  case runNotStarted(RunNumber)
  case runPaused(RunNumber)
  case runNotPaused(RunNumber)
  case runNotPlanned(RunNumber, RunState)
  case runNotFinished(RunNumber, RunState)
  case stepsUnsettled(RunNumber, [StepID])
  case reasonsOwed(RunNumber, [StepID])
  case needsReason(String)
  case timeInTheFuture
  case timeBeforeStart(RunNumber)
  case timeBeforeAttempt(StepID)
  case timeBeforeLastEntry

  // Steps
  case stepInactive(StepID, why: String)
  case stepAlready(StepID, StepState)
  case claimedBySomebody(StepID, Handle)
  case valueMissing(StepID, asks: String)
  case waitNotBegun(StepID, Duration)
  case waitNotOver(StepID, left: Duration)
  case stepsUnderneath(StepID, [StepID])
  case sectionsUnsettled(Section, [StepID])
  case nothingToCorrect(StepID)
  case stepAboveDone(StepID, StepID)
  case nothingOwed(StepID?)
  case severalOwed([StepID])

  // Commands
  case noCommand(StepID)
  case stepIsManual(StepID)
  case commandRunning(StepID, ExecutionNumber, by: Handle)
  case commandNotRunning(ExecutionNumber)
  /// A tick, after a check's no.
  case checkSaidNo(StepID, ExecutionNumber, run: RunNumber)

  // Two people
  case observersOnlyNote(Handle)
  case notInPair(Handle, StepID)
  case confirmationNeedsAnotherPerson(StepID)
  case nothingToConfirm(StepID)
  case notAKiller(StepID)
  case partnerIsHere(StepID)
  case handOverIsForThePair(Handle)
  case alreadyOnRun(Handle, Role)
  case notOnRun(Handle)
  case pairIsFull([Handle])
  case pairTwice(Handle)

  // Rollback
  case noRollbackSection(ChecklistName)
  case rollbackTooEarly
  case rollbackAlreadyEntered
  case pastNoReturn(StepID)

  // Starting
  case environmentNotListed(String, allowed: [String])
  case cannotStart([Obstacle])

  /// Whether `--override "why"` (or a reason) lets it pass.
  public var isOverridable: Bool {
    switch self {
    case .waitNotBegun, .waitNotOver, .sectionsUnsettled, .pastNoReturn, .cannotStart: true
    default: false
    }
  }
}

extension Refusal: CustomStringConvertible {
  /// What the rule is and what would let it pass, in one or more lines; text from files and people is not sanitised.
  public var description: String {
    switch self {
    case .runIsOver(let run, let state):
      "run \(run) is over (\(state.rawValue)): it takes notes, countersignatures and `run rollback` only"
    case .runNotStarted(let run): "run \(run) is only planned: start it with `run start \(run)`"
    case .runPaused(let run): "run \(run) is paused: resume it first, with `run resume \(run)`"
    case .runNotPaused(let run): "run \(run) is not paused"
    case .runNotPlanned(let run, let state):
      "run \(run) is \(state.rawValue), and only a planned run can be moved or cancelled"
    case .runNotFinished(let run, let state):
      "run \(run) is \(state.rawValue): only a finished run can be marked rolled back"
    case .stepsUnsettled(let run, let steps):
      "run \(run) cannot finish: \(Self.list(steps)) not settled; tick, skip, defer or override each, or abort the run"
    case .reasonsOwed(let run, let steps):
      "run \(run) cannot finish: a reason is owed for \(Self.list(steps)); give it with `run reason \(run) STEP --reason \"why\"`"
    case .needsReason(let what): "\(what) needs a reason: add --reason \"why\""
    case .timeInTheFuture: "--at lies in the future: an entry says when something happened, not when it will"
    case .timeBeforeStart(let run): "--at lies before run \(run) began"
    case .timeBeforeAttempt(let step): "--at lies before step \(step) was started"
    case .timeBeforeLastEntry:
      "--at lies before the last entry of the run: who is on it, and how it goes on, is written in the order of time"
    case .stepAboveDone(let step, let above):
      "step \(above) above it was ticked with \(step) settled: withdraw that first"
    case .severalOwed(let steps):
      "several steps owe a reason (\(steps.map(\.text).joined(separator: ", "))): say for which one this is"
    case .partnerIsHere(let step):
      "somebody else of the pair did step \(step), so you are the second person: confirm it, or let it wait"
    case .handOverIsForThePair(let who):
      "\(who) is not one of the pair: a hand-over is made by one of them, or by who takes over"
    case .stepInactive(let step, let why): "step \(step) is inactive: \(why)"
    case .stepAlready(let step, let state):
      "step \(step) is already \(state.rawValue); withdraw that first with `run correct`, and a reason"
    case .claimedBySomebody(let step, let who): "step \(step) is already started by \(who)"
    case .valueMissing(let step, let asks): "step \(step) asks for a value (\(asks)): add --value \"…\""
    case .waitNotBegun(let step, let wait):
      "step \(step) waits \(StepDuration.text(wait)) from its start, and it has not been started: start it, or override with a reason"
    case .waitNotOver(let step, let left):
      "step \(step) has to wait another \(StepDuration.text(left.roundedUp)): wait, or override with a reason"
    case .stepsUnderneath(let step, let children):
      "step \(step) is ticked after the steps under it: \(Self.list(children)) not settled; `--all` ticks those that are plain (not killers, no value asked, no wait running)"
    case .sectionsUnsettled(let section, let steps):
      "\(section.rawValue) cannot begin while \(Self.list(steps)) unsettled: settle them, or override with a reason"
    case .nothingToCorrect(let step): "step \(step) has nothing to withdraw"
    case .nothingOwed(let step): "no reason is owed\(step.map { " for step \($0)" } ?? "")"
    case .noCommand(let step): "step \(step) has no command: it is done by hand"
    case .stepIsManual(let step):
      "step \(step) is done by hand (`mode: manual`): what stands in its fence is to be read, or copied"
    case .commandRunning(let step, let number, let by):
      "the command of step \(step) runs already, begun by \(by) (execution \(number)): watch it, or stop it first"
    case .commandNotRunning(let number): "execution \(number) has ended: there is nothing to stop"
    case .checkSaidNo(let step, let number, let run):
      "the check of step \(step) said no (execution \(number)), and it was not ticked: `run fail \(run) \(step)`, try "
        + "again with `run exec \(run) \(step)`, or `run override \(run) \(step) --reason …`"
    case .observersOnlyNote(let who):
      "\(who) observes this run: observers note, they do not tick or confirm; join as helper or take over first"
    case .notInPair(let who, let step):
      "step \(step) is a killer step, for the pair alone, and \(who) is not one of them: take over with `run handover`"
    case .confirmationNeedsAnotherPerson(let step):
      "step \(step) takes two different people, and the one who did it cannot confirm it: let the other confirm, or go on with `run confirm … --without-partner \"why\"`"
    case .nothingToConfirm(let step): "step \(step) has no outcome that waits for confirmation"
    case .notAKiller(let step): "step \(step) is no killer step: it needs no confirmation"
    case .alreadyOnRun(let who, let role): "\(who) is already on this run, as \(role.rawValue)"
    case .notOnRun(let who): "\(who) is not on this run: join first, with `run join`"
    case .pairIsFull(let pair):
      "the pair is complete (\(pair.map(\.text).joined(separator: ", "))): hand over with `run handover`"
    case .pairTwice(let who): "a pair is two different people, and \(who) is named twice"
    case .noRollbackSection(let name):
      "checklist \(name) has no rollback section: abort the run, or finish it and mark it rolled back"
    case .rollbackTooEarly:
      "nothing is deployed yet: rollback can be entered from the moment a step marked `deploys` begins; abort the run instead"
    case .rollbackAlreadyEntered: "rollback has been entered already"
    case .pastNoReturn(let step):
      "step \(step) is a point of no return and has been passed: the way is forward; override with a reason to roll back all the same"
    case .environmentNotListed(let name, let allowed):
      "this checklist is not for environment \(name): it lists \(allowed.joined(separator: ", "))"
    case .cannotStart(let obstacles):
      obstacles.map { "\($0.rule.rawValue): \($0.message)" }.joined(separator: "\n")
        + "\noverride with --override \"why\": it stays on the run's record"
    }
  }

  private static func list(_ steps: [StepID]) -> String {
    let shown = steps.prefix(5).map(\.text).joined(separator: ", ")
    let rest = steps.count > 5 ? " and \(steps.count - 5) more" : ""
    return "\(shown)\(rest) \(steps.count == 1 ? "is" : "are")"
  }
}
