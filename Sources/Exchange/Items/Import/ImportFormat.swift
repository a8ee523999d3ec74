import Domain

/// The formats that items are read from.
public enum ImportFormat: String, CaseIterable, Sendable {
  case tracker, github, taskwarrior, jira, prodpair

  /// Reads a file, an item at a time, in its order.
  ///
  /// - Parameters:
  ///   - report: Filled as the file is read; holds what was read so far when this throws.
  ///   - take: Given each item and epic. What it throws ends the reading and is thrown on.
  /// - Throws: `ImportError` for a file that can't be read to its end: nothing of it is to be taken then.
  public func read(
    _ source: @escaping ByteSource, options: ImportOptions = ImportOptions(), report: inout ImportReport,
    take: (ImportedEntry) throws -> Void
  ) throws {
    switch self {
    case .tracker: try TrackerCSV.read(source, options: options, report: &report, take: take)
    case .github: try GitHubIssues.read(source, options: options, report: &report, take: take)
    case .taskwarrior: try TaskwarriorJSON.read(source, options: options, report: &report, take: take)
    case .jira: try JiraCSV.read(source, options: options, report: &report, take: take)
    case .prodpair: try ProdpairJSON.read(source, options: options, report: &report, take: take)
    }
  }

  /// What the file most likely is, from its beginning; nil where nothing speaks for any.
  public static func guess(_ beginning: [UInt8]) -> ImportFormat? {
    let text = String(decoding: beginning.prefix(4096), as: UTF8.self).lowercased()
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if start.first == "{" || start.first == "[" {
      if text.contains(ItemsJSON.format) { return .prodpair }
      if text.contains("\"uuid\"") { return .taskwarrior }
      return text.contains("\"number\"") || text.contains("\"title\"") ? .github : nil
    }
    let header = start.prefix { !$0.isNewline }
    if header.contains("issue key") || header.contains("issue type") { return .jira }
    return header.contains("current state") || header.contains("story") ? .tracker : nil
  }
}

extension ImportError {
  /// What a file's beginning shows to be wrong with it, whatever format it would be; nil where it shows nothing.
  public static func told(by beginning: [UInt8]) -> ImportError? {
    if beginning.starts(with: [0xFF, 0xFE]) || beginning.starts(with: [0xFE, 0xFF]) {
      return ImportError(.utf16, line: 1)
    }
    let text = String(decoding: beginning.prefix(4096), as: UTF8.self)
    if text.allSatisfy({ $0.isWhitespace || $0 == "\u{FEFF}" }) { return ImportError(.empty, line: 1) }
    return text.hasPrefix("<<<<<<< ") ? ImportError(.conflictMarker("<<<<<<<"), line: 1) : nil
  }
}
