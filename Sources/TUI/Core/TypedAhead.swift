import Domain

/// Somebody who knows the way types `g r Enter` faster than a store answers. What is meant for a screen that is still
/// being read, or for what a write under way opens, waits for it, so that no key is lost and none goes to the wrong thing.
extension App {
  /// Nobody waits longer than that for a store that does not answer: ^C, Esc and q have to work then. Where it is this
  /// program that stood still, the answer may be there already.
  private static let patience = Duration.seconds(1)

  private var isWaitingForScreen: Bool {
    guard overlays.isEmpty, let top, let since = work?.since else { return false }
    guard isBehind || now - since < Self.patience else { return false }
    return (!top.isRead || isAwaiting) && isReadingAnything || writes.contains(where: \.write.holdsKeys)
  }

  /// Puts an event aside if it has to wait.
  mutating func putAside(_ event: Event) -> Bool {
    switch event {
    case .key(.control("C")), .key(.control("Z")): return false
    case .key, .paste: break
    default: return false
    }
    guard !typedAhead.isEmpty || isWaitingForScreen else { return false }
    typedAhead.append(event)
    return true
  }

  /// The first of what was put aside, once it need not wait any longer.
  mutating func nextTypedAhead() -> Event? {
    typedAhead.isEmpty || isWaitingForScreen ? nil : typedAhead.removeFirst()
  }
}
