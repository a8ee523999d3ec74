import Domain
import Terminal

/// The form that starts a run. What is typed stays, whatever the store answers, and when one leaves and comes back.
struct StartScreen: ScreenModel {
  static let name = ScreenName("start")

  let checklist: ChecklistName
  private(set) var form: StartFields?
  private(set) var chosen = 0
  private(set) var top = 0
  /// The rules that stood in the way at the last try.
  private(set) var obstacles: [Obstacle] = []
  private(set) var failure: String?
  private(set) var isStarting = false

  init(checklist: ChecklistName) { self.checklist = checklist }

  mutating func refresh(_ app: inout App) -> [Effect] {
    if form == nil { form = app.keptForms[checklist] }
    return [app.read(.startPage(checklist))]
  }

  mutating func receive(_ answer: Answer, _ app: inout App) -> [Effect] {
    guard case .startPage(let page) = answer, page.version.reference.checklist == checklist else { return [] }
    var new = StartFields(page, me: app.viewer.handle)
    if let form { new.adopt(form) }
    form = new
    failure = nil
    if chosen >= new.fields.count { chosen = 0 }
    return []
  }

  mutating func couldNotRead(_ query: Query, _ failure: Failure) {
    if query == .startPage(checklist) { self.failure = failure.words }
  }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    guard case .start(let order) = write.write, order.checklist == checklist, isStarting else { return [] }
    isStarting = false
    switch result {
    case .success(.started(let number)):
      app.keptForms[checklist] = nil
      form = nil
      let isOnTop = app.topScreen(StartScreen.self)?.checklist == checklist
      guard isOnTop else { return [] }
      _ = app.back()
      return app.open(RunScreen(number))
    case .success: return []
    case .failure(let failure):
      guard case .cannotStart(let obstacles)? = failure.refusal else { return [] }
      self.obstacles = obstacles
      choose { $0.purpose == .override }
      return []
    }
  }

  private mutating func choose(_ isWanted: (StartField) -> Bool) {
    if let index = form?.fields.firstIndex(where: isWanted) { chosen = index }
  }

  var field: StartField? { form.flatMap { $0.fields.indices.contains(chosen) ? $0.fields[chosen] : nil } }

  mutating func move(by lines: Int) {
    guard let count = form?.fields.count else { return }
    chosen = max(0, min(count - 1, chosen + lines))
  }

  var takesLetters: Bool { true }

  /// Something that was typed, and not only what the form began with.
  var hasDraft: Bool {
    guard let form else { return false }
    let fresh = StartFields(form.page, me: form.me)
    return form.fields.map(\.text) != fresh.fields.map(\.text)
  }

  /// Letters are typed; what a field does not take is left to the command table.
  mutating func type(_ input: Typed, _ app: inout App) -> [Effect]? {
    guard var form, form.fields.indices.contains(chosen) else { return nil }
    defer { if self.form != nil { self.form = form } }
    switch form.fields[chosen].kind {
    case .text:
      if input == .key(.right), form.fields[chosen].field.isCursorAtEnd {
        form.fields[chosen].field.insert(form.ghost(of: form.fields[chosen]))
        return []
      }
      guard input.isForText, form.fields[chosen].field.press(input) else { return nil }
    case .choice(let choices):
      let step: Int
      switch input {
      case .key(.left): step = -1
      case .key(.right), .key(.character(" ")): step = 1
      default: return isLetter(input) ? [] : nil
      }
      let index = choices.firstIndex(of: form.fields[chosen].text) ?? 0
      form.fields[chosen].field = TextField(choices[(index + step + choices.count) % choices.count])
    case .button: return isLetter(input) ? [] : nil
    }
    return []
  }

  private func isLetter(_ input: Typed) -> Bool {
    if case .key(.character(let character)) = input { return character != "?" }
    return false
  }

  mutating func enter(_ app: inout App) -> [Effect] {
    guard let form else { return [] }
    guard field?.purpose == .start || (field?.purpose == .override && !obstacles.isEmpty) else {
      move(by: 1)
      return []
    }
    return start(form, &app)
  }

  mutating func start(_ app: inout App) -> [Effect] { form.map { start($0, &app) } ?? [] }

  private mutating func start(_ form: StartFields, _ app: inout App) -> [Effect] {
    if let wrong = form.firstWrong {
      chosen = wrong
      app.say("\(form.fields[wrong].label): \(form.complaint(form.fields[wrong]) ?? "")", .refusal)
      return []
    }
    guard let order = form.order, !isStarting else { return [] }
    isStarting = true
    return [app.write(.start(order), saying: "the run has begun")]
  }

  /// Leaves the form as it is for the next time.
  mutating func leave(_ app: inout App) -> [Effect] {
    app.keptForms[checklist] = form
    return app.back()
  }

  mutating func settle(_ app: App) {
    guard let form else { return }
    top = ScrollWindow.first(
      top, showing: chosen..<chosen + 1, of: form.fields.count,
      height: StartDrawing.fieldRows(app.size, obstacles.count))
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    StartDrawing(screen: self, app: app).draw(on: &screen, in: area)
  }

  static let commands: [Command] = [
    .on(
      StartScreen.self, "start.enter", ["Enter"], "Next field; on the last one, start the run", label: "next", rank: 10
    ) {
      $0.enter(&$1)
    },
    .on(
      StartScreen.self, "start.start", ["^S", "F2"], "Start the run", label: "start", rank: 20,
      when: { screen, _ in screen.isStarting ? .no("it is being started") : .yes }
    ) { $0.start(&$1) },
    .on(StartScreen.self, "start.next", ["Tab", "Down"], "Next field", label: "next field") { screen, _ in
      screen.move(by: 1)
      return []
    },
    .on(StartScreen.self, "start.previous", ["S-Tab", "Up"], "Field before", label: "field before") { screen, _ in
      screen.move(by: -1)
      return []
    },
    .on(StartScreen.self, "start.back", ["Esc"], "Back; what was typed is kept", label: "back, kept", rank: 30) {
      $0.leave(&$1)
    },
  ]
}

extension Typed {
  /// Whether it belongs to a line of text and not to moving among several.
  fileprivate var isForText: Bool {
    switch self {
    case .key(.control("L")), .key(.control("Z")), .key(.control("R")), .key(.up), .key(.down): false
    default: true
    }
  }
}
