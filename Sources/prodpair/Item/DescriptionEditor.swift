import Domain
import Foundation
import Host
import Store

/// An item's description in somebody's editor. What was typed is never lost.
enum DescriptionEditor {
  /// Asked before anything else: an editor without a terminal would wait for ever.
  static func checkTerminal() throws {
    guard isatty(STDIN_FILENO) != 1 || isatty(STDOUT_FILENO) != 1 else { return }
    throw ItemCommandError.editorNeedsTerminal
  }

  static func edit(_ number: ItemNumber, in session: Session, with change: ItemChange) throws {
    let old = try session.store.read { try $0.item(number) }.description
    let editor = Editor(configured: ConfigCommands.read().configuration.editor?.value)
    var change = change
    var typed: String?
    switch editor.edit(old, named: "item-\(number)") {
    case .unchanged: break
    case .emptied: change.description = ""
    case .failed(let failure): throw failure
    case .changed(let text): (change.description, typed) = (text, text)
    }
    let written = change
    do {
      try session.perform(
        EditItems([number]) { item in
          if written.description != nil, item.description != old { throw ItemCommandError.changedMeanwhile(number) }
          try written.apply(to: &item)
        })
    } catch {
      guard let typed else { throw error }
      throw keeping(typed, of: number, because: error)
    }
  }

  /// The failure, with the file that what was typed is kept in.
  private static func keeping(_ text: String, of number: ItemNumber, because error: any Error) -> Failure {
    var failure = Failure(error)
    let folder = ProcessInfo.processInfo.environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    let path = "\(folder)/prodpair-item-\(number)-\(UUID().uuidString.prefix(8)).md"
    let lead = failure.message.map { $0 + "\n" } ?? ""
    do throws(FileError) {
      try FileAccess.create(path, with: Array(text.utf8))
      failure.message =
        lead + "what you wrote is kept in \(path): `prodpair item edit \(number) --description - < \(path)` takes it up"
    } catch {
      failure.message = lead + "what you wrote could not be kept (\(error)):\n\(text)"
    }
    return failure
  }
}
