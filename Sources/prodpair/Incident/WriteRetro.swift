import Domain
import Store

/// Opens a retro where there is none, and changes what it says, as one action that is undone as one.
struct WriteRetro: Command {
  static let name = "retro-write"
  static let undo = UndoPolicy.undoable
  var subject: RetroSubject
  var change: (words: String, apply: @Sendable (inout Domain.Retro) throws -> Void)?
  /// An action that it is to have, too.
  var action: RetroWork?

  struct Outcome: Sendable {
    var retro: RetroNumber
    var isOpened: Bool
    var item: ItemNumber?
  }

  func perform(in transaction: Transaction) throws -> Outcome {
    var isOpened = false
    let number: RetroNumber
    if let found = try subject.find(in: transaction)?.number {
      number = found
    } else if let draft = subject.draft {
      number = try OpenRetro(draft).perform(in: transaction)
      isOpened = true
    } else {
      throw RetroCommandError.noRetroYet(subject.words, opensWith: "prodpair incident retro NUMBER")
    }
    let opening = transaction.summary
    if let change { try EditRetro(number, change.words, change: change.apply).perform(in: transaction) }
    let item = try action?.perform(on: number, in: transaction)
    if isOpened { transaction.summary = opening }
    return Outcome(retro: number, isOpened: isOpened, item: item)
  }
}

/// The same, and then takes the retro to another state: all of it, or nothing.
struct WriteAndMoveRetro: Command {
  static let name = "retro-write-move"
  static let undo = MoveRetro.undo
  var writing: WriteRetro
  /// The state to enter; nil is one back.
  var state: RetroState?

  func perform(in transaction: Transaction) throws -> WriteRetro.Outcome {
    let outcome = try writing.perform(in: transaction)
    let now = try transaction.retro(outcome.retro).state
    _ = try MoveRetro(outcome.retro, to: state ?? now.before).perform(in: transaction)
    return outcome
  }
}

/// An action of a retro, with what is to be said of an item that was there already.
struct RetroWork: Sendable {
  var kind: RetroAction.Kind
  var question: RetroQuestion?
  /// Of an item that is there, its team is left out.
  var work: AddRetroAction.Work
  var owners: [Handle] = []
  var due: String?
  var team: TeamName?

  func perform(on retro: RetroNumber, in transaction: Transaction) throws -> ItemNumber {
    var work = work
    if case .new(var draft) = work {
      draft.team = try team ?? transaction.retro(retro).team
      work = .new(draft)
    }
    let item = try AddRetroAction(retro, kind, work, for: question).perform(in: transaction)
    guard case .item = work, !owners.isEmpty || due != nil else { return item }
    let summary = transaction.summary
    let (owners, due) = (owners, due)
    try EditItems([item]) { item in
      item.owners = (item.owners + owners).firstOfEach
      item.due = due ?? item.due
    }.perform(in: transaction)
    transaction.summary = summary
    return item
  }
}

extension RetroState {
  /// One back; a draft has none before it.
  fileprivate var before: RetroState {
    switch self {
    case .draft, .inReview: .draft
    case .reviewed: .inReview
    case .closed: .reviewed
    }
  }
}
