import Foundation
import Testing

@testable import Host

@Suite("A file that can't be read as a whole says where")
struct FileProblemTests {
  static let table: [(text: String, says: [String])] = [
    ("theme: mono\n- x\n", ["config.yaml, line 2: this is not YAML: did not find expected key"]),
    ("a: \"b", ["config.yaml, line 1: this is not YAML: found unexpected end of stream"]),
    ("theme: mono\n---\ntheme: mono", ["config.yaml, line 2: this is not YAML: but found another document"]),
    ("a: *b", ["config.yaml, line 1: this is not YAML: found undefined alias"]),
    (
      "a0: &a0 [x, x]\n" + (1...17).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined(),
      ["config.yaml, line 1: this is not YAML: it has more than 16 aliases"]
    ),
    ("- theme", ["config.yaml, line 1: these are no `key: value` lines"]),
    ("theme", ["config.yaml, line 1: these are no `key: value` lines"]),
    ("theme: mono\nmouse: \u{1}", ["config.yaml, line 2: this is not YAML: control characters are not allowed"]),
    ("theme: mono\nmouse: true\ntheme: default", ["config.yaml, line 3: `theme` stands on line 1 already"]),
    (
      "keys:\n  run.done: d\n  # why\n  'run.done':\n    - e\n  run.note: x1\ntheme: mono\ntheme: mono\n",
      [
        "config.yaml, line 4: `run.done` stands on line 2 already",
        "config.yaml, line 6: `x1` is no key's name; did you mean `x 1`?",
        "config.yaml, line 8: `theme` stands on line 7 already",
      ]
    ),
    ("{theme: mono, theme: mono}", ["config.yaml, line 1: this is not YAML: a name stands twice in { }"]),
  ]

  @Test("Broken YAML, something else than settings, and what stands twice", arguments: table.indices)
  func broken(_ index: Int) {
    #expect(Sample.problems(Self.table[index].text) == Self.table[index].says)
  }

  @Test("Punctuation without quotes is told to take them", arguments: ["?", ":", "*", "@", "`", "&", "%"])
  func punctuation(_ sign: String) throws {
    let problems = Sample.problems("keys:\n  app.help: \(sign)\n  app.runs: g u\n")
    #expect(problems.count == 1)
    #expect(problems.first?.hasSuffix("; punctuation stands in quotes, as in \"?\"") == true, "\(problems)")
  }

  @Test("Bytes that are no UTF-8 are named with their line")
  func bytes() {
    let document = ConfigurationDocument(Sample.own, bytes: Array("theme: mono\neditor: caf".utf8) + [0xE9, 0x0A])
    #expect(document.problems.map(\.description) == ["config.yaml, line 2: this is not UTF-8"])
  }

  @Test("Nothing, a comment, a byte order mark and DOS lines are no problem")
  func unusual() {
    for text in ["", "# nothing yet\n", "---\n", "---\ntheme: mono\n...\n", "\u{FEFF}theme: mono\r\nmouse: true\r\n"] {
      #expect(Sample.problems(text) == [], "\(text)")
    }
    #expect(Sample.read("\u{FEFF}theme: mono\r\n").configuration.theme?.value == "mono")
    #expect(Sample.read("theme: &t mono\neditor: *t\n").configuration.editor?.value == "mono")
  }

  @Test("A hostile file ends as a problem", arguments: ["[", "{", "- ", "? ", "a: &a [*a, "])
  func hostile(_ text: String) {
    #expect(!Sample.problems(String(repeating: text, count: 100_000)).isEmpty)
  }

  @Test("A missing file sets nothing; one that can't be read is a problem")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("prodpair-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("config.yaml").path
    let file = ConfigurationFile(path: path, layer: .own)
    let missing = Configuration.read([file], vocabulary: Sample.vocabulary)
    #expect(missing.problems.isEmpty && missing.files.isEmpty)
    let asFolder = Configuration.read(
      [ConfigurationFile(path: folder.path, layer: .own)], vocabulary: Sample.vocabulary)
    #expect(asFolder.problems.map(\.description) == ["\(folder.path): not a regular file"])
    try Data(repeating: UInt8(ascii: "#"), count: ConfigurationFile.sizeLimit + 1).write(to: URL(filePath: path))
    let large = Configuration.read([file], vocabulary: Sample.vocabulary)
    #expect(large.problems.map(\.description) == ["\(path): larger than 1048576 bytes"])
    #expect(throws: ConfigurationProblem.self) { try SiteStore.path(in: file) }
  }
}
