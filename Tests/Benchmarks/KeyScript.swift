/// What is typed on one screen: keys to come there, keys that are timed, keys to leave it as it was.
struct KeyScript {
  enum Line {
    case goes(TypedKeys)
    /// Timed until the screen has its final content; `shows` is a part of that.
    case timed(String, TypedKeys, shows: String?)
  }

  let screen: String
  let lines: [Line]
}

extension KeyScript.Line {
  static func goes(_ keys: String) -> Self { .goes(TypedKeys(keys)) }

  static func timed(_ what: String, _ keys: String, times: Int = 1, shows: String? = nil) -> [Self] {
    Array(repeating: .timed(what, TypedKeys(keys), shows: shows), count: times)
  }

  /// Narrows by a word, once with a wait after each letter and once without; Esc shows all again.
  static func filtered(_ what: String, _ word: String, shows: String? = nil) -> [Self] {
    let letters = TypedKeys("text:\(word)").each
    let slow = letters.dropLast().map { Self.timed("/ \(what), a letter", $0, shows: nil) }
    let last = letters.last.map { Self.timed("/ \(what), a letter", $0, shows: shows) }
    return [.goes("/")] + slow + [last].compactMap(\.self) + [.goes("Esc"), .goes("/")]
      + timed("/ \(what), a word at once", "text:\(word)", shows: shows) + [.goes("Esc")]
  }

  /// Moves through a list or a page.
  static func moves(first: String? = nil, last: String? = nil) -> [Self] {
    timed("j", "j", times: 5) + timed("page down", "PgDn", times: 3) + timed("G", "G", shows: last)
      + timed("gg", "g g", shows: first)
  }
}

extension KeyScript {
  /// Every screen there is, on a wide store whose newest run is a fresh long one. Begins and ends on any of the first screens.
  static func everyScreen(of store: WideStore) -> [KeyScript] {
    let rare = store.runCount * 7 / 9
    let long = (store.longRun?.value).map(String.init) ?? ""
    return lists(rare: rare, long: long) + pages + onRun(long) + forms + overlays
  }

  private static func lists(rare: Int, long: String) -> [KeyScript] {
    [
      KeyScript(
        screen: "Today",
        lines: [.goes("g r")] + Line.timed("open", "g t", shows: "NEEDS YOU") + Line.moves()),
      KeyScript(
        screen: "Search",
        lines: [.goes("g t")] + Line.filtered("few match", long) + [.goes("Esc")] + Line.filtered("many match", "run")
          + [.goes("Esc")] + Line.filtered("none match", "zzz", shows: "Nothing has these words") + [.goes("Esc")]),
      KeyScript(
        screen: "Runs",
        lines: Line.timed("open", "g r", shows: "artifact") + Line.moves(first: " \(long) ", last: "svc@v1 ")
          + Line.timed("page down, on and on", "PgDn", times: 12) + [.goes("g g")]
          + Line.filtered("few match", "v\(rare)", shows: "svc@v\(rare)")
          + Line.filtered("many match", "short", shows: "short-")
          + Line.filtered("none match", "nowhere", shows: "Nothing matches")
          + Line.filtered("a state", "state:ab", shows: "aborted") + [.goes("/ text:v\(rare / 10) Enter")]
          + Line.timed("sort by the next column", "z", times: 3) + [.goes("Z"), .goes("z z z z z z z"), .goes("Esc")]
          + Line.timed("own runs only", "@", shows: "/by:ana") + [.goes("@")]
          + Line.timed("mark all", "*", shows: "marked") + Line.timed("j, all marked", "j", times: 3) + [.goes("*")]
          + [.goes("g g")]),
      KeyScript(
        screen: "Journal",
        lines: Line.timed("open", "g j", shows: "what") + Line.moves(last: "added team team-1 ")
          + Line.timed("page down, on and on", "PgDn", times: 12) + [.goes("g g")]
          + Line.filtered("few match", "v\(rare)", shows: "/v\(rare)") + Line.filtered("many match", "started")
          + Line.filtered("none match", "nowhere", shows: "Nothing matches")
          + Line.timed("read an entry", "Enter", shows: "command run-act") + [.goes("Esc")]),
      KeyScript(
        screen: "Checklists",
        lines: Line.timed("open", "g c", shows: "last run") + Line.moves(first: "Long list")
          + Line.filtered("few match", "long", shows: "Long list") + Line.filtered("many match", "short")
          + Line.filtered("none match", "nowhere", shows: "Nothing matches")
          + Line.timed("sort by the next column", "z", times: 3) + Line.timed("reverse the order", "Z")
          + [.goes("z z z z z z"), .goes("g g")] + Line.timed("mark all", "*", shows: "marked") + [.goes("*")]),
      KeyScript(
        screen: "Teams",
        lines: Line.timed("open", "g p", shows: "team-1") + Line.moves()
          + Line.filtered("few match", "person-77", shows: "person-77") + Line.filtered("many match", "person")
          + Line.filtered("none match", "nowhere", shows: "Nothing matches")
          + Line.timed("mark all", "*", shows: "marked") + [.goes("*")]),
    ]
  }

  private static let pages: [KeyScript] = [
    KeyScript(
      screen: "Checklist",
      lines: [.goes("g c g g")] + Line.timed("open", "Enter", shows: "[page]") + Line.moves()
        + Line.filtered("few match", "150", shows: "/150") + Line.filtered("none match", "zzz")
        + Line.timed("turn to the versions", "Tab", shows: "[versions]")
        + Line.moves(first: "v\(WideStore.longVersions)")
        + Line.filtered("many match", "bench") + Line.timed("turn to why each line is there", "Tab", shows: "[why]")
        + Line.timed("turn to the record", "Tab", shows: "[record]")
        + Line.timed("turn to the advice", "Tab", shows: "[advice]")
        + [.goes("Tab"), .goes("Tab"), .goes("G")] + Line.timed("read an old version", "Enter", shows: "long v1")
        + [.goes("Esc")])
  ]

  private static func onRun(_ long: String) -> [KeyScript] {
    [
      KeyScript(
        screen: "Run",
        lines: [.goes("g r g g")] + Line.timed("open", "Enter", shows: "RUN \(long)") + Line.moves()
          + Line.filtered("few match", "150", shows: "/150") + Line.filtered("many match", "item")
          + Line.filtered("none match", "zzz", shows: "nothing matches")
          + Line.timed("into the detail", "Enter") + [.goes("Esc")] + Line.timed("where work goes on", ".")
          + Line.timed("tick", "Space", times: 2) + Line.timed("begin a note", "c", shows: "note on step")
          + TypedKeys("text:look").each.map { .timed("write a letter of it", $0, shows: nil) } + [.goes("Esc")]
          + Line.timed("read the notices", "b", shows: "should know") + [.goes("Esc"), .goes("Esc")]),
      KeyScript(
        screen: "Record",
        lines: [.goes("g r g g")] + Line.timed("open", "i", shows: "the record") + Line.moves()
          + Line.filtered("few match", "item-33") + Line.filtered("none match", "zzz", shows: "is not in it")
          + [.goes("Esc")]),
    ]
  }

  private static let forms: [KeyScript] = [
    KeyScript(
      screen: "Start a run",
      lines: [.goes("g c g g")] + Line.timed("open", "n", shows: "Start a run")
        + [.goes("Tab Tab")] + TypedKeys("text:lab").each.map { .timed("write a letter", $0, shows: nil) }
        + Line.timed("next field", "Tab")
        + [.goes("Esc")]),
    KeyScript(
      screen: "Person",
      lines: [.goes("g p g g j")] + Line.timed("open", "Enter", shows: "Person ana")
        + Line.timed("write a letter", "x") + [.goes("Backspace"), .goes("Esc")]),
    KeyScript(
      screen: "Team", lines: [.goes("g p g g")] + Line.timed("open", "Enter", shows: "time zone") + [.goes("Esc")]),
  ]

  private static let overlays: [KeyScript] = [
    KeyScript(
      screen: "Help",
      lines: [.goes("g r")] + Line.timed("open", "?", shows: "Keys and commands")
        + TypedKeys("text:filter").each.map { .timed("write a letter", $0, shows: nil) } + [.goes("Esc")]),
    KeyScript(
      screen: "Palette",
      lines: [.goes("g r")] + Line.timed("open", ":", shows: "Run a command")
        + TypedKeys("text:copy").each.map { .timed("write a letter", $0, shows: nil) } + [.goes("Esc")]),
    KeyScript(screen: "Messages", lines: Line.timed("open", "M", shows: "Messages") + [.goes("Esc")]),
  ]
}
