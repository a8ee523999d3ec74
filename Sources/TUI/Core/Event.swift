import Domain
import Terminal

/// Everything that can happen to the program.
public enum Event: Sendable {
  case key(Key)
  case paste(String)
  case mouse(Mouse)
  case resize(Size)
  /// What time it is. Comes before each other event, and each second while something on the screen counts.
  case tick(Instant)
  /// Somebody else committed.
  case storeChanged
  case answered(Query, generation: Int, Result<Answer, Failure>)
  case wrote(ticket: Int, Result<Written, Failure>)
  /// Whether the terminal was asked to copy.
  case copied(Bool)
}
