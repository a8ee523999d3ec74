import ArgumentParser
import Domain

extension RetroNumber: ExpressibleByArgument {
  public init?(argument: String) {
    guard let value = Int(argument), value > 0 else { return nil }
    self.init(value)
  }
}

extension RetroQuestion: ExpressibleByArgument {}

extension RetroAction.Kind: ExpressibleByArgument {}

extension Assignment {
  /// The question on the left of the sign.
  ///
  /// - Throws: `ValidationError` that lists the four.
  func question(of option: String) throws -> RetroQuestion {
    guard let question = RetroQuestion(rawValue: name) else {
      throw ValidationError(
        "\(option) \(name): there is no such question; there are "
          + RetroQuestion.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return question
  }
}
