import Domain

/// One value of one column, in what every engine takes: no floating point, times as integer milliseconds.
public enum Value: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])

  /// Text is equal when its bytes are: Swift's own `==` takes a composed and a decomposed é for the same, and a
  /// store that keeps text as it came must not.
  public static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.integer(let left), .integer(let right)): left == right
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    case (.blob(let left), .blob(let right)): left == right
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .integer(let number): hasher.combine(number)
    case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
    case .blob(let bytes): hasher.combine(bytes)
    }
  }
}

extension Value {
  public init(_ number: Int) { self = .integer(Int64(number)) }
  public init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }
  public init(_ text: String) { self = .text(text) }
  public init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  /// 1 or 0.
  public init(_ flag: Bool) { self = .integer(flag ? 1 : 0) }
  /// Milliseconds since 1970.
  public init(_ instant: Instant) { self = .integer(instant.milliseconds) }
  public init(_ instant: Instant?) { self = instant.map { .integer($0.milliseconds) } ?? .null }
  public init(_ bytes: [UInt8]) { self = .blob(bytes) }
}

extension Value: ExpressibleByNilLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByStringLiteral, ExpressibleByStringInterpolation
{
  public init(nilLiteral: ()) { self = .null }
  public init(integerLiteral number: Int64) { self = .integer(number) }
  public init(booleanLiteral flag: Bool) { self.init(flag) }
  public init(stringLiteral text: String) { self = .text(text) }
}

extension Value: CustomStringConvertible {
  /// As it stands in a key: the number, or the text as it is.
  public var description: String {
    switch self {
    case .null: "null"
    case .integer(let number): String(number)
    case .text(let text): text
    case .blob(let bytes): CanonicalJSON.hex(bytes)
    }
  }
}
