/// The four questions of a retro: what a team could once only answer with "we don't know" and "we can't make any promises".
///
/// The raw values are part of the command line and of the JSON.
public enum RetroQuestion: String, CaseIterable, Codable, Sendable {
  case whatHappened = "what-happened"
  case whatWentWrong = "what-went-wrong"
  case willItHappenAgain = "will-it-happen-again"
  case whatDoWeDo = "what-do-we-do"

  public var title: String {
    switch self {
    case .whatHappened: "What happened?"
    case .whatWentWrong: "What went wrong?"
    case .willItHappenAgain: "Will it happen again?"
    case .whatDoWeDo: "What do we do if it does?"
    }
  }
}

/// What a retro says to one of the questions.
public struct RetroAnswer: Hashable, Codable, Sendable {
  /// Markdown, as it was written; may be empty where nobody knows.
  public var text: String
  /// "We don't know": an allowed answer, and an open one.
  public var isUnknown: Bool
  /// Decisions that end it, each with a name on it.
  public var decisions: [RetroDecision]
  /// Numbers of lessons that end it.
  public var lessons: [Int]

  public init(_ text: String = "", isUnknown: Bool = false, decisions: [RetroDecision] = [], lessons: [Int] = []) {
    self.text = text
    self.isUnknown = isUnknown
    self.decisions = decisions
    self.lessons = lessons
  }

  /// Whether it says something that somebody knows. Who types that they don't know has said so, by whatever way.
  public var isKnown: Bool { !isUnknown && !text.allSatisfy(\.isWhitespace) && !Self.saysNothing(text) }

  private static func saysNothing(_ text: String) -> Bool {
    let words = text.lowercased().replacing("\u{2019}", with: "'").split { !$0.isLetter && $0 != "'" }
    return ["", "we don't know", "we do not know", "don't know", "do not know", "nobody knows", "unknown"]
      .contains(words.joined(separator: " "))
  }
}

/// What somebody decided in a retro.
public struct RetroDecision: Hashable, Codable, Sendable {
  public var text: String
  /// The handle of whoever decided.
  public var by: String

  public init(_ text: String, by: Handle) {
    self.text = text
    self.by = by.text
  }
}
