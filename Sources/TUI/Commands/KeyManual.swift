import Domain
import Terminal

/// The command table as the manual and the man page print it.
///
/// A page of Markdown says where a table of keys stands, and the table is filled in:
///
/// ```markdown
/// <!-- keys: run -->
/// <!-- /keys -->
/// ```
///
/// The same between `<!-- filter -->` and `<!-- /filter -->`, with what the filter language has.
public enum KeyManual {
  /// A screen, or what works on all of them, with its commands.
  struct Chapter: Sendable {
    /// What a marker calls it, as in `run`.
    let name: String
    let title: String
    let commands: [Command]
  }

  /// What works everywhere, what works on every list, and each screen.
  static let chapters: [Chapter] =
    [
      Chapter(name: "everywhere", title: "Everywhere", commands: Command.everywhere.filter { !isOfLists($0) }),
      Chapter(name: "list", title: "On every list", commands: Command.everywhere.filter(isOfLists)),
    ] + ScreenTable.rows.map { Chapter(name: $0.screen.text, title: $0.title, commands: $0.commands) }

  private static func isOfLists(_ command: Command) -> Bool { command.id.hasPrefix("list.") }

  /// The page with the table of today between each pair of markers; every other byte stays.
  ///
  /// - Throws: ``KeyManualError`` where a marker names nothing or is not closed.
  public static func filledIn(_ page: String) throws(KeyManualError) -> String {
    var result: [Substring] = []
    var open: (name: String, end: String)?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == Marker.end || line == Marker.filterEnd {
        guard open?.end == String(line) else { throw open.map { .notClosed($0.name) } ?? .notOpened }
        open = nil
      } else if let begun = try table(after: line) {
        if let open { throw .notClosed(open.name) }
        result += [line] + begun.table.split(separator: "\n")
        open = (begun.name, begun.end)
        continue
      } else if open != nil {
        continue
      }
      result.append(line)
    }
    if let open { throw .notClosed(open.name) }
    return result.joined(separator: "\n")
  }

  /// What a marker asks for, and the line that ends it; nil for a line that is no marker.
  private static func table(
    after line: Substring
  ) throws(KeyManualError) -> (name: String, end: String, table: String)? {
    if line == Marker.filter { return ("filter", Marker.filterEnd, FilterReference.table) }
    guard let name = Marker.name(line) else { return nil }
    guard let chapter = chapters.first(where: { $0.name == name }) else { throw .unknown(name) }
    return (name, Marker.end, table(of: chapter))
  }

  private enum Marker {
    static let end = "<!-- /keys -->"
    static let filter = "<!-- filter -->"
    static let filterEnd = "<!-- /filter -->"

    static func name(_ line: Substring) -> String? {
      guard line.hasPrefix("<!-- keys: "), line.hasSuffix(" -->") else { return nil }
      return String(line.dropFirst(11).dropLast(4))
    }
  }

  private static func table(of chapter: Chapter) -> String {
    let rows = chapter.commands.map { command in
      let keys = command.keys.map { "`\($0)`" }.joined(separator: " ")
      return "| \(keys) | \(command.title) | `\(command.id)` |".replacing("`|`", with: "`\\|`")
    }
    return (["| key | what | in the configuration |", "| --- | --- | --- |"] + rows).joined(separator: "\n")
  }

  /// The same as a section of a man page, in mdoc(7).
  public static var manSection: String {
    let subsections = chapters.map { chapter in
      let items = chapter.commands.map { command in
        ".It Ic \(command.keys.map(ManText.argument).joined(separator: " , "))\n" + ManText.line("\(command.title).")
      }
      return ".Ss \(ManText.argument(chapter.title))\n.Bl -tag -width 10n\n\(items.joined(separator: "\n"))\n.El"
    }
    return
      ([
        ".Sh KEYS",
        ManText.line("As the program comes; the files below give a command other keys."),
        ManText.line("? shows the keys of the screen one is on, with the reason where one cannot be used now."),
      ] + subsections).joined(separator: "\n") + "\n"
  }
}

/// What is wrong with the markers of a page.
public enum KeyManualError: Error, Hashable, CustomStringConvertible {
  case unknown(String)
  case notClosed(String)
  case notOpened

  public var description: String {
    switch self {
    case .unknown(let name):
      "<!-- keys: \(name) --> names no screen: \(KeyManual.chapters.map(\.name).joined(separator: ", "))"
    case .notClosed(let name): "the marker of \(name) has no end of its own: <!-- /keys --> or <!-- /filter -->"
    case .notOpened: "<!-- /keys --> or <!-- /filter --> closes nothing"
    }
  }
}

/// Text that mdoc(7) takes for nothing but text.
public enum ManText {
  /// Running text, a line a sentence, as mdoc wants it.
  public static func line(_ text: String) -> String {
    let escaped = escaped(text).replacing(". ", with: ".\n")
    return escaped.hasPrefix(".") || escaped.hasPrefix("\\(aq") ? "\\&" + escaped : escaped
  }

  /// One argument of a macro, though it may hold spaces or be punctuation.
  public static func argument(_ text: String) -> String {
    let escaped = "\\&" + escaped(text)
    return escaped.contains(" ") ? "\"\(escaped)\"" : escaped
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "\"": result += "\\(dq"
      default: result.append(character)
      }
    }
  }
}
