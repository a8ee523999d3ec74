import ArgumentParser
import Store
import Workflow

/// `backup FILE`: a sound copy, while others work.
struct BackupStore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Write a checked copy of the store to a new file.",
    discussion: "Others can go on working meanwhile. A file that is there already is left as it is.")

  @OptionGroup var store: StoreChoice

  @Argument(help: "The file to write; it must not be there yet.", completion: .file())
  var file: String

  func run() throws {
    let copy = try store.open().backup(to: file)
    try Output.text("\(file): a copy up to journal entry \(copy.seq)\nhead \(copy)")
  }
}

/// `restore FILE`: puts a backup in the store's place.
struct RestoreStore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup in the store's place.",
    discussion: """
      The backup is checked first. A store that somebody has open is not restored over; what was there before is kept \
      beside it.
      """)

  @OptionGroup var store: StoreChoice

  @Argument(help: "The backup.", completion: .file())
  var file: String

  func run() throws {
    let location = try store.location()
    let kept = try Store.restore(
      path: location.path, from: file, at: Session.now, options: StoreOptions(catalogue: .prodpair))
    let before = kept.map { "\nwhat was there before: \($0)" } ?? ""
    try Output.text("\(location.path) is now what \(file) holds" + before)
  }
}
