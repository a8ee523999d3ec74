import TUI

/// The sections of prodpair(1) that are not in the command line's declarations, in the order of mdoc(7).
enum ManPage {
  /// The generated page with its own EXIT STATUS replaced, and the keys, files and environment said.
  static func completed(_ page: String) throws(ManPageError) -> String {
    guard let status = page.range(of: ".Sh \"EXIT STATUS\"\n"), let authors = page.range(of: ".Sh AUTHORS\n"),
      status.lowerBound < authors.lowerBound
    else { throw .unexpected }
    let head = tidied(page[..<status.lowerBound])
    return head + KeyManual.manSection
      + section("ENVIRONMENT", environment.map { (".It Ev \($0.name)", $0.words) })
      + section("FILES", files.map { (".It Pa \($0.path)", $0.words) })
      + section("\"EXIT STATUS\"", codes.map { (".It \($0.code)", $0.words) }) + page[authors.lowerBound...]
  }

  /// What the argument parser writes and mandoc warns of: empty lines, paragraphs before an item, and sentences
  /// that begin in the middle of a line.
  private static func tidied(_ page: Substring) -> String {
    page.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in line.hasPrefix(".") ? String(line) : String(line).replacing(". ", with: ".\n") }
      .joined(separator: "\n").replacing("\n\n", with: "\n.Pp\n").replacing("\n.Pp\n.It ", with: "\n.It ")
  }

  private static func section(_ title: String, _ items: [(head: String, words: String)]) -> String {
    let lines = items.map { "\($0.head)\n\(ManText.line($0.words))\n" }.joined()
    return ".Sh \(title)\n.Bl -tag -width 6n\n\(lines).El\n"
  }

  private static let environment: [(name: String, words: String)] = [
    ("PRODPAIR_STORE", "The store, where --store names none."),
    ("XDG_CONFIG_HOME", "Where your configuration lies; else ~/.config. Relative ones are ignored, here and below."),
    ("XDG_DATA_HOME", "Where your personal store lies; else ~/.local/share."),
    ("XDG_STATE_HOME", "Where it is kept how far you have seen a store's journal; else ~/.local/state."),
    ("VISUAL , EDITOR", "The editor for long text, in this order; else vi. The configuration comes before both."),
    ("TMPDIR", "Where the demo and the editor's files lie; else /tmp."),
    ("SQLITE_TMPDIR , TMPDIR", "Where the database's temporary files lie, in this order; else /var/tmp."),
    ("TERM", "The terminal's type. On linux, its own console, signs are those of ASCII."),
    ("LC_ALL , LC_CTYPE , LANG", "Where they name no UTF-8, lines and signs are those of ASCII."),
    ("NO_COLOR", "No colour, where it is not empty."),
    ("ESCDELAY", "Milliseconds that Esc waits for the rest of a key; else 25."),
    (
      "LD_PRELOAD , LD_AUDIT , LD_LIBRARY_PATH",
      "Where one of them is set, nothing that you do is verified: it could choose the login that is seen."
    ),
  ]

  private static let files: [(path: String, words: String)] = [
    ("/etc/prodpair/config.yaml", "The administrator's configuration; it can name the team's store."),
    ("~/.config/prodpair/config.yaml", "Your own, which lies over it."),
    ("~/.local/share/prodpair/prodpair.sqlite", "Your personal store, where no other is named."),
    (
      "STORE\\-wal , STORE\\-shm , STORE\\-lock",
      "Beside a store, parts of it: they are not copied or removed by hand. prodpair backup copies a store."
    ),
    ("~/.local/state/prodpair/seen/", "How far you have seen each store's journal, for Today."),
  ]

  private static let codes: [(code: Int, words: String)] = [
    (0, "It is done."),
    (
      1,
      "A rule refused, and standard error says which and what would override it; or lint, fmt --check, verify or "
        + "doctor found something."
    ),
    (64, "The command line is wrong, or the screen has no terminal."),
    (65, "The data are wrong: a file, a value, a store."),
    (66, "There is no such thing."),
    (73, "It cannot be created, or is there already."),
    (74, "Input or output failed."),
    (75, "Busy, or changed meanwhile: try again."),
    (77, "Not permitted."),
  ]
}

enum ManPageError: Error, CustomStringConvertible {
  case unexpected

  var description: String { "the page has no EXIT STATUS before AUTHORS: the argument parser's has changed" }
}
