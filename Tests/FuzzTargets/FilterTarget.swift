import Domain
import Foundation

/// The filter language as somebody types it, or as a saved view has it.
package struct FilterTarget: Sendable {
  package typealias Print = @Sendable (ItemFilter) -> String

  private let print: Print

  package init(print: @escaping Print = { $0.text }) { self.print = print }

  private static let now = Instant(milliseconds: 1_796_000_000_000)
  /// Takes any name, as a saved view is read.
  private static let open = FilterContext(me: Handle("ana"), now: now, zone: .gmt)
  /// Knows all names, as they are typed on a screen.
  private static let closed = FilterContext(
    now: now, zone: TimeZone(identifier: "Europe/Berlin") ?? .gmt, labels: ["router", "Two words", "quo\"ted"],
    epics: ["The router"], handles: [Handle("ana"), Handle("me")])
  private static let item = Item(
    number: ItemNumber(12), team: TeamName("platform"), type: .bug, state: .started, title: "Café, router & CO",
    description: "two\nlines", points: 3, labels: ["router"], epic: "The router", owners: [Handle("ana")],
    blockers: [Blocker(text: "the vendor")], due: "2026-12-24", links: [ItemLink(.incident, "3")], createdAt: now)

  package func check(_ bytes: [UInt8]) throws {
    let typed = bytes.asText
    for context in [Self.open, Self.closed] {
      try checkReading(typed, context)
      try checkCompletion(typed, cursor: Int(bytes.last ?? 0), context)
    }
    try checkWords(typed)
  }

  private func checkReading(_ typed: String, _ context: FilterContext) throws {
    let filter: ItemFilter
    do {
      filter = try ItemFilter(typed: typed, context: context)
    } catch {
      let range = error.offset..<error.offset + error.length
      try hold("a problem's place is in the line", range.lowerBound >= 0 && range.upperBound <= typed.count, "\(range)")
      try holdSame("a problem has the line as it was typed", error.line, typed)
      try hold("a problem says what is wrong", !error.sentence.isEmpty && error.description.contains(error.sentence))
      return
    }
    _ = filter.matches(Self.item)
    try holdRead("a filter reads back as what it was", print(filter), as: filter, context)
    let local = filter.text(in: context.zone)
    try holdRead("a filter with days reads back as what it was", local, as: filter, context)
  }

  private func holdRead(
    _ promise: String, _ text: String, as filter: ItemFilter, _ context: FilterContext
  ) throws {
    let again: ItemFilter
    do {
      again = try ItemFilter(typed: text, context: context)
    } catch {
      throw BrokenPromise(promise, found: "\(text.debugDescription) is refused: \(error.advice)")
    }
    try hold(promise, again == filter, "\(text.debugDescription) reads as \(again.terms)\nnot \(filter.terms)")
  }

  private func checkCompletion(_ typed: String, cursor: Int, _ context: FilterContext) throws {
    let count = typed.count
    for cursor in [-1, 0, cursor % (count + 1), count, count + 1] {
      let found = FilterCompletion.candidates(for: typed, cursor: cursor, context: context)
      try hold(
        "a completion replaces a stretch of the line", found.range.lowerBound >= 0 && found.range.upperBound <= count,
        "\(found.range) of \(count)")
    }
  }

  private func checkWords(_ text: String) throws {
    let words = ItemWords.words(of: text)
    try hold("no word is empty", !words.contains(""))
    guard !words.isEmpty else { return }
    try hold("a text contains its own words", ItemWords.contains(text, phrase: words), "\(words)")
    // What is not ASCII takes the slow way; both have to find the same.
    try hold("both ways of looking find the same", ItemWords.contains(text + " é", phrase: words), "\(words)")
  }
}
