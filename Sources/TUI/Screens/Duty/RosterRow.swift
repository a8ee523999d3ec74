import Domain
import Foundation
import Terminal

/// A line of what a team's duties are planned from.
struct RosterRow: Identifiable, Sendable {
  enum Content: Sendable {
    case rota(DutyPattern)
    case member(RosterMember, load: Int, away: Absence?)
    case rule(PairRule)
    case absence(NumberedAbsence)
  }

  enum ID: Hashable, Sendable {
    case rota
    case member(Handle)
    case rule(DutyPair)
    case absence(Int)
  }

  var content: Content
  var zone: TimeZone

  var id: ID {
    switch content {
    case .rota: .rota
    case .member(let member, _, _): .member(member.who)
    case .rule(let rule): .rule(rule.pair)
    case .absence(let absence): .absence(absence.number)
    }
  }

  static func rows(_ page: RosterPage, at now: Instant) -> [RosterRow] {
    let zone = page.planning.zone
    let members = page.planning.members.map { member in
      let away = page.absences.first { $0.absence.who == member.who }?.absence
      return Content.member(member, load: page.loads[member.who] ?? 0, away: away)
    }
    let rest = page.planning.rules.map(Content.rule) + page.absences.map(Content.absence)
    return ([.rota(page.planning.pattern)] + members + rest).map { RosterRow(content: $0, zone: zone) }
  }

  var kind: String {
    switch content {
    case .rota: "hand-over"
    case .member: "rotation"
    case .rule(let rule): rule.kind == .never ? "never" : "prefer"
    case .absence: "away"
    }
  }

  var who: String {
    switch content {
    case .rota(let pattern): pattern.text
    case .member(let member, _, _): member.who.text
    case .rule(let rule): "\(rule.pair.first) with \(rule.pair.second)"
    case .absence(let absence): absence.absence.who.text
    }
  }

  /// What is known of it, in words.
  var facts: String {
    switch content {
    case .rota: "times are \(zone.name)'s"
    case .member(let member, let load, let away): Self.facts(member, load, away, zone)
    case .rule(let rule): rule.reason
    case .absence(let absence):
      DutySpan.text(absence.absence.window, in: zone)
        + (absence.absence.reason.isEmpty ? "" : "  \(absence.absence.reason)")
    }
  }

  private static func facts(_ member: RosterMember, _ load: Int, _ away: Absence?, _ zone: TimeZone) -> String {
    var facts = [member.experience.rawValue]
    if let joins = member.joins { facts.append("from \(joins)") }
    if let leaves = member.leaves { facts.append("until \(leaves)") }
    if let most = member.mostDuties { facts.append("at most \(most) in 28 days") }
    facts.append(load == 1 ? "1 duty around now" : "\(load) duties around now")
    if let away { facts.append("away \(DutySpan.text(away.window, in: zone))") }
    return facts.joined(separator: ", ")
  }

  static let columns: [Column<RosterRow>] = [
    .by("  what", { $0.kind }) { row, _, _ in Span("  \(row.kind)", .dim) },
    .by("who", { $0.who }) { row, _, _ in
      if case .member = row.content { Span(row.who, .bold) } else { Span(row.who) }
    },
    Column("", isFlexible: true) { row, _, _ in Span(row.facts) },
  ]
}
