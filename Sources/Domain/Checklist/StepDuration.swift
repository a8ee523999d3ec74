/// The durations of a checklist file: `90s`, `15m`, `1h30m`, `1d`.
public enum StepDuration {
  private static let units: [(Character, Int64)] = [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)]

  /// Reads whole numbers with the units d, h, m and s, largest first and each at most once; nil when it is none.
  public static func parse(_ text: String) -> Duration? {
    var total: Int64 = 0
    var number = ""
    var nextUnit = 0
    for character in text {
      if character.isASCII, character.isNumber {
        number.append(character)
        continue
      }
      guard let index = units.indices.dropFirst(nextUnit).first(where: { units[$0].0 == character }),
        let count = Int64(number), count <= 100_000
      else { return nil }
      total += count * units[index].1
      number = ""
      nextUnit = index + 1
    }
    guard number.isEmpty, nextUnit > 0 else { return nil }
    return .seconds(total)
  }

  /// The shortest exact text, as in `1h30m`; `0s` for nothing.
  public static func text(_ duration: Duration) -> String {
    var rest = duration.wholeSeconds
    var text = ""
    for (unit, seconds) in units where rest >= seconds {
      text += "\(rest / seconds)\(unit)"
      rest %= seconds
    }
    return text.isEmpty ? "0s" : text
  }
}
