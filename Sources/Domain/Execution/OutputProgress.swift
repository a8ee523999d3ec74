/// How far a command is, as its output tells (`progress:`).
public struct OutputProgress: Hashable, Codable, Sendable {
  public var done: Int
  /// Nil where nobody says how many there are.
  public var total: Int?
  /// What came last, as in `runner_z1/91`; nil where only counts are read.
  public var name: String?

  public init(done: Int, total: Int? = nil, name: String? = nil) {
    self.done = done
    self.total = total
    self.name = name
  }

  /// From 0 to 1; nil without a total.
  public var fraction: Double? {
    guard let total, total > 0 else { return nil }
    return min(1, Double(done) / Double(total))
  }
}
