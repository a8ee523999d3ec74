/// OSC 52, the escape sequence that sets a clipboard.
enum ClipboardSequence {
  /// Base64 beyond 100 000 characters is refused by terminals (the limit of hterm, from which others took it).
  static let mostBytes = 74_994

  /// - Returns: `nil` if the text is too long.
  static func copy(_ text: String, inTmux: Bool) -> String? {
    guard text.utf8.count <= mostBytes else { return nil }
    let sequence = "\u{1B}]52;c;\(base64(Array(text.utf8)))\u{07}"
    // tmux obeys the plain form with `set-clipboard on`, and hands the wrapped one to the terminal around
    // it with `allow-passthrough on`; it drops whichever it may not obey.
    return inTmux ? sequence + "\u{1B}Ptmux;\u{1B}\(sequence)\u{1B}\\" : sequence
  }

  /// RFC 4648, section 4. (Foundation has one too, and takes milliseconds to load.)
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for digit in 0..<4 {
        result.append(digit <= group.count ? alphabet[bits >> (18 - 6 * digit) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
