/// The review of one or several incidents, of a run, or of a near miss.
public struct Retro: Hashable, Sendable {
  public var number: RetroNumber
  public var team: TeamName
  /// What it is about, in a few words.
  public var title: String
  /// In order; none for the review of a run alone, or of a near miss.
  public var incidents: [IncidentNumber]
  public var run: RunNumber?
  public var state: RetroState
  /// Leads it; never the commander of one of its incidents.
  public var facilitator: Handle?
  public var attendees: [Handle]
  /// `YYYY-MM-DD` in the team's time zone, by which it is to be reviewed; nil where nothing is resolved yet.
  public var due: String?
  public var content: RetroContent
  public var openedBy: Handle
  public var openedAt: Instant
  /// When its review was over; nil while it is not.
  public var reviewedAt: Instant?
  public var closedAt: Instant?

  public init(
    number: RetroNumber, team: TeamName, title: String, incidents: [IncidentNumber] = [], run: RunNumber? = nil,
    state: RetroState = .draft, facilitator: Handle? = nil, attendees: [Handle] = [], due: String? = nil,
    content: RetroContent = RetroContent(), openedBy: Handle, openedAt: Instant, reviewedAt: Instant? = nil,
    closedAt: Instant? = nil
  ) {
    self.number = number
    self.team = team
    self.title = title
    self.incidents = incidents
    self.run = run
    self.state = state
    self.facilitator = facilitator
    self.attendees = attendees
    self.due = due
    self.content = content
    self.openedBy = openedBy
    self.openedAt = openedAt
    self.reviewedAt = reviewedAt
    self.closedAt = closedAt
  }

  /// What it reviews, as in `incident 9`, `incidents 9 and 12`, `run 42`, `a near miss`.
  public var subject: String {
    let numbers = incidents.map(\.description).joined(separator: " and ")
    let named = incidents.isEmpty ? [] : ["incident\(incidents.count > 1 ? "s" : "") \(numbers)"]
    let parts = named + (run.map { ["run \($0)"] } ?? [])
    return parts.isEmpty ? "a near miss" : parts.joined(separator: ", ")
  }

  /// The questions that have neither an answer nor an action with an owner and a date.
  public func openQuestions(_ actions: [RetroAction]) -> [RetroQuestion] {
    RetroQuestion.allCases.filter { question in
      !content[question].isKnown && !actions.contains { $0.question == question && $0.isPromised }
    }
  }

  /// Answers that end in nothing: no action, no lesson, no decision.
  public func looseAnswers(_ actions: [RetroAction]) -> [RetroQuestion] {
    RetroQuestion.allCases.filter { question in
      let answer = content[question]
      return answer.isKnown && answer.decisions.isEmpty && answer.lessons.isEmpty
        && !actions.contains { $0.question == question }
    }
  }

  /// Takes it to another state.
  ///
  /// - Parameter actions: all of its actions, as they are now.
  /// - Throws: `RetroRefusal` for a state that doesn't follow, or a question that is open.
  public mutating func enter(_ next: RetroState, _ actions: [RetroAction], at now: Instant) throws(RetroRefusal) {
    guard state.next.contains(next) else { throw .noSuchStep(number, from: state, to: next) }
    if next == .closed {
      let open = openQuestions(actions)
      if !open.isEmpty { throw .questionsOpen(number, open, unknown: open.filter { content[$0].isUnknown }) }
    }
    state = next
    let isReviewed = next == .reviewed || next == .closed
    reviewedAt = isReviewed ? reviewedAt ?? now : nil
    closedAt = next == .closed ? now : nil
  }
}

/// How far a retro has come. The raw values are part of the JSON.
public enum RetroState: String, CaseIterable, Sendable {
  case draft
  case inReview = "in-review"
  case reviewed, closed

  public var words: String { self == .inReview ? "in review" : rawValue }

  /// Where it may go: on, one back, or to its end at once.
  public var next: [RetroState] {
    switch self {
    case .draft: [.inReview, .reviewed, .closed]
    case .inReview: [.reviewed, .closed, .draft]
    case .reviewed: [.closed, .inReview]
    case .closed: [.reviewed]
    }
  }
}
