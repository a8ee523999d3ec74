/// What the words of other programs are as our severities, 1 (the worst) to 4.
///
/// It is a first guess, made while nobody has looked: whoever takes the incident sets it right.
public enum AlertSeverity {
  /// Of a word such as `critical`, `P2` or `sev-3`, in any case; nil for a word that is not known.
  public static func guess(_ word: String) -> Int? {
    let known = word.lowercased().filter { $0.isLetter || $0.isNumber }
    if let severity = words[known] { return severity }
    // P0…P5, S0…S5, SEV0…SEV5, Severity 0…5, and a number alone.
    let digits = known.drop { $0.isLetter }
    let prefix = known.prefix(known.count - digits.count)
    guard ["", "p", "s", "sev", "severity", "priority"].contains(prefix), digits.count == 1, let level = Int(digits),
      level <= 5
    else { return nil }
    return min(max(level, 1), 4)
  }

  private static let words: [String: Int] = [
    "critical": 1, "crit": 1, "page": 1, "fatal": 1, "emergency": 1, "emerg": 1, "disaster": 1,
    "error": 2, "err": 2, "high": 2, "major": 2, "alert": 2, "urgent": 2,
    "warning": 3, "warn": 3, "medium": 3, "moderate": 3, "average": 3, "minor": 3, "normal": 3,
    "info": 4, "information": 4, "informational": 4, "notice": 4, "low": 4, "debug": 4, "none": 4, "ok": 4,
  ]
}
