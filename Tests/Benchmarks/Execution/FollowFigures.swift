import Foundation
import Host

/// Keys on the screen that follows a command, while that prints 50 MB at 20 MB/s.
struct FollowFigures {
  let prodpair: String
  let environment: [String: String]
  let directory: String

  private static let rounds = 4
  private static let firstLine = "line 00000000"
  /// `Home`, as a terminal sends it in keypad mode.
  private static let home = "\u{1B}OH"

  private static let checklist = """
    # Much output

    ## Pre
    - [ ] Print 50 MB at 20 MB a second <!-- id: print -->
      ```perl
      use Time::HiRes qw(time sleep);
      $| = 1;
      print "ready\\n";
      sleep 0.01 until -e "go";
      my ($start, $sent, $line) = (time, 0, 0);
      while ($sent < 50e6) {
        my $block = "";
        $block .= sprintf("line %08d %s\\n", $line++, "x" x 85) for 1 .. 1000;
        print $block;
        $sent += length $block;
        my $ahead = $sent / 20e6 - (time - $start);
        sleep $ahead if $ahead > 0;
      }
      ```

    """

  func figures() throws -> [Figure] {
    let place = directory + "/following"
    try? FileManager.default.removeItem(atPath: place)
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let environment = environment.merging(["PRODPAIR_STORE": place + "/prodpair.sqlite"]) { _, new in new }
    func must(_ words: String...) throws {
      let pid = try ChildProcess.start([prodpair] + words, environment: environment, on: .nowhere)
      try ChildProcess.wait(for: pid, "prodpair " + words.joined(separator: " "))
    }
    try Data(Self.checklist.utf8).write(to: URL(filePath: place + "/much.md"))
    try must("init", "--no-starters", "--timezone", "UTC")
    try must("person", "add", "ana", "--name", "Ana", "--login", Identity.current().login, "--team", "platform")
    try must("team", "edit", "platform", "--command-directory", place)
    try must("checklist", "import", place + "/much.md")
    try must("run", "start", "much", "--env", "staging", "--artifact", "a@1", "--override", "measured")
    var toTop = Samples()
    var toEnd = Samples()
    var growth: [Double] = []
    for _ in 0..<Self.rounds {
      try? FileManager.default.removeItem(atPath: place + "/go")
      try must("run", "exec", "1", "print", "--detach", "--yes")
      let session = try TerminalSession([prodpair], environment: environment)
      defer { session.end() }
      try session.wait(for: "the run") { $0.count(of: "a@1") > 0 }
      try session.settle()
      try session.type("\r")
      try session.wait(for: "the step") { $0.count(of: "Print 50 MB") > 0 }
      try session.settle()
      try session.type("l")
      try session.wait(for: "the output") { $0.count(of: "ready") > 0 }
      try session.settle()
      let facts = ProcessFacts(pid: session.pid)
      let before = try facts.megabytes("status", "VmHWM:")
      try Data().write(to: URL(filePath: place + "/go"))
      try session.wait(for: "the flood") { $0.count(of: "line 0000") > 0 && $0.count(of: Self.firstLine) == 0 }
      while session.picture.count(of: "exit 0") == 0 {
        toTop.add(try session.time(Self.home, until: "the top") { $0.count(of: Self.firstLine) > 0 })
        toEnd.add(try session.time("G", until: "the end") { $0.count(of: Self.firstLine) == 0 })
      }
      growth.append(try facts.megabytes("status", "VmHWM:") - before)
    }
    let what = "while 50 MB come at 20 MB/s, through a terminal"
    return [
      Figure("follow a command: a key to the top, \(what)", toTop, aim: .medianAndP99(10, 10)),
      Figure("follow a command: a key to the end, \(what)", toEnd, aim: .medianAndP99(10, 10)),
      Figure("what the screen's memory grows by meanwhile", growth.max() ?? .nan, .megabytes, aim: .median(10)),
    ]
  }
}
