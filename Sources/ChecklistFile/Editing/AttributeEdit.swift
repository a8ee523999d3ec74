import Domain

extension ChecklistDocument {
  /// The file with an attribute of the step at the index set; the other attributes keep the way they were written.
  ///
  /// - Parameter value: nil for a key that stands alone, such as `killer`.
  public func setting(
    _ key: AttributeKey, to value: String? = nil, at index: Int
  ) throws(ChecklistEditError) -> ChecklistDocument {
    let changed = try step(index)
    if let value, value.unicodeScalars.contains(where: { $0 == "\0" || $0 == "\n" || $0 == "\r" }) {
      throw .unusableValue(key: key.rawValue, value: value)
    }
    // A file may have a mode that means nothing, and is linted for it; nobody is helped to one.
    if key == .mode, let value, StepMode(rawValue: value) == nil {
      throw .unusableValue(key: key.rawValue, value: value)
    }
    let entry = AttributeEntry(key: key.rawValue, value: value)
    var expected = shapes
    expected[index].own = try attributes(changed.ownAttributes, setting: entry)
    let splice: (range: Range<Int>, bytes: [UInt8])
    if let old = changed.comment?.entries.first(where: { $0.known == key }) {
      splice = (old.range, Array(entry.text.utf8))
    } else if let last = changed.comment?.entries.last {
      splice = (last.range.upperBound..<last.range.upperBound, Array("; \(entry.text)".utf8))
    } else {
      splice = newComment([entry], for: changed)
    }
    return try verified(spliced([splice]), expecting: expected)
  }

  /// The file with an attribute of the step at the index removed, and the comment with it when nothing else is in it.
  ///
  /// The same document when the step has no such attribute of its own.
  public func removing(_ key: AttributeKey, at index: Int) throws(ChecklistEditError) -> ChecklistDocument {
    let changed = try step(index)
    guard let comment = changed.comment, let position = comment.entries.firstIndex(where: { $0.known == key }) else {
      return self
    }
    var expected = shapes
    expected[index].own = Self.attributes(changed.ownAttributes, without: key)
    let range: Range<Int>
    if comment.entries.count == 1 {
      range = min(changed.layout.text.upperBound, comment.range.lowerBound)..<comment.range.upperBound
    } else if position > 0 {
      range = comment.entries[position - 1].range.upperBound..<comment.entries[position].range.upperBound
    } else {
      range = comment.entries[0].range.lowerBound..<comment.entries[1].range.lowerBound
    }
    return try verified(spliced([(range, [])]), expecting: expected)
  }

  /// A comment after the step's text.
  func newComment(_ entries: [AttributeEntry], for step: ParsedStep) -> (range: Range<Int>, bytes: [UInt8]) {
    let end = step.layout.text.upperBound
    let isApart = step.layout.text.isEmpty && end > 0 && source.bytes[end - 1].isBlank
    let comment = "\(isApart ? "" : " ")<!-- \(entries.map(\.text).joined(separator: "; ")) -->"
    return (end..<end, Array(comment.utf8))
  }

  private func attributes(
    _ own: StepAttributes, setting entry: AttributeEntry
  ) throws(ChecklistEditError) -> StepAttributes {
    let values = AttributeValues(file: fileName, source: source, settings: settings)
    do {
      return try values.attributes(of: AttributeComment(range: 0..<0, entries: [entry]), onHeading: false, over: own)
    } catch {
      throw .unusableValue(key: entry.key, value: entry.value ?? "")
    }
  }

  private static func attributes(_ own: StepAttributes, without key: AttributeKey) -> StepAttributes {
    var own = own
    switch key {
    case .id: own.explicitID = nil
    case .expect: own.expect = nil
    case .wait: own.wait = nil
    case .killer: own.isKiller = false
    case .value: own.value = nil
    case .role: own.role = nil
    case .deploys: own.deploys = false
    case .noReturn: own.isNoReturn = false
    case .condition: own.condition = nil
    case .mode: own.mode = nil
    case .matches: own.matches = nil
    case .timeout: own.timeout = nil
    case .attempts: own.attempts = nil
    case .progress: own.progress = nil
    case .total: own.total = nil
    }
    return own
  }
}
