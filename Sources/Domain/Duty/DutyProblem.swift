/// What is wrong with the duties as they stand, whoever planned them.
public enum DutyProblem: Hashable, Sendable {
  /// No duty at all over a stretch of time.
  case gap(TeamName, DutyWindow)
  /// Fewer than two people are on.
  case short(TeamDuty)
  /// Two duties of one team at the same time.
  case overlap(TeamDuty, TeamDuty)
  /// Somebody is on for two teams at once.
  case doubleBooked(Handle, TeamDuty, TeamDuty)
  /// Somebody who has left, or not yet joined, or never was in the rotation.
  case notMember(Handle, TeamDuty)
  case away(Absence, TeamDuty)
  /// A rule says never.
  case keptApart(PairRule, TeamDuty)

  /// The duties that it concerns; none for a gap.
  public var duties: [TeamDuty] {
    switch self {
    case .gap: []
    case .short(let duty), .notMember(_, let duty), .away(_, let duty), .keptApart(_, let duty): [duty]
    case .overlap(let one, let other), .doubleBooked(_, let one, let other): [one, other]
    }
  }

  /// The teams that it concerns.
  public var teams: [TeamName] {
    switch self {
    case .gap(let team, _): [team]
    case .short(let duty), .notMember(_, let duty), .away(_, let duty), .keptApart(_, let duty): [duty.team]
    case .overlap(let one, _): [one.team]
    case .doubleBooked(_, let one, let other): [one.team, other.team]
    }
  }

  /// From when to when.
  public var window: DutyWindow {
    switch self {
    case .gap(_, let window): window
    case .short(let duty), .notMember(_, let duty), .keptApart(_, let duty): duty.window
    case .away(let absence, let duty): absence.window.common(with: duty.window) ?? duty.window
    case .overlap(let one, let other), .doubleBooked(_, let one, let other):
      one.window.common(with: other.window) ?? one.window
    }
  }
}

extension DutyProblem: CustomStringConvertible {
  /// Without the time, which is told in somebody's own zone.
  public var description: String {
    switch self {
    case .gap(let team, _): "nobody is planned for \(team)"
    case .short(let duty):
      duty.people.first.map { "\($0) is alone on duty for \(duty.team)" } ?? "nobody is on duty for \(duty.team)"
    case .overlap(let one, let other): "duties \(one.number) and \(other.number) of \(one.team) overlap"
    case .doubleBooked(let who, let one, let other): "\(who) is on for \(one.team) and for \(other.team)"
    case .notMember(let who, let duty): "\(who) is on for \(duty.team), and not in its rotation then"
    case .away(let absence, let duty):
      "\(absence.who) is on for \(duty.team), and away" + (absence.reason.isEmpty ? "" : " (\(absence.reason))")
    case .keptApart(let rule, let duty):
      "\(rule.pair.first) and \(rule.pair.second) are on for \(duty.team), and never to be on together"
        + (rule.reason.isEmpty ? "" : " (\(rule.reason))")
    }
  }
}
