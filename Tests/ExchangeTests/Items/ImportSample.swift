import Domain
import Foundation

@testable import Exchange

/// What a file was read as.
struct Imported {
  var items: [ImportedItem] = []
  var epics: [ImportedEpic] = []
  var report = ImportReport()

  init(_ text: String, as format: ImportFormat = .tracker, chunk: Int = 65_536) throws {
    try self.init(Array(text.utf8), as: format, chunk: chunk)
  }

  init(_ bytes: [UInt8], as format: ImportFormat = .tracker, chunk: Int = 65_536) throws {
    var (items, epics): ([ImportedItem], [ImportedEpic]) = ([], [])
    try format.read(Bytes.source(bytes, chunk: chunk), report: &report) { entry in
      switch entry {
      case .item(let item): items.append(item)
      case .epic(let epic): epics.append(epic)
      }
    }
    (self.items, self.epics) = (items, epics)
  }

  /// Why a file was refused; nil where it was not.
  static func refusal(_ bytes: [UInt8], as format: ImportFormat = .tracker) -> ImportError? {
    do {
      _ = try Imported(bytes, as: format)
      return nil
    } catch { return error as? ImportError }
  }

  static func refusal(_ text: String, as format: ImportFormat = .tracker) -> ImportError? {
    refusal(Array(text.utf8), as: format)
  }

  /// A day at midnight in UTC.
  static func day(_ text: String) -> Instant? { Instant(rfc3339: text + "T00:00:00Z") }

  /// A file of another program's, where it is at hand; the package does without it.
  static func realFile(_ name: String) -> [UInt8]? {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let file = root.appending(path: "../shared/data/imports/\(name)").standardizedFileURL
    return (try? Data(contentsOf: file)).map { Array($0) }
  }
}

func rows(_ text: String, chunk: Int = 65_536) throws -> [CSVRow] {
  var reader = CSVReader(Bytes.source(Array(text.utf8), chunk: chunk))
  var rows: [CSVRow] = []
  while let row = try reader.next() { rows.append(row) }
  return rows
}
