/// What a terminal sends as pasted, as text.
enum PastedText {
  /// Terminals send CR for a line break. Other controls never belong to what someone meant to paste.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    var result = ""
    var afterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\r": result.unicodeScalars.append("\n")
      case "\n" where afterReturn: break
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case _ where scalar.properties.generalCategory == .control: break
      default: result.unicodeScalars.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return result
  }
}
