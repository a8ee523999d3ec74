import ChecklistFile
import Domain

/// A checklist file and edits of it, apart by a NUL: what an edit has no business with stays as it is.
package struct EditsTarget: Sendable {
  package typealias Apply = @Sendable (_ edit: ProposedEdit, _ page: inout FoldedPage) throws -> StepID

  private let apply: Apply

  package init(apply: @escaping Apply = { edit, page in try page.apply(edit) }) { self.apply = apply }

  private static let mostEdits = 4

  package func check(_ bytes: [UInt8]) throws {
    let (file, choices) = bytes.splitAtNUL
    guard var page = Self.page(file) else { return }
    var input = Portions(choices)
    for _ in 0..<Self.mostEdits {
      let edit = Self.edit(&input, page)
      let before = page
      do {
        let id = try apply(edit, &page)
        try EditPromises(edit: edit, id: id, before: before, after: page).check()
        try checkInverse(of: edit, id, before, page)
      } catch let error as BrokenPromise {
        throw BrokenPromise(error.promise, found: "after \(edit.summary): \(error.found)")
      } catch {
        try hold(
          "an edit that is refused leaves the page",
          page.document.bytes == before.document.bytes && page.ids == before.ids)
        try hold("an edit is refused with a reason", error is ChecklistEditError || error is EditConflict, "\(error)")
      }
      if input.isEmpty { return }
    }
  }

  private static func page(_ file: [UInt8]) -> FoldedPage? {
    guard let document = try? ChecklistDocument(bytes: file, fileName: "fuzz.md") else { return nil }
    let version = ChecklistVersion(
      reference: VersionReference(checklist: document.name, number: 1), title: document.title,
      settings: document.settings, steps: document.steps(), source: document.text, author: Handle("ana"),
      madeAt: Instant(milliseconds: 0))
    return try? FoldedPage(version)
  }

  private static func edit(_ input: inout Portions, _ page: FoldedPage) -> ProposedEdit {
    let kind = input.choice(of: 6)
    let id = page.ids[input.choice(of: page.ids.count)]
    let other = page.ids[input.choice(of: page.ids.count)]
    let isBefore = input.choice(of: 2) == 1
    let key = AttributeKey.allCases[input.choice(of: AttributeKey.allCases.count)].rawValue
    let text = input.text()
    switch kind {
    case 0: return .reword(id, to: text)
    case 1: return .add(text: text, body: input.text(), isBefore ? .before(other) : .after(other))
    case 2: return .remove(id)
    case 3: return .move(id, isBefore ? .before(other) : .after(other))
    case 4: return .set(id, key: key, value: isBefore ? nil : text)
    default: return .unset(id, key: key)
    }
  }

  /// What came goes again without a trace, but for a blank line where blocks had run into each other.
  private func checkInverse(of edit: ProposedEdit, _ id: StepID, _ before: FoldedPage, _ after: FoldedPage) throws {
    let inverse: ProposedEdit
    switch edit {
    case .add: inverse = .remove(id)
    case .set(let step, let key, _):
      guard let index = before.ids.firstIndex(of: step),
        !before.document.parsedSteps[index].ownAttributes.entries.contains(where: { $0.key == key })
      else { return }
      inverse = .unset(step, key: key)
    default: return
    }
    var back = after
    guard (try? back.apply(inverse)) != nil else { return }
    let (found, expected) = (FileLines(back.document.bytes), FileLines(before.document.bytes))
    let isSame = back.document.bytes == before.document.bytes
    let mayBeApart = if case .add = edit { true } else { false }
    let isApart = mayBeApart && found.hasOneBlankLineMore(than: expected)
    try hold(
      "what is taken back gives the bytes back", isSame || isApart,
      "\(back.document.text.debugDescription)\nnot \(before.document.text.debugDescription)")
  }
}

extension FileLines {
  fileprivate func hasOneBlankLineMore(than other: FileLines) -> Bool {
    guard count == other.count + 1 else { return false }
    return lines.indices.contains { index in
      lines[index].isBlank
        && (lines[..<index] + lines[(index + 1)...]).elementsEqual(other.lines) { $0.content == $1.content }
    }
  }
}
