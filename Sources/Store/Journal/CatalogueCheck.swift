extension Reading {
  /// Where the catalogue and the schema differ: a table or a column that the journal wouldn't see. For tests.
  func catalogueProblems() throws -> [String] {
    let own: Set = ["store_setting", "journal_head", "journal", "journal_change"]
    var problems: [String] = []
    var found: Set<String> = []
    let tables = try rows(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
    )
    for row in tables {
      let name = try row.text("name")
      found.insert(name)
      guard !own.contains(name), !Catalogue.derived.contains(name) else { continue }
      guard let table = catalogue[name] else {
        problems.append("\(name) is not in the catalogue")
        continue
      }
      let columns = try rows("SELECT name, pk FROM pragma_table_info(?) ORDER BY cid", [.text(name)])
      let names = try columns.map { try $0.text("name") }
      if Set(names) != Set(table.columns) {
        problems.append("\(name) has the columns \(Set(names).symmetricDifference(table.columns).sorted()) on one side")
      }
      let key = try columns.filter { try $0.integer("pk") > 0 }.sorted { try $0.integer("pk") < $1.integer("pk") }
      if try key.map({ try $0.text("name") }) != table.key { problems.append("\(name) has another primary key") }
      for reference in table.references where catalogue[reference.table]?.key.count != reference.columns.count {
        problems.append("\(name) refers to \(reference.table) with another number of columns than its key has")
      }
    }
    problems += catalogue.tables.map(\.name).filter { !found.contains($0) }.map { "\($0) is not in the schema" }
    return problems
  }
}
