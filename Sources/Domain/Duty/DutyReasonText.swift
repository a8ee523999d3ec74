extension DutyReason {
  /// Reads what ``description`` writes: the store keeps reasons in words, as they were said. All else is ``said(_:)``.
  public init(text: String) {
    self =
      Self.fixed[text] ?? Self.numbers(text) ?? Self.person(text) ?? Self.rule(text) ?? Self.preference(text)
      ?? .said(text)
  }

  private static let fixed: [String: DutyReason] = Dictionary(
    [.neverPaired, .noneCarriesOver, .repeatsEarly, .bothNovices, .alone, .nobody].map { ($0.description, $0) },
    uniquingKeysWith: { first, _ in first })

  private static func numbers(_ text: String) -> DutyReason? {
    guard text.hasPrefix("loads ") || text.hasPrefix("last paired ") else { return nil }
    let words = text.split(separator: " ").map(String.init)
    let found = words.compactMap { Int($0) }
    let reason: DutyReason
    switch found.count {
    case 1: reason = .pairedBefore(days: found[0])
    case 2: reason = .loads(found[0], found[1])
    default: return nil
    }
    return reason.description == text ? reason : nil
  }

  /// A handle has no spaces in it, so that it is the first word or the last.
  private static func person(_ text: String) -> DutyReason? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let first = words.first, let last = words.last else { return nil }
    let who = Handle(first)
    let candidates: [DutyReason] = [
      .carriesOver(who), .atLimit(who), .overLimit(who), .onElsewhere(who), .away(who, ""), .setByHand(Handle(last)),
    ]
    if let reason = candidates.first(where: { $0.description == text }) { return reason }
    return inBrackets(text, after: "\(first) is away").map { .away(who, $0) }
  }

  private static func rule(_ text: String) -> DutyReason? {
    let words = text.split(separator: " ", maxSplits: 6, omittingEmptySubsequences: false).map(String.init)
    guard words.count >= 6, words[0] < words[5] else { return nil }
    let plain = PairRule(.never, DutyPair(Handle(words[0]), Handle(words[5])))
    if DutyReason.keptApart(plain).description == text { return .keptApart(plain) }
    return inBrackets(text, after: DutyReason.keptApart(plain).description).map {
      .keptApart(PairRule(.never, plain.pair, reason: $0))
    }
  }

  private static func preference(_ text: String) -> DutyReason? {
    let plain = DutyReason.preferred("")
    return text == plain.description ? plain : inBrackets(text, after: plain.description).map { .preferred($0) }
  }

  private static func inBrackets(_ text: String, after start: String) -> String? {
    guard text.hasPrefix(start + " ("), text.hasSuffix(")"), text.count > start.count + 3 else { return nil }
    return String(text.dropFirst(start.count + 2).dropLast())
  }
}
