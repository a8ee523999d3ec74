import Crypto
import Domain

/// One checklist file as it was read: what it says, and where it says it.
///
///     let document = try ChecklistDocument(bytes: bytes, fileName: "release.md")
///     let steps = document.steps(parent: latest)
///
/// The bytes are kept as they came. Every edit returns another document whose bytes differ only where the edit is.
public struct ChecklistDocument: Sendable {
  /// For messages; also what the name is made of when the file gives none.
  public let fileName: String
  /// `checklist:`, else a slug of the file's name.
  public let name: ChecklistName
  /// `title:`, else the first heading, else the name.
  public let title: String
  public let settings: ChecklistSettings
  /// The headings and bold lead-ins outside of lists, in file order.
  public let headings: [Heading]
  /// In the order of a run: pre, during, post, rollback; within a section in file order.
  public let parsedSteps: [ParsedStep]
  /// The rollback section's prose before its first step; empty when there is none.
  public let rollbackPrompt: String
  /// What stands outside of steps, in file order; the rollback prompt is among it.
  public let prose: [ChecklistProse]

  let source: SourceLines
  let blocks: [MarkdownBlock]
  let headingComments: [AttributeComment]

  /// 4 MiB, in bytes.
  public static let sizeLimit = 4 * 1_048_576

  /// Reads a file of at most 4 MiB.
  ///
  /// - Parameter fileName: A name or a path; directories play no part in the checklist's name.
  /// - Throws: The first thing that is wrong, in the order text, front matter, headings, steps.
  public init(bytes: [UInt8], fileName: String) throws(ChecklistFileError) {
    try Self.checkText(bytes, file: fileName)
    source = SourceLines(bytes)
    self.fileName = fileName
    let frontMatter = try FrontMatter.find(in: source, file: fileName)
    let reader = frontMatter.map { SettingsReader(file: fileName, frontMatter: $0) }
    settings = try reader?.settings() ?? ChecklistSettings()
    let bodyLine = frontMatter?.bodyLine ?? 1
    blocks = MarkdownParser.blocks(of: bytes[source[bodyLine].start...], firstLine: bodyLine)

    let values = AttributeValues(file: fileName, source: source, settings: settings)
    var outline = Outline(blocks: blocks, source: source)
    try outline.read(values: values)
    headings = outline.headings
    headingComments = outline.comments
    var steps = StepReader(blocks: blocks, source: source, outline: outline, values: values)
    parsedSteps = try steps.read()
    guard !parsedSteps.isEmpty else {
      throw ChecklistFileError(file: fileName, line: max(1, source.count), problem: .noSteps)
    }
    rollbackPrompt = RollbackPrompt.text(blocks: blocks, source: source, outline: outline, steps: parsedSteps)
    prose = ChecklistProse.all(blocks: blocks, source: source, outline: outline, steps: parsedSteps)
    name = try reader?.name() ?? Self.name(ofFile: fileName)
    title = try reader?.title() ?? outline.headings.first { $0.level < Heading.boldLevel }?.text ?? name.text
    try Self.checkIDs(parsedSteps, file: fileName)
    try PlaceholderCheck(values, prose: prose, headings: headings).check(parsedSteps)
  }

  /// Reads the text of a version, as the store keeps it.
  public init(source: String, fileName: String) throws(ChecklistFileError) {
    try self.init(bytes: Array(source.utf8), fileName: fileName)
  }

  /// The whole file, byte for byte.
  public var bytes: [UInt8] { source.bytes }
  public var text: String { String(decoding: source.bytes, as: UTF8.self) }

  /// SHA-256 of the bytes, lower-case hexadecimal.
  public var sha256: String { Self.sha256(of: source.bytes) }

  /// SHA-256 of any bytes as the store writes it, lower-case hexadecimal.
  public static func sha256(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).reduce(into: "") { text, byte in
      text += byte < 16 ? "0" : ""
      text += String(byte, radix: 16)
    }
  }

  /// A slug of the file's name without directories and extension; `checklist` when nothing is left of it.
  public static func name(ofFile path: String) -> ChecklistName {
    let file = path.split(separator: "/").last ?? ""
    let stem = file.lastIndex(of: ".").map { $0 == file.startIndex ? file : file[..<$0] } ?? file
    let slug = Slug.make(String(stem), limit: 64)
    return ChecklistName(slug.isEmpty ? "checklist" : slug)
  }

  private static func checkText(_ bytes: [UInt8], file: String) throws(ChecklistFileError) {
    guard bytes.count <= sizeLimit else {
      throw ChecklistFileError(file: file, line: 1, problem: .tooLarge(limit: sizeLimit))
    }
    let hasNUL = bytes.contains(0)
    guard hasNUL || String(validating: bytes, as: UTF8.self) == nil else { return }
    let lines = SourceLines(bytes)
    if hasNUL, let line = (1...max(1, lines.count)).first(where: { lines.content(of: $0).contains(0) }) {
      throw ChecklistFileError(file: file, line: line, problem: .binary)
    }
    let line = (1...max(1, lines.count)).first { String(validating: lines.content(of: $0), as: UTF8.self) == nil }
    throw ChecklistFileError(file: file, line: line ?? 1, problem: .notUTF8)
  }

  private static func checkIDs(_ steps: [ParsedStep], file: String) throws(ChecklistFileError) {
    var lines: [String: Int] = [:]
    for index in steps.indicesByLine {
      let step = steps[index]
      guard let id = step.ownAttributes.explicitID else { continue }
      if let first = lines.updateValue(step.line, forKey: id) {
        throw ChecklistFileError(file: file, line: step.line, problem: .duplicateID(id: id, firstLine: first))
      }
    }
  }
}
