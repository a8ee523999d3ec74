import Domain
import Store
import Terminal

/// What an item is filled in with.
struct ItemFields: FormFields {
  enum Purpose: Hashable, Sendable {
    case title, type, points, labels, epic, owners, due, tasks, blockers, description, save
  }

  var fields: [FormField<Purpose>]
  let begun: [String]
  let answer: ItemFormQuestion.Answer

  init(_ answer: ItemFormQuestion.Answer) {
    self.answer = answer
    let item = answer.item
    let scale = answer.settings.scale.map(String.init).joined(separator: " ")
    func names(_ names: [String]) -> String {
      names.isEmpty ? "" : ": " + names.prefix(12).joined(separator: ", ")
    }
    fields = [
      FormField(
        .title, "title", "what is to be done, in a line", value: item.map { TextField.oneLine($0.title) } ?? ""),
      FormField(
        .type, "type", "toil is work that leaves nothing better; a release is a marker",
        kind: .choice(ItemType.allCases.map(\.rawValue)), value: (item?.type ?? .feature).rawValue),
      FormField(
        .points, "points", "one of \(scale); empty where it is not estimated",
        value: item?.points.map(String.init) ?? ""),
      Self.field(
        .labels, "labels", "with commas between them\(names(answer.names.labels))", of: item?.labels ?? [],
        separator: ",", otherwise: "a label has a comma in it: item edit on the command line changes them"),
      FormField(
        .epic, "epic", "what it is a part of; made where it is new\(names(answer.names.epics))",
        value: TextField.oneLine(item?.epic ?? "")),
      FormField(
        .owners, "owners", "who works on it: one, or a pair", value: Self.line(item?.owners.map(\.text) ?? [])),
      FormField(.due, "due", "a day, as in 2026-11-30; may be empty", value: item?.due ?? ""),
      Self.field(
        .tasks, "tasks", "with ; between them; ticks are kept", of: (item?.tasks ?? []).map(\.text), separator: ";",
        otherwise: "a task has ; in it: item edit on the command line changes them, --task and --no-task"),
      Self.field(
        .blockers, "waits for", "numbers of items or words, with ; between them; empty when nothing is in the way",
        of: (item?.blockers ?? []).filter { !$0.isResolved }.map(Self.words), separator: ";",
        otherwise: "a reason has ; in it: item edit on the command line changes them, --blocked-by and --unblock"),
      Self.description(of: item),
      FormField(.save, "Save", "Enter saves it; u undoes that", kind: .button),
    ]
    begun = fields.map(\.text)
  }

  /// A field of several texts; where taking the line apart would not give the same texts, it stands to be read.
  private static func field(
    _ purpose: Purpose, _ label: String, _ hint: String, of texts: [String], separator: Character,
    otherwise: String
  ) -> FormField<Purpose> {
    let line = TextField.oneLine(texts.joined(separator: "\(separator) "))
    let isWhole = parts(of: line, separator: separator) == texts.map(\.trimmed)
    return FormField(purpose, label, isWhole ? hint : otherwise, kind: isWhole ? .text : .fixed, value: line)
  }

  /// In a line it can be written here; where it has several they would be lost.
  private static func description(of item: Item?) -> FormField<Purpose> {
    let text = (item?.description ?? "").trimmed
    let line = TextField.oneLine(text)
    return line == text
      ? FormField(
        .description, "description", "in a line of Markdown; on the item's page E writes a longer one", value: line)
      : FormField(
        .description, "description", "it has several lines: E on the item's page writes it in your editor",
        kind: .fixed, value: line)
  }

  private static func parts(of line: String, separator: Character) -> [String] {
    line.split(separator: separator).map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private static func line(_ names: [String]) -> String { TextField.oneLine(names.joined(separator: ", ")) }

  private static func words(_ blocker: Blocker) -> String {
    guard let number = blocker.item else { return blocker.text }
    return blocker.text.isEmpty ? "\(number)" : "\(number) \(blocker.text)"
  }

  func complaint(_ field: FormField<Purpose>) -> String? {
    let text = text(field.purpose)
    switch field.purpose {
    case .title: return text.isEmpty ? FormComplaint.missing : nil
    case .points:
      guard !text.isEmpty else { return nil }
      guard answer.settings.isPointed(type) else { return "a \(type.rawValue) takes no points here" }
      guard let points = Int(text) else { return "a number, as in 3" }
      return answer.settings.scale.contains(points) || points == answer.item?.points
        ? nil : "\(points) is not on the scale"
    case .due: return text.isEmpty || CalendarDate.isValid(text) ? nil : "a day, as in 2026-11-30"
    case .owners:
      let unknown = list(.owners).first { !answer.names.people.contains($0) }
      return unknown.map { "nobody is called \($0)" }
    default: return nil
    }
  }

  func suggestions(_ field: FormField<Purpose>) -> [String] {
    switch field.purpose {
    case .labels: answer.names.labels
    case .epic: answer.names.epics
    case .owners: answer.names.people
    default: []
    }
  }

  func separators(_ field: FormField<Purpose>) -> String {
    switch field.purpose {
    case .labels: ","
    case .epic: ""
    default: " ,+"
    }
  }

  var type: ItemType { ItemType(rawValue: text(.type)) ?? .feature }

  /// The names in a field, a comma between each two.
  private func list(_ purpose: Purpose, separator: Character = ",") -> [String] {
    Self.parts(of: text(purpose), separator: separator)
  }

  private func isChanged(_ purpose: Purpose) -> Bool {
    zip(fields, begun).contains { $0.purpose == purpose && $0.text != $1 }
  }

  /// The item with what was typed in it; a field that nobody has changed stays as it is, line breaks and all.
  func changed(_ original: Item) -> Item {
    var item = original
    if isChanged(.title) { item.title = text(.title) }
    if isChanged(.type) { item.type = type }
    if isChanged(.points) { item.points = Int(text(.points)) }
    if isChanged(.labels) { item.labels = list(.labels) }
    if isChanged(.epic) { item.epic = text(.epic).isEmpty ? nil : text(.epic) }
    if isChanged(.owners) { item.owners = list(.owners).map { Handle($0) } }
    if isChanged(.due) { item.due = text(.due).isEmpty ? nil : text(.due) }
    if isChanged(.description) { item.description = text(.description) }
    if isChanged(.tasks) {
      item.tasks = list(.tasks, separator: ";").map { text in
        ItemTask(text, isDone: original.tasks.first { $0.text == text }?.isDone ?? false)
      }
    }
    if isChanged(.blockers) {
      item.blockers =
        original.blockers.filter(\.isResolved) + list(.blockers, separator: ";").map { Blocker(typed: $0) }
    }
    return item
  }

  /// A new item, in the panel that one was in.
  func draft(for team: TeamName, in state: ItemState) -> ItemDraft {
    ItemDraft(
      team: team, title: text(.title), type: type, state: state, description: text(.description),
      points: Int(text(.points)), labels: list(.labels), epic: text(.epic).isEmpty ? nil : text(.epic),
      owners: list(.owners).map { Handle($0) }, blockers: list(.blockers, separator: ";").map { Blocker(typed: $0) },
      tasks: list(.tasks, separator: ";").map { ItemTask($0) }, due: text(.due).isEmpty ? nil : text(.due))
  }
}
