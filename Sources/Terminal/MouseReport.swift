/// What a terminal reports of the mouse, in xterm's two ways (its ctlseqs, "Mouse Tracking").
///
/// curses isn't asked: of a press and a release that arrive together, as over ssh, it hands on the last, and it
/// takes a wheel that is pushed sideways for the right button.
enum MouseReport {
  /// `CSI < button ; column ; row M`, or `m` for a release: what follows CSI.
  static func sgr(_ bytes: [UInt8]) -> Mouse? {
    guard bytes.first == UInt8(ascii: "<"), let last = bytes.last else { return nil }
    let numbers = bytes.dropFirst().dropLast().split(separator: UInt8(ascii: ";")).map {
      Int(String(decoding: $0, as: UTF8.self))
    }
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1], let row = numbers[2] else { return nil }
    return mouse(button, isRelease: last == UInt8(ascii: "m"), column: column, row: row)
  }

  /// `CSI M` and three bytes, each 32 more than it means: what follows. The button of a release isn't told.
  static func x10(_ bytes: [UInt8]) -> Mouse? {
    let numbers = bytes.map { Int($0) - 32 }
    guard numbers.count == 3, numbers[0] >= 0 else { return nil }
    return mouse(numbers[0], isRelease: numbers[0] & 0b1100_0011 == 3, column: numbers[1], row: numbers[2])
  }

  private static func mouse(_ button: Int, isRelease: Bool, column: Int, row: Int) -> Mouse? {
    let modifiers = 0b1_1100
    guard column > 0, row > 0, let action = action(button & ~modifiers, isRelease: isRelease) else { return nil }
    return Mouse(action, at: Point(x: column - 1, y: row - 1))
  }

  /// Bit 5 is a motion, which nobody asked for; from 66 on there are wheels and buttons that mean nothing here.
  private static func action(_ button: Int, isRelease: Bool) -> Mouse.Action? {
    switch button {
    case 0...3 where isRelease: .release
    case 0: .press(.left)
    case 1: .press(.middle)
    case 2: .press(.right)
    case 64 where !isRelease: .wheelUp
    case 65 where !isRelease: .wheelDown
    default: nil
    }
  }
}
