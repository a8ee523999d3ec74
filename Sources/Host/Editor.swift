import Foundation

/// The person's own editor, for text that is too long for one line.
///
/// ```swift
/// switch terminal.withTerminalReleased({ Editor().edit(step.note, named: "note") }) { … }
/// ```
public struct Editor: Hashable, Sendable {
  /// Who says which editor it is.
  public enum Origin: String, Hashable, Sendable, CustomStringConvertible {
    case configuration = "the configuration"
    case visual = "VISUAL"
    case editor = "EDITOR"
    case fallback = "the default"

    public var description: String { rawValue }
  }

  /// What is longer is refused, and kept.
  public static let mostBytes = 1 << 20

  /// The program and its arguments, quoted as for a shell, though no shell ever sees them.
  public let command: String
  public let origin: Origin
  private let environment: [String: String]

  /// The one that is configured, else `$VISUAL`, else `$EDITOR`, else `vi`. One that is blank is none.
  ///
  /// - Parameter environment: also what the editor gets, and where `TMPDIR` is taken from.
  public init(configured: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment) {
    let candidates: [(Origin, String?)] = [
      (.configuration, configured), (.visual, environment["VISUAL"]), (.editor, environment["EDITOR"]),
    ]
    let chosen = candidates.first { !($0.1 ?? "").allSatisfy(\.isWhitespace) }
    origin = chosen?.0 ?? .fallback
    command = chosen?.1 ?? "vi"
    self.environment = environment
  }

  /// Lets the person edit a text, and waits until the editor has ended.
  ///
  /// The terminal has to be lent to it already. A line break that the editor put at the end of a text that had none
  /// doesn't count. Nothing that was typed is ever lost: where it can't be used, the file stays, and the failure
  /// names it.
  ///
  /// - Parameter name: what the text is, as a part of the file's name.
  public func edit(_ text: String, named name: String = "text") -> EditResult {
    guard let words = ShellWords.split(command), words.first?.isEmpty == false else {
      return .failed(EditFailure(reason: .unreadableCommand, editor: self, keptAt: nil))
    }
    let file: EditedFile
    do throws(FileError) {
      file = try EditedFile(text, named: name, folders: [environment["TMPDIR"], "/tmp"].compactMap { $0 })
    } catch {
      return .failed(EditFailure(reason: .noFile("\(error)"), editor: self, keptAt: nil))
    }
    let result: EditResult? =
      switch Child.run(words + [file.path], environment: environment) {
      case .exited(0): nil
      case .exited(let status): failure(.exited(status), file)
      case .killed(let signal): failure(.killed(signal: signal), file)
      case .notStarted(ENOENT): failure(.notFound, file)
      case .notStarted(let code): failure(.notStarted(String(cString: strerror(code))), file)
      }
    return result ?? judge(file)
  }

  private func judge(_ file: EditedFile) -> EditResult {
    switch file.content() {
    case .unchanged:
      file.remove()
      return .unchanged
    case .blank:
      file.remove()
      return .emptied
    case .text(let text):
      file.remove()
      return .changed(text)
    case .missing: return failure(.vanished, file)
    case .notText: return failure(.notText, file)
    case .tooLong: return failure(.tooLong(limit: Self.mostBytes), file)
    }
  }

  private func failure(_ reason: EditFailure.Reason, _ file: EditedFile) -> EditResult {
    let keeps: Bool =
      switch file.content() {
      case .text, .notText, .tooLong: true
      case .unchanged, .blank, .missing: false
      }
    if !keeps { file.remove() }
    return .failed(EditFailure(reason: reason, editor: self, keptAt: keeps ? file.path : nil))
  }
}

/// What came of editing a text.
public enum EditResult: Hashable, Sendable {
  case changed(String)
  case unchanged
  /// Nothing but white space was left, where there had been more.
  case emptied
  case failed(EditFailure)
}
