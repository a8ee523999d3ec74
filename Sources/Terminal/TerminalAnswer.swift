/// What a terminal said of itself when it was asked.
enum TerminalAnswer: Hashable {
  /// Whether it can keep a frame back until it is complete.
  case synchronizedOutput(isAvailable: Bool)

  /// Reads DECRPM, the report of a mode: `CSI ? 2026 ; Ps $ y`, where 1 is set, 2 is reset, 3 is set for ever,
  /// 0 is not recognised and 4 is reset for ever (xterm's ctlseqs).
  init?(_ introducer: UInt8, _ bytes: [UInt8]) {
    let prefix = Array("?2026;".utf8)
    guard introducer == UInt8(ascii: "["), bytes.starts(with: prefix), bytes.suffix(2) == Array("$y".utf8) else {
      return nil
    }
    let value = bytes.dropFirst(prefix.count).dropLast(2)
    self = .synchronizedOutput(isAvailable: value.count == 1 && "123".utf8.contains(value.first ?? 0))
  }
}
