/// The fields of an imported item that are followed from one import to the next. The order is that of the marks as they
/// are kept: a new field goes to the end.
public enum ImportedField: Int, CaseIterable, Sendable {
  case type, state, title, description, points, labels, epic, requester, owners, blockers, tasks, due, links, extra
  case comments, times
}

/// A short hash of each field of an item as its source had it.
///
/// FNV-1a of 32 bits, eight hexadecimal digits a field: it tells a changed field from an unchanged one, in all but one of
/// four thousand million cases; nobody is kept out by it.
public struct ImportMarks: Hashable, Sendable {
  public let text: String

  public init(text: String) { self.text = text }

  /// - Parameter epic: the name of the item's epic, which a file may give elsewhere.
  public init(_ item: ImportedItem, epic: String?) {
    var digits: [UInt8] = []
    digits.reserveCapacity(8 * ImportedField.allCases.count)
    for field in ImportedField.allCases {
      Self.mark(Self.words(of: field, in: item, epic), into: &digits)
    }
    text = String(decoding: digits, as: UTF8.self)
  }

  /// The fields in which two differ.
  public func changed(from old: ImportMarks) -> Set<ImportedField> {
    guard text != old.text else { return [] }
    return Set(ImportedField.allCases.filter { self[$0] != old[$0] })
  }

  private subscript(field: ImportedField) -> Substring {
    text.dropFirst(field.rawValue * 8).prefix(8)
  }

  private static func words(of field: ImportedField, in item: ImportedItem, _ epic: String?) -> [String] {
    switch field {
    case .type: [item.type.rawValue]
    case .state: [item.state.rawValue]
    case .title: [item.title]
    case .description: [item.description]
    case .points: item.points.map { [String($0)] } ?? []
    case .labels: item.labels
    case .epic: epic.map { [$0] } ?? []
    case .requester: item.requester.map { [$0] } ?? []
    case .owners: item.owners
    case .blockers: item.blockers.flatMap { [$0.reference?.text ?? "", $0.text, $0.isResolved ? "1" : "0"] }
    case .tasks: item.tasks.flatMap { [$0.text, $0.isDone ? "1" : "0"] }
    case .due: item.due.map { [$0] } ?? []
    case .links: item.links.flatMap { [$0.kind.rawValue, $0.target] }
    case .extra: item.extra.flatMap { [$0.name, $0.value] }
    case .comments:
      item.comments.flatMap { [$0.text, $0.author ?? "", $0.at.map { String($0.milliseconds) } ?? ""] }
    case .times:
      [item.createdAt, item.acceptedAt].map { $0.map { String($0.milliseconds) } ?? "" }
    }
  }

  private static func mark(_ words: [String], into digits: inout [UInt8]) {
    var hash: UInt32 = 0x811C_9DC5
    for word in words {
      for byte in word.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
      // No byte of a text is this one, so that words can't flow into each other.
      hash = (hash ^ 0xFF) &* 0x0100_0193
    }
    for shift in stride(from: 28, through: 0, by: -4) {
      let nibble = UInt8(truncatingIfNeeded: hash >> UInt32(shift)) & 15
      digits.append(nibble < 10 ? 0x30 + nibble : 0x57 + nibble)
    }
  }
}
