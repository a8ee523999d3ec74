import ChecklistFile
import Domain
import Foundation
import Store

/// What the form that starts a run asks.
struct StartFields: FormFields {
  enum Purpose: Hashable, Sendable {
    case environment, artifact, digest, pair, incident, items, rehearsal, when, told, override, start
    case team
    case parameter(Parameter)
  }

  typealias StartField = FormField<Purpose>

  var page: StartPage
  let me: Handle
  /// When the form was opened: a time without a date is of that day.
  let now: Instant
  var fields: [StartField]
  private(set) var begun: [String] = []
  /// What is wrong with a value; nil inside where nothing is.
  var checked: [ParameterCheck: String?] = [:]

  static func isSame(_ one: Purpose, _ other: Purpose) -> Bool {
    if case (.parameter(let left), .parameter(let right)) = (one, other) { return left.name == right.name }
    return one == other
  }

  /// - Parameter incident: the one that the run is to put right; without it, it is not asked for.
  init(_ page: StartPage, me: Handle, now: Instant, incident: IncidentNumber? = nil) {
    self.page = page
    self.me = me
    self.now = now
    let settings = page.version.settings
    let team = page.team ?? page.teams.first
    let environments = settings.environments ?? team?.environments.map(\.name) ?? []
    fields = []
    if page.team == nil, page.teams.count > 1 {
      fields.append(
        StartField(
          .team, "team", "whose run it is", kind: .choice(page.teams.map(\.name.text)), value: team?.name.text ?? ""))
    }
    fields += [
      StartField(
        .environment, "environment", "where to", kind: environments.isEmpty ? .text : .choice(environments),
        value: environments.first ?? ""),
      StartField(
        .artifact, "artifact", "the one thing that is deployed, as in cf-release@v205",
        value: page.lastRun.map { "\($0.artifact.name)@" } ?? ""),
      StartField(.digest, "digest", "its content digest, as in sha256:0a1b2c...; may be empty"),
      Self.pairField(page, me, team, at: now, isNow: true),
    ]
    if let incident {
      fields.append(
        StartField(
          .incident, "incident", "the incident that it is to put right: that is the reason where a rule asks for one",
          value: incident.description))
    }
    // A secret is asked for when a command needs it, and kept nowhere.
    fields += settings.parameters.filter { !$0.isSecret }.map {
      StartField(.parameter($0), $0.name, $0.ask ?? "a value for \($0.name)", value: $0.defaultValue ?? "")
    }
    fields += [
      StartField(
        .rehearsal, "rehearsal", "a rehearsal never counts as a deployment", kind: .choice(["no", "yes"]), value: "no"),
      StartField(.items, "items", Self.itemsHelp(page.items)),
      StartField(
        .when, "when",
        "now, where it is left empty; else what it is planned for, as in 2026-11-30 09:30, the team's time"
      ),
      StartField(.told, "told", "who is told of the plan, as in support; only for a planned run"),
      StartField(
        .override, "override", "why rules that stand in the way do not: it stays on the record; empty where none does"),
      StartField(
        .start, "Start the run", "Enter starts it; with a time in \"when\" it is planned instead", kind: .button),
    ]
    begun = fields.map(\.text)
  }

  /// The pair on duty when the run begins, with oneself first; where none is, the usual one.
  ///
  /// Who is on duty does the work, also where somebody else starts it, and also where the last run was of others: that is
  /// what `run start` does as well.
  private static func pairField(
    _ page: StartPage, _ me: Handle, _ team: Team?, at moment: Instant, isNow: Bool
  ) -> StartField {
    let people = page.people.map(\.handle.text).joined(separator: " ")
    guard let team, let duty = page.cover.duty(of: team, at: moment) else {
      return StartField(.pair, "pair", "the two who do it: \(people)", value: usualPair(page, me))
    }
    let pair = duty.people.filter { $0 == me } + duty.people.filter { $0 != me }
    let end = CivilTime(duty.window.end, in: team.zone ?? .gmt)
    return StartField(
      .pair, "pair", "on duty \(isNow ? "" : "then, ")until \(end.isoDate) \(end.clock); or two of: \(people)",
      value: pair.map(\.text).joined(separator: " "))
  }

  /// Fills in who is on duty by now: at the time that the run is planned for, and for the team whose run it is. A pair
  /// that somebody typed stays.
  mutating func followDuty() {
    guard let index = fields.firstIndex(where: { $0.purpose == .pair }), begun.indices.contains(index),
      fields[index].text == begun[index]
    else { return }
    let planned = plan?.at
    let new = Self.pairField(page, me, team, at: planned ?? now, isNow: planned == nil)
    guard new.text != fields[index].text || new.hint != fields[index].hint else { return }
    fields[index] = new
    begun[index] = new.text
  }

  /// The pair of the last run, where one was in it: most work goes on in the same two. Of two people both.
  private static func usualPair(_ page: StartPage, _ me: Handle) -> String {
    let people = page.people.map(\.handle)
    if people.count == 2, people.contains(me) {
      return ([me] + people.filter { $0 != me }).map(\.text).joined(separator: " ")
    }
    guard let last = page.lastRun?.pair, last.count == 2, last.contains(me) else { return me.text + " " }
    return ([me] + last.filter { $0 != me }).map(\.text).joined(separator: " ")
  }

  /// Which items there are to be brought, as far as a line goes.
  private static func itemsHelp(_ items: [ItemLine]) -> String {
    guard !items.isEmpty else { return "numbers of the items that it brings; may be empty" }
    // A release brings what stands before it; it is ahead itself, and not finished.
    let kinds = [
      ("finished: ", items.filter { $0.type != .release }), ("release ", items.filter { $0.type == .release }),
    ]
    let parts = kinds.filter { !$0.1.isEmpty }.map { name, items in
      let numbers = items.prefix(8).map(\.number.description).joined(separator: ", ")
      return name + numbers + (items.count > 8 ? " and more" : "")
    }
    let isReleaseThere = items.contains { $0.type == .release }
    return "what it brings; " + parts.joined(separator: "; ") + (isReleaseThere ? " ahead" : "")
  }

  var pair: [Handle] { words(.pair).map { Handle($0) } }

  func complaint(_ field: StartField) -> String? {
    let text = field.text.trimmed
    switch field.purpose {
    case .artifact:
      // The name of the last run's stands there before the version is typed.
      if text.isEmpty || text.hasSuffix("@") { return FormComplaint.missing }
      return Artifact(text) == nil ? "not of the form name@version" : nil
    case .digest:
      return text.isEmpty || Artifact.isDigest(text.lowercased()) ? nil : "not of the form sha256:hexadecimal"
    case .environment: return text.isEmpty ? FormComplaint.missing : nil
    case .incident: return text.isEmpty || (Int(text) ?? 0) > 0 ? nil : "a number, as in 9"
    case .pair: return pairComplaint
    case .parameter(let parameter): return complaint(parameter, text)
    case .when: return whenComplaint(text)
    case .items: return text.isEmpty ? nil : itemsComplaint(CarriedNumbers(text))
    case .rehearsal, .told, .override, .start, .team: return nil
    }
  }

  private func itemsComplaint(_ numbers: CarriedNumbers) -> String? {
    numbers.complaint ?? numbers.removed.first.map { "-\($0) is no number of an item" }
  }

  private func whenComplaint(_ text: String) -> String? {
    guard !text.isEmpty else { return nil }
    do throws(TypedTime.Problem) {
      _ = try TypedTime.instant(text, in: zone, now: now)
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// The team whose run it is.
  private var team: Team? {
    let name = text(.team)
    return name.isEmpty ? page.team : page.teams.first { $0.name.text == name }
  }

  private var zone: TimeZone { team?.zone ?? .gmt }

  /// When the run is planned for; nil for one that starts now.
  var plan: Plan? {
    let text = text(.when)
    guard !text.isEmpty, let at = try? TypedTime.instant(text, in: zone, now: now) else { return nil }
    return Plan(at: at, told: self.text(.told))
  }

  private var pairComplaint: String? {
    let pair = pair
    let known = page.people.map(\.handle) + [me]
    if let stranger = pair.first(where: { !known.contains($0) }) {
      return "there is nobody called \(stranger): `prodpair person add \(stranger)` adds them"
    }
    if pair.count > 2 { return "a pair is two people" }
    if pair.count == 2, pair[0] == pair[1] { return "a pair is two different people" }
    return nil
  }

  /// What was found out of a parameter's value; until it is, nothing is said.
  private func complaint(_ parameter: Parameter, _ text: String) -> String? {
    if text.isEmpty, parameter.defaultValue == nil { return FormComplaint.missing }
    return checked[ParameterCheck(parameter: parameter, value: text)] ?? nil
  }

  /// The values that are still to be held against their patterns.
  var unchecked: [ParameterCheck] {
    fields.compactMap { field in
      guard case .parameter(let parameter) = field.purpose else { return nil }
      let check = ParameterCheck(parameter: parameter, value: field.text.trimmed)
      return check.value.isEmpty || checked[check] != nil ? nil : check
    }
  }

  /// What is asked for; nil while something is wrong.
  var order: RunOrder? {
    guard firstWrong == nil,
      let artifact = Artifact(text(.artifact), digest: text(.digest).isEmpty ? nil : text(.digest))
    else {
      return nil
    }
    var parameters: [String: String] = [:]
    for case .parameter(let parameter) in fields.map(\.purpose) {
      let value = text(.parameter(parameter))
      if !value.isEmpty { parameters[parameter.name] = value }
    }
    let team = text(.team)
    return RunOrder(
      checklist: page.version.reference.checklist, version: nil,
      team: team.isEmpty ? page.team?.name : TeamName(team), environment: text(.environment), artifact: artifact,
      pair: pair, parameters: parameters, isRehearsal: text(.rehearsal) == "yes", incident: Int(text(.incident)),
      override: text(.override).isEmpty ? nil : text(.override), items: CarriedNumbers(text(.items)).added)
  }

  func suggestions(_ field: StartField) -> [String] {
    if field.purpose == .items { return page.items.map(\.number.description) }
    guard field.purpose == .pair else { return [] }
    let taken = pair.dropLast()
    return page.people.map(\.handle).filter { !taken.contains($0) }.map(\.text)
  }
}
