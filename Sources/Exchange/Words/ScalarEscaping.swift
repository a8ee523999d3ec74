extension String {
  /// The text with other words for some signs, which are few.
  ///
  /// By scalars, as those who read it do: to Swift a quote with an accent on it is another character, and stays.
  func replacing(_ signs: KeyValuePairs<Unicode.Scalar, String>) -> String {
    unicodeScalars.reduce(into: "") { result, scalar in
      if let sign = signs.first(where: { $0.key == scalar }) {
        result += sign.value
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
}
