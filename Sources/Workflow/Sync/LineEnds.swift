/// How the lines of a text end.
///
/// Git may write a file with CRLF in one clone and with LF in another (`core.autocrlf`). Two texts that differ in this
/// alone are the same checklist, and neither is written over the other.
enum LineEnds: Hashable {
  case lf, crlf
  /// Some so and some so, or none at all: such a text is compared as it is.
  case mixed

  init(of bytes: [UInt8]) {
    var (lf, crlf) = (0, 0)
    var before: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        if before == UInt8(ascii: "\r") { crlf += 1 } else { lf += 1 }
      }
      before = byte
    }
    self = lf > 0 && crlf == 0 ? .lf : crlf > 0 && lf == 0 ? .crlf : .mixed
  }

  /// The text as it is, and with either line ends: what a clone of it may hold.
  static func forms(of bytes: [UInt8]) -> [[UInt8]] {
    [bytes, Self.lf.applied(to: bytes), Self.crlf.applied(to: bytes)]
  }

  /// The text with these line ends; a mixed one, and any where these are mixed, stays as it is.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    switch (LineEnds(of: bytes), self) {
    case (.crlf, .lf):
      return bytes.indices.filter { index in
        !(bytes[index] == UInt8(ascii: "\r") && bytes.dropFirst(index + 1).first == UInt8(ascii: "\n"))
      }.map { bytes[$0] }
    case (.lf, .crlf):
      return bytes.flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0] }
    default: return bytes
    }
  }
}
