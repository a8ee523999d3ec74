/// A word to look for in some columns of a row, as a condition of SQL and the arguments for it.
///
/// Column by column, and only where the word can stand: a text put together of all columns for each row takes three times
/// as long to look through.
struct WordPattern {
  struct Column {
    let expression: String
    /// Whether the word, in lower case, can stand in it at all.
    let canHold: (String) -> Bool

    init(_ expression: String, canHold: @escaping (String) -> Bool) {
      self.expression = expression
      self.canHold = canHold
    }

    static func text(_ name: String) -> Column { Column(name) { _ in true } }

    /// A number, as it shows behind a letter or without one.
    static func number(_ name: String, after letter: Character? = nil) -> Column {
      let text = "CAST(\(name) AS TEXT)"
      return Column(letter.map { "'\($0)' || \(text)" } ?? text) { word in
        let digits = word.first == letter ? word.dropFirst() : word[...]
        return digits.allSatisfy { ("0"..."9").contains($0) }
      }
    }
  }

  let condition: String
  let arguments: [Value]

  /// SQLite's LIKE takes ASCII letters of either case for the same, and knows no others.
  init(_ word: String, in columns: [Column]) {
    let lowered = word.lowercased()
    let held = columns.filter { $0.canHold(lowered) }.map { "\($0.expression) LIKE ? ESCAPE '\\'" }
    condition = held.isEmpty ? "1 = 0" : "(\(held.joined(separator: " OR ")))"
    arguments = held.map { _ in .text(Self.containing(word)) }
  }

  /// Matches text that has the word in it, whatever signs it is made of.
  private static func containing(_ word: String) -> String {
    var pattern = "%"
    for scalar in word.unicodeScalars {
      if scalar == "%" || scalar == "_" || scalar == "\\" { pattern += "\\" }
      pattern.unicodeScalars.append(scalar)
    }
    return pattern + "%"
  }
}
