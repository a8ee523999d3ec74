import Domain

/// A comment as Tracker writes it: `Seen again (Ana Ruiz - May 6, 2014)`, over as many lines as it has.
enum TrackerComment {
  /// What has no such ending is all text.
  ///
  /// - Parameter date: Reads a date, or remembers it.
  static func read(_ text: String, date read: (String) -> ImportDate? = { ImportDate($0) }) -> ImportedComment {
    let text = text.withPlainLineBreaks
    let bytes = text.utf8
    guard bytes.last == UInt8(ascii: ")"), let dash = lastDash(text), let open = opening(text, before: dash) else {
      return ImportedComment(text)
    }
    let date = text[bytes.index(dash, offsetBy: 3)..<bytes.index(before: text.endIndex)]
    guard let date = read(String(date)) else { return ImportedComment(text) }
    var body = text[..<open]
    if body.last == " " || body.last == "\n" { body.removeLast() }
    return ImportedComment(
      String(body), author: String(text[bytes.index(after: open)..<dash]).trimmed, at: date.instant)
  }

  static func write(_ text: String, by name: String, at instant: Instant) -> String {
    "\(text) (\(name) - \(TrackerDate.text(instant)))"
  }

  /// Where the last ` - ` begins. Its signs are single bytes, which no other character has in it.
  private static func lastDash(_ text: String) -> String.Index? {
    var after: (UInt8, UInt8) = (0, 0)
    for index in text.utf8.indices.reversed() {
      let byte = text.utf8[index]
      if byte == 0x20, after == (0x2D, 0x20) { return index }
      after = (byte, after.0)
    }
    return nil
  }

  /// The parenthesis that the name's side of the dash is in; a name may have a pair of its own.
  private static func opening(_ text: String, before dash: String.Index) -> String.Index? {
    var depth = 0
    for index in text.utf8[..<dash].indices.reversed() {
      switch text.utf8[index] {
      case UInt8(ascii: ")"): depth += 1
      case UInt8(ascii: "(") where depth == 0: return index
      case UInt8(ascii: "("): depth -= 1
      case Byte.lf: return nil
      default: break
      }
    }
    return nil
  }
}

/// A day as Tracker writes it: `Nov 22, 2014`, in UTC.
enum TrackerDate {
  static func text(_ instant: Instant) -> String {
    let civil = CivilTime(instant, offsetSeconds: 0)
    return "\(months[civil.month - 1]) \(civil.day), \(civil.year)"
  }

  /// - Parameter day: As `YYYY-MM-DD`; what is none is written as it stands.
  static func text(day: String) -> String {
    guard let civil = CivilTime(date: day) else { return day }
    return "\(months[civil.month - 1]) \(civil.day), \(civil.year)"
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

/// A blocker as Tracker writes it: prose, or another story as `#1817033`.
enum TrackerBlocker {
  static func read(_ text: String, isResolved: Bool) -> ImportedBlocker {
    guard text.first == "#" else { return ImportedBlocker(text, isResolved: isResolved) }
    let id = String(text.dropFirst().prefix { !$0.isWhitespace })
    let rest = String(text.dropFirst(id.count + 1)).trimmed
    if let own = ItemSource(text: id, marks: ""), !own.id.isEmpty {
      return ImportedBlocker(rest, reference: own, isResolved: isResolved)
    }
    guard !id.isEmpty, id.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return ImportedBlocker(text, isResolved: isResolved)
    }
    return ImportedBlocker(rest, reference: ItemSource(.tracker, id: id), isResolved: isResolved)
  }
}

/// A link that Tracker has no column for, in one of our own: `incident:3`.
enum TrackerLink {
  static func read(_ text: String) -> ItemLink {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let kind = ItemLink.Kind(rawValue: parts[0]) else {
      return ItemLink(.url, text.trimmed)
    }
    return ItemLink(kind, parts[1])
  }

  static func write(_ link: ItemLink) -> String { "\(link.kind.rawValue):\(link.target)" }
}
