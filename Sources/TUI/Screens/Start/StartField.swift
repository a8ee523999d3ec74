import ChecklistFile
import Domain
import Store

/// One line of the form that starts a run.
struct StartField: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    case environment, artifact, digest, pair, rehearsal, override, start
    case team
    case parameter(Parameter)
  }

  /// How it is filled in.
  enum Kind: Hashable, Sendable {
    case text
    /// Left and right go through them.
    case choice([String])
    case button
  }

  let purpose: Purpose
  let label: String
  /// The question, shown while the field has the cursor.
  let hint: String
  let kind: Kind
  var field: TextField

  init(_ purpose: Purpose, _ label: String, _ hint: String, kind: Kind = .text, value: String = "") {
    self.purpose = purpose
    self.label = label
    self.hint = hint
    self.kind = kind
    field = TextField(value)
  }

  var text: String { field.string }
}

/// What a form is filled in with, and what is wrong with it so far.
struct StartFields: Hashable, Sendable {
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

  /// Takes over what was typed, where a form was filled in before it was read anew.
  mutating func adopt(_ old: StartFields) {
    for index in fields.indices {
      guard let same = old.fields.first(where: { $0.label == fields[index].label && $0.kind == fields[index].kind })
      else { continue }
      fields[index].field = same.field
    }
  }

  func text(_ purpose: StartField.Purpose) -> String {
    (fields.first { $0.purpose == purpose }?.text ?? "").trimmed
  }

  var pair: [Handle] {
    text(.pair).split { $0 == " " || $0 == "," || $0 == "+" }.map { Handle(String($0)) }
  }

  /// What is wrong with a field; nil when nothing is.
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

  /// The first field that something is wrong with.
  var firstWrong: Int? { fields.firstIndex { complaint($0) != nil } }

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

  /// The rest of what is being typed, where somebody's handle begins so.
  func ghost(of field: StartField) -> String {
    guard field.purpose == .pair, let word = field.text.split(whereSeparator: { " ,+".contains($0) }).last,
      field.text.last.map({ !" ,+".contains($0) }) == true
    else { return "" }
    let taken = pair.dropLast().map(\.text)
    let name = page.people.map(\.handle.text).first { $0.hasPrefix(word) && $0 != word && !taken.contains($0) }
    return name.map { String($0.dropFirst(word.count)) } ?? ""
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
