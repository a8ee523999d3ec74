import Domain

/// One difference between two versions of a checklist.
public struct StepChange: Hashable, Sendable {
  public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
    case added, removed, reworded, moved
    case attributesChanged = "attributes-changed"
    case bodyChanged = "body-changed"
  }

  public var kind: Kind
  public var step: StepID
  /// The step's number in the new version; in the old one for a removed step.
  public var number: Int
  /// What there was: the text, the place, the attributes or the body. Empty for an added step.
  public var old: String
  /// What there is. Empty for a removed step.
  public var new: String

  public init(kind: Kind, step: StepID, number: Int, old: String, new: String) {
    self.kind = kind
    self.step = step
    self.number = number
    self.old = old
    self.new = new
  }

  /// One line, as in `reworded 15: "Deploy" is now "Deploy, and watch the canaries"`.
  public var summary: String {
    switch kind {
    case .added: "added \(number): \"\(Self.line(new))\""
    case .removed: "removed \(number): \"\(Self.line(old))\""
    case .reworded: "reworded \(number): \"\(Self.line(old))\" is now \"\(Self.line(new))\""
    case .moved: "moved \(number): from \(old) to \(new)"
    case .attributesChanged:
      "attributes of \(number): \(old.isEmpty ? "none" : old) is now \(new.isEmpty ? "none" : new)"
    case .bodyChanged:
      if old.isEmpty {
        "details of \(number) added"
      } else if new.isEmpty {
        "details of \(number) removed"
      } else {
        "details of \(number) changed"
      }
    }
  }

  /// The words that are others than they were; for texts, attributes and details.
  public var words: WordDiff { WordDiff(from: old, to: new) }

  /// Like `summary`, but with the words marked as `[-old-]` and `{+new+}`, and changed details on lines of their own:
  /// `reworded 15: "Deploy{+, and watch the canaries+}"`.
  public var markedSummary: String {
    switch kind {
    case .added, .removed, .moved: summary
    case .reworded: "reworded \(number): \"\(WordDiff(from: Self.line(old), to: Self.line(new)).marked)\""
    case .attributesChanged: "attributes of \(number): \(words.marked)"
    case .bodyChanged:
      "\(summary):\n"
        + words.marked.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
    }
  }

  private static func line(_ text: String) -> String { TextSimilarity.normal(text) }
}

extension StepChange: Codable {
  private enum Key: String, CodingKey { case kind, step, number, old, new }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      kind: try values.decode(Kind.self, forKey: .kind), step: StepID(try values.decode(String.self, forKey: .step)),
      number: try values.decode(Int.self, forKey: .number), old: try values.decode(String.self, forKey: .old),
      new: try values.decode(String.self, forKey: .new))
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(kind, forKey: .kind)
    try values.encode(step.text, forKey: .step)
    try values.encode(number, forKey: .number)
    try values.encode(old, forKey: .old)
    try values.encode(new, forKey: .new)
  }
}
