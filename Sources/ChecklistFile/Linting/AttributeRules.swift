import Domain

extension Linter {
  mutating func checkAttributes() {
    for comment in document.headingComments { checkUnknown(comment) }
    for step in document.parsedSteps {
      if let comment = step.comment { checkUnknown(comment) }
      checkStray(step)
    }
  }

  private mutating func checkUnknown(_ comment: AttributeComment) {
    for entry in comment.entries {
      let line = document.source.number(ofByte: entry.range.lowerBound)
      if entry.known == nil {
        let near = AttributeKey.allCases.map(\.rawValue).filter { Self.isNear($0, entry.key.lowercased()) }
        let hint = near.first.map { "; did you mean `\($0)`?" } ?? ""
        find(.unknownAttribute, line, "there is no attribute `\(entry.key)`\(hint)")
      } else if entry.known == .mode, let mode = entry.value, !Lint.modes.contains(mode) {
        find(.unknownMode, line, "there is no mode \"\(mode)\" (\(Lint.modes.sorted().joined(separator: ", ")))")
      }
    }
  }

  /// A comment with keys of ours in it that is not at the end of the first paragraph.
  private mutating func checkStray(_ step: ParsedStep) {
    for (line, text) in step.numberedLines {
      var rest = Substring(text)
      while let start = rest.firstRange(of: "<!--"), let end = rest[start.upperBound...].firstRange(of: "-->") {
        let inside = String(rest[start.upperBound..<end.lowerBound])
        if let entries = try? AttributeText.parse(inside), entries.contains(where: { $0.known != nil }) {
          find(.strayAttributes, line, "the attributes \"\(inside.trimmingSpacing())\" are not read")
        }
        rest = rest[end.upperBound...]
      }
    }
  }

  /// Equal, or one letter or one neighbouring pair apart.
  private static func isNear(_ left: String, _ right: String) -> Bool {
    let a = Array(left)
    let b = Array(right)
    guard abs(a.count - b.count) <= 1, a.count > 2 else { return a == b }
    var prefix = 0
    while prefix < min(a.count, b.count), a[prefix] == b[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < min(a.count, b.count) - prefix, a[a.count - 1 - suffix] == b[b.count - 1 - suffix] { suffix += 1 }
    let left = a[prefix..<a.count - suffix]
    let right = b[prefix..<b.count - suffix]
    return max(left.count, right.count) <= 1 || (left.count == 2 && right.count == 2 && left.reversed() == Array(right))
  }
}
