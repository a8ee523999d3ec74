/// Turns what curses reads into events: bytes into characters, escape sequences that terminfo doesn't know
/// into keys (or into nothing, and never into letters), and the bytes of a paste into one text.
package struct InputDecoder {
  /// A paste beyond this is cut; it bounds what a runaway terminal can make us keep.
  static let longestPaste = 4 << 20

  private enum State {
    case ground
    /// UTF-8 that has begun.
    case scalar([UInt8])
    case escape
    /// ESC [ or ESC O and what has come since.
    case sequence(UInt8, [UInt8])
    /// CSI M, a click as terminals without SGR reports send it, and which of its three bytes have come.
    case click([UInt8])
    /// A terminal's answer (OSC, DCS, APC, PM), to be skipped up to BEL or ESC \.
    case answer(afterEscape: Bool)
    /// What has come of a paste, and whether nothing has come for a while now.
    case paste([UInt8], isStalled: Bool)
  }

  private var state = State.ground
  private var answers: [TerminalAnswer] = []

  package init() {}

  /// Something has begun whose rest should follow at once: how long to wait, from the last byte on, before ``giveUp()``.
  var patienceMilliseconds: Int32? {
    switch state {
    case .ground: nil
    // No key begins like this, only answers and clicks do, and these may come from far away.
    case .sequence(UInt8(ascii: "["), let bytes) where "?<".utf8.contains(bytes.first ?? 0): 1000
    case .scalar, .escape, .sequence, .click, .answer: 50
    // One whose end is lost would swallow for ever what is typed.
    case .paste(_, let isStalled): isStalled ? 60_000 : 1000
    }
  }

  package mutating func feed(_ byte: UInt8) -> [InputEvent] {
    switch state {
    case .ground: return begin(byte)
    case .scalar(let bytes): return continueScalar(bytes, byte)
    case .escape: return afterEscape(byte)
    case .sequence(let introducer, let bytes): return continueSequence(introducer, bytes + [byte])
    case .click(let bytes):
      let isComplete = bytes.count == 2
      state = isComplete ? .ground : .click(bytes + [byte])
      return isComplete ? MouseReport.x10(bytes + [byte]).map { [.mouse($0)] } ?? [] : []
    case .answer(let afterEscape):
      let ends = byte == 0x07 || (afterEscape && byte == UInt8(ascii: "\\"))
      state = ends ? .ground : .answer(afterEscape: byte == 0x1B)
      return []
    case .paste(_, isStalled: true) where byte == 0x03: return finish()
    case .paste(var bytes, _):
      state = .ground  // so that appending doesn't copy
      // Beyond the limit the last bytes alone are kept, for the end may be among them.
      if bytes.count == Self.longestPaste + Self.pasteEnd.count { bytes.remove(at: Self.longestPaste) }
      bytes.append(byte)
      if byte == Self.pasteEnd.last, bytes.suffix(Self.pasteEnd.count) == Self.pasteEnd[...] {
        return [Self.event(bytes.dropLast(Self.pasteEnd.count))]
      }
      state = .paste(bytes, isStalled: false)
      return []
    }
  }

  /// curses knows both marks, but not where they come in two parts.
  private static let pasteBegin = Array("200~".utf8)
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// A key that curses recognised. In the middle of a paste it is an artefact of what was pasted.
  package mutating func feed(_ key: Key) -> [InputEvent] {
    if case .paste = state { return [] }
    return finish() + [.key(key)]
  }

  package mutating func beginPaste() -> [InputEvent] {
    let before = finish()
    state = .paste([], isStalled: false)
    return before
  }

  package mutating func endPaste() -> [InputEvent] {
    if case .paste = state { return finish() }
    return []
  }

  /// Nothing more is there at this moment: an ESC that stands alone is the key. (curses has waited.)
  package mutating func pause() -> [InputEvent] {
    if case .escape = state { return finish() }
    return []
  }

  /// Nothing came for as long as ``patienceMilliseconds`` says: makes the best of what has begun.
  ///
  /// A paste waits for longer, after that was said: it may be the connection that stands still, and what of the paste is
  /// still to come must not be taken for keys.
  package mutating func giveUp() -> [InputEvent] {
    guard case .paste(let bytes, isStalled: false) = state else { return finish() }
    state = .paste(bytes, isStalled: true)
    return [.pasteStalled]
  }

  private mutating func finish() -> [InputEvent] {
    defer { state = .ground }
    switch state {
    case .ground, .click, .answer: return []
    case .scalar: return [.key(.character("\u{FFFD}"))]
    case .escape: return [.key(.escape)]
    case .sequence(let introducer, let bytes):
      return bytes.isEmpty ? [.key(.alt(Character(Unicode.Scalar(introducer))))] : []
    case .paste(let bytes, _): return [Self.event(bytes[...])]
    }
  }

  private static func event(_ pasted: ArraySlice<UInt8>) -> InputEvent {
    .paste(PastedText.decode(pasted.prefix(longestPaste)))
  }

  /// What the terminal has answered since the last call. It never becomes an event.
  mutating func takeAnswers() -> [TerminalAnswer] {
    defer { answers = [] }
    return answers
  }

  private mutating func begin(_ byte: UInt8) -> [InputEvent] {
    switch byte {
    case 0x1B:
      state = .escape
      return []
    case 0xC2...0xF4:
      state = .scalar([byte])
      return []
    case 0x80...0xFF: return [.key(.character("\u{FFFD}"))]
    default: return [.key(Self.key(ofASCII: byte))]
    }
  }

  private mutating func continueScalar(_ bytes: [UInt8], _ byte: UInt8) -> [InputEvent] {
    state = .ground
    guard (0x80...0xBF).contains(byte) else { return [.key(.character("\u{FFFD}"))] + begin(byte) }
    let bytes = bytes + [byte]
    let needed = bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4
    if bytes.count < needed {
      state = .scalar(bytes)
      return []
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return [.key(.character(text.count == 1 ? text.first ?? "\u{FFFD}" : "\u{FFFD}"))]
  }

  private mutating func afterEscape(_ byte: UInt8) -> [InputEvent] {
    switch byte {
    case 0x1B: return [.key(.escape)]  // and the second one has begun
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      state = .sequence(byte, [])
      return []
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      state = .answer(afterEscape: false)
      return []
    case 0x20..<0x7F:
      state = .ground
      return [.key(.alt(Character(Unicode.Scalar(byte))))]
    default:
      state = .ground
      return [.key(.escape)] + begin(byte)
    }
  }

  /// ECMA-48: parameters and intermediates are 0x20-0x3F, and 0x40-0x7E ends the sequence.
  private mutating func continueSequence(_ introducer: UInt8, _ bytes: [UInt8]) -> [InputEvent] {
    guard let last = bytes.last else { return [] }
    switch last {
    case 0x20..<0x40 where bytes.count < 64:
      state = .sequence(introducer, bytes)
      return []
    case 0x1B:
      state = .escape
      return []
    case UInt8(ascii: "~") where introducer == UInt8(ascii: "[") && bytes == Self.pasteBegin: return beginPaste()
    case UInt8(ascii: "M") where introducer == UInt8(ascii: "[") && bytes.count == 1:
      state = .click([])
      return []
    case _ where bytes.first == UInt8(ascii: "<") && "Mm".utf8.contains(last):
      state = .ground
      return MouseReport.sgr(bytes).map { [.mouse($0)] } ?? []
    default:
      state = .ground
      if let answer = TerminalAnswer(introducer, bytes) {
        answers.append(answer)
        return []
      }
      return EscapeSequences.key(bytes).map { [.key($0)] } ?? []
    }
  }

  private static func key(ofASCII byte: UInt8) -> Key {
    switch byte {
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x08, 0x7F: .backspace
    case 0x00..<0x20: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: .character(Character(Unicode.Scalar(byte)))
    }
  }
}
