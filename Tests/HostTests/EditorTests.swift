import Foundation
import Host
import Testing

@Suite("Long text is edited in the person's editor")
struct EditorTests {
  @Test("VISUAL comes before EDITOR, and both before vi; what is configured comes first; blank is nothing")
  func choice() {
    func chosen(_ configured: String?, _ variables: [String: String]) -> [String] {
      let editor = Editor(configured: configured, environment: variables)
      return [editor.command, "\(editor.origin)"]
    }
    #expect(chosen("nano", ["VISUAL": "v", "EDITOR": "e"]) == ["nano", "the configuration"])
    #expect(chosen(nil, ["VISUAL": "v", "EDITOR": "e"]) == ["v", "VISUAL"])
    #expect(chosen(" ", ["VISUAL": "", "EDITOR": "e -f"]) == ["e -f", "EDITOR"])
    #expect(chosen(nil, [:]) == ["vi", "the default"])
  }

  @Test(
    "What was typed comes back, and no file stays",
    arguments: [
      ("first", "printf '%s\\n' second > \"$1\"", "second"), ("", "printf 'new\\n\\n' > \"$1\"", "new\n"),
      ("a\n", "printf 'a\\nb\\n' > \"$1\"", "a\nb\n"), ("a", "printf 'no break' > \"$1\"", "no break"),
      ("a", "printf 'x\\r\\n' > \"$1\"", "x\r"), ("a", "rm \"$1\"; echo fresh > \"$1\"", "fresh"),
      ("é", "printf 'e\\314\\201\\n' > \"$1\"", "e\u{301}"), ("a", "cp \"$1\" \"$1~\"; echo b > \"$1\"", "b"),
    ])
  func changes(text: String, script: String, result: String) throws {
    let place = try Place()
    guard case .changed(let changed) = try place.editor(script).edit(text) else {
      Issue.record("nothing came back")
      return
    }
    #expect(Array(changed.utf8) == Array(result.utf8))
    #expect(try place.leftovers() == [])
  }

  @Test(
    "Leaving the text as it was is no change",
    arguments: [
      ("a", "true"), ("a\n", "true"), ("", "true"), ("a", "printf a > \"$1\""), ("", "printf ' \\n' > \"$1\""),
      ("two\nlines", "touch \"$1\""),
    ])
  func leaves(text: String, script: String) throws {
    let place = try Place()
    #expect(try place.editor(script).edit(text) == .unchanged)
    #expect(try place.leftovers() == [])
  }

  @Test("White space is as good as nothing", arguments: [": > \"$1\"", "printf ' \\n\\t\\n' > \"$1\""])
  func empties(script: String) throws {
    let place = try Place()
    #expect(try place.editor(script).edit("a") == .emptied)
    #expect(try place.leftovers() == [])
  }

  @Test("The file is for this account only, is named after what it is, and holds whole lines")
  func file() throws {
    let place = try Place()
    let script = "cd '\(place.path)'; stat -c %a \"$1\" > seen; wc -l < \"$1\" >> seen; echo \"$1\" > \"$1\""
    guard case .changed(let path) = try place.editor(script).edit("a\nb", named: "Step 3/note") else {
      Issue.record("nothing came back")
      return
    }
    #expect(path.hasPrefix(place.path + "/tmp/prodpair-step-3-note-") && path.hasSuffix(".md"))
    #expect(try String(contentsOfFile: place.path + "/seen", encoding: .utf8) == "600\n2\n")
  }

  @Test("A failing editor loses nothing: the file stays if there is something else in it")
  func fails() throws {
    let place = try Place()
    let failure = try #require(try place.editor("echo much work > \"$1\"; exit 3").edit("a").failure)
    #expect(failure.reason == .exited(3))
    let kept = try #require(failure.keptAt)
    #expect(try String(contentsOfFile: kept, encoding: .utf8) == "much work\n")
    #expect("\(failure)".contains("status 3") && "\(failure)".contains(kept))
    let other = try Place()
    #expect(try other.editor("exit 1").edit("a").failure?.keptAt == nil)
    #expect(try other.editor(": > \"$1\"; exit 1").edit("a").failure?.keptAt == nil)
    #expect(try other.leftovers() == [])
  }

  @Test("An editor that is killed is a failure that names the signal")
  func killed() throws {
    let place = try Place()
    let failure = try #require(try place.editor("echo typed > \"$1\"; kill -9 $$").edit("a").failure)
    #expect(failure.reason == .killed(signal: 9) && failure.keptAt != nil)
  }

  @Test("A file that is gone is a failure, and nothing changes")
  func deletes() throws {
    let place = try Place()
    let failure = try #require(try place.editor("rm \"$1\"").edit("a").failure)
    #expect(failure.reason == .vanished && failure.keptAt == nil)
  }

  @Test(
    "What can't be a text is refused, and kept",
    arguments: [
      ("printf 'a\\377b' > \"$1\"", .notText), ("printf 'a\\0b' > \"$1\"", .notText),
      ("rm \"$1\"; mkdir \"$1\"", .notText),
      ("head -c 1048577 /dev/zero | tr '\\0' x > \"$1\"", .tooLong(limit: 1_048_576)),
    ] as [(String, EditFailure.Reason)])
  func refuses(script: String, reason: EditFailure.Reason) throws {
    let place = try Place()
    let failure = try #require(try place.editor(script).edit("a").failure)
    #expect(failure.reason == reason)
    #expect(FileManager.default.fileExists(atPath: failure.keptAt ?? ""))
  }

  @Test("A text that is long already may be left as it is")
  func long() throws {
    let place = try Place()
    #expect(try place.editor("true").edit(String(repeating: "x", count: 2_000_000)) == .unchanged)
  }

  @Test("A missing editor is named, and so is what to set", arguments: [nil, "EDITOR", "VISUAL"] as [String?])
  func missing(variable: String?) throws {
    let place = try Place()
    let name = "no-such-editor -w"
    let editor = Editor(
      configured: variable == nil ? name : nil, environment: place.environment(variable.map { [$0: name] } ?? [:]))
    let failure = try #require(editor.edit("a").failure)
    #expect(failure.reason == .notFound)
    #expect("\(failure)".contains(name) && "\(failure)".contains(variable ?? "configuration"), "\(failure)")
    #expect(try place.leftovers() == [])
  }

  @Test("A command that isn't one is said to be none", arguments: ["vi 'x", "'' x", "\\"])
  func unreadable(command: String) throws {
    let place = try Place()
    let editor = Editor(environment: place.environment(["EDITOR": command]))
    #expect(editor.edit("a").failure?.reason == .unreadableCommand)
    #expect(try place.leftovers() == [])
  }

  @Test("A file that isn't a program can't be run")
  func notExecutable() throws {
    let place = try Place()
    try "x".write(toFile: place.path + "/plain", atomically: true, encoding: .utf8)
    let editor = Editor(configured: place.path + "/plain", environment: place.environment())
    let failure = try #require(editor.edit("a").failure)
    #expect(failure.reason == .notStarted("Permission denied"))
  }

  @Test("Spaces and quotes in the path and the arguments arrive, and no shell reads them")
  func quoting() throws {
    let place = try Place()
    _ = try place.editor("for word; do last=$word; done; printf '%s\\n' \"$@\" | sed '$d' > \"$last\"")
    let program = place.path + "/my \"own\" ed'itor"
    try FileManager.default.createSymbolicLink(atPath: program, withDestinationPath: "/bin/sh")
    let words = "'\(place.path)/editor.sh' -a 'two words' \\$HOME '$(touch x);' \"it's\""
    let command = "\"\(place.path)/my \\\"own\\\" ed'itor\" \(words)"
    let result = Editor(configured: command, environment: place.environment()).edit("")
    #expect(result == .changed("-a\ntwo words\n$HOME\n$(touch x);\nit's"))
  }

  @Test("Where TMPDIR is no folder to write to, /tmp is")
  func otherFolder() throws {
    let place = try Place()
    for folder in ["relative", "", place.path + "/not-there"] {
      guard case .changed(let path) = try place.editor("echo \"$1\" > \"$1\"", ["TMPDIR": folder]).edit("a") else {
        Issue.record("nothing came back")
        continue
      }
      #expect(path.hasPrefix("/tmp/prodpair-text-"))
    }
  }
}

extension EditResult {
  fileprivate var failure: EditFailure? {
    if case .failed(let failure) = self { failure } else { nil }
  }
}

/// A folder for scripts that stand in for editors, with another in it for the files they are given.
private final class Place {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "editor-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path + "/tmp", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func environment(_ more: [String: String] = [:]) -> [String: String] {
    let outer = ProcessInfo.processInfo.environment
    return ["PATH": outer["PATH"] ?? "/usr/bin:/bin", "TMPDIR": path + "/tmp"].merging(more) { $1 }
  }

  /// An editor that is a shell script; `$1` is the file.
  ///
  /// The shell is what is run: a program that was just written is "busy" as long as another test's child, between
  /// fork and exec, has it open too.
  func editor(_ script: String, _ more: [String: String] = [:]) throws -> Editor {
    let file = path + "/editor.sh"
    try script.write(toFile: file, atomically: true, encoding: .utf8)
    return Editor(configured: "sh '\(file)'", environment: environment(more))
  }

  /// The files that are still there.
  func leftovers() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path + "/tmp") }
}
