/// Writes CSV as RFC 4180 has it, but for the line's end: LF, as every reader takes it.
public enum CSVWriter {
  /// One row with its line break; a field is quoted where it has to be.
  public static func row(_ fields: [String]) -> [UInt8] {
    // A row of one empty field would be an empty line, which is no row.
    if fields == [""] { return Array("\"\"\n".utf8) }
    var bytes: [UInt8] = []
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(Byte.comma) }
      append(field, to: &bytes, isFirst: index == 0)
    }
    bytes.append(Byte.lf)
    return bytes
  }

  /// A field that begins with a sign of git's conflict markers is quoted as well, so that it is not taken for one.
  private static func append(_ field: String, to bytes: inout [UInt8], isFirst: Bool) {
    let utf8 = field.utf8
    let isMarked = isFirst && utf8.first.map { [0x3C, 0x3D, 0x3E, 0x7C, 0xEF].contains($0) } == true
    let needsQuotes =
      isMarked || utf8.first == UInt8(ascii: " ") || utf8.last == UInt8(ascii: " ")
      || utf8.contains { Byte.endsPlain($0) }
    guard needsQuotes else { return bytes += utf8 }
    bytes.append(Byte.quote)
    for byte in utf8 {
      if byte == Byte.quote { bytes.append(Byte.quote) }
      bytes.append(byte)
    }
    bytes.append(Byte.quote)
  }
}
