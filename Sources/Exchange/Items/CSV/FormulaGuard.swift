/// Keeps a spreadsheet from taking a field for a formula (OWASP, "CSV Injection"): an apostrophe in front.
///
///     FormulaGuard.guarded("=1+1")  // "'=1+1"
///     FormulaGuard.bare("'=1+1")    // "=1+1"
///
/// Taking the guard off gives the field as it was, also for one that began with an apostrophe before a sign.
enum FormulaGuard {
  static func guarded(_ field: String) -> String { isRisky(field[...]) ? "'" + field : field }

  static func bare(_ field: String) -> String {
    guard field.utf8.first == Byte.apostrophe else { return field }
    let rest = field.dropFirst()
    return isRisky(rest) ? String(rest) : field
  }

  /// Whether a sign stands at the beginning, or after apostrophes.
  private static func isRisky(_ field: Substring) -> Bool {
    switch field.unicodeScalars.first(where: { $0 != "'" }) {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }
}
