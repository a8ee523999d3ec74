import Domain
import Foundation
import Store
import Terminal

/// The form for a team, new or known. Its name is on the record, and so it stays.
struct TeamScreen: FormScreen {
  static let name = ScreenName("team")

  /// Nil for a new one.
  let team: TeamName?
  var form: TeamFields?
  var chosen = 0
  var top = 0
  private(set) var isSending = false
  private(set) var failure: String?

  init(_ team: TeamName?) { self.team = team }

  mutating func refresh(_ app: inout App) -> [Effect] { form == nil ? [app.read(TeamsQuestion())] : [] }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard form == nil, let (_, answer) = reply.to(TeamsQuestion.self) else { return [] }
    if let team {
      guard let known = answer.teams.first(where: { $0.name == team }) else {
        failure = "there is no team \(team) any more"
        return []
      }
      form = TeamFields(known, isNew: false, answer.teams)
    } else {
      form = TeamFields(Team(name: TeamName("")), isNew: true, answer.teams)
    }
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if question is TeamsQuestion { self.failure = failure.words }
  }

  var title: [Span] { [Span(team.map { "Team \($0)" } ?? "A new team", .bold)] }

  mutating func send(_ app: inout App) -> [Effect] {
    guard let form, let team = form.team else { return [] }
    let original = form.original
    isSending = true
    let isNew = self.team == nil
    return [
      app.write(
        StoreWrite(name: "team \(team.name)") { store, actor, now in
          if isNew {
            try store.perform(AddTeam(team), by: actor, at: now)
            return "team \(team.name) was added"
          }
          try store.perform(EditTeam(team.name) { try $0.take(team, insteadOf: original) }, by: actor, at: now)
          return "team \(team.name) was changed"
        })
    ]
  }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    guard isSending, let team = form?.team, (write.write as? StoreWrite)?.name == "team \(team.name)" else { return [] }
    isSending = false
    guard case .success = result else { return [] }
    form = nil
    return app.topScreen(TeamScreen.self) == nil ? [] : app.back()
  }

  static let commands = formCommands("save", sending: "save the team") { screen, app in
    app.backLeavingForm(hasDraft: screen.hasDraft)
  }
}

struct TeamFields: FormFields {
  enum Purpose: Hashable, Sendable { case name, kind, zone, hours, environments, holidays, freezes, save }

  var fields: [FormField<Purpose>]
  private(set) var begun: [String] = []
  let original: Team
  private let isNew: Bool
  private let known: [TeamName]

  init(_ team: Team, isNew: Bool, _ teams: [Team]) {
    original = team
    self.isNew = isNew
    known = teams.map(\.name)
    fields = isNew ? [FormField(.name, "name", "a short name, as in platform")] : []
    fields += [
      FormField(
        .kind, "kind", "platform teams run the platform, application teams what runs on it",
        kind: .choice(Team.Kind.allCases.map(\.rawValue)), value: team.kind.rawValue),
      FormField(.zone, "time zone", "an IANA name, as in Europe/Berlin", value: team.timeZone),
      FormField(
        .hours, "hours", "when a deploy to production may start, as in Mon-Thu 09:00-16:00", value: team.hours.text),
      FormField(
        .environments, "environments", "where to, as in staging prod eu1:production",
        value: team.environments.map(\.text).joined(separator: " ")),
      FormField(
        .holidays, "holidays", "days without deploys to production, as in 2026-12-25=Christmas, 2027-01-01",
        value: team.holidays.map(\.text).joined(separator: ", ")),
      FormField(
        .freezes, "freezes", "stretches in which production is left alone, as in 2026-12-20..2027-01-03=year's end",
        value: team.freezes.map(\.text).joined(separator: ", ")),
      FormField(.save, "Save", "Enter saves it; u undoes that", kind: .button),
    ]
    begun = fields.map(\.text)
  }

  /// The parts between commas; one that does not begin with a date belongs to the reason of the one before.
  private func list(_ purpose: Purpose) -> [String] {
    text(purpose).split(separator: ",").reduce(into: [String]()) { parts, part in
      let text = String(part).trimmed
      if parts.isEmpty || text.first?.isNumber == true {
        parts.append(text)
      } else {
        parts[parts.count - 1] += ", \(text)"
      }
    }.filter { !$0.isEmpty }
  }

  func complaint(_ field: FormField<Purpose>) -> String? {
    let text = field.text.trimmed
    switch field.purpose {
    case .name:
      if text.isEmpty { return FormComplaint.missing }
      if !Slug.isName(text, limit: 32) { return "letters, digits, . _ and -, at most 32" }
      return known.contains { $0.text == text } ? "there is a team of that name" : nil
    case .zone: return TimeZone(identifier: text) == nil ? "no time zone is called that" : nil
    case .hours: return WeeklyWindow(text) == nil ? "not of the form Mon-Fri 09:00-17:00" : nil
    case .environments:
      let names = words(.environments)
      if names.isEmpty { return FormComplaint.missing }
      return names.first { Environment(text: $0) == nil }.map { "\($0) is not of the form name or name:kind" }
    case .holidays:
      return list(.holidays).first { Holiday(text: $0) == nil }.map { "\($0) is not of the form date=name" }
    case .freezes:
      return list(.freezes).first { Freeze(text: $0) == nil }.map { "\($0) is not of the form date..date=reason" }
    case .kind, .save: return nil
    }
  }

  func suggestions(_ field: FormField<Purpose>) -> [String] {
    field.purpose == .zone ? TimeZone.knownTimeZoneIdentifiers : []
  }

  /// What is asked for; nil while something is wrong.
  var team: Team? {
    guard firstWrong == nil, let hours = WeeklyWindow(text(.hours)) else { return nil }
    return Team(
      name: isNew ? TeamName(text(.name)) : original.name, kind: Team.Kind(rawValue: text(.kind)) ?? original.kind,
      timeZone: text(.zone), hours: hours, holidays: list(.holidays).compactMap { Holiday(text: $0) },
      freezes: list(.freezes).compactMap { Freeze(text: $0) },
      environments: words(.environments).compactMap { Environment(text: $0) })
  }

}

extension Team {
  /// Takes over what differs from what the form began with: what others have changed meanwhile stays.
  fileprivate mutating func take(_ edited: Team, insteadOf original: Team) throws {
    try merge(\.kind, named: "kind", of: edited, begunAs: original, into: &self)
    try merge(\.timeZone, named: "time zone", of: edited, begunAs: original, into: &self)
    try merge(\.hours, named: "hours", of: edited, begunAs: original, into: &self)
    try merge(\.environments, named: "environments", of: edited, begunAs: original, into: &self)
    try merge(\.holidays, named: "holidays", of: edited, begunAs: original, into: &self)
    try merge(\.freezes, named: "freezes", of: edited, begunAs: original, into: &self)
  }
}
