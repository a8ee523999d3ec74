import ChecklistFile
import Domain
import Store

/// What the form that starts a run asks.
struct StartFields: FormFields {
  enum Purpose: Hashable, Sendable {
    case environment, artifact, digest, pair, rehearsal, override, start
    case team
    case parameter(Parameter)
  }

  typealias StartField = FormField<Purpose>

  var page: StartPage
  let me: Handle
  var fields: [StartField]

  init(_ page: StartPage, me: Handle) {
    self.page = page
    self.me = me
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
      StartField(.artifact, "artifact", "the one thing that is deployed, as in cf-release@v205"),
      StartField(.digest, "digest", "its content digest, as in sha256:…; may be empty"),
      StartField(
        .pair, "pair", "the two who do it: \(page.people.map(\.handle.text).joined(separator: " "))",
        value: me.text + " "),
    ]
    fields += settings.parameters.map {
      StartField(.parameter($0), $0.name, $0.ask ?? "a value for \($0.name)", value: $0.defaultValue ?? "")
    }
    fields += [
      StartField(
        .rehearsal, "rehearsal", "a rehearsal never counts as a deployment", kind: .choice(["no", "yes"]), value: "no"),
      StartField(
        .override, "override", "why rules that stand in the way do not: it stays on the record; empty where none does"),
      StartField(.start, "Start the run", "Enter starts it", kind: .button),
    ]
  }

  var pair: [Handle] { words(.pair).map { Handle($0) } }

  func complaint(_ field: StartField) -> String? {
    let text = field.text.trimmed
    switch field.purpose {
    case .artifact:
      if text.isEmpty { return "needed" }
      return Artifact(text) == nil ? "not of the form name@version" : nil
    case .digest:
      return text.isEmpty || Artifact.isDigest(text.lowercased()) ? nil : "not of the form sha256:hexadecimal"
    case .environment: return text.isEmpty ? "needed" : nil
    case .pair: return pairComplaint
    case .parameter(let parameter): return complaint(parameter, text)
    case .rehearsal, .override, .start, .team: return nil
    }
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

  private func complaint(_ parameter: Parameter, _ text: String) -> String? {
    if text.isEmpty, parameter.defaultValue == nil { return "needed" }
    let values = text.isEmpty ? [:] : [parameter.name: text]
    do throws(ParameterError) {
      _ = try ParameterText.validated(values, against: [parameter])
      return nil
    } catch {
      if case .patternFails(_, _, let pattern) = error { return "does not match \(pattern)" }
      return "\(error)"
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
      pair: pair, parameters: parameters, isRehearsal: text(.rehearsal) == "yes",
      override: text(.override).isEmpty ? nil : text(.override))
  }

  func suggestions(_ field: StartField) -> [String] {
    guard field.purpose == .pair else { return [] }
    let taken = pair.dropLast()
    return page.people.map(\.handle).filter { !taken.contains($0) }.map(\.text)
  }
}
