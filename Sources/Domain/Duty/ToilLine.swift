/// Toil as it is typed: `25 restarted the log drain #12`.
public struct ToilLine: Hashable, Sendable {
  /// One of ``ToilEntry/lengths``.
  public var minutes: Int
  /// Empty where the item says what it was.
  public var what: String
  public var item: ItemNumber?

  /// What is wrong with a line, in words.
  public struct Problem: Error, Hashable, Sendable { public var words: String }

  /// - Returns: what was typed: minutes as `25`, `25m` or `1h30m`, then what it was, then where it was for one `#item`.
  public static func read(_ text: String) -> Result<ToilLine, Problem> {
    func problem(_ words: String) -> Result<ToilLine, Problem> { .failure(Problem(words: words)) }
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else { return problem("begin with the minutes, as in 25 restarted the log drain") }
    guard let minutes = minutes(first) else {
      return problem("\(first) is no number of minutes: begin with it, as in 25 restarted the log drain")
    }
    guard ToilEntry.lengths.contains(minutes) else {
      return problem("\(first) is no length: 1 minute to \(ToilEntry.lengths.upperBound), a day")
    }
    words.removeFirst()
    var item: ItemNumber?
    if let last = words.last, last.hasPrefix("#"), let number = Int(last.dropFirst()), number > 0 {
      item = ItemNumber(number)
      words.removeLast()
    }
    if words.isEmpty, item == nil { return problem("say what it was, or for which #item") }
    return .success(ToilLine(minutes: minutes, what: words.joined(separator: " "), item: item))
  }

  /// Nil where the line can be read.
  public static func complaint(_ text: String) -> String? {
    guard case .failure(let problem) = read(text) else { return nil }
    return problem.words
  }

  /// Whole minutes; a bare number is one of them. Nil where it is neither.
  private static func minutes(_ word: String) -> Int? {
    if let minutes = Int(word) { return minutes }
    guard let duration = StepDuration.parse(word) else { return nil }
    return Int(duration.components.seconds / 60)
  }
}
