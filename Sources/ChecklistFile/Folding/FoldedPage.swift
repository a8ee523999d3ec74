import Domain

/// A version's page with lessons folded into it, one edit after the other, and the ids that its steps keep.
///
///     var page = try FoldedPage(latest)
///     let step = try page.apply(.add(text: "Check the ports", .after(StepID("deploy"))))
///     let changes = VersionDiff(from: latest.steps, to: page.steps)
///
/// Steps keep their ids however they are reworded or moved, which reading the page anew could only guess; so a version
/// is to be made with `steps` as they are here. An edit that is refused leaves the page as it was.
public struct FoldedPage: Sendable {
  public private(set) var document: ChecklistDocument
  /// In the order of the document's `parsedSteps`.
  public private(set) var ids: [StepID]
  /// What no new step may be called: a removed step's id is not given to another.
  private var taken: Set<StepID>
  /// What the version's steps said, for those that are gone.
  private let base: [Step]

  /// - Parameter reserved: Ids of older versions that no new step may get.
  /// - Throws: `ChecklistFileError` where the version's text can't be read (any more).
  public init(_ version: ChecklistVersion, reserved: Set<StepID> = []) throws {
    let name = version.reference.checklist.text
    try self.init(ChecklistDocument(source: version.source, fileName: "\(name).md"), base: version.steps, reserved)
  }

  private init(_ document: ChecklistDocument, base: [Step], _ reserved: Set<StepID>) {
    self.document = document
    self.base = base
    // Where the version was read by the same rules its ids are taken as they stand.
    let isSame = document.parsedSteps.map(\.text) == base.map(\.text)
    ids = isSame ? base.map(\.id) : document.steps(parent: base, reserved: reserved).map(\.id)
    taken = reserved.union(base.map(\.id)).union(ids)
  }

  public var steps: [Step] { document.steps(ids: ids) }

  /// Makes the edit.
  ///
  /// What has changed since the edit was proposed plays no part here; see `ProposedEdit.conflict(from:to:)`.
  ///
  /// - Returns: The step that carries the change: the new one for an addition, the one that went for a removal.
  /// - Throws: `EditConflict.stepGone`, or a `ChecklistEditError`.
  @discardableResult
  public mutating func apply(_ edit: ProposedEdit) throws -> StepID {
    switch edit {
    case .reword(let id, let text):
      let index = try index(of: id)
      try replace(with: document.rewording(index, to: text), ids: ids) { $0.parsedSteps[index].text }
    case .add(let text, let body, let place): return try add(NewStep(text: text, body: body), place)
    case .remove(let id):
      let range = try subtree(of: id)
      try replace(
        with: document.removing(range.lowerBound), ids: Array(ids[..<range.lowerBound] + ids[range.upperBound...]))
    case .move(let id, let place): try move(id, place)
    case .set(let id, let key, let value):
      let (index, key) = (try index(of: id), try Self.key(key))
      try replace(with: document.setting(key, to: value, at: index), ids: ids) {
        $0.parsedSteps[index].attributes.entries.map(\.text).joined(separator: "; ")
      }
    case .unset(let id, let key): try unset(try Self.key(key), at: try index(of: id))
    }
    return edit.step
  }

  /// The page as somebody went on editing it by hand, with ids as they follow from the page so far.
  public func edited(to bytes: [UInt8], fileName: String) throws(ChecklistFileError) -> FoldedPage {
    var page = self
    page.document = try ChecklistDocument(bytes: bytes, fileName: fileName)
    page.ids = page.document.steps(parent: steps, reserved: taken).map(\.id)
    page.taken.formUnion(page.ids)
    return page
  }

  private mutating func add(_ new: NewStep, _ place: StepPlace) throws -> StepID {
    let anchor = try subtree(of: place.anchor)
    let (edited, position) =
      switch place {
      case .before: (try document.inserting(new, before: anchor.lowerBound), anchor.lowerBound)
      case .after: (try document.inserting(new, after: anchor.lowerBound), anchor.upperBound)
      }
    let id = StepIdentity.newID(for: edited.parsedSteps[position], taken: taken)
    var ids = ids
    ids.insert(id, at: position)
    try replace(with: edited, ids: ids)
    taken.insert(id)
    return id
  }

  private mutating func move(_ id: StepID, _ place: StepPlace) throws {
    let moved = try subtree(of: id)
    let anchor = try subtree(of: place.anchor)
    let (edited, position) =
      switch place {
      case .before: (try document.moving(moved.lowerBound, before: anchor.lowerBound), anchor.lowerBound)
      case .after: (try document.moving(moved.lowerBound, after: anchor.lowerBound), anchor.upperBound)
      }
    var rest = ids
    rest.removeSubrange(moved)
    rest.insert(contentsOf: ids[moved], at: position <= moved.lowerBound ? position : position - moved.count)
    try replace(with: edited, ids: rest)
  }

  private mutating func unset(_ key: AttributeKey, at index: Int) throws(ChecklistEditError) {
    let edited = try document.removing(key, at: index)
    let before = document.parsedSteps[index].attributes.entries
    guard edited.parsedSteps[index].attributes.entries.map(\.text) != before.map(\.text) else {
      throw before.contains { $0.known == key } ? .inherited(key: key.rawValue) : .nothingToChange
    }
    try replace(with: edited, ids: ids)
  }

  /// - Parameter part: What has to be another than before; other bytes where nothing is given.
  private mutating func replace(
    with edited: ChecklistDocument, ids: [StepID], unlessSame part: (ChecklistDocument) -> String = { $0.text }
  ) throws(ChecklistEditError) {
    guard !part(edited).utf8.elementsEqual(part(document).utf8) else { throw .nothingToChange }
    document = edited
    self.ids = ids
  }

  private func index(of id: StepID) throws(EditConflict) -> Int {
    guard let index = ids.firstIndex(of: id) else {
      throw .stepGone(id, text: base.first { $0.id == id }?.text ?? "")
    }
    return index
  }

  /// The step with everything under it, which follows it directly.
  private func subtree(of id: StepID) throws(EditConflict) -> Range<Int> {
    let index = try index(of: id)
    return index..<index + 1 + document.parsedSteps.countUnder(index)
  }

  private static func key(_ text: String) throws(ChecklistEditError) -> AttributeKey {
    guard let key = AttributeKey(rawValue: text) else { throw .unknownKey(text) }
    guard key != .id else { throw .idStays }
    return key
  }
}
