import ChecklistFile
import Domain

/// Keeps a file's content with a run, named by its SHA-256; the same content is kept once.
public struct AttachEvidence: Command {
  public static let name = "run-attach"
  public static let undo = ActOnRun.undo

  public var run: RunNumber
  public var step: StepID?
  public var fileName: String
  /// At most `Evidence.sizeLimit` bytes.
  public var content: [UInt8]
  public var happened: Instant?

  public init(run: RunNumber, step: StepID?, fileName: String, content: [UInt8], happened: Instant? = nil) {
    self.run = run
    self.step = step
    self.fileName = fileName
    self.content = content
    self.happened = happened
  }

  public func perform(in transaction: Transaction) throws -> Evidence {
    let evidence = try transaction.keep(content, as: fileName)
    _ = try ActOnRun(run: run, action: .attach(step, evidence), happened: happened).perform(in: transaction)
    return evidence
  }
}

extension Transaction {
  /// Keeps a file's content, named by its SHA-256; the same content is kept once.
  ///
  /// - Parameter limit: in bytes.
  /// - Throws: `EvidenceTooLarge`.
  func keep(_ content: [UInt8], as name: String, limit: Int = Evidence.sizeLimit) throws -> Evidence {
    guard content.count <= limit else { throw EvidenceTooLarge(fileName: name, size: content.count) }
    let sha256 = ChecklistDocument.sha256(of: content)
    if try first("SELECT size FROM evidence WHERE sha256 = ?", [.text(sha256)]) == nil {
      try insert(.evidence, ["sha256": .text(sha256), "size": Value(content.count), "content": Value(content)])
    }
    return Evidence(sha256: sha256, size: content.count, name: name)
  }
}

/// A file that is more than is kept as evidence. Nothing was changed.
public struct EvidenceTooLarge: Error, Hashable, Sendable, CustomStringConvertible {
  public var fileName: String
  public var size: Int

  public init(fileName: String, size: Int) {
    self.fileName = fileName
    self.size = size
  }

  public var description: String {
    "\(fileName) has \(size) bytes, and evidence is at most \(Evidence.sizeLimit): attach the part that matters"
  }
}
