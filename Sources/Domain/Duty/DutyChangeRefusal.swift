/// What can't be done with a duty. Nothing was written.
public enum DutyChangeRefusal: Error, Hashable, Sendable {
  /// What would change a time that is over.
  case past(String)
  case backwards(String)
  /// What would say that somebody was away; only what is still to come can be planned by it.
  case absenceOver(Handle)
  /// Two duties of a team at the same time.
  case overlaps(String, with: DutyNumber, [Handle])
  /// Only what was set by hand can be given back to the plan.
  case notSetByHand(DutyNumber)
  case swapWithOneself(Handle)
  case sameDuty(DutyNumber)
  case otherTeam(DutyNumber, TeamName, DutyNumber, TeamName)
  case notOn(Handle, DutyNumber, [Handle])
  case alreadyOn(Handle, DutyNumber)
  /// Two are on, and it was not said whose place is taken.
  case forWhom(DutyNumber, [Handle])
  /// The same of the other duty in a swap.
  case withWhom(DutyNumber, [Handle])
  case notInRotation(Handle, TeamName)
  case notYetThere(Handle, TeamName, String)
  case left(Handle, TeamName, String)
  case away(Handle, String)
  case neverTogether(PairRule)
  /// A rule about one person.
  case ruleAboutOneself(Handle)
  case notAPair(Int)
  case twice(Handle)
  case weeks(Int)
  case dateUnreadable(String)
  /// A plan that would begin later than any plan reaches.
  case tooFar(String)
  /// A time that can't be read, that never comes, or that comes twice.
  case time(String, TypedTime.Problem, zone: String)
  case leavesBeforeJoining(Handle)
  case limit(Int)
  case minutes(Int)
  case textMissing(String)
  /// There is nothing to hand over of a duty that lies ahead.
  case notBegun(DutyNumber)
  case alreadySigned(Handle, DutyNumber)
  /// The note of a hand-over that was signed stays as it is.
  case signed(DutyNumber)
  case notTheirs(Handle, DutyNumber, outgoing: [Handle], incoming: [Handle])
  /// Somebody has written another note since it was read.
  case noteChanged(DutyNumber, by: Handle)

  /// How many weeks a plan may reach ahead.
  public static let mostWeeks = 260
}

extension DutyChangeRefusal: CustomStringConvertible {
  public var description: String { reason + ". Nothing was changed" }

  /// The same without the words that nothing was changed, for where nothing was tried.
  public var reason: String {
    func list(_ people: [Handle]) -> String {
      people.isEmpty ? "nobody" : people.map(\.text).joined(separator: " and ")
    }
    switch self {
    case .past(let what): return "\(what) is over, and a past duty is a fact that stays"
    case .absenceOver(let who): return "the absence of \(who) is over already: enter what is still to come"
    case .backwards(let what): return "\(what) ends before it begins"
    case .overlaps(let what, let number, let people):
      return
        "\(what) overlaps duty \(number) of \(list(people)), which was set by hand: change that one with `prodpair pair replace \(number)`, or let the plan change it with `prodpair pair set --release \(number)` and plan anew"
    case .notSetByHand(let number): return "duty \(number) was not set by hand: the next plan may change it as it is"
    case .swapWithOneself(let who): return "\(who) can't swap with \(who): name somebody else with --with"
    case .sameDuty(let number): return "both are duty \(number): name two duties"
    case .otherTeam(let one, let its, let other, let theirs):
      return
        "duty \(one) is team \(its)'s and duty \(other) team \(theirs)'s: a swap is within a team; `prodpair pair replace` changes one of them"
    case .notOn(let who, let number, let people):
      return "\(who) is not on in duty \(number), which \(list(people)) \(people.count > 1 ? "have" : "has")"
    case .alreadyOn(let who, let number): return "\(who) is on in duty \(number) already"
    case .forWhom(let number, let people):
      return "duty \(number) has \(list(people)): say for whom with --for"
    case .withWhom(let number, let people):
      return "duty \(number) has \(list(people)): say whose place with --with"
    case .notInRotation(let who, let team):
      return
        "\(who) is not in the rotation of team \(team): `prodpair pair roster add \(who) --team \(team)` puts them into it"
    case .notYetThere(let who, let team, let day): return "\(who) joins the rotation of team \(team) on \(day) only"
    case .left(let who, let team, let day): return "\(who) leaves the rotation of team \(team) on \(day)"
    case .away(let who, let reason):
      return reason.isEmpty ? "\(who) is away then" : "\(who) is away then (\(reason))"
    case .neverTogether(let rule):
      let reason = rule.reason.isEmpty ? "" : " (\(rule.reason))"
      return "\(rule.pair.first) is never on with \(rule.pair.second)\(reason): that is a rule of the team"
    case .ruleAboutOneself(let who): return "a rule is about two people, and \(who) is one"
    case .notAPair(let count): return "a prod pair is two people, not \(count)"
    case .twice(let who): return "\(who) is named twice: a prod pair is two people"
    case .weeks(let count):
      return "a plan reaches 1 to \(Self.mostWeeks) weeks ahead, not \(count)"
    case .dateUnreadable(let text): return "\"\(text)\" is no day: write it as 2026-12-07"
    case .tooFar(let day): return "\(day) is more than \(Self.mostWeeks) weeks ahead: no plan reaches that far"
    case .time(let text, let problem, let zone): return problem.words(of: text, zone: zone)
    case .leavesBeforeJoining(let who): return "\(who) would leave before joining"
    case .limit(let count): return "\(count) is no limit of duties in 28 days: it is 1 to 28"
    case .minutes(let count):
      return "\(count) is no number of minutes for one line: it is 1 to \(ToilEntry.lengths.upperBound)"
    case .textMissing(let what): return "say \(what)"
    case .notBegun(let number): return "duty \(number) has not begun: there is nothing to hand over yet"
    case .alreadySigned(let who, let number): return "\(who) has signed the hand-over of duty \(number) already"
    case .signed(let number): return "the hand-over of duty \(number) is signed, and its note stays as it is"
    case .noteChanged(let number, let who):
      return "\(who) has written another note for the hand-over of duty \(number) meanwhile"
    case .notTheirs(let who, let number, let outgoing, let incoming):
      return
        "duty \(number) is handed over by \(list(outgoing)) to \(list(incoming)), and \(who) is none of them"
    }
  }
}
