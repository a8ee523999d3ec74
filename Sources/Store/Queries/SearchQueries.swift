import Domain

/// What was written on runs and on timelines, by its words.
extension Reading {
  /// Entries of runs that have each of the words, of which the last letters may be missing; newest first.
  public func entries(withWords words: [String], limit: Int) throws -> [Found] {
    guard let pattern = SearchPhrase.pattern(ofAll: words) else { return [] }
    let keys = try rows(
      "SELECT rowid AS key FROM run_entry_text WHERE run_entry_text MATCH ? ORDER BY rowid DESC LIMIT ?",
      [.text(pattern), Value(limit)]
    ).map { try $0.integer("key") }
    return try keys.compactMap { key in
      let (run, seq) = key.quotientAndRemainder(dividingBy: 1_000_000)
      let row = try first("SELECT * FROM run_entry WHERE run = ? AND seq = ?", [Value(run), Value(seq)])
      guard let row, let summary = try runSummary(RunNumber(run)) else { return nil }
      let entry = try Entry(row)
      let step = try entry.step.flatMap { id in try version(summary.version).steps.first { $0.id == id } }
      return .entry(entry, of: summary, step: step)
    }
  }

  /// The same of incidents' own entries.
  public func events(withWords words: [String], limit: Int) throws -> [Found] {
    guard let pattern = SearchPhrase.pattern(ofAll: words) else { return [] }
    let keys = try rows(
      "SELECT rowid AS key FROM incident_entry_text WHERE incident_entry_text MATCH ? ORDER BY rowid DESC LIMIT ?",
      [.text(pattern), Value(limit)]
    ).map { try $0.integer("key") }
    return try keys.compactMap { key in
      let row = try first("SELECT incident, \(IncidentEntry.columns) FROM incident_entry WHERE id = ?", [Value(key)])
      guard let row, let incident = try knownIncident(IncidentNumber(try row.integer("incident"))) else { return nil }
      return .event(try IncidentEntry(row, evidence: []), of: incident)
    }
  }
}

extension SearchPhrase {
  /// All of the words, wherever they stand in a row; nil where there is no word among them.
  static func pattern(ofAll words: [String]) -> String? {
    let wanted = words.filter { !isEmpty($0) }
    return wanted.isEmpty ? nil : wanted.map(pattern).joined(separator: " AND ")
  }
}
