import Testing

@testable import Domain

@Suite("How far a retro has come")
struct RetroStateTests {
  private static let now = RetroSample.at("2026-12-09T10:00:00Z")
  private static let answered = Dictionary(
    RetroQuestion.allCases.map { ($0, RetroAnswer("Yes.")) }, uniquingKeysWith: { first, _ in first })

  /// The table: from each state where it may go.
  private static let steps: [RetroState: [RetroState]] = [
    .draft: [.inReview, .reviewed, .closed], .inReview: [.draft, .reviewed, .closed], .reviewed: [.inReview, .closed],
    .closed: [.reviewed],
  ]

  @Test("It goes on, one back, or to its end; any other step is refused and changes nothing")
  func table() {
    for from in RetroState.allCases {
      for to in RetroState.allCases {
        var retro = RetroSample.retro(Self.answered, state: from)
        let before = retro
        if Self.steps[from]?.contains(to) == true {
          #expect(throws: Never.self) { try retro.enter(to, [], at: Self.now) }
          #expect(retro.state == to)
        } else {
          #expect(throws: RetroRefusal.noSuchStep(retro.number, from: from, to: to)) {
            try retro.enter(to, [], at: Self.now)
          }
          #expect(retro == before)
        }
      }
    }
  }

  @Test("When it was reviewed stays while it closes and reopens, and goes when it is discussed again")
  func times() throws {
    var retro = RetroSample.retro(Self.answered)
    try retro.enter(.reviewed, [], at: Self.now)
    try retro.enter(.closed, [], at: Self.now + .minutes(5))
    #expect(retro.reviewedAt == Self.now && retro.closedAt == Self.now + .minutes(5))
    try retro.enter(.reviewed, [], at: Self.now + .minutes(9))
    #expect(retro.reviewedAt == Self.now && retro.closedAt == nil)
    try retro.enter(.inReview, [], at: Self.now + .minutes(10))
    #expect(retro.reviewedAt == nil)
  }

  @Test("It does not close while a question is open, and says which, and which of them nobody knows")
  func open() {
    var answers = Self.answered
    answers[.whatHappened] = RetroAnswer()
    answers[.whatDoWeDo] = RetroAnswer("Perhaps.", isUnknown: true)
    var retro = RetroSample.retro(answers)
    let refusal = RetroRefusal.questionsOpen(
      retro.number, [.whatHappened, .whatDoWeDo], unknown: [.whatDoWeDo])
    #expect(throws: refusal) { try retro.enter(.closed, [], at: Self.now) }
    #expect(
      "\(refusal)".contains("2 of its four questions are open (what-happened; what-do-we-do, \"we don't know\")"))
    let actions = [RetroQuestion.whatHappened, .whatDoWeDo].map {
      RetroSample.action(for: $0, owners: [RetroSample.bo], due: "2026-12-20")
    }
    #expect(throws: RetroRefusal.questionsOpen(retro.number, [.whatDoWeDo], unknown: [.whatDoWeDo])) {
      try retro.enter(.closed, [actions[0]], at: Self.now)
    }
    #expect(throws: Never.self) { try retro.enter(.closed, actions, at: Self.now) }
  }

  @Test("What it reviews is said in words")
  func subject() {
    var retro = RetroSample.retro()
    #expect(retro.subject == "incident 9")
    retro.incidents = [IncidentNumber(9), IncidentNumber(12)]
    #expect(retro.subject == "incidents 9 and 12")
    retro.run = RunNumber(42)
    #expect(retro.subject == "incidents 9 and 12, run 42")
    retro.incidents = []
    #expect(retro.subject == "run 42")
    retro.run = nil
    #expect(retro.subject == "a near miss")
  }
}
