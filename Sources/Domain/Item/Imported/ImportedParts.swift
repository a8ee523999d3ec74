/// What an imported item waits for.
public struct ImportedBlocker: Hashable, Sendable {
  /// Another item, if there is one of that id; where there is none, `prose` says all.
  public var reference: ItemSource?
  /// Without the reference; may be empty beside one.
  public var text: String
  public var isResolved: Bool

  public init(_ text: String, reference: ItemSource? = nil, isResolved: Bool = false) {
    self.text = text
    self.reference = reference
    self.isResolved = isResolved
  }

  /// All of it in words, as in `#1817033 has to be done first`.
  public var prose: String {
    guard let reference else { return text }
    let id = reference.system == .tracker ? "#" + reference.id : reference.text
    return text.isEmpty ? id : "\(id) \(text)"
  }
}

/// What somebody said about an imported item.
public struct ImportedComment: Hashable, Sendable {
  public var text: String
  /// Nil where the file does not say.
  public var author: String?
  public var at: Instant?

  public init(_ text: String, author: String? = nil, at: Instant? = nil) {
    self.text = text
    self.author = author
    self.at = at
  }
}

/// A state that an imported item was taken from, and to.
public struct ImportedTransition: Hashable, Sendable {
  public var from: ItemState
  public var to: ItemState
  public var reason: String?
  public var run: Int?
  public var by: String
  public var at: Instant

  public init(from: ItemState, to: ItemState, reason: String? = nil, run: Int? = nil, by: String, at: Instant) {
    self.from = from
    self.to = to
    self.reason = reason
    self.run = run
    self.by = by
    self.at = at
  }
}

/// An epic as a file has it.
public struct ImportedEpic: Hashable, Sendable {
  public var source: ItemSource
  public var row: Int
  public var line: Int
  public var name: String
  public var label: String
  public var description: String

  public init(source: ItemSource, row: Int = 0, line: Int = 0, name: String, label: String, description: String = "") {
    self.source = source
    self.row = row
    self.line = line
    self.name = name
    self.label = label
    self.description = description
  }
}

/// What a file is made of, in its order, which is the order of the backlog.
public enum ImportedEntry: Hashable, Sendable {
  case item(ImportedItem)
  case epic(ImportedEpic)
}
