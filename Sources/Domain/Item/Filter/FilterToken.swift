/// A stretch of a filter, with its place in characters.
struct FilterPiece: Hashable {
  var text: String
  var range: Range<Int>
  /// What stands in quotes is never a list and never a number of days.
  var isQuoted = false
}

/// One term as it was typed, taken apart but not understood.
struct FilterToken {
  var range: Range<Int>
  var isNegated = false
  /// Nil for a word or a phrase.
  var key: FilterPiece?
  var comparison: (piece: FilterPiece, sign: ItemFilter.Comparison)?
  /// A word or a phrase has exactly one; a key has one or more, any of which may be empty.
  var values: [FilterPiece]

}

/// Takes a filter apart into terms.
///
/// It goes by scalars: a quote is one also where an accent follows it, though the two are one character.
struct FilterTokens {
  private let line: String
  private let scalars: [Unicode.Scalar]
  /// Which character each scalar is part of; problems are told by the place that a cursor has.
  private let places: [Int]
  private var at = 0

  init(_ line: String) {
    self.line = line
    scalars = Array(line.unicodeScalars)
    places = line.enumerated().flatMap { place, character in character.unicodeScalars.map { _ in place } }
  }

  /// - Throws: ``FilterProblem`` for a quote that is not closed, or something right behind a closed one.
  mutating func all() throws(FilterProblem) -> [FilterToken] {
    var tokens: [FilterToken] = []
    while let token = try next() { tokens.append(token) }
    return tokens
  }

  private var here: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  private func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

  /// The characters that the scalars are in.
  private func characters(_ range: Range<Int>) -> Range<Int> {
    let start = range.lowerBound < places.count ? places[range.lowerBound] : line.count
    return range.isEmpty ? start..<start : start..<places[range.upperBound - 1] + 1
  }

  private func piece(_ range: Range<Int>) -> FilterPiece { FilterPiece(text: text(range), range: characters(range)) }

  private mutating func next() throws(FilterProblem) -> FilterToken? {
    while here?.isWhitespace == true { at += 1 }
    guard here != nil else { return nil }
    let start = at
    var token = FilterToken(range: start..<start, values: [])
    if here == "-" {
      token.isNegated = true
      at += 1
      if here == nil || here?.isWhitespace == true || here == "-" {
        throw problem(start..<at, "After one `-` comes what is not wanted.")
      }
    }
    if here == "#", let number = hashNumber() {
      token.key = FilterPiece(text: "id", range: number.range)
      token.values = [number]
    } else if let key = key() {
      token.key = key
      token.comparison = sign()
      token.values = try list()
    } else {
      token.values = [try value(endsAtComma: false)]
    }
    if let here, !here.isWhitespace { throw problem(at..<at + 1, "After a closing quote there has to be a space.") }
    token.range = characters(start..<at)
    return token
  }

  /// A number behind `#`, as in `#12`; else nothing is read.
  private mutating func hashNumber() -> FilterPiece? {
    var end = at + 1
    while end < scalars.count, ("0"..."9").contains(scalars[end]) { end += 1 }
    guard end > at + 1, end == scalars.count || scalars[end].isWhitespace else { return nil }
    defer { at = end }
    return FilterPiece(text: text(at + 1..<end), range: characters(at..<end))
  }

  /// Letters and hyphens before a sign; else nothing is read.
  private mutating func key() -> FilterPiece? {
    var end = at
    while end < scalars.count, scalars[end].properties.isAlphabetic || scalars[end] == "-" { end += 1 }
    guard end > at, end < scalars.count, scalars[end - 1] != "-", ":=<>".unicodeScalars.contains(scalars[end]) else {
      return nil
    }
    defer { at = end }
    return piece(at..<end)
  }

  /// `:`, `=`, `<`, `<=`, `>`, `>=`, and any of them behind a `:`.
  private mutating func sign() -> (piece: FilterPiece, sign: ItemFilter.Comparison) {
    let start = at
    if here == ":" { at += 1 }
    var sign = ""
    if let first = here, "<>=".unicodeScalars.contains(first) {
      sign = String(first)
      at += 1
      if first != "=", here == "=" {
        sign = "\(first)="
        at += 1
      }
    }
    return (piece(start..<at), ItemFilter.Comparison(rawValue: sign) ?? .equal)
  }

  private mutating func list() throws(FilterProblem) -> [FilterPiece] {
    var values = [try value(endsAtComma: true)]
    while here == "," {
      at += 1
      values.append(try value(endsAtComma: true))
    }
    return values
  }

  private mutating func value(endsAtComma: Bool) throws(FilterProblem) -> FilterPiece {
    if here == "\"" { return try quoted() }
    let start = at
    while let here, !here.isWhitespace, !(endsAtComma && here == ",") { at += 1 }
    return piece(start..<at)
  }

  /// Within quotes `\"` is a quote and `\\` a backslash.
  private mutating func quoted() throws(FilterProblem) -> FilterPiece {
    let start = at
    var text = String.UnicodeScalarView()
    at += 1
    while let scalar = here {
      at += 1
      if scalar == "\"" { return FilterPiece(text: String(text), range: characters(start..<at), isQuoted: true) }
      if scalar == "\\", let escaped = here, escaped == "\"" || escaped == "\\" {
        text.append(escaped)
        at += 1
      } else {
        text.append(scalar)
      }
    }
    throw problem(start..<start + 1, "This quote is not closed.", "\"\(String(text))\"")
  }

  private func problem(_ range: Range<Int>, _ sentence: String, _ suggestion: String? = nil) -> FilterProblem {
    let range = characters(range)
    return FilterProblem(
      line: line, offset: range.lowerBound, length: range.count, sentence: sentence, suggestion: suggestion)
  }
}

extension Unicode.Scalar {
  fileprivate var isWhitespace: Bool { properties.isWhitespace }
}
