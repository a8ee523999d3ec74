import Domain

/// Who sits here may change while they do: a login is given to a person, by themselves or by somebody else.
struct WhoamiQuestion: Question {
  func answer(from backend: any Backend) throws -> Handle? { try backend.whoami() }
}

extension App {
  /// Takes the answer to ``WhoamiQuestion`` in.
  mutating func recognise(_ reply: Reply) {
    guard let (_, person) = reply.to(WhoamiQuestion.self) else { return }
    viewer.isPerson = person != nil
    if let person { viewer.handle = person }
  }
}
