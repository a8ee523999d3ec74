import Foundation
import Testing

@Suite("A command runs on its own: whoever follows it comes and goes")
struct ExecuteTogetherTests {
  /// Says that it began, and waits until it may end.
  private static let waiting = "echo begun; echo x >> began; until [ -e go ]; do sleep 0.02; done; echo over"

  @Test("Two at once: one runs it, the other watches, and both see the same end")
  func twoAtOnce() throws {
    let desk = try Desk.running(Desk.step("slow", "mode: check", Self.waiting))
    let outcome = try desk.script(
      """
      # On a busy machine one may have waited for the other's commit for too long.
      follow() {
        local code=75 try
        for try in $(seq 100); do
          "$P" run exec 1 slow --as $1 > $1.out 2> $1.err; code=$?
          [ $code = 75 ] || break
        done
        return $code
      }
      follow ana & ana=$!
      follow bo & bo=$!
      upto grep -q 'runs already' ana.err bo.err
      touch go
      wait $ana; echo "ana $?"; wait $bo; echo "bo $?"; wc -l < began
      """)
    #expect(outcome.output == "ana 0\nbo 0\n1\n", "\(outcome)")
    #expect(try desk.text("ana.out") == desk.text("bo.out"))
    #expect(try desk.text("ana.out").hasPrefix("begun\nover\nexecution 1: yes: exit 0"))
    #expect(try desk.kinds("slow") == ["started", "command-started", "command-ended", "done"])
  }

  @Test("A killed follower, or one whose output nobody reads, leaves the command running; --watch follows it again")
  func leaving() throws {
    let desk = try Desk.running(Desk.step("slow", "mode: check", Self.waiting))
    let outcome = try desk.script(
      """
      for signal in KILL TERM HUP; do
        : > out
        "$P" run exec 1 slow --as ana > out 2> err & follower=$!
        upto grep -q begun out
        kill -$signal $follower; wait $follower 2> /dev/null; echo "$signal $?"
      done
      exec 3> >(exit 0); wait $!
      "$P" run exec 1 slow --watch >&3; echo "pipe $?"
      exec 3>&-
      "$P" run show 1 --json | grep -c '"command-ended"'
      : > out
      "$P" run exec 1 --watch --as bo > out 2> err & follower=$!
      upto grep -q begun out
      touch go; wait $follower; echo "watched $?"; cat out; wc -l < began
      """)
    #expect(
      outcome.output.hasPrefix("KILL 137\nTERM 143\nHUP 129\npipe 0\n0\nwatched 0\nbegun\nover\nexecution 1: yes"),
      "\(outcome)")
    #expect(outcome.lines.last == "1")
  }

  @Test("--detach says the number and leaves; --watch of one that is over tells what it printed")
  func detached() throws {
    let desk = try Desk.running(Desk.step("slow", "mode: check", Self.waiting))
    #expect(try desk.run("run exec 1 slow --detach --as ana").output == "1\n")
    let again = try desk.run("run exec 1 slow --detach --as bo")
    #expect(again.exitCode == 1 && again.errors.contains("begun by ana (execution 1)"), "\(again)")
    try desk.write("go", "")
    #expect(try desk.run("run exec 1 slow --watch").output.hasPrefix("begun\nover\nexecution 1: yes"))
    #expect(try desk.run("run exec 1 slow --watch").output.hasPrefix("begun\nover\nexecution 1: yes"))
    #expect(try desk.run("run exec 1 --watch").errors.contains("no command runs in run 1"))
  }

  @Test("--stop stops it, whoever began it, and the record says who")
  func stopped() throws {
    let desk = try Desk.running(Desk.step("slow", "mode: check", Self.waiting))
    #expect(try desk.run("run exec 1 slow --stop --as bo").exitCode == 1)
    #expect(try desk.run("run exec 1 slow --detach --as ana").exitCode == 0)
    let stop = try desk.run("run exec 1 slow --stop --as bo")
    #expect(stop.exitCode == 0 && stop.output.contains("execution 1: stopped by bo"), "\(stop)")
    #expect(try desk.kinds("slow") == ["started", "command-started", "command-stopped", "command-ended"])
    let entries = try desk.step("slow")["entries"] as? [[String: Any]]
    #expect(entries?[2]["by"] as? String == "bo")
    #expect(try desk.state("slow") == "started")
    let refused = try desk.run("run exec 1 slow --stop --as bo")
    #expect(refused.exitCode == 1 && refused.errors.contains("nothing to stop"), "\(refused)")
    try desk.write("go", "")
    #expect(try desk.run("run exec 1 slow --as ana").exitCode == 0)
  }

  @Test("When whatever watched over it is killed, nobody knows how it ended: never a yes")
  func supervisorKilled() throws {
    let desk = try Desk.running(Desk.step("slow", "mode: check", Self.waiting))
    let outcome = try desk.script(
      """
      "$P" run exec 1 slow --as ana > out 2> err & follower=$!
      upto grep -q begun out
      for pid in $(pgrep -xf 'prodpair supervise'); do
        tr '\\0' '\\n' < /proc/$pid/environ | grep -qx "HOME=$HOME" && supervisor=$pid
      done
      command=$(pgrep -P $supervisor)
      gone() { ! [ -e /proc/$command/exe ]; }
      kill -KILL $supervisor
      wait $follower; echo "code $?"
      upto gone
      touch go
      """)
    #expect(outcome.output == "code 4\n", "\(outcome)")
    #expect(try desk.text("out").contains("unknown: nobody saw how it ended"))
    #expect(try desk.state("slow") == "started")
    #expect(try desk.run("run exec 1 slow --as bo").exitCode == 0)
  }

  @Test("A copy of the store shows what runs as unknown, and leaves it and its folder alone")
  func copy() throws {
    let desk = try Desk.running(Desk.step("slow", "mode: check", Self.waiting))
    #expect(try desk.run("run exec 1 slow --detach --as ana").exitCode == 0)
    let copy = desk.folder.appending(path: "copy.sqlite").path
    #expect(try desk.run("backup \(copy)").exitCode == 0)
    let there = try desk.run("run exec 1 slow --watch --json --store \(copy)")
    #expect(there.exitCode == 4 && desk.execution(there)["verdict"] as? String == "unknown", "\(there)")
    #expect(try desk.run("verify --store \(copy)").exitCode == 0)
    #expect(try desk.run("doctor").output.contains("execution 1 (run 1, step slow, by ana) runs"))
    // The first has been worked with, and is no backup any more.
    #expect(try desk.run("backup \(copy)-2").exitCode == 0)
    let refused = try desk.run("restore \(copy)-2")
    #expect(refused.exitCode == 75, "\(refused)")
    try desk.write("go", "")
    let ended = try desk.run("run exec 1 slow --watch --json")
    #expect(ended.exitCode == 0 && desk.execution(ended)["verdict"] as? String == "yes", "\(ended)")
  }

  @Test("A folder that a command has left beside the store is named by doctor")
  func leftover() throws {
    let desk = try Desk.running(Desk.step("plain", "mode: check", "true"))
    let folder = desk.store + "-exec/left"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(try !desk.run("doctor").output.contains("left over"))
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: folder)
    let doctor = try desk.run("doctor")
    #expect(doctor.exitCode == 0 && doctor.output.contains("\(folder) is left over"), "\(doctor)")
  }
}
