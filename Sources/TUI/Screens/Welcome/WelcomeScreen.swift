import Domain
import Foundation
import Host
import Store
import Terminal
import Workflow

/// The first start's three questions: the team and its time zone, who works in it, where the checklists are. Each can be
/// left as it is, and all of them can be left for later.
struct WelcomeScreen: FormScreen {
  static let name = ScreenName("welcome")

  var form: WelcomeFields?
  var chosen = 0
  var top = 0
  private(set) var isSending = false
  private(set) var failure: String?

  mutating func refresh(_ app: inout App) -> [Effect] { form == nil ? [app.read(TeamsQuestion())] : [] }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard form == nil, let (_, answer) = reply.to(TeamsQuestion.self) else { return [] }
    form = WelcomeFields(answer, account: app.viewer.account)
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if question is TeamsQuestion { self.failure = failure.words }
  }

  var title: [Span] {
    [Span("Welcome to prodpair", .bold), Span("   three questions; what you leave out can be said later", .dim)]
  }

  func remarks(_ glyphs: Glyphs) -> [FormRemark] {
    [
      FormRemark(
        text: "Esc leaves all of it for later. `prodpair demo` shows a team at work, in a store that is thrown away.",
        style: .dim)
    ]
  }

  mutating func send(_ app: inout App) -> [Effect] {
    guard let form else { return [] }
    isSending = true
    return [app.write(StoreWrite(name: Self.name.text) { try form.settings.write(in: $0, by: $1, at: $2) })]
  }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    guard isSending, (write.write as? StoreWrite)?.name == Self.name.text else { return [] }
    isSending = false
    guard case .success = result else { return [] }
    form = nil
    return app.topScreen(WelcomeScreen.self) == nil ? [] : app.back()
  }

  static let commands = formCommands("begin", sending: "write it down and begin") { screen, app in
    app.backLeavingForm(hasDraft: screen.hasDraft)
  }
}

struct WelcomeFields: FormFields {
  enum Purpose: Hashable, Sendable { case team, zone, handle, name, others, checklists, begin }

  var fields: [FormField<Purpose>]
  private(set) var begun: [String] = []
  private let teams: [Team]
  private let people: [Person]
  private let account: String

  init(_ answer: TeamsQuestion.Answer, account: String) {
    teams = answer.teams
    people = answer.people
    self.account = account
    let team = answer.teams.first
    fields = [
      FormField(
        .team, "1 team", "what your team is called, as in platform", value: team?.name.text ?? "platform"),
      FormField(
        .zone, "time zone", "the team's own, by which working hours are told, as in Europe/Berlin",
        value: team?.timeZone ?? "UTC"),
      FormField(
        .handle, "2 you", "the short name that the record knows you by; your login is \(account)",
        value: Handle.isValid(account) ? account : ""),
      FormField(.name, "your name", "in full; may be empty"),
      FormField(.others, "the others", "who else is in the team, as in bo cy:login; may be empty"),
      FormField(
        .checklists, "3 checklists",
        "a Markdown file or a directory of them, to be imported; empty keeps the starters alone"),
      FormField(.begin, "Begin", "Enter writes it down; u undoes the last of it", kind: .button),
    ]
    begun = fields.map(\.text)
  }

  func complaint(_ field: FormField<Purpose>) -> String? {
    let text = field.text.trimmed
    switch field.purpose {
    case .team:
      if text.isEmpty { return FormComplaint.missing }
      return Slug.isName(text, limit: 32) ? nil : "letters, digits, . _ and -, at most 32"
    case .zone: return TimeZone(identifier: text) == nil ? "no time zone is called that" : nil
    case .handle: return text.isEmpty || Handle.isValid(text) ? nil : "letters, digits, . _ and -"
    case .others: return othersComplaint
    case .name, .checklists, .begin: return nil
    }
  }

  private var othersComplaint: String? {
    let others = settings.others
    if let wrong = others.first(where: { !Handle.isValid($0.handle.text) }) {
      return "\(wrong.handle) is no short name: letters, digits, . _ and -"
    }
    return Set(others.map(\.handle) + [Handle(text(.handle))]).count == others.count + 1
      ? nil : "somebody is there twice"
  }

  func suggestions(_ field: FormField<Purpose>) -> [String] {
    field.purpose == .zone ? TimeZone.knownTimeZoneIdentifiers : []
  }

  /// What is asked for.
  var settings: FirstSettings {
    let others = words(.others).map { word -> Person in
      let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
      let handle = parts.first ?? ""
      return Person(handle: Handle(handle), name: handle, login: parts.count == 2 ? parts[1] : nil)
    }
    let handle = text(.handle)
    let name = text(.name)
    let me =
      handle.isEmpty
      ? nil : Person(handle: Handle(handle), name: name.isEmpty ? handle : name, login: account)
    return FirstSettings(
      team: TeamName(text(.team)), timeZone: text(.zone), me: me, others: others,
      checklists: text(.checklists).isEmpty ? nil : HomePath.expanded(text(.checklists)))
  }
}
