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
}
