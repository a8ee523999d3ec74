import Domain

/// What an import keeps, changes and loses: the dry run's answer, and the record of a real one.
///
/// Its size does not grow with the file: the first problems are kept, and all are counted.
public struct ImportReport: Hashable, Sendable {
  /// How many problems are kept.
  public static let mostProblems = 200

  /// In the file's order; of a JSON file, in the order of their first use.
  public var columns: [ImportColumn] = []
  /// The first of them.
  public private(set) var problems: [ImportProblem] = []
  public private(set) var counts: [ImportProblem.Kind: Int] = [:]
  /// Rows, or objects, that were looked at.
  public var rows = 0
  public var items = 0
  public var epics = 0

  public init() {}

  public var problemCount: Int { counts.values.reduce(0, +) }
  /// Rows of which nothing was taken.
  public var skipped: Int { counts.filter(\.key.isSkipped).values.reduce(0, +) }

  public mutating func add(_ problem: ImportProblem) {
    counts[problem.kind, default: 0] += 1
    if problems.count < Self.mostProblems { problems.append(problem) }
  }

  /// Counts more problems of a kind, which nobody can name any more.
  public mutating func add(_ more: Int, of kind: ImportProblem.Kind) {
    if more > 0 { counts[kind, default: 0] += more }
  }
}

/// One column of a file, or one key of its objects, and what becomes of it.
public struct ImportColumn: Hashable, Sendable {
  public enum Fate: Hashable, Sendable {
    /// As it is, in the field of this name.
    case kept(String)
    /// In the field of this name, in other words.
    case mapped(String)
    /// Under its own name, beside the item's fields.
    case extra
    /// Not at all, and why.
    case lost(String)
  }

  public var name: String
  public var fate: Fate
  /// How many rows have something in it.
  public var count: Int
  /// The first value, cut to 60 characters; empty where there is none.
  public var example: String

  public init(_ name: String, _ fate: Fate, count: Int = 0, example: String = "") {
    self.name = name
    self.fate = fate
    self.count = count
    self.example = example
  }

  mutating func see(_ value: String) {
    if count == 0 { example = Self.short(value) }
    count += 1
  }

  /// On one line, at most 60 characters.
  static func short(_ value: String) -> String {
    let line = value.prefix(400).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 60 ? line.prefix(59) + "…" : line
  }
}
