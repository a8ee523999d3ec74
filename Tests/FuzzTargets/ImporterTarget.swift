import Domain
import Exchange

/// A file of items of one format, read whole and in pieces, and written again.
package struct ImporterTarget: Sendable {
  /// What a file was read as, up to its end or to what ended the reading.
  package struct Reading: Sendable {
    package var items: [ImportedItem] = []
    package var epics: [ImportedEpic] = []
    package var report = ImportReport()
    package var error: ImportError?
  }

  package typealias Read = @Sendable (_ bytes: [UInt8], _ format: ImportFormat, _ chunk: Int) throws -> Reading

  private let format: ImportFormat
  private let read: Read

  package init(_ format: ImportFormat, read: @escaping Read = Self.reading) {
    self.format = format
    self.read = read
  }

  package static func reading(_ bytes: [UInt8], _ format: ImportFormat, _ chunk: Int) throws -> Reading {
    var reading = Reading()
    do {
      try format.read(Bytes.source(bytes, chunk: chunk), report: &reading.report) { entry in
        switch entry {
        case .item(let item): reading.items.append(item)
        case .epic(let epic): reading.epics.append(epic)
        }
      }
    } catch let error as ImportError {
      reading.error = error
    }
    return reading
  }

  package func check(_ bytes: [UInt8]) throws {
    let whole = try read(bytes, format, 65_536)
    let pieces = try read(bytes, format, 1 + Int(bytes.last ?? 0) % 7)
    try hold("a file is read alike in pieces", Self.isAlike(whole, pieces), "\(whole)\nnot \(pieces)")
    _ = ImportFormat.guess(bytes)
    _ = ImportError.told(by: bytes)
    if let error = whole.error {
      try hold("an error has a place", error.line > 0 && error.column > 0 && error.row ?? 1 > 0, "\(error)")
      try TerminalSafety.hold("an error's sentence", error.description)
    }
    try checkReport(whole)
    for item in whole.items { try ImportedPromises.check(item) }
    try ImportedPromises.checkSources(whole.items)
    if whole.error == nil, !whole.items.isEmpty { try checkWritten(whole) }
  }

  /// Whichever of several things that are wrong comes first, the file is refused.
  private static func isAlike(_ one: Reading, _ other: Reading) -> Bool {
    if case .notUTF8? = one.error?.reason { return other.error != nil }
    if case .notUTF8? = other.error?.reason { return one.error != nil }
    return one.items == other.items && one.epics == other.epics && one.report == other.report
      && one.error == other.error
  }

  private func checkReport(_ reading: Reading) throws {
    let report = reading.report
    try hold(
      "a report counts what was taken", report.items == reading.items.count && report.epics == reading.epics.count)
    try hold("a report keeps no more problems than it counts", report.problems.count <= report.problemCount)
    try hold("a report stays of a size", report.problems.count <= ImportReport.mostProblems)
    try TerminalSafety.hold("a report", ImportReportText.text(report), allowingLineBreaks: true)
    _ = try ImportReportJSON.json(report).rendered()
  }

  /// What is written is read as it is, so that it is written the same again.
  private func checkWritten(_ reading: Reading) throws {
    let backlog = Backlog(reading)
    let json = try backlog.json()
    let again = try Self.reading(json, .prodpair, 65_536)
    try hold("our own JSON is read", again.error == nil && again.report.skipped == 0, "\(again.report.problems)")
    try holdSame("our own JSON loses nothing", try Backlog(again).json().asText, json.asText)

    let csv = backlog.csv()
    let read = try Self.reading(csv, .tracker, 65_536)
    try hold(
      "our export in Tracker's form is read", read.error == nil && read.items.count == reading.items.count,
      "\(read.report.problems) \(read.error.map { "\($0)" } ?? "")\n\(csv.asText)")
    if format == .tracker {
      try holdSame("reading an export in Tracker's form changes nothing", Backlog(read).csv().asText, csv.asText)
    }
  }
}
