extension String {
  /// The text with other words for some signs.
  ///
  /// By scalars, as those who read it do: to Swift a quote with an accent on it is another character, and stays.
  func replacing(_ signs: [Unicode.Scalar: String]) -> String {
    unicodeScalars.reduce(into: "") { result, scalar in
      if let words = signs[scalar] { result += words } else { result.unicodeScalars.append(scalar) }
    }
  }
}
