import Terminal

/// A line below a heading, and where Enter leads from it.
struct SectionRow<Target: Sendable>: Sendable {
  /// The same line has the same id from one reading to the next.
  var id: String
  var sign = Span(" ")
  /// Whom it is about; empty where that is said of nobody.
  var who = ""
  var text: String
  /// What gives way first where the window is narrow.
  var detail = ""
  var when = ""
  /// Whether it is told before the others: it is urgent, or waits for whoever looks at it.
  var isStrong = false
  /// Nil where it leads nowhere.
  var target: Target?
}

/// A heading with the lines below it.
struct ListSection<Target: Sendable>: Sendable {
  var title: String
  /// What stands behind the title, as since when.
  var note = ""
  var rows: [SectionRow<Target>]
  /// What stands there while there are none.
  var empty: String
}
