import Domain
import Foundation
import Store
import Terminal

/// What an incident is filled in with: little for a new one, for it burns; all for one that is known.
struct IncidentFields: FormFields {
  enum Purpose: Hashable, Sendable {
    case team, title, severity, services, customers, note
    case commander, scribe, pair, called
    case time(IncidentTime)
    case save
  }

  typealias IncidentField = FormField<Purpose>

  var fields: [IncidentField]
  let begun: [String]
  let answer: IncidentFormQuestion.Answer
  let seed: IncidentSeed?
  /// When the form was opened: a time without a date is of that day.
  let now: Instant

  init(_ answer: IncidentFormQuestion.Answer, seed: IncidentSeed?, me: Handle, now: Instant) {
    self.answer = answer
    self.seed = seed
    self.now = now
    let incident = answer.incident
    let own = seed?.team ?? answer.people.first { $0.handle == me }?.teams.first ?? answer.teams.first?.name
    var fields: [IncidentField] = []
    if incident == nil, answer.teams.count > 1 {
      fields.append(
        IncidentField(
          .team, "team", "whose incident it is", kind: .choice(answer.teams.map(\.name.text)), value: own?.text ?? ""))
    }
    fields += [
      IncidentField(
        .title, "title", "what is wrong, in a line", value: incident.map { TextField.oneLine($0.title) } ?? ""),
      IncidentField(
        .severity, "severity", "how bad it is; it may be changed at any time",
        kind: .choice(IncidentSeverity.allCases.map(\.description)), value: (incident?.severity ?? .minor).description),
      IncidentField(
        .services, "services", "what is concerned, with commas between them; may be empty",
        value: TextField.oneLine((incident?.services ?? []).joined(separator: ", "))),
      IncidentField(
        .customers, "customers", "whether a customer noticed, as far as anybody knows",
        kind: .choice(CustomersNoticed.allCases.map(\.rawValue)),
        value: (incident?.customersNoticed ?? .unknown).rawValue),
    ]
    if let incident {
      fields += Self.roles(incident) + Self.times(incident, answer)
    } else {
      fields.append(
        IncidentField(.note, "seen", "what was seen first; it begins the timeline, and may be empty"))
    }
    fields.append(
      IncidentField(
        .save, incident == nil ? "Open it" : "Save",
        incident == nil
          ? "Enter opens it; everything else can be said later"
          : "Enter saves it; what was known stays "
            + "on the timeline", kind: .button))
    self.fields = fields
    begun = fields.map(\.text)
  }

  private static func roles(_ incident: Incident) -> [IncidentField] {
    func line(_ who: [Handle]) -> String { who.map(\.text).joined(separator: ", ") }
    let roles = incident.roles
    return [
      IncidentField(.commander, "commander", "who leads; may be empty", value: roles.commander?.text ?? ""),
      IncidentField(.scribe, "scribe", "who writes down; may be empty", value: roles.scribe?.text ?? ""),
      IncidentField(.pair, "pair", "who sees to it, usually two", value: line(roles.pair)),
      IncidentField(.called, "called in", "developers who were called in, in that order", value: line(roles.called)),
    ]
  }

  private static func times(_ incident: Incident, _ answer: IncidentFormQuestion.Answer) -> [IncidentField] {
    let zone = zone(of: incident.team, answer)
    return IncidentTime.allCases.map { kind in
      let value = incident.times[kind].map { CivilTime($0, in: zone) }.map { "\($0.isoDate) \($0.clock)" } ?? ""
      return IncidentField(.time(kind), kind.words, hint(kind), value: value)
    }
  }

  private static func hint(_ kind: IncidentTime) -> String {
    let what =
      switch kind {
      case .impactBegan: "when customers, or the system, began to suffer; empty while nobody knows"
      case .detected: "when an alert or a person saw it first"
      case .declared: "when somebody called it an incident"
      case .mitigated: "when it stopped hurting"
      case .resolved: "when its trouble was gone"
      case .closed: "when nothing was left to be learned of it"
      }
    return "\(what); as in 2026-11-30 02:41, or 02:41 for today, the team's time"
  }

  private static func zone(of team: TeamName, _ answer: IncidentFormQuestion.Answer) -> TimeZone {
    answer.teams.first { $0.name == team }?.zone ?? .gmt
  }

  var team: TeamName? {
    if let incident = answer.incident { return incident.team }
    let typed = text(.team)
    return typed.isEmpty ? seed?.team ?? answer.teams.first?.name : TeamName(typed)
  }

  private var zone: TimeZone { team.map { Self.zone(of: $0, answer) } ?? .gmt }

  var severity: IncidentSeverity {
    IncidentSeverity.allCases.first { $0.description == text(.severity) } ?? .minor
  }

  // MARK: What is wrong

  func complaint(_ field: IncidentField) -> String? {
    let text = text(field.purpose)
    switch field.purpose {
    case .title: return text.isEmpty ? FormComplaint.missing : nil
    case .commander, .scribe, .pair, .called: return stranger(field.purpose)
    case .time(let kind): return complaint(kind, text)
    case .team, .severity, .services, .customers, .note, .save: return nil
    }
  }

  private func stranger(_ purpose: Purpose) -> String? {
    let handles = handles(purpose)
    if purpose == .commander || purpose == .scribe, handles.count > 1 { return "one person" }
    let known = Set(answer.people.map(\.handle)).union(answer.incident?.roles.everybody ?? [])
    return handles.first { !known.contains($0) }.map { "nobody is called \($0)" }
  }

  private func complaint(_ kind: IncidentTime, _ text: String) -> String? {
    if text.isEmpty { return kind == .declared ? FormComplaint.missing : nil }
    if let wrong = unreadable(kind) { return wrong }
    guard let refusal = timesRefusal else { return nil }
    switch refusal {
    case .outOfOrder(let earlier, let first, kind, _):
      return "before \(earlier.words), \(shown(first))"
    case .inTheFuture(kind, _, _): return "lies ahead"
    default: return nil
    }
  }

  private func shown(_ instant: Instant) -> String {
    let civil = CivilTime(instant, in: zone)
    return "\(civil.isoDate) \(civil.clock)"
  }

  private func unreadable(_ kind: IncidentTime) -> String? {
    do throws(TypedTime.Problem) {
      _ = try time(kind)
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// Why the times that are typed can't be; nil while they can, or while one of them can't be read.
  var timesRefusal: IncidentRefusal? {
    guard let times else { return nil }
    do throws(IncidentRefusal) {
      try times.check(at: now)
      return nil
    } catch {
      return error
    }
  }

  // MARK: What is said

  private func isChanged(_ purpose: Purpose) -> Bool {
    zip(fields, begun).contains { $0.purpose == purpose && $0.text != $1 }
  }

  /// What was not changed keeps its seconds.
  private func time(_ kind: IncidentTime) throws(TypedTime.Problem) -> Instant? {
    guard isChanged(.time(kind)) else { return answer.incident?.times[kind] }
    let text = text(.time(kind))
    return text.isEmpty ? nil : try TypedTime.instant(text, in: zone, now: now)
  }

  /// Nil where there are none, or one can't be read.
  private var times: IncidentTimes? {
    guard var times = answer.incident?.times else { return nil }
    do throws(TypedTime.Problem) {
      for kind in IncidentTime.allCases { times[kind] = try time(kind) }
      return times
    } catch {
      return nil
    }
  }

  private func handles(_ purpose: Purpose) -> [Handle] { words(purpose).map { Handle($0) } }

  private var services: [String] {
    text(.services).split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private var customers: CustomersNoticed { CustomersNoticed(rawValue: text(.customers)) ?? .unknown }

  var draft: IncidentDraft? {
    guard firstWrong == nil, let team else { return nil }
    return IncidentDraft(
      team: team, title: text(.title), severity: severity, services: services, customersNoticed: customers,
      roles: IncidentRoles(pair: seed?.pair ?? []), runs: seed?.runs ?? [], note: text(.note))
  }

  /// The incident with what was typed in it; a field that nobody has changed stays as it is.
  func changed(_ original: Incident) -> Incident {
    var incident = original
    if isChanged(.title) { incident.title = text(.title) }
    if isChanged(.severity) { incident.severity = severity }
    if isChanged(.services) { incident.services = services }
    if isChanged(.customers) { incident.customersNoticed = customers }
    if isChanged(.commander) { incident.roles.commander = handles(.commander).first }
    if isChanged(.scribe) { incident.roles.scribe = handles(.scribe).first }
    if isChanged(.pair) { incident.roles.pair = handles(.pair) }
    if isChanged(.called) { incident.roles.called = handles(.called) }
    if let times { incident.times = times }
    return incident
  }

  func suggestions(_ field: IncidentField) -> [String] {
    switch field.purpose {
    case .commander, .scribe, .pair, .called: answer.people.map(\.handle.text)
    case .services: answer.services
    default: []
    }
  }

  func separators(_ field: IncidentField) -> String { field.purpose == .services ? "," : " ,+" }
}
