/// Reads CSV a row at a time (RFC 4180): quoted fields with line breaks and doubled quotes, LF, CRLF or CR, a BOM.
///
///     var reader = CSVReader(Bytes.source(bytes))
///     while let row = try reader.next() { … }
///
/// It holds one chunk and one field, whatever the file's size. What RFC 4180 does not allow is an `ImportError`
/// with its row, line and column, never a guess.
public struct CSVReader {
  /// In bytes.
  public static let longestField = 16 * 1024 * 1024
  /// In one row.
  public static let mostFields = 20_000

  private let source: ByteSource
  private var buffer: [UInt8] = []
  private var position = 0
  private var isSourceDone = false
  private var isStarted = false
  private var row = 0
  private var line = 1
  /// The characters of the line before `countedTo`; counted on when somebody asks, so that no byte is counted twice.
  private var counted = 0
  private var countedTo = 0
  /// How many fields the header has.
  private var width = 0

  public init(_ source: @escaping ByteSource) { self.source = source }

  /// The next row that is not an empty line; nil at the end.
  ///
  /// - Throws: `ImportError`, or what the source throws.
  public mutating func next() throws -> CSVRow? {
    if !isStarted { try start() }
    while try has(1) {
      row += 1
      guard !isLineBreak(buffer[position]) else {
        try endLine()
        continue
      }
      try refuseConflictMarker()
      return try readRow()
    }
    return nil
  }

  private mutating func readRow() throws -> CSVRow {
    let firstLine = line
    var fields: [String] = []
    fields.reserveCapacity(width)
    while true {
      guard fields.count < Self.mostFields else { throw error(.tooManyFields) }
      let isQuoted = try has(1) && buffer[position] == Byte.quote
      fields.append(try isQuoted ? quotedField() : plainField())
      guard try has(1) else { break }
      if buffer[position] == Byte.comma {
        position += 1
        continue
      }
      try endLine()
      break
    }
    let given = fields.count
    if width == 0 { width = given }
    if given < width { fields.append(contentsOf: repeatElement("", count: width - given)) }
    return CSVRow(number: row, line: firstLine, fields: fields, given: given)
  }

  /// Up to a comma, the line's end or the file's.
  private mutating func plainField() throws -> String {
    var offset = 0
    repeat {
      offset = buffer.withUnsafeBufferPointer { bytes in
        var index = position + offset
        while index < bytes.count, !Byte.endsPlain(bytes[index]) { index += 1 }
        return index - position
      }
      if offset > Self.longestField { throw error(.fieldTooLong) }
      // The byte after the run is looked at below, so it has to be there if the file has one.
    } while try position + offset >= buffer.count && fill()
    let end = position + offset
    if end < buffer.count {
      if buffer[end] == 0 { throw error(.nul, at: end) }
      if buffer[end] == Byte.quote { throw error(.illegalQuoting, at: end) }
    }
    let place = position
    position = end
    if let text = text(place..<end, hasDoubledQuotes: false) { return text }
    let bad = UTF8Check.firstInvalid(in: buffer[place..<end]) ?? place
    throw error(.notUTF8(buffer[bad]), at: bad)
  }

  /// After its closing quote a comma follows, the line's end or the file's.
  private mutating func quotedField() throws -> String {
    let (openLine, openColumn) = (line, column(at: position))
    var offset = 1
    var hasDoubledQuotes = false
    while true {
      guard try has(offset + 1) else {
        throw ImportError(.unterminatedQuote, row: row, line: openLine, column: openColumn)
      }
      offset = buffer.withUnsafeBufferPointer { bytes in
        var index = position + offset
        while index < bytes.count, !Byte.endsQuoted(bytes[index]) { index += 1 }
        return index - position
      }
      if offset > Self.longestField {
        throw ImportError(.fieldTooLong, row: row, line: openLine, column: openColumn)
      }
      guard position + offset < buffer.count else { continue }
      switch buffer[position + offset] {
      case 0: throw error(.nul, at: position + offset)
      case Byte.quote:
        if try has(offset + 2), buffer[position + offset + 1] == Byte.quote {
          hasDoubledQuotes = true
          offset += 2
          continue
        }
      case Byte.cr:
        let isPair = try has(offset + 2) && buffer[position + offset + 1] == Byte.lf
        offset += isPair ? 2 : 1
        beginLine(at: position + offset)
        continue
      default:
        offset += 1
        beginLine(at: position + offset)
        continue
      }
      break
    }
    let hasMore = try has(offset + 2)
    // Reading on moves the position, so that the places are taken after it.
    let content = position + 1..<position + offset
    let end = position + offset + 1
    if hasMore, buffer[end] != Byte.comma, !isLineBreak(buffer[end]) { throw error(.illegalQuoting, at: end) }
    position = end
    if let text = text(content, hasDoubledQuotes: hasDoubledQuotes) { return text }
    var place = (line: openLine, column: openColumn + 1)
    let bad = UTF8Check.firstInvalid(in: buffer[content]) ?? content.lowerBound
    for index in content.lowerBound..<bad {
      let byte = buffer[index]
      let isBreak = byte == Byte.lf || (byte == Byte.cr && buffer[index + 1] != Byte.lf)
      if isBreak { place = (place.line + 1, 1) } else if byte & 0xC0 != 0x80 { place.column += 1 }
    }
    throw ImportError(.notUTF8(buffer[bad]), row: row, line: place.line, column: place.column)
  }

  /// Nil where the bytes are not UTF-8.
  private func text(_ range: Range<Int>, hasDoubledQuotes: Bool) -> String? {
    buffer.withUnsafeBufferPointer { bytes in
      let raw = UnsafeBufferPointer(rebasing: bytes[range])
      guard hasDoubledQuotes else { return String(validating: raw, as: UTF8.self) }
      var single: [UInt8] = []
      single.reserveCapacity(raw.count)
      var index = 0
      while index < raw.count {
        single.append(raw[index])
        index += raw[index] == Byte.quote ? 2 : 1
      }
      return String(validating: single, as: UTF8.self)
    }
  }

  private mutating func start() throws {
    isStarted = true
    if try has(2), Set(buffer.prefix(2)) == [0xFE, 0xFF] { throw error(.utf16) }
    if try has(3), buffer.prefix(3) == [0xEF, 0xBB, 0xBF] {
      position = 3
      countedTo = 3
    }
  }

  private mutating func refuseConflictMarker() throws {
    guard [UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "|")].contains(buffer[position]) else {
      return
    }
    _ = try has(8)
    let marker = buffer[position...].prefix(7)
    guard marker.count == 7, Set(marker).count == 1 else { return }
    let after = position + 7 < buffer.count ? buffer[position + 7] : Byte.lf
    if after == UInt8(ascii: " ") || isLineBreak(after) {
      throw error(.conflictMarker(String(decoding: marker, as: UTF8.self)))
    }
  }

  private func isLineBreak(_ byte: UInt8) -> Bool { byte == Byte.lf || byte == Byte.cr }

  /// Steps over the line break at the position.
  private mutating func endLine() throws {
    let isPair = try buffer[position] == Byte.cr && has(2) && buffer[position + 1] == Byte.lf
    position += isPair ? 2 : 1
    beginLine(at: position)
  }

  private mutating func beginLine(at index: Int) {
    line += 1
    (counted, countedTo) = (0, index)
  }

  private mutating func column(at index: Int) -> Int {
    var index = min(index, buffer.count)
    if index < countedTo { index = countedTo }
    for byte in buffer[countedTo..<index] where byte & 0xC0 != 0x80 { counted += 1 }
    countedTo = index
    return counted + 1
  }

  private mutating func error(_ reason: ImportError.Reason, at index: Int? = nil) -> ImportError {
    ImportError(reason, row: max(1, row), line: line, column: column(at: index ?? position))
  }

  /// Whether there are that many bytes from the position on; reads on to find out.
  private mutating func has(_ count: Int) throws -> Bool {
    while buffer.count - position < count {
      guard try fill() else { return false }
    }
    return true
  }

  /// Adds a chunk, and lets go of what is behind the position; false at the file's end.
  private mutating func fill() throws -> Bool {
    guard !isSourceDone else { return false }
    guard let bytes = try source() else {
      isSourceDone = true
      return false
    }
    if position > 0 {
      if countedTo < position { _ = column(at: position) }
      buffer.removeFirst(position)
      countedTo -= position
      position = 0
    }
    buffer += bytes
    return true
  }
}
