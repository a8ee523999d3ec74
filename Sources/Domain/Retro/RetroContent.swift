/// What a retro finds: the four answers, the impact, what brought it about, and how it went.
public struct RetroContent: Hashable, Codable, Sendable {
  /// By the question's raw value; one that nobody has spoken to is missing.
  private var answers: [String: RetroAnswer]
  /// Whom it hurt, how much, and for how long: Markdown.
  public var impact: String
  /// Several, as a rule; the trigger stands apart from the causes.
  public var factors: [ContributingFactor]
  public var wentWell: [String]
  public var wentWrong: [String]
  public var gotLucky: [String]
  public var whySurprised: String
  /// What became of the actions of earlier retros, as this one judged them.
  public var judgements: [ActionJudgement]

  public init(
    answers: [RetroQuestion: RetroAnswer] = [:], impact: String = "", factors: [ContributingFactor] = [],
    wentWell: [String] = [], wentWrong: [String] = [], gotLucky: [String] = [], whySurprised: String = "",
    judgements: [ActionJudgement] = []
  ) {
    self.answers = Dictionary(answers.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
    self.impact = impact
    self.factors = factors
    self.wentWell = wentWell
    self.wentWrong = wentWrong
    self.gotLucky = gotLucky
    self.whySurprised = whySurprised
    self.judgements = judgements
  }

  public subscript(_ question: RetroQuestion) -> RetroAnswer {
    get { answers[question.rawValue] ?? RetroAnswer() }
    set { answers[question.rawValue] = newValue == RetroAnswer() ? nil : newValue }
  }
}

/// Something without which it would not have come to this. There is never just one.
public struct ContributingFactor: Hashable, Codable, Sendable {
  public enum Kind: String, CaseIterable, Codable, Sendable {
    /// What set it off, on that day and no other.
    case trigger
    /// What had lain there, waiting for a trigger.
    case cause
    /// What made it worse, or longer.
    case aggravation
  }

  public var kind: Kind
  public var text: String

  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// Whether an action of an earlier retro did what it was for.
public struct ActionJudgement: Hashable, Codable, Sendable {
  public enum Verdict: String, CaseIterable, Codable, Sendable {
    case worked
    case didNotWork = "did-not-work"
    case tooEarly = "too-early"
    case notDone = "not-done"
  }

  /// The action's item.
  public var item: Int
  public var verdict: Verdict
  public var note: String

  public init(_ item: ItemNumber, _ verdict: Verdict, note: String = "") {
    self.item = item.value
    self.verdict = verdict
    self.note = note
  }
}
