/// How many aliases (`*name`) a file of YAML that people write may have.
///
/// Aliases of aliases double with each: a few lines of them stand for more than any time is enough to compare.
public enum YAMLAliases {
  public static let most = 16

  /// Counts what YAML would take for an alias where there is an anchor (`&name`).
  public static func areTooMany(in text: String) -> Bool {
    var (anchors, aliases) = (0, 0)
    var isStart = true
    var sign: UInt8?
    for byte in text.utf8 {
      let isSpacing = " \t\r\n".utf8.contains(byte)
      if !isSpacing {
        if sign == UInt8(ascii: "&") { anchors += 1 }
        if sign == UInt8(ascii: "*") { aliases += 1 }
      }
      sign = isStart ? byte : nil
      isStart = isSpacing || "[{,".utf8.contains(byte)
    }
    return anchors > 0 && aliases > most
  }
}
