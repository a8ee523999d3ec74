/// A place in a hand-set order, as text that sorts by its bytes: between any two there is room for another, so that
/// a move writes one row.
///
/// A key is a whole number and a fraction, in base 62 (`0-9A-Za-z`, which is the order of ASCII). The number's first
/// letter says how many digits it has: `a` one, `b` two, … for what comes after the first key, `Z` one, `Y` two, … for
/// what comes before it. So a key at either end is the next number and stays short however many are added; only keys
/// put between two neighbours grow, by a digit for every six or so at the same place. After David Greenspan,
/// "Implementing Fractional Indexing" (observablehq.com/@dgreensp/implementing-fractional-indexing).
public struct OrderKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  /// The key of the first item of an empty order.
  public static let first = OrderKey(unchecked: "a0")

  /// From this length on the keys around are spread anew: an index of short keys is a fast one.
  public static let longest = 40

  private init(unchecked text: String) { self.text = text }

  /// Reads a key; nil where the text is none that `between` could have made.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let head = bytes.first, let length = Self.integerLength(head), bytes.count >= length,
      bytes.dropFirst().allSatisfy({ Self.value($0) != nil }), bytes.count == length || bytes.last != Self.zero
    else { return nil }
    self.text = text
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  public var description: String { text }

  /// A key after `low` and before `high`; nil is the end of the order on that side.
  ///
  /// - Returns: nil where there is nothing between, as `low` is not before `high`.
  public static func between(_ low: OrderKey?, _ high: OrderKey?) -> OrderKey? {
    switch (low, high) {
    case (nil, nil): return .first
    case (let low?, nil): return low.next
    case (nil, let high?): return high.previous
    case (let low?, let high?):
      guard low < high else { return nil }
      let (whole, fraction) = low.parts
      let (highWhole, highFraction) = high.parts
      if whole == highWhole {
        return OrderKey(unchecked: whole + Self.middle(Array(fraction.utf8), Array(highFraction.utf8)))
      }
      if let next = Self.incremented(whole).map({ OrderKey(unchecked: $0) }), next < high { return next }
      return OrderKey(unchecked: whole + Self.middle(Array(fraction.utf8), nil))
    }
  }

  /// Keys in order, all between the two, as short as halving makes them.
  ///
  /// - Returns: nil where `low` is not before `high`.
  public static func between(_ low: OrderKey?, _ high: OrderKey?, count: Int) -> [OrderKey]? {
    guard count > 0 else { return [] }
    if high == nil {
      var keys: [OrderKey] = []
      keys.reserveCapacity(count)
      var last = low
      for _ in 0..<count {
        guard let key = between(last, nil) else { return nil }
        keys.append(key)
        last = key
      }
      return keys
    }
    guard let middle = between(low, high), let before = between(low, middle, count: (count - 1) / 2),
      let after = between(middle, high, count: count - 1 - (count - 1) / 2)
    else { return nil }
    return before + [middle] + after
  }

  private static let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
  private static let zero = UInt8(ascii: "0")
  private static let lastDigit = UInt8(ascii: "z")

  private static func value(_ digit: UInt8) -> Int? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(digit) - 0x30
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(digit) - 0x41 + 10
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(digit) - 0x61 + 36
    default: nil
    }
  }

  /// How long the whole number is, its first letter included; nil where the letter begins none.
  private static func integerLength(_ head: UInt8) -> Int? {
    switch head {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(head) - 0x61 + 2
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): 0x5A - Int(head) + 2
    default: nil
    }
  }

  private var parts: (whole: String, fraction: String) {
    let length = text.utf8.first.flatMap { Self.integerLength($0) } ?? 0
    return (String(text.prefix(length)), String(text.dropFirst(length)))
  }

  private var next: OrderKey {
    let (whole, fraction) = parts
    if let next = Self.incremented(whole) { return OrderKey(unchecked: next) }
    return OrderKey(unchecked: whole + Self.middle(Array(fraction.utf8), nil))
  }

  /// Nil before the first key that there can be, which takes more keys to reach than there are atoms on earth.
  private var previous: OrderKey? {
    let (whole, fraction) = parts
    return fraction.isEmpty ? Self.decremented(whole).map { OrderKey(unchecked: $0) } : OrderKey(unchecked: whole)
  }

  /// The next whole number; nil after the last one there is.
  private static func incremented(_ whole: String) -> String? {
    var bytes = Array(whole.utf8)
    for index in bytes.indices.dropFirst().reversed() {
      if let value = value(bytes[index]), value < 61 {
        bytes[index] = digits[value + 1]
        return String(decoding: bytes, as: UTF8.self)
      }
      bytes[index] = zero
    }
    switch bytes[0] {
    case UInt8(ascii: "Z"): return "a0"
    case UInt8(ascii: "z"): return nil
    case let head:
      let count = head >= 0x61 ? bytes.count : bytes.count - 2
      return String(decoding: [head + 1] + Array(repeating: zero, count: count), as: UTF8.self)
    }
  }

  /// The whole number before; nil before the first one there is.
  private static func decremented(_ whole: String) -> String? {
    var bytes = Array(whole.utf8)
    for index in bytes.indices.dropFirst().reversed() {
      if let value = value(bytes[index]), value > 0 {
        bytes[index] = digits[value - 1]
        return String(decoding: bytes, as: UTF8.self)
      }
      bytes[index] = lastDigit
    }
    switch bytes[0] {
    case UInt8(ascii: "a"): return "Zz"
    case UInt8(ascii: "A"): return nil
    case let head:
      let count = head > 0x61 ? bytes.count - 2 : bytes.count
      return String(decoding: [head - 1] + Array(repeating: lastDigit, count: count), as: UTF8.self)
    }
  }

  /// A fraction between two, never ending in 0; nil above is 1.
  private static func middle(_ low: [UInt8], _ high: [UInt8]?) -> String {
    var result: [UInt8] = []
    var low = low[...]
    var high = high.map { $0[...] }
    while true {
      let from = low.first.flatMap { value($0) } ?? 0
      let through = high.map { $0.first.flatMap { value($0) } ?? 0 } ?? 62
      if through - from > 1 {
        // The middle, rounded up: never 0, so that the fraction does not end in one.
        result.append(digits[(from + through) / 2])
        return String(decoding: result, as: UTF8.self)
      }
      result.append(digits[from])
      // One digit apart: below the high one there is room beside what is left of the low one.
      if through - from == 1 {
        if let rest = high?.dropFirst(), !rest.isEmpty {
          // The high digit itself, cut there, is between as well, and shorter.
          result[result.count - 1] = digits[through]
          return String(decoding: result, as: UTF8.self)
        }
        high = nil
      } else {
        high = high?.dropFirst()
      }
      low = low.dropFirst()
    }
  }
}
