import Testing

@testable import Domain

@Suite("The four questions of a retro")
struct RetroQuestionTests {
  private static let question = RetroQuestion.willItHappenAgain

  private enum Action: CaseIterable {
    case none, unpromised, withoutDate, withoutOwner, ofAnother, promised

    var actions: [RetroAction] {
      switch self {
      case .none: []
      case .unpromised: [RetroSample.action(for: question)]
      case .withoutDate: [RetroSample.action(for: question, owners: [RetroSample.bo])]
      case .withoutOwner: [RetroSample.action(for: question, due: "2026-12-20")]
      case .ofAnother: [RetroSample.action(for: .whatDoWeDo, owners: [RetroSample.bo], due: "2026-12-20")]
      case .promised:
        [
          RetroSample.action(for: question),
          RetroSample.action(15, for: question, owners: [RetroSample.bo], due: "2026-12-20"),
        ]
      }
    }
  }

  @Test("Each is open until it has an answer, or an action with an owner and a date; \"we don't know\" leaves it open")
  func open() {
    let answers: [(RetroAnswer, isKnown: Bool)] = [
      (RetroAnswer(), false), (RetroAnswer(" \n\t"), false), (RetroAnswer("No."), true),
      (RetroAnswer(isUnknown: true), false), (RetroAnswer("Perhaps.", isUnknown: true), false),
      (RetroAnswer("", decisions: [RetroDecision("Wait", by: RetroSample.ana)], lessons: [4]), false),
    ]
    for (answer, isKnown) in answers {
      for action in Action.allCases {
        let retro = RetroSample.retro([Self.question: answer])
        let isSettled = isKnown || action == .promised
        let open = retro.openQuestions(action.actions)
        #expect(open.contains(Self.question) == !isSettled, "\(answer) \(action)")
        #expect(open.contains(.whatDoWeDo) == (action != .ofAnother))
        #expect(open.contains(.whatHappened) && open.contains(.whatWentWrong))
        let state = retro.state(of: Self.question, action.actions)
        #expect(state.isOpen == !isSettled)
        #expect((state == .answered) == isKnown && (state == .promised) == (!isKnown && action == .promised))
        #expect((state == .unknown) == (answer.isUnknown && action != .promised))
      }
    }
  }

  @Test("An answer that ends in no action, no lesson and no decision is loose; any of them ends it")
  func loose() {
    func loose(_ answer: RetroAnswer, _ actions: [RetroAction] = []) -> [RetroQuestion] {
      RetroSample.retro([Self.question: answer]).looseAnswers(actions)
    }
    #expect(loose(RetroAnswer("No.")) == [Self.question])
    #expect(loose(RetroAnswer("No.", lessons: [4])).isEmpty)
    #expect(loose(RetroAnswer("No.", decisions: [RetroDecision("Wait", by: RetroSample.ana)])).isEmpty)
    #expect(loose(RetroAnswer("No."), [RetroSample.action(for: Self.question)]).isEmpty)
    #expect(loose(RetroAnswer("No."), [RetroSample.action(for: .whatDoWeDo)]) == [Self.question])
    #expect(loose(RetroAnswer(isUnknown: true)).isEmpty && loose(RetroAnswer()).isEmpty)
  }

  @Test("An answer of nothing is as if nobody had spoken to it")
  func equality() {
    var content = RetroContent()
    content[Self.question].text = "x"
    content[Self.question].text = ""
    #expect(content == RetroContent())
    #expect(RetroContent(answers: [Self.question: RetroAnswer()])[Self.question] == RetroAnswer())
  }
}
