import Domain
import Store

/// Looks for words in all that the store has: items, incidents and retros, lessons, the latest versions of checklists, runs,
/// and what was written on runs and on timelines.
///
/// Items are found by their title, description and comments, and entries by their texts, in an index; the words of all
/// else are looked for in what its list shows, and of a retro in all that it says, a row at a time.
public struct SearchStore: Sendable {
  /// Each of them has to be somewhere.
  public var words: [String]
  /// Of each kind at most so many.
  public var limit: Int

  public init(_ words: [String], limit: Int) {
    self.words = words
    self.limit = limit
  }

  public struct Result: Hashable, Sendable {
    /// A kind after the other: items in the order of their backlogs, all else newest first.
    public var found: [Found] = []
    /// Whether there is more of a kind than the limit.
    public var hasMore = false

    /// Nothing was found.
    public init() {}

    fileprivate mutating func take(_ more: [Found], limit: Int) {
      found += more.prefix(limit)
      if more.count > limit { hasMore = true }
    }
  }

  public func run(in reader: some Reading) throws -> Result {
    var result = Result()
    // One more than is shown tells whether there are more.
    let wanted = limit == .max ? limit : limit + 1
    let filter = ItemFilter(words.map { ItemFilter.Term(.text($0)) })
    var items: [ItemLine] = []
    for team in try reader.teams() where items.count < wanted {
      items += try reader.items(matching: filter, of: team.name, limit: wanted - items.count)
    }
    result.take(items.map { .item($0) }, limit: limit)
    result.take(
      try reader.incidents(IncidentFilter(words: words), limit: wanted).map { .incident($0) }, limit: limit)
    result.take(try reader.retros(withWords: words, limit: wanted).map { .retro($0) }, limit: limit)
    result.take(
      try reader.lessons(LessonFilter(words: words), limit: wanted).map { .lesson($0) }, limit: limit)
    result.take(try steps(in: reader), limit: limit)
    result.take(try reader.runs(RunFilter(words: words), limit: wanted).map { .run($0) }, limit: limit)
    result.take(try reader.events(withWords: words, limit: wanted), limit: limit)
    result.take(try reader.entries(withWords: words, limit: wanted), limit: limit)
    return result
  }

  private func steps(in reader: some Reading) throws -> [Found] {
    let wanted = words.map(ItemWords.words)
    return try reader.checklists().flatMap { checklist in
      let version = try reader.version(of: checklist.name)
      return version.steps.filter { step in
        let text = "\(checklist.name) \(checklist.title) \(step.id) \(step.text) \(step.body)"
        return wanted.allSatisfy { ItemWords.contains(text, phrase: $0) }
      }.map { Found.step($0, of: version.reference) }
    }
  }
}
