/// A change to one line of a checklist, proposed by somebody and not made yet.
///
/// Lines are named by their ids, so that it still means the same line in a later version.
public enum ProposedEdit: Hashable, Sendable {
  case reword(StepID, to: String)
  /// `body` is Markdown without indentation, empty for nothing.
  case add(text: String, body: String = "", StepPlace)
  /// The step goes with everything under it.
  case remove(StepID)
  case move(StepID, StepPlace)
  /// An attribute of the file format, as in `killer` or `expect` with `45m`; nil for a key that stands alone.
  case set(StepID, key: String, value: String?)
  case unset(StepID, key: String)

  /// The step that it is about; the anchor of one that is added.
  public var step: StepID {
    switch self {
    case .reword(let step, _), .remove(let step), .move(let step, _), .set(let step, _, _), .unset(let step, _): step
    case .add(_, _, let place): place.anchor
    }
  }

  /// Every step that has to be there for it to mean anything.
  public var steps: [StepID] {
    if case .move(let step, let place) = self { [step, place.anchor] } else { [step] }
  }

  /// In a few words, as in `after deploy: "Look at the logs"`.
  public var summary: String {
    switch self {
    case .reword(let step, let text): "reword \(step): \"\(Self.line(text))\""
    case .add(let text, _, let place): "\(place): \"\(Self.line(text))\""
    case .remove(let step): "remove \(step)"
    case .move(let step, let place): "move \(step) \(place)"
    case .set(let step, let key, let value?): "\(step): \(key) is to be \(value)"
    case .set(let step, let key, nil): "mark \(step) as \(key)"
    case .unset(let step, let key): "\(step): no \(key) any more"
    }
  }

  private static func line(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
}

/// Next to which step something goes: beside it in its list, past everything under it.
public enum StepPlace: Hashable, Sendable, CustomStringConvertible {
  case before(StepID)
  case after(StepID)

  public var anchor: StepID {
    switch self {
    case .before(let step), .after(let step): step
    }
  }

  public var description: String {
    switch self {
    case .before(let step): "before \(step)"
    case .after(let step): "after \(step)"
    }
  }
}

extension ProposedEdit: Codable {
  private enum Kind: String, Codable { case reword, add, remove, move, set, unset }
  private enum Key: String, CodingKey { case kind, step, before, after, text, body, key, value }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    func step(_ key: Key) throws -> StepID { StepID(try values.decode(String.self, forKey: key)) }
    func place() throws -> StepPlace {
      if let anchor = try values.decodeIfPresent(String.self, forKey: .before) { return .before(StepID(anchor)) }
      return .after(try step(.after))
    }
    switch try values.decode(Kind.self, forKey: .kind) {
    case .reword: self = .reword(try step(.step), to: try values.decode(String.self, forKey: .text))
    case .add:
      self = .add(
        text: try values.decode(String.self, forKey: .text),
        body: try values.decodeIfPresent(String.self, forKey: .body) ?? "", try place())
    case .remove: self = .remove(try step(.step))
    case .move: self = .move(try step(.step), try place())
    case .set:
      self = .set(
        try step(.step), key: try values.decode(String.self, forKey: .key),
        value: try values.decodeIfPresent(String.self, forKey: .value))
    case .unset: self = .unset(try step(.step), key: try values.decode(String.self, forKey: .key))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    func put(_ kind: Kind, _ step: StepID?, _ place: StepPlace? = nil) throws {
      try values.encode(kind, forKey: .kind)
      try values.encodeIfPresent(step?.text, forKey: .step)
      switch place {
      case .before(let anchor): try values.encode(anchor.text, forKey: .before)
      case .after(let anchor): try values.encode(anchor.text, forKey: .after)
      case nil: break
      }
    }
    switch self {
    case .reword(let step, let text):
      try put(.reword, step)
      try values.encode(text, forKey: .text)
    case .add(let text, let body, let place):
      try put(.add, nil, place)
      try values.encode(text, forKey: .text)
      if !body.isEmpty { try values.encode(body, forKey: .body) }
    case .remove(let step): try put(.remove, step)
    case .move(let step, let place): try put(.move, step, place)
    case .set(let step, let key, let value):
      try put(.set, step)
      try values.encode(key, forKey: .key)
      try values.encodeIfPresent(value, forKey: .value)
    case .unset(let step, let key):
      try put(.unset, step)
      try values.encode(key, forKey: .key)
    }
  }
}
