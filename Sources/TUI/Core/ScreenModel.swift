import Terminal

/// One screen: what it knows, what it asks for, how it looks.
///
/// A new one is one new file that conforms, and one row in ``ScreenTable/rows``.
protocol ScreenModel: Sendable {
  static var name: ScreenName { get }

  /// What stands in the store and is shown here, to be read when the screen opens and whenever the store changes.
  mutating func refresh(_ app: inout App) -> [Effect]
  mutating func receive(_ answer: Answer, _ app: inout App) -> [Effect]
  mutating func couldNotRead(_ query: Query, _ failure: Failure)
  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect]

  /// Takes a key before the command table does: for screens that are typed into. Nil leaves it to the table.
  mutating func type(_ input: Typed, _ app: inout App) -> [Effect]?
  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect]
  /// Puts what scrolls where the selection is; called after every event.
  mutating func settle(_ app: App)

  /// What `/` narrows the list by; nil where there is nothing to narrow.
  var filter: String? { get set }
  /// Whether letters are typed here, so that only other keys are commands.
  var takesLetters: Bool { get }
  /// Whether something typed here would be lost by leaving the program.
  var hasDraft: Bool { get }
  /// When the picture changes by itself.
  func nextChange(_ app: App) -> Countdown

  func draw(on screen: inout Screen, in area: Rect, _ app: App)
}

/// Text or a key for somebody who types.
enum Typed: Hashable, Sendable {
  case key(Key)
  case paste(String)
}

/// When the picture changes though nothing happens.
enum Countdown: Hashable, Sendable {
  case never
  case eachSecond
  case inMilliseconds(Int64)
}

struct ScreenName: Hashable, Sendable {
  let text: String
  init(_ text: String) { self.text = text }
}

extension ScreenModel {
  mutating func receive(_ answer: Answer, _ app: inout App) -> [Effect] { [] }
  mutating func couldNotRead(_ query: Query, _ failure: Failure) {}
  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] { [] }
  mutating func type(_ input: Typed, _ app: inout App) -> [Effect]? { nil }
  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect] { [] }
  mutating func settle(_ app: App) {}
  var filter: String? {
    get { nil }
    set {}
  }
  var takesLetters: Bool { false }
  var hasDraft: Bool { false }
  func nextChange(_ app: App) -> Countdown { .never }
}

/// Every screen there is, and the commands that work on it.
enum ScreenTable {
  struct Row: Sendable {
    var screen: ScreenName
    var title: String
    var commands: [Command]
  }

  static let rows: [Row] = [
    Row(screen: HomeScreen.name, title: "Checklists and runs", commands: HomeScreen.commands),
    Row(screen: StartScreen.name, title: "Start a run", commands: StartScreen.commands),
    Row(screen: RunScreen.name, title: "Run", commands: RunScreen.commands),
  ]
}
