/// What is wrong with a filter that was typed, and where.
public struct FilterProblem: Error, Hashable, Sendable {
  /// The whole filter, as it was typed.
  public var line: String
  /// Where the mistake begins, in characters from 0.
  public var offset: Int
  /// How long it is, in characters; 0 where something is missing.
  public var length: Int
  /// One sentence, with its full stop.
  public var sentence: String
  /// What may stand there instead, as it is typed.
  public var suggestion: String?

  public init(line: String, offset: Int, length: Int, sentence: String, suggestion: String? = nil) {
    self.line = line
    self.offset = offset
    self.length = length
    self.sentence = sentence
    self.suggestion = suggestion
  }

  /// The sentence, and what was perhaps meant.
  public var advice: String { suggestion.map { "\(sentence) Did you mean `\($0)`?" } ?? sentence }
}

extension FilterProblem: CustomStringConvertible {
  /// The line, the carets under the place, and the sentence.
  ///
  ///     type:bgu points>3
  ///          ^^^
  ///     There is no type `bgu`. Did you mean `bug`?
  public var description: String {
    // A tab or a line break would put the carets in the wrong place.
    let shown = String(line.map { $0.isWhitespace ? " " : $0 })
    let carets = String(repeating: " ", count: offset) + String(repeating: "^", count: max(1, length))
    return [shown, carets, advice].joined(separator: "\n")
  }
}
