/// The keys of terminals whose TERM says something else about them: what follows ESC [ or ESC O.
///
/// Both cursor modes and both families of Home and End (xterm's and rxvt's) are understood. Everything
/// else, such as an arrow with Ctrl, is no key.
enum EscapeSequences {
  static func key(_ bytes: [UInt8]) -> Key? {
    keys[String(decoding: bytes, as: UTF8.self)]
  }

  private static let keys: [String: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab, "M": .enter,
    "1~": .home, "2~": .insert, "3~": .delete, "4~": .end, "5~": .pageUp, "6~": .pageDown, "7~": .home, "8~": .end,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
    "11~": .function(1), "12~": .function(2), "13~": .function(3), "14~": .function(4), "15~": .function(5),
    "17~": .function(6), "18~": .function(7), "19~": .function(8), "20~": .function(9), "21~": .function(10),
    "23~": .function(11), "24~": .function(12),
  ]
}
