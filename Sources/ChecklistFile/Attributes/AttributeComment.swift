import Domain

/// The attribute comment at the end of a step's first paragraph or of a heading, and where it stands in the file.
struct AttributeComment: Sendable {
  /// From `<!--` to the end of `-->`.
  var range: Range<Int>
  /// With ranges in the file.
  var entries: [AttributeEntry]

  /// The comment at the end of `range`, where cmark-gfm says that one ends it; nil when that one is prose.
  static func read(endOf range: Range<Int>, in source: SourceLines, file: String) throws(ChecklistFileError) -> Self? {
    let bytes = source.bytes
    guard let comment = lastComment(in: range, of: bytes) else { return nil }
    do {
      guard let entries = try AttributeText.parse(bytes, in: comment.lowerBound + 4..<comment.upperBound - 3) else {
        return nil
      }
      return Self(range: comment, entries: entries)
    } catch {
      let line = source.number(ofByte: comment.lowerBound)
      throw ChecklistFileError(file: file, line: line, problem: .attributeSyntax(error))
    }
  }

  /// The last `<!--` up to the last `-->`. A comment holds no `--`, so the last start is its own.
  private static func lastComment(in range: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
    guard let end = lastIndex(of: "-->", in: range, of: bytes),
      let start = lastIndex(of: "<!--", in: range.lowerBound..<end, of: bytes), start + 4 <= end
    else { return nil }
    return start..<end + 3
  }

  private static func lastIndex(of text: StaticString, in range: Range<Int>, of bytes: [UInt8]) -> Int? {
    let pattern = Array("\(text)".utf8)
    guard range.count >= pattern.count else { return nil }
    return (range.lowerBound...range.upperBound - pattern.count).last {
      bytes[$0..<$0 + pattern.count].elementsEqual(pattern)
    }
  }
}

/// Turns entries into the values that a run goes by.
struct AttributeValues {
  let file: String
  let source: SourceLines
  /// The declared parameters, which `if` may name.
  let parameters: Set<String>
  /// Those of them that are secrets, which `if` may not name: a run does not have their values.
  let secrets: Set<String>

  init(file: String, source: SourceLines, settings: ChecklistSettings) {
    self.file = file
    self.source = source
    parameters = Set(settings.parameters.map(\.name))
    secrets = settings.secretNames
  }

  /// Puts the comment's entries on top of `inherited`.
  ///
  /// A value stands in for the one inherited, a flag adds to those inherited.
  func attributes(
    of comment: AttributeComment, onHeading: Bool, over inherited: StepAttributes = StepAttributes()
  ) throws(ChecklistFileError) -> StepAttributes {
    var attributes = inherited
    var seen: Set<String> = []
    for entry in comment.entries {
      guard seen.insert(entry.key).inserted else { throw error(entry, .attributeTwice(key: entry.key)) }
      guard let key = entry.known else {
        if !attributes.unknown.contains(entry.key) { attributes.unknown.append(entry.key) }
        continue
      }
      if onHeading, key == .id { throw error(entry, .idOnHeading) }
      try set(key, of: entry, in: &attributes)
    }
    return attributes
  }

  private func set(
    _ key: AttributeKey, of entry: AttributeEntry, in attributes: inout StepAttributes
  ) throws(ChecklistFileError) {
    if key.isFlag, entry.value != nil { throw error(entry, .attributeTakesNoValue(key: entry.key)) }
    if !key.mayStandAlone, (entry.value ?? "").isEmpty { throw wrong(entry, expected: key.expectation) }
    let value = entry.value ?? ""
    switch key {
    case .id:
      guard Slug.isName(value, limit: 64) else { throw wrong(entry, expected: key.expectation) }
      attributes.explicitID = value
    case .expect: attributes.expect = try duration(entry)
    case .wait: attributes.wait = try duration(entry)
    case .killer: attributes.isKiller = true
    case .value: attributes.value = value.isEmpty ? "value" : value
    case .role: attributes.role = value
    case .deploys: attributes.deploys = true
    case .noReturn: attributes.isNoReturn = true
    case .condition: attributes.condition = try condition(entry)
    case .mode: attributes.mode = value
    case .matches: attributes.matches = try pattern(entry, key)
    case .progress: attributes.progress = try pattern(entry, key)
    case .timeout:
      guard let timeout = StepDuration.parse(value), timeout > .zero else {
        throw wrong(entry, expected: key.expectation)
      }
      attributes.timeout = timeout
    case .attempts:
      guard let count = Int(value), (1...AttributeKey.mostAttempts).contains(count) else {
        throw wrong(entry, expected: key.expectation)
      }
      attributes.attempts = count
    case .total:
      guard (Int(value) ?? 0) > 0 || !Placeholder.all(in: value).isEmpty else {
        throw wrong(entry, expected: key.expectation)
      }
      attributes.total = value
    }
  }

  private func pattern(_ entry: AttributeEntry, _ key: AttributeKey) throws(ChecklistFileError) -> String {
    let pattern = entry.value ?? ""
    guard (try? Regex(pattern)) != nil else { throw wrong(entry, expected: key.expectation) }
    return pattern
  }

  private func duration(_ entry: AttributeEntry) throws(ChecklistFileError) -> Duration {
    guard let duration = StepDuration.parse(entry.value ?? "") else {
      throw wrong(entry, expected: AttributeKey.expect.expectation)
    }
    return duration
  }

  private func condition(_ entry: AttributeEntry) throws(ChecklistFileError) -> StepCondition {
    guard let condition = StepCondition(written: entry.value ?? "") else {
      throw wrong(entry, expected: AttributeKey.condition.expectation)
    }
    guard parameters.contains(condition.parameter) else {
      throw error(entry, .conditionOnUndeclaredParameter(condition.parameter))
    }
    guard !secrets.contains(condition.parameter) else { throw error(entry, .conditionOnSecret(condition.parameter)) }
    return condition
  }

  private func wrong(_ entry: AttributeEntry, expected: String) -> ChecklistFileError {
    error(entry, .attributeValue(key: entry.key, found: entry.value ?? "", expected: expected))
  }

  private func error(_ entry: AttributeEntry, _ problem: ChecklistFileError.Problem) -> ChecklistFileError {
    ChecklistFileError(file: file, line: source.number(ofByte: entry.range.lowerBound), problem: problem)
  }
}

extension StepCondition {
  /// Reads `name = value` or `name != value`; nil when it is neither. The value may be empty.
  init?(written text: String) {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    var name = text[..<sign]
    let isEqual = name.last != "!"
    if !isEqual { name.removeLast() }
    let value = text[text.index(after: sign)...].trimmingSpacing()
    let trimmed = name.trimmingSpacing()
    guard Placeholder.isName(trimmed), !value.hasPrefix("=") else { return nil }
    self.init(parameter: trimmed, isEqual: isEqual, value: value)
  }

  /// As it is written in a file, as in `environment != prod`.
  var text: String { "\(parameter) \(isEqual ? "=" : "!=") \(value)".trimmingSpacing() }
}

extension StepAttributes {
  /// The comment's entries in the order of `AttributeKey`, the unknown ones last and without values.
  public var entries: [AttributeEntry] {
    AttributeKey.allCases.compactMap { key in
      switch key {
      case .id: explicitID.map { AttributeEntry(key: key.rawValue, value: $0) }
      case .expect: expect.map { AttributeEntry(key: key.rawValue, value: StepDuration.text($0)) }
      case .wait: wait.map { AttributeEntry(key: key.rawValue, value: StepDuration.text($0)) }
      case .killer: isKiller ? AttributeEntry(key: key.rawValue) : nil
      case .value: value.map { AttributeEntry(key: key.rawValue, value: $0) }
      case .role: role.map { AttributeEntry(key: key.rawValue, value: $0) }
      case .deploys: deploys ? AttributeEntry(key: key.rawValue) : nil
      case .noReturn: isNoReturn ? AttributeEntry(key: key.rawValue) : nil
      case .condition: condition.map { AttributeEntry(key: key.rawValue, value: $0.text) }
      case .mode: mode.map { AttributeEntry(key: key.rawValue, value: $0) }
      case .matches: matches.map { AttributeEntry(key: key.rawValue, value: $0) }
      case .timeout: timeout.map { AttributeEntry(key: key.rawValue, value: StepDuration.text($0)) }
      case .attempts: attempts.map { AttributeEntry(key: key.rawValue, value: String($0)) }
      case .progress: progress.map { AttributeEntry(key: key.rawValue, value: $0) }
      case .total: total.map { AttributeEntry(key: key.rawValue, value: $0) }
      }
    } + unknown.map { AttributeEntry(key: $0) }
  }
}
