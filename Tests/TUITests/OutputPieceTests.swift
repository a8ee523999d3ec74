import Domain
import Testing
import Text

@testable import TUI

@Suite("Reading an output by offset")
struct OutputPieceTests {
  private func page(_ output: FakeOutput, _ place: OutputLoading.Place) throws -> OutputPage {
    try OutputLoading(source: output).page(place, size: output.state().size)
  }

  @Test("Its lines are the same, wherever one comes from, also where they are long")
  func sameLines() throws {
    let long = String(repeating: "x", count: 3 * OutputLines.block + 100)
    let text = (1...20_000).map { $0 % 7000 == 0 ? "\($0) \(long)" : "\($0) line" }.joined(separator: "\n")
    let output = FakeOutput(text)
    let size = output.state().size
    var whole: [Int: OutputLine] = [:]
    for line in OutputLines.lines(of: Array(text.utf8), from: 0, isLineStart: true) {
      whole[line.range.lowerBound] = line
    }
    for offset in stride(from: 0, to: size, by: 37_001) {
      let page = try page(output, .around(offset))
      #expect(page.range.contains(offset))
      // The last one may be cut off by the end of what was read.
      for line in page.lines.dropLast() { #expect(whole[line.range.lowerBound] == line) }
    }
    #expect(try page(output, .end).range.upperBound == size)
  }

  @Test("A line without end is cut, so that no line takes all memory")
  func endlessLine() throws {
    let output = FakeOutput(String(repeating: "y", count: 10 << 20))
    let page = try page(output, .around(5 << 20))
    #expect(page.lines.count > 4)
    #expect(page.lines.allSatisfy { $0.range.count <= 2 * OutputLines.block })
  }

  @Test("Where lines are cut and long, as much is read as fills the window, and the pieces of a line are marked")
  func longLinesCut() throws {
    let output = FakeOutput("short\n" + String(repeating: "y", count: 3 << 20))
    let (size, window) = (output.state().size, OutputWindow(width: 78, height: 10, wraps: false))
    let loading = OutputLoading(source: output)
    let end = try loading.page(.end, size: size, for: window)
    #expect(end.lines.count >= window.height && end.range.upperBound == size)
    #expect(end.lines.allSatisfy { $0.isContinued })
    let middle = try loading.page(.around(3 << 19), size: size, for: window)
    let index = middle.index(of: 3 << 19)
    #expect(index >= window.height && middle.lines.count - index >= 2 * window.height)
    #expect(!middle.isBounded)
    let start = try loading.page(.around(0), size: size, for: window)
    #expect(start.lines.prefix(3).map(\.isContinued) == [false, false, true])
  }

  @Test("No more than some MiB are read for a window: it says that it is short, and the next key reads on")
  func bounded() throws {
    let output = FakeOutput(String(repeating: "y", count: 2 << 20))
    let size = output.state().size
    let loading = OutputLoading(source: output, most: 256 << 10)
    var view = OutputView()
    view.wraps = false
    view.settle(width: 20, height: 30)
    view.show(offset: 1 << 20)
    view.grow(to: size)
    let wanted = try #require(view.wanted)
    view.show(try loading.page(wanted.place, size: size, for: wanted.window), size: size)
    #expect(view.isShort && view.rows.count < 30)
    #expect(view.wanted == nil)
    view.move(by: 1)
    #expect(view.wanted?.place == .around(view.top))
  }

  @Test("What was not kept is said where it stood, and can be gone past on both sides")
  func gap() throws {
    let size = 200 << 20
    let gap = 32 << 20..<(168 << 20)
    // Nothing of it is ever read: what stands there need not be made.
    let output = HoledOutput(size: size, gap: gap)
    let loading = OutputLoading(source: output)
    for place in [gap.lowerBound - 1000, gap.upperBound + 1000, gap.lowerBound + 50_000_000] {
      let page = try loading.page(.around(place), size: size)
      let gaps = page.lines.filter(\.isGap)
      let mark = try #require(gaps.first, "around \(place)")
      #expect(mark.range == gap)
      #expect(mark.text.contains("136.0 MiB"))
      #expect(page.lines.first?.range.lowerBound ?? .max < gap.lowerBound)
      #expect(page.range.upperBound > gap.upperBound)
    }
  }

  @Test("Nothing on it is a control, whatever was printed")
  func hostile() throws {
    let bytes: [UInt8] =
      Array("\u{1B}[31mred\u{1B}[0m \u{1B}]0;title\u{7}\u{202E}turned\u{0}\u{9B}2J\t漢字\n".utf8)
      + [0xFF, 0xFE, 0x80, 0x0A] + Array("10 %\r50 %\r100 %\n".utf8)
    let lines = try page(FakeOutput(bytes: bytes), .end).lines
    for line in lines { #expect(visible(line.text) == line.text) }
    #expect(lines.first?.text.hasPrefix("red ") == true)
    #expect(lines.first?.text.contains("漢字") == true)
    #expect(lines.last?.text.hasPrefix("100 %") == true)
  }

  // MARK: Scrolling

  private func view(_ lines: Int, width: Int = 20, height: Int = 10) throws -> OutputView {
    let output = FakeOutput((1...lines).map { "line \($0)" }.joined(separator: "\n") + "\n")
    var view = OutputView()
    view.settle(width: width, height: height)
    view.show(try page(output, .end), size: output.state().size)
    return view
  }

  @Test("It stays at the end until one scrolls up, and again from when one asks for it")
  func following() throws {
    var view = try view(100)
    #expect(view.rows.last?.text == "line 100")
    view.move(by: -1)
    #expect(!view.follows && view.rows.last?.text == "line 99")
    view.move(by: 50)
    #expect(!view.follows && view.rows.last?.text == "line 100")
    view.follow()
    #expect(view.follows)
    view.goToStart()
    #expect(view.rows.first?.text == "line 1")
  }

  @Test("A line that is wider than the window is wrapped and scrolled row by row, or cut and moved across")
  func wrapping() throws {
    let output = FakeOutput("short\n" + String(repeating: "0123456789", count: 10) + "\n")
    var view = OutputView()
    view.settle(width: 20, height: 3)
    view.show(try page(output, .end), size: output.state().size)
    #expect(view.rows.count == 3)
    view.move(by: -3)
    #expect(view.rows.first?.text == "short")
    #expect(view.rows[1].text == "01234567890123456789")
    view.toggleWrapping()
    #expect(view.rows.count == 2)
    view.move(columns: 16)
    #expect(view.column == 16)
    view.move(columns: -100)
    #expect(view.column == 0)
  }

  @Test("What is moved past what was read is made up for once it is")
  func owedRows() throws {
    let output = FakeOutput((1...60_000).map { "line \($0)" }.joined(separator: "\n") + "\n")
    let size = output.state().size
    var view = OutputView()
    view.settle(width: 20, height: 10)
    view.show(try page(output, .end), size: size)
    let first = try #require(view.page.lines.first)
    view.move(by: -(view.page.lines.count + 30))
    #expect(view.top == first.range.lowerBound)
    let wanted = try #require(view.wanted)
    view.show(try page(output, wanted.place), size: size)
    #expect(view.top < first.range.lowerBound)
  }

  // MARK: Searching

  private func find(_ text: String, in output: FakeOutput, from: Int, backwards: Bool = false) throws -> Int? {
    var position = from
    let search = OutputSearch(source: output, text: text, isBackwards: backwards, size: output.state().size)
    for _ in 0..<1000 {
      switch try search.search(from: position) {
      case .found(let offset): return offset
      case .goOn(let next): position = next
      case .nowhere: return nil
      }
    }
    return nil
  }

  @Test("Words are found forwards and backwards, through colours, over many MiB")
  func search() throws {
    let filler = String(repeating: "nothing to see in this line\n", count: 400_000)
    let text = "first needle\n" + filler + "second \u{1B}[1mnee\u{1B}[0mdle\n" + filler
    let output = FakeOutput(text)
    let size = output.state().size
    let second = 13 + filler.utf8.count
    #expect(try find("needle", in: output, from: 0) == 6)
    #expect(try find("NEEDLE", in: output, from: 0) == nil)
    #expect(try find("needle", in: output, from: 13).map { second..<second + 24 ~= $0 } == true)
    #expect(try find("needle", in: output, from: size, backwards: true).map { second..<second + 24 ~= $0 } == true)
    #expect(try find("needle", in: output, from: second, backwards: true) == 6)
    #expect(try find("there is no such thing", in: output, from: 0) == nil)
  }

  @Test("Lines that have the words are counted, the last one once it has ended; of a long line each piece")
  func tally() throws {
    let text = "a needle\nno\nneedle needle\nlast needle"
    func count(_ output: FakeOutput) throws -> OutputTally.Part {
      try OutputTally(source: output, text: "needle", state: output.state()).count(from: 0)
    }
    #expect(try count(FakeOutput(text)) == OutputTally.Part(places: [2, 12, 31], counted: 37))
    #expect(try count(FakeOutput(text, isOver: false)) == OutputTally.Part(places: [2, 12], counted: 26))
    let long = "needle" + String(repeating: "y", count: 3 * OutputLines.block) + "needle"
    #expect(try count(FakeOutput(long)).places.count == 2)
  }

  @Test("Where one is among what was found is told as soon as it is known, and of how many once that is")
  func placeAmongHits() {
    var hits = OutputHits()
    hits.take(OutputTally.Part(places: [2, 12], counted: 26), of: 37)
    #expect(hits.position(of: 12) == "2")
    #expect(hits.position(of: 31) == "")
    hits.take(OutputTally.Part(places: [31], counted: 37), of: 37)
    #expect(hits.position(of: 12) == "2 of 3")
    #expect(hits.position(of: 31) == "3 of 3")
    var many = OutputHits()
    many.take(OutputTally.Part(places: Array(0..<OutputHits.most), counted: 20_000), of: 90_000)
    #expect(many.position(of: 4) == "5 of 10000+")
    #expect(!many.wantsMore(of: 90_000))
  }

  @Test("A capital makes capitals count")
  func capitals() throws {
    let output = FakeOutput("an error\nan Error\n")
    #expect(try find("error", in: output, from: 0) == 3)
    #expect(try find("Error", in: output, from: 0) == 12)
    #expect(OutputNeedle("error").ranges(in: "Error, error").count == 2)
    #expect(OutputNeedle("Error").ranges(in: "Error, error").count == 1)
  }

  @Test("Sizes are told as people say them")
  func sizes() {
    #expect(ByteCount.text(1) == "1 byte")
    #expect(ByteCount.text(1023) == "1023 bytes")
    #expect(ByteCount.text(3300) == "3.2 KiB")
    #expect(ByteCount.text(64 << 20) == "64.0 MiB")
  }
}

/// Much output, of which only both ends are kept; its content is made as it is read.
private struct HoledOutput: OutputSource {
  let size: Int
  let gap: Range<Int>

  func state() -> OutputState { OutputState(size: size, isOver: true) }
  func waitForChange(since state: OutputState, upTo limit: Duration) -> OutputState { self.state() }

  func bytes(in range: Range<Int>) -> (start: Int, bytes: [UInt8]) {
    var range = range.clamped(to: 0..<size)
    if gap.contains(range.lowerBound) {
      range = min(gap.upperBound, range.upperBound)..<range.upperBound
    } else if range.lowerBound < gap.lowerBound {
      range = range.lowerBound..<min(range.upperBound, gap.lowerBound)
    }
    return (range.lowerBound, range.map { $0 % 64 == 63 ? 0x0A : 0x61 })
  }
}
