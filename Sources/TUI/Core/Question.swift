/// Something that a screen wants to know, and how the store answers it. Answered away from the thread that paints.
///
/// ```swift
/// struct PeopleQuestion: Question {
///   func answer(from backend: any Backend) throws -> [Person] {
///     try backend.onStore { store, _, _ in try store.read { try $0.people() } }
///   }
/// }
/// ```
public protocol Question: Hashable, Sendable {
  associatedtype Answer: Sendable
  /// Sets apart questions of one type that do not replace each other, as those about two runs.
  var topic: String { get }
  /// Whether it waits for something to happen, as for more of an output, instead of reading what is there: then nobody
  /// is told that the program is busy, and nothing that is typed waits for it.
  var waits: Bool { get }
  func answer(from backend: any Backend) throws -> Answer
}

extension Question {
  public var topic: String { "" }
  public var waits: Bool { false }
  var slot: QuestionSlot { QuestionSlot(type: ObjectIdentifier(Self.self), topic: topic) }
}

/// What an answer is kept as: of all answers for one slot only that to the last question counts.
struct QuestionSlot: Hashable, Sendable {
  let type: ObjectIdentifier
  let topic: String
}

/// A question with its answer.
public struct Reply: Sendable {
  let question: any Question
  private let answer: any Sendable

  public init<Q: Question>(_ question: Q, _ answer: Q.Answer) {
    self.question = question
    self.answer = answer
  }

  /// Both, if it was a question of that type.
  func to<Q: Question>(_ type: Q.Type) -> (question: Q, answer: Q.Answer)? {
    guard let question = question as? Q, let answer = answer as? Q.Answer else { return nil }
    return (question, answer)
  }
}

extension Backend {
  public func reply<Q: Question>(to question: Q) throws -> Reply {
    Reply(question, try question.answer(from: self))
  }
}
