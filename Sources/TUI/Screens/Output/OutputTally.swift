import Domain

/// Counts the lines of an output in which something stands, a few MiB at a time: as a search looks for them.
struct OutputTally {
  /// What a stretch of the output has.
  struct Part: Hashable, Sendable {
    /// A byte of each line, first to last.
    var places: [Int] = []
    /// Up to where it was counted, in bytes of the output.
    var counted: Int
  }

  let source: any OutputSource
  let text: String
  let state: OutputState

  private static let window = 1 << 20

  /// - Parameter position: where a line begins.
  func count(from position: Int) throws -> Part {
    let needle = OutputNeedle(text)
    var part = Part(counted: position)
    let limit = min(state.size, position + OutputSearch.stride)
    while part.counted < limit, part.places.count < OutputHits.most {
      let wanted = part.counted..<min(state.size, part.counted + Self.window)
      let (start, bytes) = try source.bytes(in: wanted)
      guard !bytes.isEmpty else {
        part.counted = wanted.upperBound
        continue
      }
      let whole = wholeLines(of: bytes, from: start)
      if whole == 0 { return part }
      part.places += needle.places(in: Array(bytes[..<whole]), from: start)
      part.counted = start + whole
    }
    return part
  }

  /// How many bytes of a stretch are of lines that are there to their end; the last line of what still comes is not.
  private func wholeLines(of bytes: [UInt8], from start: Int) -> Int {
    let isLast = start + bytes.count >= state.size
    if isLast, state.isOver { return bytes.count }
    if let feed = bytes.lastIndex(of: 0x0A) { return feed + 1 }
    return isLast ? 0 : bytes.count
  }
}

/// Where in an output the thing stands that is looked for, as far as that was counted.
struct OutputHits: Hashable, Sendable {
  /// A byte of each line that has it, first to last.
  private(set) var places: [Int] = []
  /// Up to where it was counted, in bytes of the output.
  private(set) var counted = 0
  /// All that there was has been counted once; what comes after that is added to it.
  private(set) var isWhole = false
  /// The next stretch is being counted.
  private(set) var isAsked = false

  /// Once there are so many, they are counted no further: nobody goes through them one by one.
  static let most = 10_000
  private var isFull: Bool { places.count >= Self.most }

  func wantsMore(of size: Int) -> Bool { !isAsked && !isFull && counted < size }

  mutating func ask() { isAsked = true }

  /// - Parameter size: of the output when it was counted.
  mutating func take(_ part: OutputTally.Part, of size: Int) {
    isAsked = false
    places += part.places
    if part.counted >= size || part.counted == counted { isWhole = true }
    counted = part.counted
  }

  /// As in `3 of 11`, as lists say it: `3` while it is not known of how many, `3 of 10000+` where there are too many;
  /// empty where it was not counted so far yet.
  func position(of hit: Int) -> String {
    guard hit < counted else { return "" }
    let number = max(1, count(upTo: hit))
    if isFull { return "\(number) of \(places.count)+" }
    return isWhole ? "\(number) of \(places.count)" : "\(number)"
  }

  private func count(upTo hit: Int) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] <= hit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

struct OutputTallyQuestion: Question {
  struct Answer: Sendable {
    var part: OutputTally.Part
    /// All of the output when it was counted, in bytes.
    var size: Int
  }

  let execution: Execution
  let text: String
  let from: Int
  var topic: String { "\(execution.number)" }

  func answer(from backend: any Backend) throws -> Answer {
    let source = try backend.output(of: execution)
    let state = try source.state()
    return Answer(part: try OutputTally(source: source, text: text, state: state).count(from: from), size: state.size)
  }
}
