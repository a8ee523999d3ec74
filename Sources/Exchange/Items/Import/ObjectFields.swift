/// The keys of an object, noted in the report as they are used.
struct ObjectFields {
  private var columns: [String: Int] = [:]

  /// Notes every key of the object that has something in it, with its fate by the table.
  ///
  /// - Returns: Those that the table does not have, and that are one text or number: they are kept as they are.
  mutating func note(
    _ object: JSONNode, _ fates: [String: ImportColumn.Fate], into report: inout ImportReport
  ) -> [(name: String, value: String)] {
    var extra: [(name: String, value: String)] = []
    for member in object.members where !member.value.isEmpty {
      let text = member.value.text
      let fate = fates[member.name] ?? (text == nil ? .lost("more than one value") : .extra)
      if fate == .extra, let text { extra.append((member.name, text.withPlainLineBreaks)) }
      let column = columns[member.name] ?? report.columns.count
      if column == report.columns.count {
        columns[member.name] = column
        report.columns.append(ImportColumn(member.name, fate))
      }
      report.columns[column].see(text ?? Self.example(member.value))
    }
    return extra
  }

  private static func example(_ node: JSONNode) -> String {
    switch node {
    case .array(let elements): elements.prefix(5).map(example).joined(separator: ", ")
    case .object(let members): members.first { $0.value.text != nil }.map { "\($0.name): \(example($0.value))" } ?? "{}"
    default: node.text ?? ""
    }
  }
}
