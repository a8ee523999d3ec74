import Domain

extension Reading {
  public func lesson(_ number: LessonNumber) throws -> Lesson {
    let found = try rows(
      "SELECT \(Lesson.columns) FROM lesson WHERE number = ? AND deleted = 0", [Value(number.value)])
    guard let row = found.first else { throw Missing.lesson(number) }
    return try Lesson(row)
  }

  /// A window of the list, newest first: at most `limit` lessons with numbers below `before`.
  public func lessons(
    _ filter: LessonFilter = LessonFilter(), before: LessonNumber? = nil, limit: Int
  ) throws -> [Lesson] {
    try lessons(filter, beyond: before.map { ("<", $0) }, order: "DESC", limit: limit)
  }

  /// A window read upwards, oldest first: at most `limit` lessons with numbers above `after`.
  public func lessons(
    _ filter: LessonFilter = LessonFilter(), after: LessonNumber?, limit: Int
  ) throws -> [Lesson] {
    try lessons(filter, beyond: after.map { (">", $0) }, order: "ASC", limit: limit)
  }

  /// The redlines that the next run of the checklist is told of, oldest first (rule 7).
  public func openRedlines(on checklist: ChecklistName) throws -> [Lesson] {
    try rows(
      """
      SELECT \(Lesson.columns) FROM lesson
      WHERE checklist = ? AND fate IS NULL AND deleted = 0 AND source = 'redline' ORDER BY number
      """, [.text(checklist.text)]
    ).map(Lesson.init)
  }

  /// Every lesson that stands in some version of the checklist, oldest first.
  public func foldedLessons(of checklist: ChecklistName) throws -> [Lesson] {
    try rows(
      """
      SELECT \(Lesson.columns) FROM lesson
      WHERE checklist = ? AND fate_version IS NOT NULL AND deleted = 0 ORDER BY fate_version, number
      """, [.text(checklist.text)]
    ).map(Lesson.init)
  }

  /// The lessons that say the trouble of this one came back, oldest first.
  public func recurrences(of lesson: LessonNumber) throws -> [Lesson] {
    try rows(
      "SELECT \(Lesson.columns) FROM lesson WHERE recurrence_of = ? AND deleted = 0 ORDER BY number",
      [Value(lesson.value)]
    ).map(Lesson.init)
  }

  /// How many are open, and when the oldest of them was learned.
  public func openLessons() throws -> (count: Int, oldest: Instant?) {
    let row = try first("SELECT count(*) AS count, min(at) AS oldest FROM lesson WHERE fate IS NULL AND deleted = 0")
    return (try row?.integer("count") ?? 0, try row?.optionalInstant("oldest"))
  }

  private func lessons(
    _ filter: LessonFilter, beyond: (comparison: String, number: LessonNumber)?, order: String, limit: Int
  ) throws -> [Lesson] {
    var conditions = ["deleted = 0"]
    var arguments: [Value] = []
    func require(_ condition: String, _ value: Value?) {
      guard let value else { return }
      conditions.append(condition)
      arguments.append(value)
    }
    require("checklist = ?", filter.checklist.map { .text($0.text) })
    require("run = ?", filter.run.map { Value($0.value) })
    require("by = ?", filter.person.map { .text($0.text) })
    if let isOpen = filter.isOpen { conditions.append(isOpen ? "fate IS NULL" : "fate IS NOT NULL") }
    func require(_ column: String, in values: [String]) {
      guard !values.isEmpty else { return }
      conditions.append("\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))")
      arguments += values.sorted().map { .text($0) }
    }
    require("source", in: filter.sources.map(\.rawValue))
    require("fate", in: filter.fates.map(\.rawValue))
    for word in filter.words {
      let pattern = WordPattern(word, in: Self.searchedInLessons)
      conditions.append(pattern.condition)
      arguments += pattern.arguments
    }
    require("number \(beyond?.comparison ?? "<") ?", beyond.map { Value($0.number.value) })
    arguments.append(Value(limit))
    let sql = """
      SELECT \(Lesson.columns) FROM lesson WHERE \(conditions.joined(separator: " AND "))
      ORDER BY number \(order) LIMIT ?
      """
    return try rows(sql, arguments).map(Lesson.init)
  }

  private static var searchedInLessons: [WordPattern.Column] {
    [
      .text("checklist"), .text("text"), .text("source"), .text("coalesce(step, '')"), .text("by"),
      .text("coalesce(fate, 'open')"), .number("number"),
    ]
  }
}
