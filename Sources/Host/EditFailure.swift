import Foundation

/// Why text could not be edited, and where what was typed is.
public struct EditFailure: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// The command's quotes don't match.
    case unreadableCommand
    case notFound
    case notStarted(String)
    case exited(Int32)
    case killed(signal: Int32)
    case vanished
    case notText
    case tooLong(limit: Int)
    case noFile(String)
  }

  public let reason: Reason
  public let editor: Editor
  /// The file that was left, because it holds something that would be lost otherwise.
  public let keptAt: String?
}

extension EditFailure: CustomStringConvertible {
  public var description: String {
    words + (keptAt.map { "; what was written there is kept in \($0)" } ?? "")
  }

  private var words: String {
    let command = editor.command
    return switch reason {
    case .unreadableCommand: "the quotes in \(editor.origin), which is \(command), don't match; \(remedy)"
    case .notFound: "there is no program \(command), which \(editor.origin) asks for; \(remedy)"
    case .notStarted(let detail): "\(command), which \(editor.origin) asks for, can't be run: \(detail); \(remedy)"
    case .exited(let status): "\(command) ended with status \(status), so nothing was changed"
    case .killed(let signal): "\(command) was ended by signal \(signal), so nothing was changed"
    case .vanished: "\(command) left no file behind, so nothing was changed"
    case .notText: "\(command) left something that isn't UTF-8 text, so nothing was changed"
    case .tooLong(let limit): "\(command) left more than \(limit) bytes, so nothing was changed"
    case .noFile(let detail): "no file to edit could be made: \(detail)"
    }
  }

  private var remedy: String {
    switch editor.origin {
    case .configuration: "name another in the configuration, or set VISUAL or EDITOR and name none there"
    case .visual: "set VISUAL to an editor that is installed"
    case .editor, .fallback: "set EDITOR to an editor that is installed"
    }
  }
}
