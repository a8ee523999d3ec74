/// Where in a long list a window of rows is read, and how many at most.
public struct WindowSpan<ID: Comparable & Hashable & Sendable>: Hashable, Sendable {
  public enum Edge: Hashable, Sendable {
    /// Ids below that one, the highest first; all of them without one.
    case below(ID?)
    /// Ids above that one, the lowest first; all of them without one.
    case above(ID?)
  }

  public var edge: Edge
  public var limit: Int

  public init(_ edge: Edge, limit: Int) {
    self.edge = edge
    self.limit = limit
  }

  static func newest(_ limit: Int) -> WindowSpan { WindowSpan(.below(nil), limit: limit) }
  static func oldest(_ limit: Int) -> WindowSpan { WindowSpan(.above(nil), limit: limit) }
}

/// A stretch of a list that is too long to be read whole, newest first, and whether it goes on at either end.
struct Window<Row: Identifiable & Sendable>: Sendable where Row.ID: Comparable & Hashable & Sendable {
  private(set) var rows: [Row] = []
  private(set) var hasNewer = false
  private(set) var hasOlder = true
  private(set) var isRead = false

  /// Rows are read this many at a time.
  static var page: Int { 200 }
  /// Beyond this many the far end is let go.
  private static var most: Int { 1000 }

  /// Takes the answer to a span in: what it covers takes the place of what was known there.
  mutating func take(_ new: [Row], for span: WindowSpan<Row.ID>) {
    isRead = true
    let isWhole = new.count < span.limit
    switch span.edge {
    case .below(nil):
      // Read anew from the top: what is further down stays where it joins on.
      let below = isWhole ? [] : rows.filter { row in new.last.map { row.id < $0.id } ?? false }
      let joins = hasNewer == false && !below.isEmpty
      rows = new + (joins ? below : [])
      hasNewer = false
      if !joins { hasOlder = !isWhole }
    case .below(.some(let id)):
      rows = rows.filter { $0.id >= id } + new
      hasOlder = !isWhole
    case .above(nil):
      rows = new.reversed()
      hasOlder = false
      hasNewer = !isWhole
    case .above(.some(let id)):
      rows = new.reversed() + rows.filter { $0.id <= id }
      hasNewer = !isWhole
    }
    trim(keepingTop: isTop(span))
  }

  private func isTop(_ span: WindowSpan<Row.ID>) -> Bool {
    switch span.edge {
    case .below(nil), .above(.some): true
    case .below(.some), .above(nil): false
    }
  }

  private mutating func trim(keepingTop: Bool) {
    guard rows.count > Self.most else { return }
    if keepingTop {
      rows.removeLast(rows.count - Self.most)
      hasOlder = true
    } else {
      rows.removeFirst(rows.count - Self.most)
      hasNewer = true
    }
  }

  /// What to read when the selection comes near an end; nil while there is enough.
  func needed(around index: Int, height: Int) -> WindowSpan<Row.ID>? {
    guard isRead else { return nil }
    let spare = max(height, 20)
    if hasOlder, rows.count - index <= spare, let last = rows.last {
      return WindowSpan(.below(last.id), limit: Self.page)
    }
    if hasNewer, index < spare, let first = rows.first { return WindowSpan(.above(first.id), limit: Self.page) }
    return nil
  }

  /// What to read again when the store has changed: the same stretch, from the top where it is the top.
  var refresh: WindowSpan<Row.ID> {
    hasNewer
      ? WindowSpan(.above(rows.last.map(\.id)), limit: max(Self.page, rows.count))
      : .newest(min(Self.most, max(Self.page, rows.count)))
  }
}
