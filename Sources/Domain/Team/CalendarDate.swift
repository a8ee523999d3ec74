/// A day as `YYYY-MM-DD`; such texts compare as the days do.
public enum CalendarDate {
  /// Whether the text is a day that exists on the Gregorian calendar.
  public static func isValid(_ text: String) -> Bool { parts(of: text) != nil }

  /// Year, month and day of `YYYY-MM-DD`; nil where there is no such day.
  static func parts(of text: String) -> (year: Int, month: Int, day: Int)? {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    var numbers = [0, 0, 0]
    for (part, range) in [0..<4, 5..<7, 8..<10].enumerated() {
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        numbers[part] = numbers[part] * 10 + Int(byte - 0x30)
      }
    }
    return isDay(numbers[0], numbers[1], numbers[2]) ? (numbers[0], numbers[1], numbers[2]) : nil
  }

  static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (1...12).contains(month) else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day)
  }
}
