import Domain
import Testing

@testable import ChecklistFile

@Suite("Edits leave every other byte alone")
struct LosslessTests {
  @Test("Every edit at every step of a real file", arguments: Samples.realFiles)
  func realFiles(file: RealFile) throws {
    try EditCheck(bytes: file.bytes, name: file.name).run()
    let crlf = String(decoding: file.bytes, as: UTF8.self).replacing("\n", with: "\r\n")
    try EditCheck(bytes: Array(crlf.utf8), name: "crlf-" + file.name).run()
    try EditCheck(bytes: file.bytes.dropLast(), name: "bare-" + file.name).run()
  }

  @Test("Every edit at every step of the format's own example")
  func example() throws { try EditCheck(bytes: Array(Samples.release.utf8), name: "release.md").run() }

  @Test("Every edit at some steps of four hundred generated files", arguments: 0..<16)
  func generated(block: Int) throws {
    for seed in block * 25..<(block + 1) * 25 {
      let bytes = MarkdownGenerator.bytes(seed: UInt64(seed))
      try EditCheck(bytes: bytes, name: "seed-\(seed).md").run(atMost: 2, seed: UInt64(seed))
    }
  }
}

/// Makes every kind of edit at every step, and compares bytes and steps.
struct EditCheck {
  let document: ChecklistDocument
  let ids: [StepID]
  let parent: [Step]
  /// Whether steps can be told apart by their text, wherever they stand.
  let hasDistinctTexts: Bool

  init(bytes: some Sequence<UInt8>, name: String) throws {
    document = try ChecklistDocument(bytes: Array(bytes), fileName: name)
    parent = document.steps()
    ids = parent.map(\.id)
    hasDistinctTexts = Set(parent.map(\.text)).count == parent.count
  }

  func run(atMost count: Int = .max, seed: UInt64 = 0) throws {
    var dice = Dice(state: seed)
    for index in ids.indices.shuffled(using: &dice).prefix(count).sorted() {
      attempt("insert", index) { try insert(at: index) }
      attempt("reword", index) { try reword(at: index) }
      attempt("attributes", index) { try attributes(at: index) }
      attempt("remove", index) { try remove(at: index) }
      attempt("move", index) { try move(from: index) }
    }
    attempt("format", 0) { try format() }
  }

  private func attempt(_ edit: String, _ index: Int, _ body: () throws -> Void) {
    do { try body() } catch { Issue.record("\(place(index)): \(edit): \(error)") }
  }

  private func insert(at index: Int) throws {
    let new = NewStep(
      text: "Look at the *new* thing", body: "```sh\nls -l\n\n  x\n```\n\nand more",
      attributes: StepAttributes(expect: .seconds(90), isKiller: true))
    for before in [false, true] {
      let edited = try before ? document.inserting(new, before: index) : document.inserting(new, after: index)
      expectOnlyInsertion(in: edited, index)
      let position = before ? index : index + 1 + document.shapes.countUnder(index)
      var expected = ids
      expected.insert(StepID("look-at-the-new-thing"), at: position)
      let steps = edited.steps(parent: parent)
      #expect(steps.map(\.id) == expected, "\(place(index))")
      #expect(steps[position].attributes.isKiller && steps[position].attributes.expect == .seconds(90))
      #expect(steps[position].fences == [Fence(language: "sh", code: "ls -l\n\n  x")])
      #expect(!edited.text.contains("id: look-at"))
      let back = try edited.removing(position)
      let isApart =
        edited.source.count - document.source.count > 8
        + edited.style(of: edited.parsedSteps[position], before: before).blankLines
      if !isApart { #expect(back.bytes == document.bytes, "\(place(index)): insert, then remove") }
    }
  }

  /// What was there is a prefix and a suffix of what is there now.
  private func expectOnlyInsertion(in edited: ChecklistDocument, _ index: Int) {
    let (old, new) = (document.bytes, edited.bytes)
    let prefix = zip(old, new).prefix { $0 == $1 }.count
    let suffix = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
    #expect(new.count > old.count && prefix + suffix >= old.count, "\(place(index)): insert")
  }

  private func reword(at index: Int) throws {
    let old = document.parsedSteps[index]
    guard !old.text.isEmpty, old.layout.isParagraph else { return }
    let edited = try document.rewording(index, to: "Quite another text")
    var bytes = document.bytes
    bytes.replaceSubrange(old.layout.text, with: Array("Quite another text".utf8))
    #expect(edited.bytes == bytes, "\(place(index)): reword")
    #expect(try edited.rewording(index, to: old.text).parsedSteps[index].text == old.text)
  }

  private func attributes(at index: Int) throws {
    let step = document.parsedSteps[index]
    let edited = try document.setting(.role, to: "a; -- b", at: index)
    #expect(edited.parsedSteps[index].ownAttributes.role == "a; -- b")
    if step.ownAttributes.role == nil {
      #expect(try edited.removing(.role, at: index).bytes == document.bytes, "\(place(index)): set, then remove")
    }
    let untouched = edited.source.lines.count == document.source.lines.count
    #expect(untouched, "\(place(index)): no line comes or goes")
    if step.comment != nil {
      let flagged = try document.setting(.noReturn, at: index).removing(.killer, at: index).setting(.killer, at: index)
      #expect(flagged.parsedSteps[index].ownAttributes.isKiller)
    }
  }

  private func remove(at index: Int) throws {
    let count = 1 + document.shapes.countUnder(index)
    guard count < ids.count else {
      #expect(throws: ChecklistEditError.self) { try document.removing(index) }
      return
    }
    let edited = try document.removing(index)
    var expected = ids
    expected.removeSubrange(index..<index + count)
    if hasDistinctTexts {
      #expect(edited.steps(parent: parent).map(\.id) == expected, "\(place(index)): remove")
    }
    let kept = Set(
      document.source.lines.indices.map { $0 + 1 }.filter { !document.parsedSteps[index].lines.contains($0) })
    let texts = kept.sorted().map { document.source.text(of: $0) }.filter { !$0.trimmingSpacing().isEmpty }
    #expect(
      (1...edited.source.count).map { edited.source.text(of: $0) }.filter { !$0.trimmingSpacing().isEmpty } == texts)
  }

  private func move(from index: Int) throws {
    let under = document.shapes.countUnder(index)
    for anchor in [0, ids.count / 2, ids.count - 1] where !(index...index + under).contains(anchor) {
      for before in [false, true] {
        let edited = try before ? document.moving(index, before: anchor) : document.moving(index, after: anchor)
        let moved = edited.steps(parent: parent)
        #expect(Set(moved.map(\.text)) == Set(parent.map(\.text)), "\(place(index)): move to \(anchor)")
        let bodies = { (steps: [Step]) in Set(steps.map { StepShape.withoutRunsOfBlankLines($0.body) }) }
        #expect(bodies(moved) == bodies(parent), "\(place(index)): move to \(anchor)")
      }
    }
  }

  private func format() throws {
    let formatted = try document.formatted()
    #expect(try formatted.formatted().bytes == formatted.bytes)
    let written = try document.formatted(writing: ids)
    #expect(written.steps().map(\.id) == ids)
    #expect(try written.formatted(writing: ids).bytes == written.bytes)
    if document.parsedSteps.allSatisfy({ $0.comment == nil }), document.headingComments.isEmpty {
      #expect(formatted.bytes == document.bytes)
    }
  }

  private func place(_ index: Int) -> String { "\(document.fileName):\(document.parsedSteps[index].line)" }
}
