import Domain

extension JSON {
  /// The text, or `null`.
  public init(_ text: String?) { self = text.map(JSON.string) ?? .null }

  /// The number, or `null`.
  public init(_ number: Int?) { self = number.map(JSON.integer) ?? .null }

  /// True or false, or `null` where it is not known.
  public init(_ flag: Bool?) { self = flag.map(JSON.bool) ?? .null }

  /// RFC 3339 in UTC with milliseconds, or `null`.
  public init(_ instant: Instant?) { self.init(instant?.rfc3339) }

  /// Whole seconds, or `null`; the key's name ends in `Seconds`.
  public init(seconds duration: Duration?) { self.init(duration.map { Int($0.wholeSeconds) }) }

  public init(_ handle: Handle?) { self.init(handle?.text) }
  public init(_ team: TeamName?) { self.init(team?.text) }
  public init(_ step: StepID?) { self.init(step?.text) }

  /// An array with one element for each value, in their order.
  public init<Value>(_ values: some Sequence<Value>, element: (Value) -> JSON) {
    self = .array(values.map(element))
  }

  public init(_ texts: [String]) { self.init(texts, element: JSON.string) }
  public init(_ handles: [Handle]) { self.init(handles) { .string($0.text) } }

  /// An object with one member for each pair.
  public init(_ texts: [String: String]) { self = .object(texts.mapValues(JSON.string)) }
}
