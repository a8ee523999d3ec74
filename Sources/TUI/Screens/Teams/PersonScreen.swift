import Domain
import Foundation
import Store
import Terminal

/// The form for a person, new or known. The handle is on the record, and so it stays.
struct PersonScreen: FormScreen {
  static let name = ScreenName("person")

  /// Nil for somebody new.
  let handle: Handle?
  /// The team that somebody new is in at first.
  let team: TeamName?
  var form: PersonFields?
  var chosen = 0
  var top = 0
  private(set) var isSending = false
  private(set) var failure: String?

  init(_ handle: Handle?, team: TeamName? = nil) {
    self.handle = handle
    self.team = team
  }

  mutating func refresh(_ app: inout App) -> [Effect] { form == nil ? [app.read(TeamsQuestion())] : [] }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard form == nil, let (_, answer) = reply.to(TeamsQuestion.self) else { return [] }
    if let handle {
      guard let person = answer.people.first(where: { $0.handle == handle }) else {
        failure = "there is nobody called \(handle) any more"
        return []
      }
      form = PersonFields(person, isNew: false, answer)
    } else {
      let teams = [team ?? answer.teams.first?.name].compactMap(\.self)
      form = PersonFields(Person(handle: Handle(""), name: "", teams: teams), isNew: true, answer)
    }
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if question is TeamsQuestion { self.failure = failure.words }
  }

  var title: [Span] { [Span(handle.map { "Person \($0)" } ?? "A new person", .bold)] }

  mutating func send(_ app: inout App) -> [Effect] {
    guard let form else { return [] }
    let (person, original) = (form.person, form.original)
    isSending = true
    let isNew = handle == nil
    return [
      app.write(
        StoreWrite(name: "person \(person.handle)") { store, actor, now in
          if isNew {
            try store.perform(AddPerson(person), by: actor, at: now)
            return "\(person.handle) was added"
          }
          try store.perform(
            EditPerson(person.handle) { known in
              try merge(\.name, named: "name", of: person, begunAs: original, into: &known)
              try merge(\.login, named: "login", of: person, begunAs: original, into: &known)
              try merge(\.teams, named: "teams", of: person, begunAs: original, into: &known)
              try merge(\.contact.mail, named: "mail", of: person, begunAs: original, into: &known)
              try merge(\.contact.call, named: "call", of: person, begunAs: original, into: &known)
              try merge(\.contact.timeZone, named: "time zone", of: person, begunAs: original, into: &known)
            }, by: actor, at: now)
          return "\(person.handle) was changed"
        })
    ]
  }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    guard isSending, let form, (write.write as? StoreWrite)?.name == "person \(form.person.handle)" else { return [] }
    isSending = false
    guard case .success = result else { return [] }
    self.form = nil
    return app.topScreen(PersonScreen.self) == nil ? [] : app.back()
  }

  static let commands = formCommands("save", sending: "save the person") { $0.leave(&$1) }

  /// Asks before what was typed is let go.
  fileprivate func leave(_ app: inout App) -> [Effect] { app.backLeavingForm(hasDraft: hasDraft) }
}

struct PersonFields: FormFields {
  enum Purpose: Hashable, Sendable { case handle, name, login, teams, mail, call, timeZone, save }

  var fields: [FormField<Purpose>]
  private(set) var begun: [String] = []
  let original: Person
  private let isNew: Bool
  private let teams: [TeamName]
  private let people: [Person]

  init(_ person: Person, isNew: Bool, _ answer: TeamsQuestion.Answer) {
    original = person
    self.isNew = isNew
    teams = answer.teams.map(\.name)
    people = answer.people
    fields = isNew ? [FormField(.handle, "handle", "the short name that the record knows them by, as in ana")] : []
    fields += [
      FormField(.name, "name", "the name in full", value: person.name),
      FormField(
        .login, "login", "their own login on this machine, by which confirmations are verified; may be empty",
        value: person.login ?? ""),
      FormField(
        .teams, "teams", "the teams they are in: \(teams.map(\.text).joined(separator: " "))",
        value: person.teams.map(\.text).joined(separator: " ")),
      FormField(
        .mail, "mail", "as in ana@example.org: calendars and commits name them by it; may be empty",
        value: person.contact.mail ?? ""),
      FormField(
        .call, "call", "what one calls: a phone number, a channel; may be empty", value: person.contact.call ?? ""),
      FormField(
        .timeZone, "time zone", "their own, as in Europe/Berlin; empty for their team's",
        value: person.contact.timeZone ?? ""),
      FormField(.save, "Save", "Enter saves it; u undoes that", kind: .button),
    ]
    begun = fields.map(\.text)
  }

  func complaint(_ field: FormField<Purpose>) -> String? {
    let text = field.text.trimmed
    switch field.purpose {
    case .handle:
      if text.isEmpty { return FormComplaint.missing }
      if !Handle.isValid(text) { return "letters, digits, . _ and -, at most 32" }
      return people.contains { $0.handle.text == text } ? "somebody is called that already" : nil
    case .login:
      let other = people.first { $0.login == text && $0.handle != original.handle }
      return other.map { "that is \($0.handle)'s login" }
    case .teams:
      let unknown = words(.teams).first { name in !teams.contains { $0.text == name } }
      return unknown.map { "there is no team \($0)" }
    case .mail: return contactProblem(Contact(mail: text))
    case .call: return contactProblem(Contact(call: text))
    case .timeZone: return contactProblem(Contact(timeZone: text))
    case .name, .save: return nil
    }
  }

  private func contactProblem(_ contact: Contact) -> String? {
    do throws(ContactProblem) {
      try contact.tidy.check()
      return nil
    } catch { return error.reason }
  }

  func suggestions(_ field: FormField<Purpose>) -> [String] {
    if field.purpose == .timeZone { return TimeZone.knownTimeZoneIdentifiers }
    guard field.purpose == .teams else { return [] }
    let taken = words(.teams).dropLast()
    return teams.map(\.text).filter { !taken.contains($0) }
  }

  var person: Person {
    let handle = isNew ? Handle(text(.handle)) : original.handle
    let name = text(.name)
    return Person(
      handle: handle, name: name.isEmpty ? handle.text : name, login: text(.login).isEmpty ? nil : text(.login),
      teams: words(.teams).map { TeamName($0) },
      contact: Contact(mail: text(.mail), call: text(.call), timeZone: text(.timeZone)).tidy)
  }
}

extension App {
  /// Leaves a form; where something was typed, asks first.
  mutating func backLeavingForm(hasDraft: Bool) -> [Effect] {
    guard hasDraft else { return back() }
    show(
      Confirmation(question: "Leave the form?", details: ["What was typed and not saved is lost."], yes: "leave") {
        $0.back()
      })
    return []
  }
}
