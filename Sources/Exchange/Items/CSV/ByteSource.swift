/// Gives the next bytes of a file, as many as it likes; nil at the end. What it throws goes to whoever reads.
public typealias ByteSource = () throws -> [UInt8]?

/// Bytes that are at hand already, as a source.
public enum Bytes {
  /// - Parameter chunk: How many to give at a time; at least 1.
  public static func source(_ bytes: [UInt8], chunk: Int = 65_536) -> ByteSource {
    var position = 0
    return {
      guard position < bytes.count else { return nil }
      let end = min(bytes.count, position + max(1, chunk))
      defer { position = end }
      return Array(bytes[position..<end])
    }
  }

  /// Everything that a source gives, in one piece.
  public static func all(_ source: ByteSource) throws -> [UInt8] {
    var all: [UInt8] = []
    while let bytes = try source() { all += bytes }
    return all
  }
}
