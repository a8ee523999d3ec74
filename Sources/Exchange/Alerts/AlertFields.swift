import Domain

/// An object or list of a payload, which knows its place in it: so that an error names that.
struct AlertFields {
  let source: AlertSource
  let node: JSONNode
  /// As in `alerts[3].labels`; empty for the payload.
  let path: String

  init(_ source: AlertSource, _ node: JSONNode, at path: String = "") {
    self.source = source
    self.node = node
    self.path = path
  }

  func place(_ name: String) -> String { path.isEmpty ? name : path + "." + name }

  func error(_ name: String, _ reason: AlertPayloadError.Reason) -> AlertPayloadError {
    AlertPayloadError(source, name.isEmpty ? path : place(name), reason)
  }

  /// What stands there; nil where nothing does, or null.
  func value(_ name: String) -> JSONNode? {
    guard let value = node[name], value != .null else { return nil }
    return value
  }

  /// A text, number or truth value as text without the spaces around it; nil where there is none, or an empty one.
  ///
  /// - Throws: `wrongType` for a list or an object.
  func text(_ name: String) throws(AlertPayloadError) -> String? {
    guard let value = value(name) else { return nil }
    guard let text = value.text else { throw error(name, .wrongType(found: value.kind, wanted: "text")) }
    return AlertText.filled(text)
  }

  /// The same where it matters little: a list or an object is as good as nothing.
  func loose(_ name: String) -> String? { node[name]?.text.flatMap(AlertText.filled) }

  func needed(_ name: String) throws(AlertPayloadError) -> String {
    guard let text = try text(name) else { throw error(name, .missing) }
    return text
  }

  /// An object, or nil where there is none.
  func object(_ name: String) throws(AlertPayloadError) -> AlertFields? {
    guard let value = value(name) else { return nil }
    guard value.isObject else { throw error(name, .wrongType(found: value.kind, wanted: "an object")) }
    return AlertFields(source, value, at: place(name))
  }

  /// The same where it matters little.
  func looseObject(_ name: String) -> AlertFields? {
    guard let value = value(name), value.isObject else { return nil }
    return AlertFields(source, value, at: place(name))
  }

  /// The objects of a list.
  func objects(_ name: String, limit: Int) throws(AlertPayloadError) -> [AlertFields] {
    guard let value = value(name) else { throw error(name, .missing) }
    guard case .array(let elements) = value else { throw error(name, .wrongType(found: value.kind, wanted: "a list")) }
    guard elements.count <= limit else { throw error(name, .tooMany(elements.count, limit: limit)) }
    var objects: [AlertFields] = []
    for (index, element) in elements.enumerated() {
      guard element.isObject else {
        throw error("\(name)[\(index)]", .wrongType(found: element.kind, wanted: "an object"))
      }
      objects.append(AlertFields(source, element, at: place("\(name)[\(index)]")))
    }
    return objects
  }

  /// A time, which is left out where it cannot be read, with a remark; nil for the year 1, which means none.
  func time(_ name: String, _ remarks: inout [String]) -> Instant? {
    guard let value = value(name), !value.isEmpty else { return nil }
    guard let text = value.text, let instant = AlertTime.instant(text) else {
      remarks.append("\(place(name)) is no time that can be read, and is left out")
      return nil
    }
    return instant < AlertTime.earliest ? nil : instant
  }
}

extension JSONNode {
  /// As in `a list`.
  var kind: String {
    switch self {
    case .object: "an object"
    case .array: "a list"
    case .string: "text"
    case .number: "a number"
    case .bool: "true or false"
    case .null: "null"
    }
  }
}
