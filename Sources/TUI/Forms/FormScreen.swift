import Terminal

/// A screen that is filled in and sent. What is typed stays until it is written, whatever the store answers.
protocol FormScreen: ScreenModel {
  associatedtype Fields: FormFields
  /// Nil until what it asks about is read.
  var form: Fields? { get set }
  var chosen: Int { get set }
  var top: Int { get set }
  /// Being written at the moment.
  var isSending: Bool { get }
  /// Why there is no form; nil while it is being read.
  var failure: String? { get }
  /// The title's spans, behind one space.
  var title: [Span] { get }
  /// What is said below the fields besides the hint: what stands in the way.
  func remarks(_ glyphs: Glyphs) -> [FormRemark]
  mutating func send(_ app: inout App) -> [Effect]
  /// On to the next field; on a button, sends.
  mutating func enter(_ app: inout App) -> [Effect]
  /// Something was typed: what takes too long to be looked at here is asked for.
  mutating func hasTyped(_ app: inout App) -> [Effect]
}

/// A line below a form's fields.
struct FormRemark: Hashable, Sendable {
  var text: String
  var style = Style.plain
  var indent = 3
}

extension FormScreen {
  var failure: String? { nil }
  mutating func hasTyped(_ app: inout App) -> [Effect] { [] }
  var isRead: Bool { form != nil || failure != nil }
  func remarks(_ glyphs: Glyphs) -> [FormRemark] { [] }
  var field: FormField<Fields.Purpose>? {
    form.flatMap { $0.fields.indices.contains(chosen) ? $0.fields[chosen] : nil }
  }

  var takesLetters: Bool { true }
  var hasDraft: Bool { form?.isChanged ?? false }
  var losesDraft: Bool { hasDraft }

  mutating func choose(_ isWanted: (FormField<Fields.Purpose>) -> Bool) {
    if let index = form?.fields.firstIndex(where: isWanted) { chosen = index }
  }

  mutating func move(_ movement: Movement, _ app: inout App) -> [Effect]? {
    guard let count = form?.fields.count else { return [] }
    switch movement {
    case .lines(let lines): chosen = max(0, min(count - 1, chosen + lines))
    case .pages(let pages): chosen = max(0, min(count - 1, chosen + pages * 5))
    case .first: chosen = 0
    case .last: chosen = count - 1
    }
    return []
  }

  /// Letters are typed; what a field does not take is left to the command table.
  mutating func type(_ input: Typed, _ app: inout App) -> [Effect]? {
    guard var form, form.fields.indices.contains(chosen) else { return nil }
    // What is on its way is not changed any more.
    if isSending { return input.isForText && !input.isCommandKey ? [] : nil }
    guard let isChanged = Self.type(input, into: &form, at: chosen) else { return nil }
    self.form = form
    return isChanged ? hasTyped(&app) : []
  }

  /// Whether it has changed the field; nil where the field does not take it.
  private static func type(_ input: Typed, into form: inout Fields, at index: Int) -> Bool? {
    let before = form.fields[index].text
    switch form.fields[index].kind {
    case .text:
      let ghost = form.ghost(of: form.fields[index])
      if input == .key(.right), form.fields[index].field.isCursorAtEnd, !ghost.isEmpty {
        form.fields[index].field.insert(ghost)
      } else {
        guard input.isForText, form.fields[index].field.press(input) else { return nil }
      }
    case .choice(let choices):
      let step: Int
      switch input {
      case .key(.left): step = -1
      case .key(.right), .key(.character(" ")): step = 1
      default: return input.isLetter ? false : nil
      }
      let place = choices.firstIndex(of: before) ?? 0
      form.fields[index].field = TextField(choices[(place + step + choices.count) % choices.count])
    case .button, .fixed: return input.isLetter ? false : nil
    }
    return form.fields[index].text != before
  }

  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect] {
    guard let form else { return [] }
    switch mouse.action {
    case .wheelUp: return move(.lines(-1), &app) ?? []
    case .wheelDown: return move(.lines(1), &app) ?? []
    case .press(.left):
      let index = top + mouse.point.y - FormLayout.headRows
      guard mouse.point.y >= FormLayout.headRows, form.fields.indices.contains(index),
        mouse.point.y < FormLayout.headRows + FormLayout.fieldRows(app.size, remarks(.unicode).count)
      else { return [] }
      if form.fields[index].kind == .button {
        chosen = index
        return sendChecked(&app)
      }
      // A first click only goes there.
      if index == chosen, case .choice = form.fields[index].kind { return type(.key(.right), &app) ?? [] }
      chosen = index
      return []
    default: return []
    }
  }

  mutating func edited(_ text: String, _ app: inout App) -> [Effect] {
    guard var form, form.fields.indices.contains(chosen), !isSending, form.fields[chosen].kind == .text else {
      return []
    }
    form.fields[chosen].field = TextField(TextField.oneLine(text))
    self.form = form
    return hasTyped(&app)
  }

  mutating func enter(_ app: inout App) -> [Effect] {
    if field?.kind == .button { return sendChecked(&app) }
    return move(.lines(1), &app) ?? []
  }

  /// Sends what is right, else goes to what is wrong and says it.
  mutating func sendChecked(_ app: inout App) -> [Effect] {
    guard let form, !isSending else { return [] }
    guard let wrong = form.firstWrong else { return send(&app) }
    chosen = wrong
    app.say("\(form.fields[wrong].label): \(form.complaint(form.fields[wrong]) ?? "")", .refusal)
    return []
  }

  mutating func settle(_ app: App) {
    guard let form else { return }
    let rows = FormLayout.fieldRows(app.size, remarks(.unicode).count)
    top = ScrollWindow.first(top, showing: chosen..<chosen + 1, of: form.fields.count, height: rows)
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    FormDrawing(screen: self, app: app).draw(on: &screen, in: area)
  }

  /// The commands of every form: next, send, back.
  ///
  /// - Parameter verb: what sending does, as in `start`.
  static func formCommands(
    _ verb: String, sending: String, keepsText: Bool = false,
    leaving: @escaping @Sendable (inout Self, inout App) -> [Effect]
  ) -> [Command] {
    let id = name.text
    return [
      .on(Self.self, "\(id).enter", ["Enter"], "Next field; on the last one, \(sending)", label: "next", rank: 10) {
        $0.enter(&$1)
      },
      .on(
        Self.self, "\(id).send", ["^S", "F2"], sending.prefix(1).uppercased() + sending.dropFirst(), label: verb,
        rank: 20, when: { screen, _ in screen.isSending ? .no("it is being written") : .yes }
      ) { $0.sendChecked(&$1) },
      .on(Self.self, "\(id).next", ["Tab"], "Next field", label: "next field") { $0.move(.lines(1), &$1) ?? [] },
      .on(Self.self, "\(id).previous", ["S-Tab"], "Field before", label: "field before") {
        $0.move(.lines(-1), &$1) ?? []
      },
      .on(
        Self.self, "\(id).edit", ["^X"], "Edit the field in the editor ($VISUAL, $EDITOR)", label: "editor",
        when: { screen, _ in screen.field?.kind == .text ? .yes : .no("this field is not typed into") }
      ) { screen, _ in screen.field.map { [.terminal(.edit($0.text))] } ?? [] },
      .on(
        Self.self, "\(id).back", ["Esc"],
        keepsText ? "Back; what was typed is kept" : "Back; where something was typed, after a question",
        label: keepsText ? "back, kept" : "back", rank: 30, leaving),
    ]
  }
}

extension Typed {
  /// A key that a form's commands have, and no letter.
  fileprivate var isCommandKey: Bool {
    switch self {
    case .key(.escape), .key(.enter), .key(.tab), .key(.backTab), .key(.function), .key(.control): true
    default: false
    }
  }

  /// Whether it belongs to a line of text and not to moving among several.
  fileprivate var isForText: Bool {
    switch self {
    case .key(.control("L")), .key(.control("Z")), .key(.control("R")), .key(.control("X")), .key(.up), .key(.down):
      false
    default: true
    }
  }

  fileprivate var isLetter: Bool {
    if case .key(.character(let character)) = self { return character != "?" }
    return false
  }
}
