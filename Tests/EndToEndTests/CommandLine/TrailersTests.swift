import Foundation
import Testing

@Suite("The pair in commits, with a real git")
struct TrailersTests {
  /// A desk in a git repository, with a pair on duty; whoever commits is none of them.
  private static func desk(onDuty: Bool = true) throws -> Desk {
    let desk = try Desk.ready()
    for line in ["init -q -b main", "config user.name Cleo", "config user.email cleo@example.org"] {
      try desk.git(line)
    }
    try desk.must("person edit ana --mail ana@example.org")
    try desk.must("person edit bo --mail bo@example.org")
    try desk.must("pair roster add ana bo")
    if onDuty {
      try desk.handOverInThreeDays()
      try desk.must("pair plan --weeks 2 --apply")
    }
    return desk
  }

  /// Git runs the hook, and the hook finds our program on the path.
  private func commit(_ desk: Desk, _ words: String) throws {
    let folder = Desk.program.deletingLastPathComponent().path
    let outcome = try desk.shell(
      "export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 PATH=\(folder):$PATH; git commit -q \(words)")
    guard outcome.exitCode == 0 else { throw Desk.Broken(line: words, outcome: outcome) }
  }

  private func message(_ desk: Desk) throws -> String { try desk.git("log -1 --format=%B") }

  private static let both = ["Co-authored-by: Ana <ana@example.org>", "Co-authored-by: Bo <bo@example.org>"]

  @Test("A commit carries both, once, and an amended one carries them once too")
  func commits() throws {
    let desk = try Self.desk()
    let installed = try desk.must("pair trailers --hook --install")
    #expect(installed.output.hasPrefix("installed ") && installed.output.contains("prepare-commit-msg"))
    try desk.git("add release.md")
    try commit(desk, "-m 'Scale the routers'")
    let lines = try message(desk).split(separator: "\n").map(String.init)
    #expect(lines.first == "Scale the routers" && Set(lines.suffix(2)) == Set(Self.both) && lines.count == 3)
    try commit(desk, "--amend --no-edit")
    try commit(desk, "--amend -m 'Scale the routers, and the cells'")
    let amended = try message(desk).split(separator: "\n").map(String.init)
    #expect(amended.first == "Scale the routers, and the cells" && Set(amended.suffix(2)) == Set(Self.both))
    #expect(amended.count == 3)
    // Ana commits herself: she is the author, and no co-author.
    try desk.write("more.md", "more")
    try desk.git("add more.md")
    try desk.git("config user.email ANA@example.org")
    try commit(desk, "-m 'More'")
    #expect(try message(desk).contains(Self.both[1]) && !message(desk).contains(Self.both[0]))
  }

  @Test("With nobody on duty, or without the store, a commit is as it was written")
  func nobody() throws {
    let desk = try Self.desk(onDuty: false)
    try desk.must("pair trailers --hook --install")
    try desk.git("add release.md")
    try commit(desk, "-m 'Scale the routers'")
    #expect(try message(desk) == "Scale the routers\n")
    let outcome = try desk.must("pair trailers")
    #expect(outcome.output.isEmpty && outcome.errors.contains("on duty now"))
    try FileManager.default.removeItem(atPath: desk.store)
    try commit(desk, "--amend -m 'Scale the cells'")
    #expect(try message(desk) == "Scale the cells\n")
  }

  @Test("Who has no address is said on standard error, and whoever commits is left out")
  func lines() throws {
    let desk = try Self.desk()
    try desk.must("person edit bo --no-mail")
    let outcome = try desk.must("pair trailers")
    #expect(outcome.lines == [Self.both[0]] && outcome.errors.contains("bo has no mail address"))
    let own = try desk.run("pair trailers --json", environment: ["GIT_AUTHOR_EMAIL": "ana@example.org"])
    #expect(own.object["trailers"] as? [String] == [] && own.object["missing"] as? [String] == ["bo"])
    #expect(Set(own.object["pair"] as? [String] ?? []) == ["ana", "bo"])
  }

  @Test("A hook of somebody else's is never written over; one of ours is renewed")
  func install() throws {
    let desk = try Self.desk()
    try desk.must("pair trailers --hook --install --team platform")
    #expect(try desk.must("pair trailers --hook --install").output.hasPrefix("renewed "))
    #expect(try desk.must("pair trailers --hook --install").output.contains("is there already"))
    #expect(try desk.text(".git/hooks/prepare-commit-msg") == desk.must("pair trailers --hook").output)
    try desk.hook("prepare-commit-msg", "echo mine")
    let refused = try desk.run("pair trailers --hook --install")
    #expect(refused.exitCode == 73 && refused.errors.contains("not ours") && refused.output.isEmpty)
    #expect(try desk.text(".git/hooks/prepare-commit-msg") == "#!/bin/sh\necho mine\n")
    // Where the repository has its hooks elsewhere, ours goes there.
    try desk.git("config core.hooksPath shared-hooks")
    try desk.must("pair trailers --hook --install")
    #expect(try desk.text("shared-hooks/prepare-commit-msg").hasPrefix("#!/bin/sh\n"))
    let outside = try Desk.ready()
    let none = try outside.run("pair trailers --hook --install")
    #expect(none.exitCode == 66 && none.errors.contains("no git repository"))
    #expect(try desk.run("pair trailers --install").exitCode == 64)
    // Of several teams it would never know whose pair is meant.
    try desk.must("team add router")
    let unnamed = try desk.run("pair trailers --hook --install")
    #expect(unnamed.exitCode == 64 && unnamed.errors.contains("router"))
    try desk.must("pair trailers --hook --install --team router")
    #expect(try desk.text("shared-hooks/prepare-commit-msg").contains("--team 'router'"))
  }
}
