import Foundation
import Testing

@testable import Host

@Suite("Another program, without a terminal")
struct CapturedChildTests {
  @Test("Its end is its end, whatever it leaves running and however much that still says")
  func chatty() {
    let words = ["sh", "-c", "echo done; (while :; do echo tick; sleep 0.01; done) & exit 3"]
    let child = CapturedChild.run(words, environment: ["PATH": "/usr/bin:/bin"], limit: 1000, seconds: 3600)
    #expect(child.ending == .exited(3))
    #expect(String(decoding: child.output, as: UTF8.self).contains("done"))
  }

  @Test("What does not end in time is told to, and then made to")
  func outOfTime() {
    for trap in ["", "trap '' TERM; "] {
      let words = ["sh", "-c", "\(trap)sleep 3600"]
      let child = CapturedChild.run(words, environment: ["PATH": "/usr/bin:/bin"], limit: 1000, seconds: 0)
      #expect(child.ending == .outOfTime)
    }
  }

  @Test("What has ended before anybody looks was not out of time")
  func endedMeanwhile() throws {
    let file = NSTemporaryDirectory() + "prodpair-child-\(UUID().uuidString)"
    defer { unlink(file) }
    /// Stands still, as a machine does, until the child has ended, and says that it is late.
    func standStill() -> Bool {
      while true {
        let words = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
        if words.hasSuffix("\n"), let child = pid_t(words.dropLast()), ProcessTree.process(child)?.isOver ?? true {
          return true
        }
        usleep(1000)
      }
    }
    let words = ["sh", "-c", "echo $$ > '\(file)'; echo done; exit 3"]
    let child = CapturedChild.run(
      words, environment: ["PATH": "/usr/bin:/bin"], input: [], limit: 1000, time: .seconds(3600),
      isStopped: standStill)
    #expect(child.ending == .exited(3))
    #expect(child.output == Array("done\n".utf8))
  }
}
