import Domain
import Foundation
import Testing
import Workflow

@Suite struct MuchOutputTests {
  @Test("Of an output without end the first and the last part stay, and the command is stopped like any other")
  func endless() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Print for ever <!-- id: endless -->
        ```sh
        echo the first line; exec yes "a line that comes again and again, for as long as somebody lets it"
        ```
      """)
    let execution = try desk.begin("endless")
    let reader = try OutputReader(execution, store: desk.store)
    try desk.wait("more than is kept") { try reader.state().size > 80 << 20 }
    let hole = try reader.bytes(in: 40 << 20..<41 << 20)
    #expect(hole.bytes.isEmpty)
    try StopRunningExecution.stop(execution, in: desk.store, by: desk.actor, at: ExecutionDesk.now)
    let result = try desk.end(of: execution)
    #expect(result.verdict == .stopped)
    let kept = try #require(result.output.kept)
    #expect(kept.size <= ExecutionOutput.keptLimit)
    #expect(kept.size > ExecutionOutput.keptLimit - (5 << 20))
    #expect(result.output.size > 80 << 20)
    #expect(result.output.head.hasPrefix("the first line\n"))
    #expect(result.output.linesBetween > 1_000_000)
    try desk.wait("the reader to see the end") { try reader.state().isOver }
    #expect(try reader.state().size == result.output.size)
    #expect(String(decoding: try reader.bytes(in: 0..<14).bytes, as: UTF8.self) == "the first line")
    let end = try reader.bytes(in: result.output.size - 10..<result.output.size + 10)
    #expect(end.start == result.output.size - 10)
    #expect(end.bytes.count == 10)
    let hidden = try reader.bytes(in: 34 << 20..<35 << 20)
    #expect(hidden.bytes.isEmpty)
    try desk.waitUntilTidy()
  }

  @Test("A full disk holds no command up: what there is no room for is counted, and how it ended is written down")
  func full() throws {
    let desk = try ExecutionDesk(
      """
      - [ ] Print more than there is room for <!-- id: much; mode: check -->
        ```sh
        echo the first line; head -c 3000000 /dev/zero | tr '\\0' x; echo; echo the last line
        ```
      """)
    desk.fileLimit = 2 << 20
    let result = try desk.run("much")
    #expect(result.ending == .exited(0))
    #expect(result.verdict == .yes)
    #expect(result.output.size == 3_000_000 + 30)
    #expect(result.output.head.hasPrefix("the first line\n"))
    #expect(
      result.output.tail.contains("bytes of output are missing here") || result.output.head.contains("are missing"))
    try desk.waitUntilTidy()
  }
}
