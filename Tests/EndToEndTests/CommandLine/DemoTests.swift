import Foundation
import Testing

@Suite("The demo by the command line")
struct DemoTests {
  private static let now = "2026-11-19T09:20:00Z"

  @Test("A kept demo is made without a terminal, verifies, and is the same each time")
  func kept() throws {
    let desk = try Desk()
    var heads: [String] = []
    for name in ["one", "two"] {
      let made = try desk.run("demo --keep \(name) --no-open --now \(Self.now)")
      #expect(made.exitCode == 0 && made.errors.isEmpty)
      #expect(made.lines == ["\(name)/prodpair.sqlite"])
      let verified = try desk.run("verify --store \(name)/prodpair.sqlite")
      #expect(verified.exitCode == 0)
      heads += verified.lines.suffix(1)
    }
    #expect(heads.first?.hasPrefix("head ") == true && heads.first == heads.last)
    let active = try desk.run("run list --state running --store one/prodpair.sqlite --json").list
    #expect(active.map { $0["environment"] as? String } == ["staging", "prod"])
    let mode = try FileManager.default.attributesOfItem(atPath: desk.folder.path + "/one")[.posixPermissions]
    #expect(mode as? Int == 0o700)
  }

  @Test("A directory with a store in it is refused, and the store stays as it is")
  func refused() throws {
    let desk = try Desk.ready()
    let before = try desk.run("verify").output
    let outcome = try desk.run("demo --keep \(desk.folder.path) --no-open")
    #expect(outcome.exitCode == 73 && outcome.output.isEmpty)
    #expect(try desk.run("verify").output == before)
  }

  @Test("Without a terminal nothing is made", arguments: ["demo", "demo --keep kept"])
  func noTerminal(line: String) throws {
    let desk = try Desk()
    let outcome = try desk.run(line, environment: ["TMPDIR": desk.folder.path])
    #expect(outcome.exitCode == 64 && outcome.errors.contains("needs a terminal"))
    let left = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).filter { !$0.hasPrefix(".") }
    #expect(left == [])
  }

  @Test("What makes no sense is a mistake in the command line", arguments: ["--no-open", "--now yesterday"])
  func mistakes(option: String) throws { #expect(try Desk().run("demo \(option)").exitCode == 64) }

  @Test("The program calls itself to sweep, and touches nothing but a demo's own directory")
  func sweep() throws {
    let desk = try Desk()
    for (name, isSwept) in [("prodpair-demo-Xy12ab", true), ("mine", false)] {
      let path = desk.folder.path + "/" + name
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      #expect(try desk.run(["demo", "--sweep", path]).exitCode == 0)
      #expect(FileManager.default.fileExists(atPath: path) == !isSwept)
    }
  }
}
