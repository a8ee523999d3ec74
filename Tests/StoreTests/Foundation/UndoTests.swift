import Domain
import Testing

@testable import Store

@Suite("Undo and redo")
struct UndoTests {
  @Test("Undo takes back a new row, a change and a removal, as new entries")
  func kinds() throws {
    let scratch = try Scratch()
    let store = scratch.store
    try store.addTeam("platform", size: 4)
    try store.resize("platform", to: 5)
    try store.removeTeam("platform")
    let first = try store.undo(by: .ana, at: .start)
    #expect(first.undoes == 3 && first.seq == 4 && first.command == "undo")
    #expect(first.summary == "Undo: Remove team platform")
    #expect(try store.size(of: "platform") == 5)
    #expect(try store.undo(by: .ana, at: .start).undoes == 2)
    #expect(try store.size(of: "platform") == 4)
    #expect(try store.undo(by: .ana, at: .start).undoes == 1)
    #expect(try store.size(of: "platform") == nil)
    #expect(throws: StoreError.nothingToUndo) { try store.undo(by: .ana, at: .start) }
    #expect(try store.verify().isSound)
  }

  @Test("Redo brings back, latest undo first, and undo can go again")
  func redo() throws {
    let scratch = try Scratch()
    let store = scratch.store
    try store.addTeam("platform", size: 4)
    try store.resize("platform", to: 5)
    try store.undo(by: .ana, at: .start)
    try store.undo(by: .ana, at: .start)
    let first = try store.redo(by: .ana, at: .start)
    #expect(first.command == "redo" && first.summary == "Redo: Add team platform")
    #expect(try store.size(of: "platform") == 4)
    try store.redo(by: .ana, at: .start)
    #expect(try store.size(of: "platform") == 5)
    #expect(throws: StoreError.nothingToRedo) { try store.redo(by: .ana, at: .start) }
    try store.undo(by: .ana, at: .start)
    #expect(try store.size(of: "platform") == 4)
    #expect(try store.verify().isSound)
  }

  @Test("A new action ends the redoing, a fact does not")
  func redoEnds() throws {
    let scratch = try Scratch()
    let store = scratch.store
    try store.addTeam("platform")
    try store.undo(by: .ana, at: .start)
    try store.perform(AddNote(number: 1), by: .ana, at: .start)
    try store.redo(by: .ana, at: .start)
    try store.undo(by: .ana, at: .start)
    try store.addTeam("apps")
    #expect(throws: StoreError.nothingToRedo) { try store.redo(by: .ana, at: .start) }
  }

  @Test("Two people interleaved each take back their own")
  func interleaved() throws {
    let scratch = try Scratch()
    let store = scratch.store
    try store.addTeam("platform", by: .ana)
    try store.addTeam("apps", by: .bo)
    try store.resize("platform", to: 7, by: .ana)
    try store.resize("apps", to: 8, by: .bo)
    try store.undo(by: .ana, at: .start)
    #expect(try store.size(of: "platform") == 1)
    #expect(try store.size(of: "apps") == 8)
    try store.undo(by: .bo, at: .start)
    try store.undo(by: .ana, at: .start)
    #expect(try store.size(of: "platform") == nil)
    #expect(try store.size(of: "apps") == 1)
    #expect(try store.verify().isSound)
  }

  @Test("One's own is the login's, for oneself or for the same other person")
  func own() throws {
    let scratch = try Scratch()
    let store = scratch.store
    let ops = Actor(login: "ops", uid: 7)
    var forAna = ops
    forAna.actingAs = Handle("ana")
    try store.addTeam("platform", by: ops)
    #expect(throws: StoreError.nothingToUndo) { try store.undo(by: forAna, at: .start) }
    var behindSudo = ops
    behindSudo.sessionLogin = "bo"
    #expect(throws: StoreError.nothingToUndo) { try store.undo(by: behindSudo, at: .start) }
    // The login came to map to somebody in between, and says so with --as.
    var mapped = ops
    mapped.person = Handle("olga")
    mapped.actingAs = Handle("olga")
    #expect(try store.undo(by: mapped, at: .start).undoes == 1)
  }

  @Test("A row changed since by somebody else is left, and it is said by whom")
  func changedSince() throws {
    let scratch = try Scratch()
    let store = scratch.store
    try store.addTeam("platform", by: .ana)
    try store.resize("platform", to: 7, by: .ana)
    try store.resize("platform", to: 9, by: .bo)
    #expect {
      try store.undo(2, by: .ana, at: .start)
    } throws: { error in
      guard case StoreError.undoRefused(2, .changedSince("team", "platform", let entry?)) = error else { return false }
      return entry.seq == 3 && entry.by == Handle("bo") && "\(error)".contains("entry 3 by bo (Resize team platform)")
    }
    #expect(try store.size(of: "platform") == 9)
    #expect(try store.head().seq == 3)
  }

  @Test("A row edited outside is left too")
  func editedOutside() throws {
    let scratch = try Scratch()
    try scratch.store.addTeam("platform")
    try scratch.outside("UPDATE team SET size = 99")
    #expect(throws: StoreError.undoRefused(seq: 1, .changedSince(table: "team", key: "platform", by: nil))) {
      try scratch.store.undo(by: .ana, at: .start)
    }
  }

  @Test("A row that others refer to by now is not taken away")
  func referredTo() throws {
    let scratch = try Scratch()
    let store = scratch.store
    try store.addTeam("platform", by: .ana)
    try store.addItem(1, team: "platform", by: .bo)
    #expect {
      try store.undo(by: .ana, at: .start)
    } throws: { error in
      guard case StoreError.undoRefused(1, .referredTo("team", "platform", "item", "1", let entry?)) = error else {
        return false
      }
      return entry.by == Handle("bo")
    }
    try store.undo(by: .bo, at: .start)
    try store.undo(by: .ana, at: .start)
    #expect(try store.size(of: "platform") == nil)
  }

  @Test("A row is not brought back to refer to one that is gone")
  func referenceGone() throws {
    let scratch = try Scratch()
    let store = scratch.store
    try store.addTeam("platform")
    try store.addItem(1, team: "platform")
    try store.perform(Change("Remove item") { try $0.remove(.item, [1]) }, by: .ana, at: .start)
    try store.removeTeam("platform", by: .bo)
    let refusal = UndoRefusal.referenceGone(table: "item", key: "1", toTable: "team", toKey: "platform")
    #expect(throws: StoreError.undoRefused(seq: 3, refusal)) { try store.undo(by: .ana, at: .start) }
  }

  @Test("An entry of several rows goes back as one, whatever their order")
  func several() throws {
    let scratch = try Scratch()
    let store = scratch.store
    try store.perform(
      Change { transaction in
        try transaction.insert(.team, ["name": "platform", "size": 1])
        try transaction.insert(.item, ["number": 1, "title": "a", "team": "platform"])
        try transaction.insert(.tag, ["item": 1, "label": "toil"])
        try transaction.update(.team, ["platform"], set: ["size": 2])
        try transaction.update(.team, ["platform"], set: ["size": 3])
      }, by: .ana, at: .start)
    try store.undo(by: .ana, at: .start)
    #expect(try store.read { try $0.row(.item, [1]) } == nil)
    #expect(try store.read { try $0.rows("SELECT label FROM tag") } == [])
    try store.redo(by: .ana, at: .start)
    #expect(try store.size(of: "platform") == 3)
    #expect(try store.read { try $0.rows("SELECT label FROM tag") }.count == 1)
    #expect(try store.verify().isSound)
  }

  @Test("A fact is corrected and not undone, and bare undo passes it by")
  func facts() throws {
    let scratch = try Scratch()
    let store = scratch.store
    try store.addTeam("platform")
    try store.perform(AddNote(number: 1), by: .ana, at: .start)
    #expect(throws: StoreError.undoRefused(seq: 2, .correctOnly(hint: "use note correct"))) {
      try store.undo(2, by: .ana, at: .start)
    }
    #expect(try store.undo(by: .ana, at: .start).undoes == 1)
  }

  @Test("What can never be undone says why")
  func never() throws {
    struct Burn: Command {
      static let name = "burn"
      static let undo = UndoPolicy.never("what is burnt is burnt")
      func perform(in transaction: Transaction) throws { try transaction.insert(.team, ["name": "x", "size": 1]) }
    }
    let scratch = try Scratch()
    try scratch.store.perform(Burn(), by: .ana, at: .start)
    #expect(throws: StoreError.undoRefused(seq: 1, .never(why: "what is burnt is burnt"))) {
      try scratch.store.undo(1, by: .ana, at: .start)
    }
  }

  @Test("An entry is undone once; by its number the undo itself can be undone")
  func byNumber() throws {
    let scratch = try Scratch()
    let store = scratch.store
    try store.addTeam("platform")
    try store.undo(1, by: .bo, at: .start)
    #expect(throws: StoreError.undoRefused(seq: 1, .alreadyUndone(by: 2))) { try store.undo(1, by: .ana, at: .start) }
    #expect(throws: StoreError.noSuchEntry(seq: 9)) { try store.undo(9, by: .ana, at: .start) }
    #expect(try store.undo(2, by: .ana, at: .start).command == "redo")
    #expect(try store.size(of: "platform") == 1)
  }

  @Test("Content of which only the hash was kept can't come back")
  func contentNotKept() throws {
    let scratch = try Scratch()
    let store = scratch.store
    try store.perform(
      Change { try $0.insert(.file, ["name": "log", "content": .blob([1])]) }, by: .ana, at: .start)
    try store.perform(
      Change { try $0.update(.file, ["log"], set: ["content": .blob([2])]) }, by: .ana, at: .start)
    #expect(throws: StoreError.undoRefused(seq: 2, .contentNotKept(table: "file", key: "log"))) {
      try store.undo(by: .ana, at: .start)
    }
    try store.undo(1, by: .ana, at: .start, expecting: .changedSince)
  }

  @Test("Images of an older schema are refused with the reason, and verify compares what both know")
  func otherSchema() throws {
    let scratch = try Scratch()
    try scratch.store.addTeam("platform")
    try scratch.store.close()
    var options = scratch.options
    options.migrations.append(
      .init(version: 3, name: "colour", sql: "ALTER TABLE team ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'"))
    let team = Table("team", key: ["name"], columns: ["name", "size", "colour"])
    options.catalogue = [team, .item, .tag, .note, .file]
    let store = try Store.open(path: scratch.path, options: options)
    #expect(try store.verify().findings == [])
    #expect(throws: StoreError.undoRefused(seq: 1, .otherSchema(table: "team", version: 2))) {
      try store.undo(by: .ana, at: .start)
    }
    try store.resize("platform", to: 5)
    try store.undo(by: .ana, at: .start)
    #expect(try store.facts().engine.schemaVersion == 3)
    try store.close()
  }
}

extension Store {
  fileprivate enum Kind { case changedSince }

  fileprivate func undo(_ seq: Int, by actor: Actor, at now: Instant, expecting kind: Kind) throws {
    #expect {
      try undo(seq, by: actor, at: now)
    } throws: { error in
      if case StoreError.undoRefused(seq, .changedSince) = error { true } else { false }
    }
  }
}
