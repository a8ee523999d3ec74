extension String {
  /// With LF for line breaks, where they were CR LF or CR.
  public var withPlainLineBreaks: String {
    let (lf, cr) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    guard utf8.contains(cr) else { return self }
    var result: [UInt8] = []
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte == cr {
        result.append(lf)
      } else if byte != lf || previous != cr {
        result.append(byte)
      }
      previous = byte
    }
    return String(decoding: result, as: UTF8.self)
  }
}
