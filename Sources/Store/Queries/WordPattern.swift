/// Words to look for, as a pattern of LIKE.
enum WordPattern {
  /// Matches text in lower case that has the word in it, whatever signs it is made of; to be used with `ESCAPE '\\'`.
  ///
  /// Only ASCII letters are lowered, because SQLite's `lower` knows no others.
  static func containing(_ word: String) -> String {
    var pattern = "%"
    for scalar in word.unicodeScalars {
      if scalar == "%" || scalar == "_" || scalar == "\\" { pattern += "\\" }
      let isCapital = scalar >= "A" && scalar <= "Z"
      pattern.unicodeScalars.append(isCapital ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar)
    }
    return pattern + "%"
  }
}
