import Domain

/// What every imported item promises, whatever the file said.
enum ImportedPromises {
  private static let scale = BacklogSettings().scale

  static func check(_ item: ImportedItem) throws {
    try hold(
      "a title is one line, never empty", !item.title.isEmpty && !hasLineBreak(item.title), item.title.debugDescription)
    try hold("an item is in a state that its type has", item.type.states.contains(item.state), "\(item)")
    try hold("points are on the scale", item.points.map { scale.contains($0) } ?? true, "\(item)")
    try hold("a release has no points", item.type != .release || item.points == nil, "\(item)")
    try hold("no label is twice there", Set(item.labels).count == item.labels.count, "\(item.labels)")
    for label in item.labels {
      let isSound = !label.isEmpty && !label.contains(",") && !label.contains { $0.isNewline }
      try hold("a label is not empty, and has no comma and no line break", isSound, label.debugDescription)
    }
    try hold("a due day is a day", item.due.map { CalendarDate.isValid($0) } ?? true, "\(item)")
    try hold("an item has a place in its file", item.row > 0 && item.line > 0, "\(item)")
    let texts = [item.title, item.description, item.source.id] + item.labels + item.comments.map(\.text)
    try hold("no text has a NUL", !texts.contains { $0.utf8.contains(0) }, "\(item)")
    let marks = ImportMarks(item, epic: nil)
    try hold("marks do not differ from themselves", marks.changed(from: ImportMarks(item, epic: nil)).isEmpty)
  }

  static func checkSources(_ items: [ImportedItem]) throws {
    try hold(
      "a source is unique within its file", Set(items.map(\.source)).count == items.count, "\(items.map(\.source.text))"
    )
  }

  private static func hasLineBreak(_ text: String) -> Bool { text.utf8.contains { $0 == 0x0A || $0 == 0x0D } }
}
