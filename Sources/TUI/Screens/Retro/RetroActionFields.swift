import Domain
import Store

/// What an action is filled in with.
struct RetroActionFields: FormFields {
  enum Purpose: Hashable, Sendable { case title, kind, question, owners, due, team, points, item, save }

  var fields: [FormField<Purpose>]
  let begun: [String]
  let answer: RetroActionQuestion.Answer

  private static let noQuestion = "none"

  init(_ answer: RetroActionQuestion.Answer, team: TeamName, question: RetroQuestion?) {
    self.answer = answer
    let scale = answer.settings.scale.map(String.init).joined(separator: " ")
    fields = [
      FormField(.title, "title", "what is to be done, in a line; or name an item below that is there already"),
      FormField(
        .kind, "is to", "that it does not happen again, is seen earlier, hurts less, or that people work otherwise",
        kind: .choice(RetroAction.Kind.allCases.map(\.rawValue)), value: RetroAction.Kind.prevent.rawValue),
      FormField(
        .question, "answers", "the question that it stands for until there is an answer",
        kind: .choice([Self.noQuestion] + RetroQuestion.allCases.map(\.rawValue)),
        value: question?.rawValue ?? Self.noQuestion),
      FormField(.owners, "owners", "who does it: one, or a pair"),
      FormField(.due, "due", "by when, a day as in 2026-11-30"),
      FormField(.team, "backlog of", "the team that it is for", value: team.text),
      FormField(.points, "points", "one of \(scale); empty where it is not estimated"),
      FormField(.item, "or item", "the number of an item that is there already; else empty"),
      FormField(.save, "Save", "Enter saves it; u undoes that", kind: .button),
    ]
    begun = fields.map(\.text)
  }

  var question: RetroQuestion? { RetroQuestion(rawValue: text(.question)) }
  private var item: ItemNumber? { Int(text(.item)).map { ItemNumber($0) } }

  func complaint(_ field: FormField<Purpose>) -> String? {
    let text = text(field.purpose)
    switch field.purpose {
    case .title:
      if self.text(.item).isEmpty { return text.isEmpty ? FormComplaint.missing : nil }
      return text.isEmpty ? nil : "the item below has a title"
    case .owners:
      if !text.isEmpty, !self.text(.item).isEmpty { return "the item's page says whose it is" }
      return words(.owners).first { !answer.people.contains($0) }.map { "nobody is called \($0)" }
    case .due:
      if !text.isEmpty, !self.text(.item).isEmpty { return "the item's page says by when" }
      return text.isEmpty || CalendarDate.isValid(text) ? nil : "a day, as in 2026-11-30"
    case .team: return answer.teams.contains { $0.text == text } ? nil : "there is no such team"
    case .points:
      guard !text.isEmpty else { return nil }
      guard let points = Int(text) else { return "a number, as in 3" }
      return answer.settings.scale.contains(points) ? nil : "\(points) is not on the scale"
    case .item: return text.isEmpty || (Int(text) ?? 0) > 0 ? nil : "a number, as in 12"
    case .kind, .question, .save: return nil
    }
  }

  func suggestions(_ field: FormField<Purpose>) -> [String] {
    switch field.purpose {
    case .owners: answer.people
    case .team: answer.teams.map(\.text)
    default: []
    }
  }

  func command(for retro: RetroNumber) -> AddRetroAction {
    let kind = RetroAction.Kind(rawValue: text(.kind)) ?? .prevent
    let work: AddRetroAction.Work =
      item.map { .item($0) }
      ?? .new(
        ItemDraft(
          team: TeamName(text(.team)), title: text(.title), state: .unstarted, points: Int(text(.points)),
          owners: words(.owners).map { Handle($0) }, due: text(.due).isEmpty ? nil : text(.due)))
    return AddRetroAction(retro, kind, work, for: question)
  }
}
