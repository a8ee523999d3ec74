import Domain
import Foundation
import TestSupport
import Testing

@testable import Host

@Suite("A hook is a process of its own, and whatever it does ends in time")
struct HookProcessTests {
  private let environment = ["PATH": "/usr/bin:/bin"]

  private func shell(
    _ script: String, input: String = "", limit: Duration = .seconds(60), isStopped: () -> Bool = { false }
  ) -> HookProcess {
    HookProcess.run(
      ["/bin/sh", "-c", script], input: Array(input.utf8), environment: environment, limit: limit, isStopped: isStopped)
  }

  @Test("It reads what it is told, and what it says on both streams is kept in order")
  func spoken() {
    let process = shell("echo before; cat; echo wrong >&2; echo after; exit 3", input: "news\n")
    #expect(process.ending == .exited(3))
    #expect(process.output == "before\nnews\nwrong\nafter\n")
    #expect(!process.isOutputCut)
  }

  @Test("Arguments are given as they are: no shell looks at them")
  func arguments() {
    let words = ["/usr/bin/printf", "%s|", "$(id)", "a b", "*", "'", "", "`x`"]
    let process = HookProcess.run(words, input: [], environment: environment, limit: .seconds(60))
    #expect(process.output == "$(id)|a b|*|'||`x`|")
  }

  @Test("What can't be started says why: no such file, a folder, not executable, no program")
  func notStarted() throws {
    let path = NSTemporaryDirectory() + "prodpair-hook-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    func run(_ path: String) -> HookRun.Ending {
      HookProcess.run([path], input: [1], environment: environment, limit: .seconds(60)).ending
    }
    #expect(run(path) == .notStarted(errno: Int(ENOENT)))
    #expect(run(NSTemporaryDirectory()) == .notStarted(errno: Int(EACCES)))
    try Data("x".utf8).write(to: URL(filePath: path))
    #expect(run(path) == .notStarted(errno: Int(EACCES)))
    try Script.write("echo no shell takes this\n", to: path)
    #expect(run(path) == .notStarted(errno: Int(ENOEXEC)))
    #expect(run("/bin/echo\0x") == .notStarted(errno: Int(EINVAL)))
  }

  @Test("Megabytes are read to their end, and the first of them are kept")
  func chatty() {
    let process = shell("head -c 5000000 /dev/zero | tr '\\0' x; echo end >&2; exit 4")
    #expect(process.ending == .exited(4))
    #expect(process.output.utf8.count == HookProcess.outputLimit && process.isOutputCut)
  }

  @Test("One that reads nothing, or closes its input at once, is no trouble")
  func unread() {
    let input = String(repeating: "x", count: 2_000_000)
    #expect(shell("exit 0", input: input).ending == .exited(0))
    #expect(shell("exec 0<&-; echo ok", input: input).output == "ok\n")
    #expect(shell("exec 0<&- 1>&- 2>&-; exit 5", input: input).ending == .exited(5))
  }

  @Test("What it leaves running keeps the pipe open, and is not waited for")
  func leftRunning() throws {
    let process = shell("sleep 3600 & echo $!")
    #expect(process.ending == .exited(0) && process.output.hasSuffix("\n"))
    let left = try #require(pid_t(process.output.dropLast()))
    #expect(kill(left, SIGKILL) == 0, "it was ended")
  }

  @Test(
    "One that hangs is ended with all that it has started, and what it had said is kept",
    arguments: ["", "trap '' TERM; "])
  func hanging(trap: String) {
    // Longer each time: on a busy machine it has not begun to speak when its time is up.
    for limit in [Duration.milliseconds(300), .seconds(3), .seconds(30)] {
      let process = shell("\(trap)echo $$; exec 2>&1; sleep 3600 & wait; sleep 3600", limit: limit)
      #expect(process.ending == .outOfTime)
      #expect(process.took >= limit)
      guard let group = pid_t(process.output.filter(\.isNumber)) else { continue }
      // What is killed is there until it has its turn once more.
      #expect(comesToBe { !isRunning(group) }, "something of it is still there")
      return
    }
    Issue.record("it has said nothing")
  }

  /// Whether a process of the group is more than what nobody has waited for.
  private func isRunning(_ group: pid_t) -> Bool {
    guard kill(-group, 0) == 0 else { return false }
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.compactMap { pid_t($0) }.contains { process in
      getpgid(process) == group
        && (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8))?.contains(") Z") == false
    }
  }

  @Test("Whoever does not want to wait ends it early, and that is no lack of time")
  func cut() {
    #expect(shell("sleep 3600", isStopped: { true }).ending == .cut)
  }

  @Test("A signal is told; NUL and what is no UTF-8 are replaced")
  func unusual() {
    #expect(shell("kill -9 $$").ending == .killed(signal: 9))
    #expect(shell("printf 'a\\000b\\377c'").output == "a\u{FFFD}b\u{FFFD}c")
  }
}
