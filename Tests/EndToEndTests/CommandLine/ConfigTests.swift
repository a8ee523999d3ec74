import Foundation
import Testing

@Suite("config: what is in force, what is wrong, which commands there are")
struct ConfigTests {
  /// A desk with the user's own file in its place.
  private func desk(_ text: String) throws -> Desk {
    let desk = try Desk()
    let folder = desk.folder.appendingPathComponent(".config/prodpair")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try desk.write(".config/prodpair/config.yaml", text)
    return desk
  }

  private func path(_ desk: Desk) -> String { desk.folder.appendingPathComponent(".config/prodpair/config.yaml").path }

  @Test("check names the files that it read, and finds nothing wrong")
  func sound() throws {
    let desk = try desk("theme: mono\nkeys:\n  run.done: [d, g x]\n")
    let outcome = try desk.run("config check")
    #expect(outcome.exitCode == 0 && outcome.errors == "")
    #expect(outcome.lines.first == "config: no problems")
    #expect(outcome.lines.last == "read: \(path(desk))")
    let json = try desk.run("config check --json").object
    #expect(json["ok"] as? Bool == true)
    #expect((json["files"] as? [String])?.last == path(desk))
    #expect((json["problems"] as? [Any])?.isEmpty == true)
    let none = try Desk().run("config check")
    #expect(none.exitCode == 0 && none.lines.last?.hasPrefix("not there: ") == true)
  }

  @Test("check says all that is wrong, a line each, and exits with 65")
  func problems() throws {
    let desk = try desk("themes: mono\nkeys:\n  run.done: x\n")
    let outcome = try desk.run("config check")
    #expect(outcome.exitCode == 65 && outcome.errors == "")
    #expect(
      outcome.lines.suffix(2) == [
        "\(path(desk)), line 1: there is no key `themes`; did you mean `theme`?",
        "\(path(desk)), line 3: `x` is both run.done (line 3) and run.failed (built in)",
      ])
    let json = try desk.run("config check --json")
    #expect(json.exitCode == 65)
    let found = try #require((json.object["problems"] as? [[String: Any]])?.suffix(2).first)
    #expect(found["file"] as? String == path(desk))
    #expect(found["line"] as? Int == 1 && found["column"] as? Int == 1)
    #expect(found["nearest"] as? String == "theme")
    #expect(found["message"] as? String == "there is no key `themes`; did you mean `theme`?")
  }

  @Test("check takes a file that is not in force yet, the user's or the administrator's")
  func file() throws {
    let desk = try Desk()
    try desk.write("new.yaml", "store: /srv/team.sqlite\n")
    let own = try desk.run("config check new.yaml")
    #expect(own.exitCode == 65)
    #expect(own.lines.last?.hasPrefix("new.yaml, line 1: store: is set by the administrator") == true)
    let site = try desk.run("config check --site new.yaml")
    #expect(site.exitCode == 0)
    #expect(site.lines == ["config: no problems", "read: new.yaml"])
    let input = try desk.run("config check -", input: "theme: [\n")
    #expect(input.exitCode == 65 && input.output.contains("standard input, line 2: this is not YAML"))
    #expect(try desk.run("config check missing.yaml").exitCode == 66)
    try FileManager.default.createDirectory(
      at: desk.folder.appendingPathComponent("folder"), withIntermediateDirectories: true)
    #expect(try desk.run("config check --site folder").exitCode == 65)
  }

  @Test("show tells where each value comes from")
  func show() throws {
    let desk = try desk("theme: mono\nmouse: false\nkeys:\n  run.done: [d, g x]\n")
    let json = try desk.run("config show --json", environment: ["VISUAL": "", "EDITOR": "ed"])
    #expect(json.exitCode == 0)
    func setting(_ name: String) throws -> [String: Any] { try #require(json.object[name] as? [String: Any]) }
    #expect(try setting("theme")["value"] as? String == "mono")
    #expect(try setting("theme")["from"] as? String == "own")
    #expect(try setting("theme")["file"] as? String == path(desk))
    #expect(try setting("theme")["line"] as? Int == 1)
    #expect(try setting("mouse")["value"] as? Bool == false)
    #expect(try setting("editor")["value"] as? String == "ed")
    #expect(try setting("editor")["from"] as? String == "environment")
    #expect(try setting("store")["value"] as? String == desk.store)
    let keys = try #require(json.object["keys"] as? [[String: Any]])
    let done = try #require(keys.first { $0["id"] as? String == "run.done" })
    #expect(done["keys"] as? [String] == ["d", "g x"])
    #expect(done["line"] as? Int == 4)
    let lines = try desk.run("config show").lines.map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines.first == "SETTING VALUE FROM")
    #expect(lines.contains("theme mono \(path(desk)), line 1"))
    #expect(lines.contains("store \(desk.store) $PRODPAIR_STORE"))
    #expect(lines.contains("run.done d g x \(path(desk)), line 4"))
  }

  @Test("What is wrong is not in force, and show and keys say so on standard error")
  func notInForce() throws {
    let desk = try desk("theme: monoo\nmouse: false\nkeys:\n  run.done: x\n")
    let shown = try desk.run("config show --json")
    #expect(shown.exitCode == 65)
    #expect(shown.errors.contains("line 1: theme: `monoo` is none of its values; did you mean `mono`?"))
    #expect((shown.object["theme"] as? [String: Any])?["value"] as? String != "monoo")
    #expect((shown.object["mouse"] as? [String: Any])?["value"] as? Bool == false)
    let keys = try desk.run("config keys --json")
    #expect(keys.exitCode == 65 && keys.errors.contains("line 4: `x` is both"))
    #expect(keys.list.first { $0["id"] as? String == "run.done" }?["keys"] as? [String] == ["Space"])
  }

  @Test("keys lists every command with the keys that it has now; --default with its own")
  func keys() throws {
    let desk = try desk("keys: {run.done: [d, g x], run.note: []}\n")
    let list = try desk.run("config keys --json").list
    let done = try #require(list.first { $0["id"] as? String == "run.done" })
    #expect(done["screen"] as? String == "run")
    #expect(done["keys"] as? [String] == ["d", "g x"])
    #expect(done["title"] as? String == "Mark the step done")
    #expect(done["from"] as? String == "own")
    #expect(list.first { $0["id"] as? String == "run.note" }?["keys"] as? [String] == [])
    let quit = try #require(list.first { $0["id"] as? String == "app.quit" })
    #expect(quit["screen"] is NSNull && quit["from"] as? String != "own")
    let text = try desk.run("config keys")
    #expect(text.exitCode == 0)
    #expect(text.lines.contains { $0.hasPrefix("run.done ") && $0.contains(" d  g x ") })
    let builtIn = try desk.run("config keys --default")
    #expect(builtIn.lines.contains { $0.hasPrefix("run.done ") && $0.contains(" Space ") })
    #expect(builtIn.lines.count == list.count + 1)
  }

  @Test("What is wrong with the user's file keeps no other command from its work")
  func others() throws {
    let desk = try desk("theme: [\n")
    #expect(try desk.run("init").exitCode == 0)
    #expect(try desk.run("run list").exitCode == 0)
    #expect(try desk.run("config check").exitCode == 65)
  }

  @Test("XDG_CONFIG_HOME says where the file is, unless it is relative")
  func folder() throws {
    let desk = try desk("theme: mono\n")
    let elsewhere = ["XDG_CONFIG_HOME": desk.folder.appendingPathComponent("elsewhere").path]
    #expect(try desk.run("config check", environment: elsewhere).output.contains("not there: \(desk.folder.path)"))
    let relative = try desk.run("config check", environment: ["XDG_CONFIG_HOME": ".config"])
    #expect(relative.lines.last == "read: \(path(desk))")
  }

  @Test("The examples of docs/configuration.md are no problem")
  func examples() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../docs/configuration.md").standardized
    let text = try String(contentsOf: page, encoding: .utf8)
    let examples = text.components(separatedBy: "```yaml\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    #expect(examples.count == 2)
    for example in examples {
      // The one thing about it that is another way on each machine.
      let example = example.replacing("/usr/local/lib/prodpair/chat", with: "/bin/true")
      let outcome = try Desk().run("config check -", input: example)
      #expect(outcome.exitCode == 0, "\(outcome.output)")
    }
  }
}
