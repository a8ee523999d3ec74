import Foundation

/// Another program of the terminal, as Debian has it, with as much to show as fills its screen.
struct Neighbour {
  let name: String
  let program: String
  /// Its words, with everything that it reads and writes in the directory.
  let arguments: @Sendable (_ directory: String) -> [String]
  let prepare: @Sendable (_ directory: String) throws -> Void
  /// What stands on the screen once the first frame is whole.
  let shown: [String]
  /// What moves the selection, and what moves it back.
  let keys = ["j", "k"]

  var isInstalled: Bool { access(program, X_OK) == 0 }

  static let all = [newsboat, tig, calcurse]

  /// A list of forty feeds, read from nowhere.
  static let newsboat = Neighbour(
    name: "newsboat", program: "/usr/bin/newsboat",
    arguments: { ["-C", "\($0)/config", "-u", "\($0)/urls", "-c", "\($0)/cache.db"] },
    prepare: { directory in
      try "auto-reload no\nrefresh-on-startup no\n".write(
        toFile: directory + "/config", atomically: false, encoding: .utf8)
      let feeds = (1...40).map { "http://127.0.0.1:9/feed-\($0).xml \"~Feed \($0)\"\n" }.joined()
      try feeds.write(toFile: directory + "/urls", atomically: false, encoding: .utf8)
    },
    shown: ["Feed 20", "q:Quit"])

  /// The history of a repository of two hundred commits.
  static let tig = Neighbour(
    name: "tig", program: "/usr/bin/tig", arguments: { _ in [] },
    prepare: { directory in
      let lines = (1...200).map { number in
        "commit refs/heads/main\ncommitter A <a@example.org> \(1_700_000_000 + number) +0000\ndata 10\nchange \(String(format: "%03d", number))\n"
      }.joined()
      try ("feature done\n" + lines + "done\n").write(
        toFile: directory + "/history", atomically: false, encoding: .utf8)
      for words in [["init", "-q", "-b", "main", "."], ["fast-import", "--quiet"]] {
        _ = try ChildProcess.time(
          ["/usr/bin/git", "-C", directory] + words, environment: ["PATH": "/usr/bin:/bin", "HOME": directory],
          on: words[0] == "init" ? .nowhere : .reading(directory + "/history"))
      }
    },
    shown: ["change 200", "change 180", "[main]"])

  /// The calendar of today, with forty things to do.
  static let calcurse = Neighbour(
    name: "calcurse", program: "/usr/bin/calcurse", arguments: { ["-D", "\($0)/calcurse"] },
    prepare: { directory in
      try FileManager.default.createDirectory(atPath: directory + "/calcurse", withIntermediateDirectories: true)
      let things = (1...40).map { "[\($0 % 9 + 1)] Thing \($0)\n" }.joined()
      try things.write(toFile: directory + "/calcurse/todo", atomically: false, encoding: .utf8)
    },
    shown: ["Thing 9", "Help"])
}
