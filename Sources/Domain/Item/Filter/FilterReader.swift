/// Understands the terms of a filter, one after the other.
struct FilterReader {
  let line: String
  let context: FilterContext

  func terms() throws(FilterProblem) -> [ItemFilter.Term] {
    var tokens = FilterTokens(line)
    var terms: [ItemFilter.Term] = []
    for token in try tokens.all() { terms.append(try term(token)) }
    return terms
  }

  private func term(_ token: FilterToken) throws(FilterProblem) -> ItemFilter.Term {
    guard let typedKey = token.key else {
      let piece = token.values[0]
      guard !ItemWords.words(of: piece.text).isEmpty else {
        throw problem(piece, "There is no letter and no digit in what is looked for.")
      }
      return ItemFilter.Term(.text(piece.text), isNegated: token.isNegated)
    }
    let key = try key(typedKey, of: token)
    if let sign = token.comparison, sign.sign != .equal, !key.isCompared {
      throw problem(sign.piece, "There is no more and no less of `\(key.text)`.", "\(key.text):")
    }
    for piece in token.values where piece.text.isEmpty {
      throw problem(piece, "After `\(key.text)` a \(key.noun) is missing.", Self.example(key))
    }
    let (condition, isInverse) = try condition(key, token)
    return ItemFilter.Term(condition, isNegated: token.isNegated != isInverse)
  }

  private func key(_ piece: FilterPiece, of token: FilterToken) throws(FilterProblem) -> FilterKey {
    let found = Beginning.matches(piece.text, among: FilterKey.allCases.map(\.text))
    if found.count == 1, let key = FilterKey.allCases.first(where: { $0.text == found[0] }) { return key }
    if found.count > 1 {
      throw problem(piece, "`\(piece.text)` is the beginning of \(Self.list(found)).", "\(found[0]):")
    }
    throw problem(
      piece, "There is no key `\(piece.text)`; text with such a sign in it goes in quotes.",
      meant(by: piece, in: token))
  }

  /// What may stand for a key that there is not: a condition that wants `is:`, or the nearest key, with the number that
  /// it was compared with.
  private func meant(by piece: FilterPiece, in token: FilterToken) -> String? {
    let condition = FilterWord.allCases.map(\.rawValue)
    if let word = condition.first(where: { $0 == piece.text.lowercased() }) {
      let isDenied = ["no", "false"].contains(token.values.first?.text.lowercased() ?? "")
      return (isDenied && !token.isNegated ? "-" : "") + "is:\(word)"
    }
    let keys = FilterKey.allCases
    guard let name = NearestWord.among(keys.map(\.text) + condition, to: piece.text) else { return nil }
    guard let key = keys.first(where: { $0.text == name }) else { return "is:\(name)" }
    guard key.isCompared, let sign = token.comparison?.sign, sign != .equal, token.values.count == 1,
      let value = token.values.first, !value.text.isEmpty
    else { return "\(name):" }
    return "\(name)\(sign.typed)\(FilterText.value(value.text))"
  }

  private func condition(
    _ key: FilterKey, _ token: FilterToken
  ) throws(FilterProblem) -> (ItemFilter.Condition, isInverse: Bool) {
    let values = token.values
    let sign = token.comparison?.sign ?? .equal
    switch key {
    case .type: return (.type(Set(try choices(values, key).compactMap { ItemType(rawValue: $0) })), false)
    case .state: return (.state(Set(try choices(values, key).compactMap { ItemState(rawValue: $0) })), false)
    case .panel: return (.panel(Set(try choices(values, key).compactMap { Panel(rawValue: $0) })), false)
    case .label: return (.label(Set(try names(values, key))), false)
    case .epic: return (.epic(Set(try names(values, key))), false)
    case .owner: return (.owner(Set(try people(values, key))), false)
    case .requester: return (.requester(Set(try people(values, key))), false)
    case .id: return (.number(Set(try numbers(values, key))), false)
    case .run: return (.run(Set(try numbers(values, key))), false)
    case .link(let kind):
      guard Self.isNumbered(kind) else { return (.link(kind, Set(values.map(\.text))), false) }
      return (.link(kind, Set(try numbers(values, key).map(String.init))), false)
    case .has, .no:
      let piece = try only(values, key)
      let field = ItemFilter.Field(rawValue: try choices([piece], key)[0])
      guard let field else { throw problem(piece, "There is no field `\(piece.text)`.") }
      return (.has(field), key == .no)
    case .condition: return try word(try only(values, key), key)
    case .points:
      let piece = try only(values, key)
      guard let points = FilterDays.number(piece.text) else {
        throw problem(piece, "`\(piece.text)` is no number of points.", "points\(sign.typed)3")
      }
      return (.points(sign, points), false)
    case .due: return (try due(try only(values, key), sign), false)
    case .time(let field): return (try time(try only(values, key), field, sign), false)
    }
  }

  /// What stands after `is:`.
  private func word(
    _ piece: FilterPiece, _ key: FilterKey
  ) throws(FilterProblem) -> (ItemFilter.Condition, isInverse: Bool) {
    switch FilterWord(rawValue: try choices([piece], key)[0]) {
    case .blocked: (.has(.blocker), false)
    case .unestimated: (.unestimated(context.pointed), false)
    case .unowned: (.has(.owner), true)
    case .overdue: (.overdue(context.day()), false)
    case .open: (.panel([.done]), true)
    case .done: (.panel([.done]), false)
    case nil: throw problem(piece, "There is no condition `\(piece.text)`.")
    }
  }

  private func due(
    _ piece: FilterPiece, _ sign: ItemFilter.Comparison
  ) throws(FilterProblem) -> ItemFilter.Condition {
    if let day = FilterDays.day(piece.text, context) { return .due(sign, day) }
    guard let age = FilterDays.Age(piece.text), age.isWholeDays else {
      throw problem(piece, "`\(piece.text)` is neither a day nor a number of days from now.", "due\(sign.typed)7d")
    }
    return .due(sign, context.day(in: age.days))
  }

  private func time(
    _ piece: FilterPiece, _ field: ItemFilter.TimeField, _ sign: ItemFilter.Comparison
  ) throws(FilterProblem) -> ItemFilter.Condition {
    if let age = FilterDays.Age(piece.text) {
      guard let turned = sign.turned else {
        throw problem(piece, "An age is less or more than `\(piece.text)`.", "\(field.rawValue)<\(piece.text)")
      }
      // What is younger was made later.
      return .time(field, turned, context.now - .seconds(age.hours * 3600))
    }
    if let moment = Instant(rfc3339: piece.text) { return .time(field, sign, moment) }
    let ends = piece.text.split(separator: "/", omittingEmptySubsequences: false).compactMap {
      Instant(rfc3339: String($0))
    }
    if ends.count == 2, sign == .equal { return .during(field, ends[0], ends[1]) }
    guard let day = FilterDays.day(piece.text, context), let start = FilterDays.start(of: day, in: context.zone),
      let end = FilterDays.end(of: day, in: context.zone)
    else {
      throw problem(
        piece, "`\(piece.text)` is neither a day, as in 2026-12-01, nor an age, as in 30d.",
        "\(field.rawValue)\(sign == .equal ? "<" : sign.rawValue)30d")
    }
    return sign == .equal ? .during(field, start, end) : .time(field, sign, start)
  }

  private func only(_ values: [FilterPiece], _ key: FilterKey) throws(FilterProblem) -> FilterPiece {
    if values.count > 1 { throw problem(values[1], "`\(key.text)` takes one value; say it again for another.") }
    return values[0]
  }

  /// Values that are written out in full or by an unambiguous beginning.
  private func choices(_ values: [FilterPiece], _ key: FilterKey) throws(FilterProblem) -> [String] {
    let words = key.values(context) ?? []
    var chosen: [String] = []
    for piece in values {
      let found = Beginning.matches(piece.text, among: words)
      if found.isEmpty {
        throw problem(
          piece, "There is no \(key.noun) `\(piece.text)`; there are \(Self.list(words)).",
          NearestWord.among(words, to: piece.text))
      }
      if found.count > 1 {
        throw problem(piece, "`\(piece.text)` is the beginning of \(Self.list(found)).", found[0])
      }
      chosen.append(found[0])
    }
    return chosen
  }

  /// Names as they are written where they are known; letters of either case are the same.
  private func names(_ values: [FilterPiece], _ key: FilterKey) throws(FilterProblem) -> [String] {
    guard let known = key.values(context) else { return values.map(\.text) }
    var names: [String] = []
    for piece in values {
      guard let name = known.first(where: { $0.lowercased() == piece.text.lowercased() }) else {
        let nearest = NearestWord.among(known, to: piece.text).map { FilterText.value($0) }
        throw problem(piece, "There is no \(key.noun) `\(piece.text)`.", nearest)
      }
      names.append(name)
    }
    return names
  }

  private func people(_ values: [FilterPiece], _ key: FilterKey) throws(FilterProblem) -> [Handle] {
    var handles: [Handle] = []
    for piece in values {
      if piece.text.lowercased() == "me", !piece.isQuoted {
        guard let me = context.me else { throw problem(piece, "Nobody knows who `me` is here.") }
        handles.append(me)
      } else {
        handles += try names([piece], key).map { Handle($0) }
      }
    }
    return handles
  }

  /// Numbers from 1, each with a `#` or without.
  private func numbers(_ values: [FilterPiece], _ key: FilterKey) throws(FilterProblem) -> [Int] {
    var numbers: [Int] = []
    for piece in values {
      let digits = piece.text.hasPrefix("#") ? String(piece.text.dropFirst()) : piece.text
      guard let number = FilterDays.number(digits), number > 0 else {
        throw problem(piece, "`\(piece.text)` is no number.", Self.example(key))
      }
      numbers.append(number)
    }
    return numbers
  }

  static func isNumbered(_ kind: ItemLink.Kind) -> Bool {
    switch kind {
    case .incident, .lesson, .splitFrom, .duplicateOf: true
    case .url, .pullRequest, .branch: false
    }
  }

  /// How one is typed, where somebody has to be shown.
  static func example(_ key: FilterKey) -> String {
    switch key {
    case .type: "type:bug"
    case .state: "state:started"
    case .panel: "panel:current"
    case .label: "label:router"
    case .epic: "epic:\"the router\""
    case .owner, .requester: "\(key.text):me"
    case .points: "points>3"
    case .condition: "is:blocked"
    case .has, .no: "\(key.text):owner"
    case .id, .run: "\(key.text):12"
    case .due: "due<7d"
    case .time(let field): "\(field.rawValue)<30d"
    case .link(.url): "url:\"https://example.org/9\""
    case .link(.pullRequest): "pull-request:\"owner/repo#9\""
    case .link(let kind): "\(kind.rawValue):\(isNumbered(kind) ? "9" : "main")"
    }
  }

  /// `open, done and blocked`.
  private static func list(_ words: [String]) -> String {
    words.count < 2 ? words.joined() : "\(words.dropLast().joined(separator: ", ")) and \(words[words.count - 1])"
  }

  private func problem(_ piece: FilterPiece, _ sentence: String, _ suggestion: String? = nil) -> FilterProblem {
    FilterProblem(
      line: line, offset: piece.range.lowerBound, length: piece.range.count, sentence: sentence,
      suggestion: suggestion)
  }
}

extension ItemFilter.Comparison {
  /// As it is typed behind a key.
  var typed: String { self == .equal ? ":" : rawValue }

  /// The sign read from the other side; nil for equality.
  var turned: Self? {
    switch self {
    case .less: .more
    case .atMost: .atLeast
    case .equal: nil
    case .atLeast: .atMost
    case .more: .less
    }
  }
}
