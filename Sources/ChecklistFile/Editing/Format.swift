import Domain

extension ChecklistDocument {
  /// The file with its attribute comments in their normal form, and nothing else changed.
  ///
  /// Known keys stand in the order of `AttributeKey`, unknown ones after them as they were written, separated by `; `,
  /// quoted only where they must be. Formatting twice changes nothing more.
  ///
  /// - Parameter ids: Where given, one for each step in the order of `parsedSteps`; every step that has no explicit
  ///   id gets its one written.
  public func formatted(writing ids: [StepID]? = nil) throws(ChecklistEditError) -> ChecklistDocument {
    var expected = shapes
    var splices: [(range: Range<Int>, bytes: [UInt8])] = headingComments.map { ($0.range, normal($0.entries)) }
    for (index, step) in parsedSteps.enumerated() {
      var entries = step.comment?.entries ?? []
      if let ids, ids.indices.contains(index), step.ownAttributes.explicitID == nil {
        entries.append(AttributeEntry(key: AttributeKey.id.rawValue, value: ids[index].text))
        expected[index].own.explicitID = ids[index].text
      }
      if let comment = step.comment {
        splices.append((comment.range, normal(entries)))
      } else if !entries.isEmpty {
        splices.append(newComment(entries, for: step))
      }
    }
    return try verified(spliced(splices), expecting: expected)
  }

  private func normal(_ entries: [AttributeEntry]) -> [UInt8] {
    let known = entries.compactMap { entry in entry.known.map { ($0, entry) } }.sorted { $0.0.order < $1.0.order }
    let texts = known.map { $1.normalText } + entries.filter { $0.known == nil }.map(\.text)
    return Array("<!-- \(texts.joined(separator: "; ")) -->".utf8)
  }
}

extension AttributeEntry {
  /// With single spaces around the sign of a condition.
  fileprivate var normalText: String {
    guard known == .condition, let condition = StepCondition(written: value ?? "") else { return text }
    return AttributeEntry(key: key, value: condition.text).text
  }
}
