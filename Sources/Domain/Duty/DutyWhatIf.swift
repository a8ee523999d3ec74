import Foundation

/// What a plan is to take for granted that is not so: `out:ana 2026-12-20..2026-12-27`, or `never:ana,bo`.
public struct DutyWhatIf: Hashable, Sendable {
  public enum Change: Hashable, Sendable {
    /// The span as ``DutySpan`` reads it.
    case out(Handle, span: String)
    case never(Handle, Handle)
  }

  public var change: Change

  /// Nil for what is of neither form.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "out":
      let words = parts[1].split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2 else { return nil }
      change = .out(Handle(words[0]), span: words[1])
    case "never":
      let names = parts[1].split { $0 == "," || $0 == " " }.map { Handle(String($0)) }
      guard names.count == 2, names[0] != names[1] else { return nil }
      change = .never(names[0], names[1])
    default: return nil
    }
  }

  /// Whom it is about.
  public var people: [Handle] {
    switch change {
    case .out(let who, _): [who]
    case .never(let one, let other): [one, other]
    }
  }

  /// - Throws: ``DutyChangeRefusal`` for a span that can't be read, and for somebody who is not in the rotation.
  public func apply(to planning: inout DutyPlanning, of team: TeamName, now: Instant) throws(DutyChangeRefusal) {
    switch change {
    case .out(let who, let span):
      try planning.needs(who, of: team)
      planning.absences.append(
        Absence(who, try DutySpan.window(span, in: planning.zone, now: now), reason: "what if"))
    case .never(let one, let other):
      for who in [one, other] { try planning.needs(who, of: team) }
      planning.rules.append(PairRule(.never, DutyPair(one, other), reason: "what if"))
    }
  }
}

extension DutyPlanning {
  fileprivate func needs(_ who: Handle, of team: TeamName) throws(DutyChangeRefusal) {
    if !members.contains(where: { $0.who == who }) { throw .notInRotation(who, team) }
  }
}
