import Domain
import Foundation
import Terminal

/// One screen: what it knows, what it asks for, how it looks.
///
/// A new one is one new file that conforms, and one row in ``ScreenTable/rows``. What a screen does not say here it does
/// not have, and the commands for it say so.
protocol ScreenModel: Sendable {
  static var name: ScreenName { get }

  /// What stands in the store and is shown here, to be read when the screen opens and whenever the store changes.
  mutating func refresh(_ app: inout App) -> [Effect]
  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect]
  mutating func couldNotRead(_ question: any Question, _ failure: Failure)
  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect]

  /// Whether what it shows was read, or could not be; until then what is typed waits.
  var isRead: Bool { get }

  /// Takes a key before the command table does: for screens that are typed into. Nil leaves it to the table.
  mutating func type(_ input: Typed, _ app: inout App) -> [Effect]?
  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect]
  /// Moves the selection or scrolls; nil where there is nothing to move.
  mutating func move(_ movement: Movement, _ app: inout App) -> [Effect]?
  /// Puts what scrolls where the selection is; called after every event.
  mutating func settle(_ app: App)

  /// What `/` narrows the list by; nil where there is nothing to narrow.
  var filter: String? { get set }
  /// Whether going back first shows all again.
  var isNarrowed: Bool { get }
  /// What can be typed to narrow it, shown while nothing is.
  var filterHint: String { get }
  /// How what is typed to narrow it may go on at the cursor; nil where it is plain words.
  func completion(of text: String, at cursor: Int) -> FilterOffer?
  /// The filter has changed: a list that the store narrows is read anew.
  mutating func hasNarrowed(_ app: inout App) -> [Effect]
  /// Whether the list can be ordered by its columns.
  var isSortable: Bool { get }
  mutating func sortByNextColumn()
  mutating func reverseSort()
  /// How many rows are marked; nil where none can be.
  var marks: Int? { get }
  mutating func mark(_ which: Marking, _ app: inout App) -> [Effect]
  /// What `y` copies: the marked rows, else the selected one; nil where there is nothing to copy.
  func copyable(_ app: App) -> String?
  /// What came back from the editor, where this screen has asked for it.
  mutating func edited(_ text: String, _ app: inout App) -> [Effect]
  /// Whether letters are typed here, so that only other keys are commands.
  var takesLetters: Bool { get }
  /// Whether something typed here would be lost by leaving the program.
  var hasDraft: Bool { get }
  /// Whether going away loses it, so that one is asked first.
  var losesDraft: Bool { get }
  /// One goes away: what is to be kept is kept now.
  mutating func willLeave(_ app: inout App)
  /// The zone of the team that it is about; nil where it is about no one team.
  var zone: TimeZone? { get }
  /// Whether what it shows depends on the time, and not only how it is drawn.
  var settlesWithTime: Bool { get }
  /// From when on what was read is out of date though nobody changed the store, as when a duty ends; nil for never.
  var staleAt: Instant? { get }
  /// When the picture changes by itself.
  func nextChange(_ app: App) -> Countdown

  func draw(on screen: inout Screen, in area: Rect, _ app: App)
}

/// Words that fit where the cursor stands in a filter.
struct FilterOffer: Hashable, Sendable {
  /// What one of them takes the place of, in characters.
  var range: Range<Int>
  /// The best first.
  var words: [String]
}

/// Text or a key for somebody who types.
enum Typed: Hashable, Sendable {
  case key(Key)
  case paste(String)
}

/// Where a selection goes.
enum Movement: Hashable, Sendable {
  /// Down; up where negative.
  case lines(Int)
  case pages(Int)
  case first, last
}

/// Which rows a mark is put on, or taken from.
enum Marking: Hashable, Sendable { case selected, all, none }

/// When the picture changes though nothing happens.
enum Countdown: Hashable, Sendable {
  case never
  case eachSecond
  case inMilliseconds(Int64)

  /// With the next whole minute: for what is told to the minute.
  static func eachMinute(_ app: App) -> Countdown { .inMilliseconds(60_000 - app.now.milliseconds % 60_000) }
}

extension [Instant] {
  /// The first of them after a moment; nil where there is none, or no moment.
  func next(after moment: Instant?) -> Instant? { moment.flatMap { moment in filter { $0 > moment }.min() } }
}

struct ScreenName: Hashable, Sendable {
  let text: String
  init(_ text: String) { self.text = text }
}

extension ScreenModel {
  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] { [] }
  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {}
  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] { [] }
  var isRead: Bool { true }
  mutating func type(_ input: Typed, _ app: inout App) -> [Effect]? { nil }
  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect] { [] }
  mutating func move(_ movement: Movement, _ app: inout App) -> [Effect]? { nil }
  mutating func settle(_ app: App) {}
  var isNarrowed: Bool { filter?.isEmpty == false }
  var filterHint: String { "words that stand in the line" }
  func completion(of text: String, at cursor: Int) -> FilterOffer? { nil }
  mutating func hasNarrowed(_ app: inout App) -> [Effect] { [] }
  var isSortable: Bool { false }
  mutating func sortByNextColumn() {}
  mutating func reverseSort() {}
  var marks: Int? { nil }
  mutating func mark(_ which: Marking, _ app: inout App) -> [Effect] { [] }
  func copyable(_ app: App) -> String? { nil }
  mutating func edited(_ text: String, _ app: inout App) -> [Effect] { [] }
  var filter: String? {
    get { nil }
    set {}
  }
  var takesLetters: Bool { false }
  var hasDraft: Bool { false }
  var losesDraft: Bool { false }
  mutating func willLeave(_ app: inout App) {}
  var zone: TimeZone? { nil }
  var settlesWithTime: Bool { false }
  var staleAt: Instant? { nil }
  func nextChange(_ app: App) -> Countdown { .never }
}
