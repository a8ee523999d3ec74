/// The four parts of a checklist, in the order they are met.
public enum Section: String, CaseIterable, Comparable, Codable, Sendable {
  case pre, during, post, rollback

  public static func < (left: Self, right: Self) -> Bool { left.order < right.order }

  /// Whether a run must go through it; rollback is entered only when it is needed.
  public var isRequired: Bool { self != .rollback }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
