import Domain
import Testing

@testable import Store

@Suite("Writing rows")
struct TransactionTests {
  private func thrown(_ body: @escaping @Sendable (Transaction) throws -> Void) throws -> StoreError? {
    let scratch = try Scratch()
    try scratch.store.addTeam("platform")
    try scratch.store.perform(AddNote(number: 1), by: .ana, at: .start)
    let head = try scratch.store.head()
    var found: StoreError?
    do {
      try scratch.store.perform(Change("A change", body), by: .ana, at: .start)
    } catch let error as StoreError { found = error }
    #expect(try scratch.store.head() == head)
    return found
  }

  @Test("NUL is refused in text, on insert and on update")
  func nul() throws {
    #expect(
      try thrown { try $0.insert(.team, ["name": "a\0b", "size": 1]) } == .nul(table: "team", column: "name"))
    #expect(
      try thrown { try $0.insert(.item, ["number": 1, "title": "\0"]) } == .nul(table: "item", column: "title"))
    #expect(
      try thrown { transaction in
        try transaction.insert(.team, ["name": "apps", "size": 1])
        transaction.summary = "a\0b"
      } == .nul(table: "journal", column: "summary"))
  }

  @Test("An append-only table is only added to")
  func appendOnly() throws {
    #expect(try thrown { try $0.update(.note, [1], set: ["text": "x"]) } == .appendOnly(table: "note"))
    #expect(try thrown { try $0.remove(.note, [1]) } == .appendOnly(table: "note"))
  }

  @Test("A row that isn't there, a column that isn't there, a key that is taken, a reference to nothing")
  func refusals() throws {
    #expect(try thrown { try $0.update(.team, ["x"], set: ["size": 1]) } == .noSuchRow(table: "team", key: "x"))
    #expect(
      try thrown { try $0.update(.team, ["platform"], set: ["colour": 1]) }
        == .wrongColumns(table: "team", columns: ["colour"]))
    #expect(
      try thrown { try $0.update(.team, ["platform"], set: ["name": "other"]) }
        == .wrongColumns(table: "team", columns: ["name"]))
    let unknown = Table("unknown", key: ["a"], columns: ["a"])
    #expect(try thrown { try $0.insert(unknown, ["a": 1]) } == .notCatalogued(table: "unknown"))
    for row in [["number": 1, "title": "x", "team": "nobody"], ["number": 2, "title": nil]] as [Row] {
      let error = try thrown { try $0.insert(.item, row) }
      if case .constraint = error {} else { Issue.record("\(String(describing: error))") }
    }
  }

  @Test("A removed row leaves a tombstone, and its key can be used again")
  func tombstone() throws {
    let scratch = try Scratch()
    let store = scratch.store
    try store.addTeam("platform", size: 4)
    try store.removeTeam("platform")
    #expect(try store.size(of: "platform") == nil)
    #expect(try store.read { try $0.rowEvenDeleted(.team, ["platform"])?.flag("deleted") } == true)
    try store.addTeam("platform", size: 5)
    #expect(try store.size(of: "platform") == 5)
    try store.undo(by: .ana, at: .start)
    #expect(try store.read { try $0.rowEvenDeleted(.team, ["platform"])?.integer("size") } == 4)
    #expect(try store.verify().isSound)
  }

  @Test("Text is kept as it came, byte for byte")
  func bytes() throws {
    let scratch = try Scratch()
    let store = scratch.store
    let composed = "caf\u{E9}"
    let decomposed = "cafe\u{301}"
    try store.perform(
      Change { try $0.insert(.item, ["number": 1, "title": .text(composed)]) }, by: .ana, at: .start)
    try store.perform(
      Change { try $0.update(.item, [1], set: ["title": .text(decomposed)]) }, by: .ana, at: .start)
    let title = try store.read { try $0.row(.item, [1])?.text("title") }
    #expect(title.map { Array($0.utf8) } == Array(decomposed.utf8))
    #expect(try store.head().seq == 2)
  }

  @Test("Keys of several columns never look alike")
  func keys() {
    #expect(Table.tag.keyText([1, "a"]) == "1/a")
    #expect(Table.tag.keyText(["a/b", "c"]) == "a%2Fb/c")
    #expect(Table.tag.keyText(["a", "b/c"]) == "a/b%2Fc")
    #expect(Table.tag.keyText(["a%2Fb", "c"]) == "a%252Fb/c")
    #expect(Table.team.keyText(["a/b"]) == "a/b")
  }

  @Test("A value of another kind is damage, with its place named")
  func getters() throws {
    let row: Row = ["size": 4, "name": nil]
    #expect(try row.integer("size") == 4)
    #expect(try row.optionalText("name") == nil)
    #expect(throws: StoreError.corrupt(place: "row, column size", detail: "is not text")) { try row.text("size") }
    #expect(throws: StoreError.corrupt(place: "row, column name", detail: "is empty")) { try row.text("name") }
    #expect(throws: StoreError.corrupt(place: "row, column x", detail: "is missing")) { try row.blob("x") }
  }

  @Test("The same query within its own rows has a statement of its own")
  func nested() throws {
    let scratch = try Scratch()
    for name in ["a", "b", "c"] { try scratch.store.addTeam(name) }
    let pairs = try scratch.store.read { reader in
      var pairs: [String] = []
      let sql = "SELECT name FROM team ORDER BY name"
      try reader.forEachRow(sql, []) { outer in
        try reader.forEachRow(sql, []) { pairs.append(try outer.text("name") + $0.text("name")) }
      }
      return pairs
    }
    #expect(pairs == ["aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"])
  }

  @Test("The catalogue is held against the schema")
  func catalogue() throws {
    let scratch = try Scratch()
    #expect(try scratch.store.read { try $0.catalogueProblems() } == [])
    try scratch.outside("CREATE TABLE stray (a INTEGER) STRICT; ALTER TABLE note ADD COLUMN more TEXT")
    #expect(
      try scratch.store.read { try $0.catalogueProblems() } == [
        "note has the columns [\"more\"] on one side", "stray is not in the catalogue",
      ])
  }

  @Test("A read can't write")
  func readOnly() throws {
    let scratch = try Scratch()
    #expect(throws: StoreError.self) {
      try scratch.store.read { try $0.rows("INSERT INTO team VALUES ('a', 1, 0) RETURNING name") }
    }
  }

  @Test("A read sees one snapshot while others write")
  func snapshot() throws {
    let scratch = try Scratch()
    try scratch.store.addTeam("a")
    let counts = try scratch.store.read { reader in
      let before = try reader.rows("SELECT name FROM team").count
      try scratch.store.addTeam("b")
      return [before, try reader.rows("SELECT name FROM team").count]
    }
    #expect(counts == [1, 1])
  }
}
