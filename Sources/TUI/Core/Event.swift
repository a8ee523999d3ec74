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
  case answered(any Question, generation: Int, Result<Reply, Failure>)
  case wrote(ticket: Int, Result<Written, Failure>)
  /// Whether the terminal was asked to copy.
  case copied(Bool)
  /// What was written is written, and a program that was to hear of it did not do well.
  case hookFailed(String)
  /// What came of a text that was handed to the editor.
  case edited(Edited)
}

/// What came out of the editor.
public enum Edited: Hashable, Sendable {
  case changed(String)
  case unchanged
  /// Left without a word in it: taken for a change of mind.
  case emptied
  case failed(String)
}
