import Domain
import Store

/// What ``update(_:_:)`` asks the world for. Replies come back as events.
public enum Effect: Sendable {
  case read(any Question, generation: Int)
  /// Done one after the other, in the order asked for.
  case write(any Write, ticket: Int)
  case terminal(TerminalRequest)
  case quit
}

/// What only the thread that paints can do.
public enum TerminalRequest: Hashable, Sendable {
  case copy(String)
  case bell
  case suspend
  case redraw
  /// While it is off, the terminal's own selection works.
  case mouse(Bool)
  /// Looks that are easier to read for some; the next of them, in turn.
  case nextTheme
  /// Hands a text to the editor, and the terminal with it; the answer comes as ``Event/edited(_:)``.
  case edit(String)
}

/// Why something could not be read or written, for people.
public struct Failure: Error, Hashable, Sendable {
  public var words: String
  /// The rule that said no; nil when it was something else.
  public var refusal: Refusal?

  public init(_ error: any Error) {
    refusal = error as? Refusal
    words = refusal.map(\.onScreen) ?? (error as? Failure)?.words ?? "\(error)"
  }

  public init(words: String) { self.words = words }
}
