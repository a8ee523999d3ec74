import Testing

@testable import Host

@Suite("The user's file lies over the administrator's")
struct LayeringTests {
  @Test("The user's value wins key by key, and each knows its line")
  func keyByKey() {
    let reading = Sample.read("\ntheme: mono\nmouse: false\n", over: "theme: high-contrast\nascii: true\n")
    let configuration = reading.configuration
    #expect(configuration.theme == Setting("mono", at: ConfigurationPlace(file: Sample.own, line: 2, column: 8)))
    #expect(configuration.mouse?.value == false)
    #expect(configuration.ascii == Setting(true, at: ConfigurationPlace(file: Sample.site, line: 2, column: 8)))
    #expect(configuration.editor == nil && configuration.start == nil)
    #expect(reading.files == [Sample.site, Sample.own])
    #expect(reading.problems.isEmpty)
  }

  @Test("Keys are given command by command: one, a chord, several, none, or those that it has")
  func keys() {
    let configuration = Sample.read(
      "keys:\n  run.done: [d, g  d]\n  run.note: []\n  app.quit: Q\n",
      over: "keys:\n  run.done: e\n  home.new: a\n"
    ).configuration
    #expect(configuration.keys(for: "run.done") == ["d", "g d"])
    #expect(configuration.keys(for: "run.note") == [])
    #expect(configuration.keys(for: "home.new") == ["a"])
    #expect(configuration.keys(for: "app.help") == nil)
    #expect(configuration.keys["home.new"]?.place == ConfigurationPlace(file: Sample.site, line: 3, column: 3))
  }

  @Test("^C leaves, whatever the file says")
  func interrupt() {
    #expect(Sample.read("keys: {app.quit: Q}").configuration.keys(for: "app.quit") == ["Q", "^C"])
    #expect(Sample.read("keys: {app.quit: ^C}").configuration.keys(for: "app.quit") == ["^C"])
  }

  @Test("A clash between both files names both")
  func clash() {
    #expect(
      Sample.problems("keys:\n  run.done: d\n", over: "\nkeys:\n  run.note: d\n") == [
        "config.yaml, line 2: `d` is both run.done (line 2) and run.note (/etc/prodpair/config.yaml, line 3)"
      ])
  }

  @Test("With a problem among the keys those of the file below are in force, and at last the built-in ones")
  func fallback() {
    let site = "keys:\n  run.note: d\n"
    #expect(Sample.read("keys:\n  run.done: d\n", over: site).configuration.keys.keys.sorted() == ["run.note"])
    #expect(Sample.read("keys:\n  run.done: Spcae\n", over: site).configuration.keys.keys.sorted() == ["run.note"])
    #expect(Sample.read("keys:\n  run.done: x\n", over: "keys:\n  app.help: n\n").configuration.keys.isEmpty)
  }

  @Test("The user's keys can put right what the administrator's do wrong")
  func repair() {
    let reading = Sample.read("keys:\n  run.failed: f\n", over: "keys:\n  run.done: x\n")
    #expect(reading.problems.isEmpty)
    #expect(reading.configuration.keys(for: "run.done") == ["x"])
  }

  @Test("The own file is below XDG_CONFIG_HOME, or the home; a relative path is ignored")
  func places() {
    let home = ["HOME": "/home/ana"]
    func path(_ more: [String: String]) -> String { ConfigurationFile.own(home.merging(more) { $1 }).path }
    #expect(path(["XDG_CONFIG_HOME": "/conf"]) == "/conf/prodpair/config.yaml")
    #expect(path([:]) == "/home/ana/.config/prodpair/config.yaml")
    #expect(path(["XDG_CONFIG_HOME": "conf"]) == "/home/ana/.config/prodpair/config.yaml")
    #expect(path(["XDG_CONFIG_HOME": ""]) == "/home/ana/.config/prodpair/config.yaml")
    #expect(ConfigurationFile.own([:]).path == Account.homeDirectory + "/.config/prodpair/config.yaml")
    #expect(ConfigurationFile.all(home).map(\.layer) == [.site, .own])
  }

  @Test("Where there is no file, nothing is asked for")
  func nothing() {
    let nowhere = ConfigurationFile(path: "/nonexistent/prodpair/config.yaml", layer: .own)
    var hasAsked = false
    func vocabulary() -> ConfigurationVocabulary {
      hasAsked = true
      return Sample.vocabulary
    }
    #expect(Configuration.read([nowhere], vocabulary: vocabulary()).configuration == Configuration())
    #expect(!hasAsked)
  }
}
