import Domain

/// A date as other programs write it, in UTC where it names no zone.
struct ImportDate: Hashable {
  var instant: Instant
  /// Whether day and month could be the other way round.
  var isAmbiguous = false

  var day: String { CivilTime(instant, offsetSeconds: 0).isoDate }

  /// Reads `Nov 22, 2014`, `11/22/2014`, `25/Jun/20 12:44`, `6/21/2025 4:14 PM`, `25.06.2020`, `2014-11-22`,
  /// `2014-11-22 10:00:00 UTC`, `20141122T100000Z` and RFC 3339; nil when it is none.
  ///
  /// - Parameter isDayFirst: What `3/4/2020` is; the third of April where it is true.
  init?(_ text: String, isDayFirst: Bool = false) {
    if let instant = Instant(rfc3339: text) {
      self.init(instant: instant)
      return
    }
    guard text.utf8.count <= 40, let parts = Parts(text), let day = parts.day(isDayFirst: isDayFirst),
      CalendarDate.isValid(day.text), let midnight = CivilTime(date: day.text), let seconds = parts.secondOfDay
    else { return nil }
    self.init(
      instant: Instant(milliseconds: (midnight.secondsAsUTC + Int64(seconds)) * 1000), isAmbiguous: day.isAmbiguous)
  }

  private init(instant: Instant, isAmbiguous: Bool = false) {
    self.instant = instant
    self.isAmbiguous = isAmbiguous
  }

  /// The numbers and words of a date, in their order.
  private struct Parts {
    var numbers: [(value: Int, digits: Int)] = []
    var month: Int?
    /// How many numbers stand before the month's name.
    var beforeMonth = 0
    var separator: UInt8 = 0
    var clock: [Int] = []
    var isAfternoon: Bool?

    init?(_ text: String) {
      let bytes = Array(text.utf8)
      if let packed = Self.packed(bytes) {
        (numbers, clock) = packed
        return
      }
      var index = 0
      while index < bytes.count {
        let start = index
        if Self.isDigit(bytes[index]) {
          while index < bytes.count, Self.isDigit(bytes[index]) { index += 1 }
          guard index - start <= 4 else { return nil }
          let value = bytes[start..<index].reduce(0) { $0 * 10 + Int($1 - 0x30) }
          let isClock = (start > 0 && bytes[start - 1] == 0x3A) || (index < bytes.count && bytes[index] == 0x3A)
          if isClock { clock.append(value) } else { numbers.append((value, index - start)) }
          if index < bytes.count, numbers.count == 1, separator == 0, !isClock { separator = bytes[index] }
        } else if Self.isLetter(bytes[index]) {
          while index < bytes.count, Self.isLetter(bytes[index]) { index += 1 }
          guard take(word: String(decoding: bytes[start..<index], as: UTF8.self).lowercased()) else { return nil }
        } else {
          guard " ,/.-:".utf8.contains(bytes[index]) else { return nil }
          index += 1
        }
      }
    }

    private mutating func take(word: String) -> Bool {
      switch word {
      case "am", "pm": isAfternoon = word == "pm"
      case "t", "z", "utc", "gmt", "st", "nd", "rd", "th", "de", "at": break
      default:
        guard month == nil, let found = ImportMonth.number(word) else { return false }
        month = found
        beforeMonth = numbers.count
      }
      return true
    }

    func day(isDayFirst: Bool) -> (text: String, isAmbiguous: Bool)? {
      if let month {
        guard numbers.count == 2 else { return nil }
        let isYearFirst = numbers[0].digits == 4
        return (Self.text(numbers[isYearFirst ? 0 : 1], month, numbers[isYearFirst ? 1 : 0].value), false)
      }
      guard numbers.count == 3 else { return nil }
      let values = numbers.map(\.value)
      if numbers[0].digits == 4 { return (Self.text(numbers[0], values[1], values[2]), false) }
      let dotted = separator == UInt8(ascii: ".")
      let canSwap = !dotted && values[0] <= 12 && values[1] <= 12 && values[0] != values[1]
      let dayFirst = dotted || values[0] > 12 || (isDayFirst && values[1] <= 12)
      return (Self.text(numbers[2], values[dayFirst ? 1 : 0], values[dayFirst ? 0 : 1]), canSwap)
    }

    /// Nil where the clock shows no such time.
    var secondOfDay: Int? {
      guard !clock.isEmpty else { return isAfternoon == nil ? 0 : nil }
      guard (2...3).contains(clock.count) else { return nil }
      var hour = clock[0]
      if let isAfternoon {
        guard (1...12).contains(hour) else { return nil }
        hour = hour % 12 + (isAfternoon ? 12 : 0)
      }
      let second = clock.count == 3 ? clock[2] : 0
      guard hour < 24, clock[1] < 60, second < 60 else { return nil }
      return hour * 3600 + clock[1] * 60 + second
    }

    /// Two digits are of this century: none of these programs is older.
    private static func text(_ year: (value: Int, digits: Int), _ month: Int, _ day: Int) -> String {
      let year = year.digits <= 2 ? 2000 + year.value : year.value
      func pad(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
      }
      return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
    }

    /// `20141122T100000Z`, as Taskwarrior has it.
    private static func packed(_ bytes: [UInt8]) -> (numbers: [(value: Int, digits: Int)], clock: [Int])? {
      guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z"),
        bytes[0..<8].allSatisfy(isDigit), bytes[9..<15].allSatisfy(isDigit)
      else { return nil }
      func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
      return (
        [(number(0..<4), 4), (number(4..<6), 2), (number(6..<8), 2)],
        [number(9..<11), number(11..<13), number(13..<15)]
      )
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }
  }
}

/// The names of months in the languages that exports are most often in, by their beginnings.
enum ImportMonth {
  static func number(_ word: String) -> Int? {
    names.first { name in word.hasPrefix(name.0) }?.1
  }

  private static let names: [(String, Int)] = [
    ("jan", 1), ("ene", 1), ("feb", 2), ("fév", 2), ("fev", 2), ("mar", 3), ("mär", 3), ("mrz", 3), ("apr", 4),
    ("avr", 4), ("abr", 4), ("may", 5), ("mai", 5), ("jun", 6), ("juin", 6), ("jul", 7), ("juil", 7), ("aug", 8),
    ("août", 8), ("aou", 8), ("ago", 8), ("sep", 9), ("set", 9), ("oct", 10), ("okt", 10), ("out", 10), ("nov", 11),
    ("dec", 12), ("dez", 12), ("déc", 12), ("dic", 12),
  ]
}
