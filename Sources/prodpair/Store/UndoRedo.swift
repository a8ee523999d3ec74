import ArgumentParser
import Store

/// `undo [N]`: takes an action back, where that is honest.
struct UndoEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back your own last action, or the journal's entry N.",
    discussion: """
      Refused, with the reason, where somebody has changed the same since, and for facts: what was written on a run \
      is withdrawn by `prodpair run correct`. `prodpair journal` shows the numbers.
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(help: ArgumentHelp("The number of a journal entry.", valueName: "seq"))
  var seq: Int?

  func run() throws {
    let session = try acting.session()
    let entry = try session.store.undo(seq, by: session.actor, at: Session.now)
    try Output.text("\(entry.seq): \(entry.summary)")
  }
}

/// `redo`: takes the last undo back.
struct RedoEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Undo your last undo.")

  @OptionGroup var acting: ActingOptions

  func run() throws {
    let session = try acting.session()
    let entry = try session.store.redo(by: session.actor, at: Session.now)
    try Output.text("\(entry.seq): \(entry.summary)")
  }
}
