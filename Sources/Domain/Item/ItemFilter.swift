/// Which items are wanted: all of its terms have to hold. The order is always the hand-set one.
public struct ItemFilter: Hashable, Sendable {
  public var terms: [Term]

  public init(_ terms: [Term] = []) { self.terms = terms }

  /// One word of the filter language, as in `-label:router`.
  public struct Term: Hashable, Sendable {
    public var condition: Condition
    public var isNegated: Bool

    public init(_ condition: Condition, isNegated: Bool = false) {
      self.condition = condition
      self.isNegated = isNegated
    }
  }

  public enum Condition: Hashable, Sendable {
    case type(Set<ItemType>)
    case state(Set<ItemState>)
    case panel(Set<Panel>)
    /// Has any of these labels, letters of either case being the same.
    case label(Set<String>)
    case epic(Set<String>)
    case owner(Set<Handle>)
    case requester(Set<Handle>)
    /// An unestimated item is neither more nor less than anything.
    case points(Comparison, Int)
    /// Is of one of these types, which take points, and has none.
    case unestimated(Set<ItemType>)
    case number(Set<Int>)
    /// When it was made, last changed, started, delivered, accepted. For what never was, no comparison holds.
    case time(TimeField, Comparison, Instant)
    /// The same, at or after the one moment and before the other: within a day.
    case during(TimeField, Instant, Instant)
    /// Days as `YYYY-MM-DD`.
    case due(Comparison, String)
    /// Was due before this day, and is not accepted.
    case overdue(String)
    /// A blocker counts while it is not resolved; of tasks any, done or not.
    case has(Field)
    /// Is carried by one of these runs.
    case run(Set<Int>)
    case link(ItemLink.Kind, Set<String>)
    /// In the title, the description or a comment: a word's beginning, or several words one after the other, the last
    /// of which may be a beginning. Case and diacritics make no difference.
    case text(String)
  }

  public enum Comparison: String, CaseIterable, Sendable {
    case less = "<"
    case atMost = "<="
    case equal = "="
    case atLeast = ">="
    case more = ">"
  }

  public enum TimeField: String, CaseIterable, Sendable { case created, updated, started, delivered, accepted }

  /// What an item may have or not.
  public enum Field: String, CaseIterable, Sendable {
    case estimate, owner, label, epic, due, blocker, task, description, comment, run, lesson, incident, source
  }

  public var isEmpty: Bool { terms.isEmpty }
}
