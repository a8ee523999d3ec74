/// Reads from a command's output how far it is (`progress:`).
///
/// The pattern's groups `done` and `total`, or else its first two where both match numbers, are counts. Anything else is
/// a name: that of its first group, or all that it matches. Names are counted, each once.
///
///     progress: "(runner_z1/[0-9]+)\. Done"     total: 95
///     progress: "([0-9]+) of ([0-9]+) updated"
public struct ProgressPattern {
  private let expression: Regex<AnyRegexOutput>
  private let total: Int?
  private var names: Set<String> = []
  public private(set) var progress: OutputProgress?

  /// Of a longer line only the beginning is looked at, in bytes of UTF-8.
  public static let lineLimit = 4096

  /// - Parameters:
  ///   - total: how many there are of what is counted by name, with parameters filled in; what is no number is left out.
  /// - Throws: what the regular expression's reader throws.
  public init(_ pattern: String, total: String? = nil) throws {
    expression = try Regex(pattern).matchingSemantics(.unicodeScalar)
    self.total = total.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// Whether the line said something new.
  public mutating func take(_ line: String) -> Bool {
    let before = progress
    for match in line.matches(of: expression) { take(match.output) }
    return progress != before
  }

  private mutating func take(_ match: AnyRegexOutput) {
    let groups = match.dropFirst().map { $0.substring.map(String.init) }
    func number(_ text: String?) -> Int? { text.flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil } }
    if let done = number(match["done"]?.substring.map(String.init)) {
      let all = number(match["total"]?.substring.map(String.init)) ?? total
      progress = OutputProgress(done: done, total: all)
    } else if groups.count == 2, let done = number(groups[0]), let all = number(groups[1]) {
      progress = OutputProgress(done: done, total: all)
    } else if let name = groups.compactMap(\.self).first ?? match.first?.substring.map(String.init), !name.isEmpty {
      names.insert(name)
      progress = OutputProgress(done: names.count, total: total, name: String(name.prefix(200)))
    }
  }
}
