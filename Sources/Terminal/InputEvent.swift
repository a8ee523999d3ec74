/// What the program is woken for.
public enum InputEvent: Hashable, Sendable {
  case key(Key)
  case mouse(Mouse)
  /// Text pasted in one go, so that it isn't taken for keys. Lines end in LF; other controls but tabs are gone.
  case paste(String)
  /// A paste has come to a standstill before its end. What is typed now is taken for its rest; ^C says that there is none.
  case pasteStalled
  case resize(Size)
  /// Another thread called ``WakePipe/signal()``.
  case wake
  /// The terminal is gone.
  case hangup
}

/// Something that the mouse did, and where.
public struct Mouse: Hashable, Sendable {
  public enum Action: Hashable, Sendable {
    case press(Button)
    case release, wheelUp, wheelDown
  }

  public enum Button: Hashable, Sendable {
    case left, middle, right
  }

  public let action: Action
  public let point: Point

  public init(_ action: Action, at point: Point) {
    self.action = action
    self.point = point
  }
}
