import ChecklistFile
import Domain

/// A checklist file: what is read of it, linted, put in its normal form and filled with a run's values.
package struct ChecklistTarget: Sendable {
  package typealias Format = @Sendable (_ document: ChecklistDocument, _ ids: [StepID]?) throws -> ChecklistDocument

  private let format: Format

  package init(format: @escaping Format = { try $0.formatted(writing: $1) }) { self.format = format }

  package func check(_ bytes: [UInt8]) throws {
    let lines = FileLines(bytes)
    let document: ChecklistDocument
    do {
      document = try ChecklistDocument(bytes: bytes, fileName: "fuzz.md")
    } catch {
      try hold("an error has a line of the file", (1...max(1, lines.count)).contains(error.line), "\(error)")
      let findings = Lint.findings(bytes: bytes, fileName: "fuzz.md")
      return try hold("a file that is no checklist has one finding", findings.count == 1, "\(findings)")
    }
    try hold("what is read is kept byte for byte", document.bytes == bytes)
    try StepPromises.check(document, lines)
    for finding in Lint.findings(in: document) {
      try hold("a finding has a line of the file", (1...lines.count).contains(finding.line), "\(finding)")
    }
    try checkFormat(document)
    try checkValues(document)
  }

  /// Only what stands in comments changes, and that once.
  private func checkFormat(_ document: ChecklistDocument) throws {
    let ids = document.steps().map(\.id)
    guard let formatted = try? format(document, nil) else { return }
    try holdSame(
      "fmt changes nothing but comments", Self.withoutComments(formatted.text), Self.withoutComments(document.text))
    try holdSame("fmt changes nothing when it is done twice", try format(formatted, nil).text, formatted.text)
    guard let named = try? format(document, ids) else { return }
    try hold("ids that are written are the steps' ids", named.steps().map(\.id) == ids, "\(named.text)")
    try holdSame("ids are written once", try format(named, ids).text, named.text)
  }

  /// A value is never code: not one of its characters gets into a fence that a shell reads.
  private func checkValues(_ document: ChecklistDocument) throws {
    let mark = "$(\u{2620})"
    guard !document.text.contains(mark) else { return }
    let names = document.settings.parameters.map(\.name)
    let values = Dictionary(names.map { ($0, mark) }) { first, _ in first }
    for step in document.steps() {
      let filled = ParameterText.filled(step, with: values)
      for (fence, code) in zip(step.fences, filled.fences.map(\.code)) where fence.isShell {
        try hold("a value is never code", !code.contains(mark), code.debugDescription)
      }
    }
  }

  /// The text without whatever stands from `<!--` to `-->`, and without blanks, of which one comes with a comment.
  private static func withoutComments(_ text: String) -> String {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if rest.starts(with: Array("<!--".utf8)), let end = Self.end(of: rest.dropFirst(4)) {
        rest = rest[end...]
        continue
      }
      if byte != 0x20, byte != 0x09 { result.append(byte) }
      rest.removeFirst()
    }
    return result.asText
  }

  private static func end(of comment: ArraySlice<UInt8>) -> Int? {
    let sign = Array("-->".utf8)
    return comment.indices.first { comment[$0...].starts(with: sign) }.map { $0 + sign.count }
  }
}
