import ArgumentParser
import Domain

/// What a retro is to say no longer, as `--drop` names it: a kind, and which one of it.
struct RetroDrop: ExpressibleByArgument, Hashable {
  enum Kind: String, CaseIterable {
    case wentWell = "went-well"
    case wentWrong = "went-wrong"
    case lucky, factor
    /// By the question's name and the number: `decision:what-do-we-do:1`.
    case decision
    /// By its own number.
    case lesson
    /// By the item's number.
    case judge
  }

  var kind: Kind
  var question: RetroQuestion?
  /// Counted from 1, or a number of its own.
  var number: Int

  init?(argument: String) {
    var parts = argument.split(separator: ":").map(String.init)
    guard parts.count >= 2, let kind = Kind(rawValue: parts.removeFirst()), let number = Int(parts.removeLast()),
      number > 0
    else { return nil }
    self.kind = kind
    self.number = number
    if kind == .decision {
      guard parts.count == 1, let question = RetroQuestion(rawValue: parts[0]) else { return nil }
      self.question = question
    } else if !parts.isEmpty {
      return nil
    }
  }

  static let help = Kind.allCases.map { $0 == .decision ? "decision:QUESTION" : $0.rawValue }.joined(separator: ", ")

  /// - Throws: `RetroCommandError.nothingToDrop`.
  func apply(to retro: inout Domain.Retro) throws {
    let place = number - 1
    func drop<Value>(_ list: inout [Value]) throws {
      guard list.indices.contains(place) else { throw missing(retro.number) }
      list.remove(at: place)
    }
    switch kind {
    case .wentWell: try drop(&retro.content.wentWell)
    case .wentWrong: try drop(&retro.content.wentWrong)
    case .lucky: try drop(&retro.content.gotLucky)
    case .factor: try drop(&retro.content.factors)
    case .decision:
      guard let question else { return }
      try drop(&retro.content[question].decisions)
    case .lesson:
      let naming = RetroQuestion.allCases.filter { retro.content[$0].lessons.contains(number) }
      if naming.isEmpty { throw missing(retro.number) }
      for question in naming { retro.content[question].lessons.removeAll { $0 == number } }
    case .judge:
      guard retro.content.judgements.contains(where: { $0.item == number }) else { throw missing(retro.number) }
      retro.content.judgements.removeAll { $0.item == number }
    }
  }

  private func missing(_ retro: RetroNumber) -> RetroCommandError {
    let name = question.map { "\(kind.rawValue):\($0.rawValue)" } ?? kind.rawValue
    return .nothingToDrop("\(name):\(number)", retro)
  }
}
