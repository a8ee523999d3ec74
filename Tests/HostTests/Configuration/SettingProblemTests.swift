import Testing

@testable import Host

@Suite("What is wrong with a setting is said with its file, its line and the nearest that is right")
struct SettingProblemTests {
  static let table: [(text: String, says: [String])] = [
    ("\n\n\nthemes: mono\n", ["config.yaml, line 4: there is no key `themes`; did you mean `theme`?"]),
    (
      "colour: mono",
      ["config.yaml, line 1: there is no key `colour`; there are theme, start, mouse, ascii, editor, keys, hooks"]
    ),
    ("theme: mnoo", ["config.yaml, line 1: theme: `mnoo` is none of its values; did you mean `mono`?"]),
    (
      "# dark\ntheme: solarized",
      ["config.yaml, line 2: theme: `solarized` is none of its values; there are default, high-contrast, mono"]
    ),
    ("theme:", ["config.yaml, line 1: theme: has no value"]),
    ("theme: [mono]", ["config.yaml, line 1: theme: has no value"]),
    ("start: checklist", ["config.yaml, line 1: start: `checklist` is none of its values; did you mean `checklists`?"]),
    ("mouse: yes", ["config.yaml, line 1: mouse: `yes` is none of its values; did you mean `true`?"]),
    ("mouse: Off", ["config.yaml, line 1: mouse: `Off` is none of its values; did you mean `false`?"]),
    ("ascii: ture", ["config.yaml, line 1: ascii: `ture` is none of its values; did you mean `true`?"]),
    ("ascii: maybe", ["config.yaml, line 1: ascii: `maybe` is none of its values; there are true, false"]),
    ("editor: \" \"", ["config.yaml, line 1: editor: has to be a command on one line"]),
    ("editor: \"vi\\n-e\"", ["config.yaml, line 1: editor: has to be a command on one line"]),
    (
      "theme: mono\nstore: /srv/team.sqlite",
      [
        "config.yaml, line 2: store: is set by the administrator in /etc/prodpair/config.yaml; "
          + "use --store or PRODPAIR_STORE"
      ]
    ),
    ("[a]: b", ["config.yaml, line 1: a name has to stand before the colon"]),
    ("keys: Space", ["config.yaml, line 1: keys: takes a line for each command, as in `run.done: Space`"]),
    (
      "<<: {theme: mono}",
      ["config.yaml, line 1: there is no key `<<`; there are theme, start, mouse, ascii, editor, keys, hooks"]
    ),
  ]

  @Test("In the user's own file", arguments: table.indices)
  func own(_ index: Int) {
    #expect(Sample.problems(Self.table[index].text) == Self.table[index].says)
  }

  @Test("In the administrator's file store is a key, and an absolute path")
  func site() {
    let file = "/etc/prodpair/config.yaml"
    #expect(Sample.problems("", over: "store: /srv/team.sqlite") == [])
    #expect(
      Sample.problems("", over: "stor: /srv/x") == ["\(file), line 1: there is no key `stor`; did you mean `store`?"])
    #expect(Sample.problems("", over: "\nstore: team") == ["\(file), line 2: store: has to be an absolute path"])
    #expect(Sample.problems("", over: "store:") == ["\(file), line 1: store: has no value"])
  }

  @Test("All that is wrong in both files is said at once, and all that is right is in force")
  func everything() {
    let reading = Sample.read(
      "them: mono\nmouse: false\nkeys:\n  run.don: x\n  home.new: Insret\nascii: 7\n",
      over: "theme: monochrome\nstore: /srv/team.sqlite\neditor:\n")
    #expect(
      reading.problems.map { "\($0.file.layer) \($0.line ?? 0) \($0.nearest ?? "-")" } == [
        "site 1 -", "site 3 -", "own 1 theme", "own 4 run.done", "own 5 -", "own 6 -",
      ])
    #expect(reading.configuration.mouse?.value == false)
    #expect(reading.configuration.store?.value == "/srv/team.sqlite")
    #expect(reading.configuration.theme == nil)
    #expect(throws: ConfigurationProblems(reading.problems)) { try reading.get() }
  }

  @Test("A place has a column too")
  func column() {
    #expect(Sample.read("keys: {run.done: [x1, y]}").problems.map(\.column) == [19])
  }
}
