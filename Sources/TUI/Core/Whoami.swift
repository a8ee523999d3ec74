import Domain

/// Who sits here may change while they do: a login is given to a person, by themselves or by somebody else.
struct WhoamiQuestion: Question {
  func answer(from backend: any Backend) throws -> Handle? { try backend.whoami() }
}

extension App {
  /// Takes the answer to ``WhoamiQuestion`` in; what shows is read anew for somebody else.
  mutating func recognise(_ reply: Reply) -> [Effect] {
    guard let (_, person) = reply.to(WhoamiQuestion.self) else { return [] }
    let before = viewer
    viewer.isPerson = person != nil
    if let person { viewer.handle = person }
    return viewer == before ? [] : changeTop { $0.refresh(&$1) } ?? []
  }
}
