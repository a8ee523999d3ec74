import Domain
import Testing

@testable import ChecklistFile

/// A page that edit after edit is thrown at, and what each has to leave behind.
///
/// What is expected is worked out from the steps' ids alone, not by the code that edits.
struct EditSequence {
  private(set) var page: FoldedPage
  private var dice: Dice
  private var model: StepModel
  private var used: Set<StepID>
  /// Whether the file is written in one style throughout, so that every edit can be taken back byte for byte.
  private let isPlain: Bool
  private let title: String
  private var history: [String] = []
  /// Edits that can be made, and were not because more than the step in question would have changed.
  private(set) var surrenders: [String] = []

  init(bytes: [UInt8], name: String, seed: UInt64, isPlain: Bool = false) throws {
    let document = try ChecklistDocument(bytes: bytes, fileName: name)
    let steps = document.steps()
    let version = ChecklistVersion.sample(of: document, steps: steps)
    page = try FoldedPage(version)
    dice = Dice(state: seed)
    model = StepModel(page)
    used = Set(steps.map(\.id))
    self.isPlain = isPlain
    title = "\(name), seed \(seed)"
  }

  mutating func run(_ edits: Int) {
    for _ in 0..<edits {
      let edit = EditChooser.edit(for: page, using: &dice)
      history.append(edit.summary)
      attempt(edit)
    }
  }

  private mutating func attempt(_ edit: ProposedEdit) {
    let before = page
    do {
      let id = try page.apply(edit)
      expectApplied(edit, id, before)
      expectInverse(of: edit, id, before)
    } catch {
      if case ChecklistEditError.wouldChangeOtherSteps = error { surrenders.append(edit.summary) }
      let isKnown = error is ChecklistEditError || error is EditConflict
      expect(
        isKnown && page.document.bytes == before.document.bytes && page.ids == before.ids, "refused, and unchanged")
    }
  }

  private mutating func expectApplied(_ edit: ProposedEdit, _ id: StepID, _ before: FoldedPage) {
    if case .add = edit { expect(used.insert(id).inserted, "a new step has a new id, not \(id)") }
    model.apply(edit, new: id)
    let found = StepModel(page)
    expect(found == model, "the steps are those expected\n\(found.difference(from: model))")
    model = found
    let kept = KeptLines(before.document, touching: Self.touched(edit, id, before))
    if let difference = kept.difference(in: page.document, touching: Self.touched(edit, id, page)) {
      expect(false, "untouched lines stay: \(difference)")
    }
  }

  /// The lines of the step that the edit is about: all of them where it comes, goes or moves, else those of its text.
  private static func touched(_ edit: ProposedEdit, _ id: StepID, _ page: FoldedPage) -> ClosedRange<Int>? {
    guard let index = page.ids.firstIndex(of: id) else { return nil }
    let step = page.document.parsedSteps[index]
    switch edit {
    case .add, .remove, .move: return step.lines
    case .reword, .set, .unset:
      let end = max(step.layout.text.upperBound, step.comment?.range.upperBound ?? 0)
      return step.line...max(step.line, page.document.source.number(ofByte: max(0, end - 1)))
    }
  }

  private mutating func expectInverse(of edit: ProposedEdit, _ id: StepID, _ before: FoldedPage) {
    guard let inverse = Inverse(of: edit, id, on: before) else { return }
    var back = page
    do { try back.apply(inverse.edit) } catch {
      return expect(!isPlain, "taken back by \(inverse.edit.summary): \(error)")
    }
    if inverse.isExact || isPlain {
      let isSame = back.document.bytes == before.document.bytes
      let isApart = !isPlain && inverse.mayLeaveBlankLine && back.document.hasOneBlankLineMore(than: before.document)
      expect(isSame || isApart, "taken back by \(inverse.edit.summary) gives the bytes back\n\(back.document.text)")
    }
    guard inverse.givesIDsBack else { return }
    let (found, expected) = (StepModel(back), StepModel(before))
    expect(
      found == expected,
      "taken back by \(inverse.edit.summary) gives the steps back\n\(found.difference(from: expected))")
  }

  private func expect(_ condition: Bool, _ what: String) {
    guard !condition else { return }
    Issue.record("\(title): \(what)\nafter \(history.joined(separator: "; "))")
  }
}

extension ChecklistDocument {
  /// Blocks that ran into each other were set apart, and nobody knows any more that they were not before.
  fileprivate func hasOneBlankLineMore(than other: ChecklistDocument) -> Bool {
    guard source.count == other.source.count + 1 else { return false }
    let lines = (1...source.count).map { source.content(of: $0) }
    return lines.indices.contains { index in
      lines[index].isEmpty
        && (lines[..<index] + lines[(index + 1)...]).elementsEqual(
          (1...other.source.count).map(other.source.content(of:)))
    }
  }
}

extension ChecklistVersion {
  /// The first version of a checklist.
  static func sample(of document: ChecklistDocument, steps: [Step]? = nil) -> Self {
    Self(
      reference: VersionReference(checklist: document.name, number: 1), title: document.title,
      settings: document.settings, steps: steps ?? document.steps(), rollbackPrompt: document.rollbackPrompt,
      source: document.text, sha256: document.sha256, author: Handle("ana"), madeAt: Instant(milliseconds: 0))
  }
}
