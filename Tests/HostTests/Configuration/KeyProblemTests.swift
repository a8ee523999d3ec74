import Testing

@testable import Host

@Suite("Keys that can't be, or say two things at once, are told with both commands and their lines")
struct KeyProblemTests {
  static let table: [(keys: String, says: [String])] = [
    // Names
    ("run.don: d", ["line 2: there is no command `run.don`; did you mean `run.done`?"]),
    ("done: d", ["line 2: there is no command `done`; did you mean `run.done`?"]),
    ("team.show: d", ["line 2: there is no command `team.show`; `prodpair config keys` lists them"]),
    ("run.done: Spcae", ["line 2: `Spcae` is no key's name; did you mean `Space`?"]),
    ("run.done: [d, g entr]", ["line 2: `entr` is no key's name; did you mean `Enter`?"]),
    (
      "run.done: elsewhere", ["line 2: `elsewhere` is no key's name; `prodpair config keys` shows how keys are written"]
    ),
    ("run.done: \" \"", ["line 2: ` ` is no key's name; did you mean `Space`?"]),
    (
      "run.done:\n  run.note: d",
      ["line 2: run.done: there is no key here; punctuation stands in quotes, as in \"#\", and [] takes its keys away"]
    ),
    ("run.done: {a: b}", ["line 2: run.done: takes a key, a chord such as `g r`, or a list of them"]),
    ("run.done:\n  - d\n  - [e]", ["line 4: run.done: takes a key, a chord such as `g r`, or a list of them"]),
    ("run.done:\n  - d\n  - d", ["line 4: `d` stands on line 3 already"]),
    // Clashes
    ("run.done: x", ["line 2: `x` is both run.done (line 2) and run.failed (built in)"]),
    ("run.done: d\n  run.note: d", ["line 3: `d` is both run.note (line 3) and run.done (line 2)"]),
    ("run.note: d\n  run.done: d", ["line 3: `d` is both run.done (line 3) and run.note (line 2)"]),
    ("run.done: \"?\"", ["line 2: `?` is both run.done (line 2) and app.help (built in)"]),
    ("app.help: n", ["line 2: `n` is both app.help (line 2) and home.new (built in)"]),
    ("app.help: h\n  app.runs: h", ["line 3: `h` is both app.runs (line 3) and app.help (line 2)"]),
    ("run.done: ^C", ["line 2: `^C` is both run.done (line 2) and app.quit (built in)"]),
    // Beginnings
    (
      "home.new: g",
      [
        "line 2: `g` for home.new (line 2) begins `g g` for home.first (built in), which could not be typed",
        "line 2: `g` for home.new (line 2) begins `g r` for app.runs (built in), which could not be typed",
      ]
    ),
    (
      "run.note: x y",
      ["line 2: `x` for run.failed (built in) begins `x y` for run.note (line 2), which could not be typed"]
    ),
    (
      "run.note: [d, d e]",
      ["line 2: `d` for run.note (line 2) begins `d e` for run.note (line 2), which could not be typed"]
    ),
    // What can't be taken away
    ("app.quit: []", ["line 2: app.quit has to keep a key"]),
  ]

  @Test("One by one", arguments: table.indices)
  func problem(_ index: Int) {
    let (keys, says) = Self.table[index]
    let reading = Sample.read("keys:\n  \(keys)\n")
    #expect(reading.problems.map(\.description) == says.map { "config.yaml, \($0)" })
  }

  @Test(
    "What is right is taken",
    arguments: [
      "run.done: x\n  run.failed: Space", "run.done: [x, Space]\n  run.failed: []", "home.new: d\n  run.note: d",
      "run.back: [Esc, h]", "app.back: [Esc, h]", "run.done: g d", "home.new: ~", "run.done: y\n  run.note: 1",
      "run.done: \"g  d\"", "app.quit: Q",
    ])
  func sound(_ keys: String) {
    #expect(Sample.problems("keys:\n  \(keys)\n") == [])
  }

  @Test("A screen's command hides the one everywhere that has the same built-in key, and nothing else")
  func hiding() {
    #expect(Sample.vocabulary.commands(on: "run").contains { $0.id == "app.back" } == false)
    #expect(Sample.vocabulary.commands(on: "home").contains { $0.id == "app.back" })
    #expect(Sample.problems("keys:\n  app.back: x\n") == [])
    #expect(Sample.problems("keys:\n  home.new: Esc\n").count == 1)
  }

  @Test("Whoever reads a misspelled key is not told of clashes that it would have kept away")
  func noEcho() {
    let problems = Sample.problems("keys:\n  run.done: x\n  run.failed: Spcae\n")
    #expect(problems == ["config.yaml, line 3: `Spcae` is no key's name; did you mean `Space`?"])
  }
}
