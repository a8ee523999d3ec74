import Terminal

/// What a terminal sends: keys, clicks, answers, pastes, and whatever somebody made it send.
package struct KeysTarget: Sendable {
  package typealias Decode = @Sendable (_ bytes: [UInt8]) -> [InputEvent]

  private let decode: Decode

  package init(decode: @escaping Decode = Self.events) { self.decode = decode }

  /// A byte of 0xFF, which no terminal sends, stands for one of the moments at which curses tells of something else, or of
  /// nothing for a while.
  package static func events(_ bytes: [UInt8]) -> [InputEvent] {
    var decoder = InputDecoder()
    var events: [InputEvent] = []
    var moment = 0
    for byte in bytes {
      guard byte == 0xFF else {
        events += decoder.feed(byte)
        continue
      }
      moment += 1
      switch moment % 5 {
      case 1: events += decoder.beginPaste()
      case 2: events += decoder.endPaste()
      case 3: events += decoder.pause()
      case 4: events += decoder.giveUp()
      default: events += decoder.feed(Key.up)
      }
    }
    return events + decoder.giveUp()
  }

  package func check(_ bytes: [UInt8]) throws {
    for event in decode(bytes) {
      switch event {
      case .key(.character(let character)), .key(.alt(let character)):
        let isText = character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        // C1 as UTF-8 is a character to a terminal that sends it; it is shown as its number.
        let isC1 = character.unicodeScalars.allSatisfy { (0x80..<0xA0).contains($0.value) }
        try hold("no control is taken for a letter", isText || isC1, "\(event)")
      case .paste(let text):
        let isText = text.unicodeScalars.allSatisfy {
          $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control
        }
        try hold("nothing that is pasted is a control, but for tabs and line breaks", isText, text.debugDescription)
      case .mouse(let mouse):
        try hold("a click is on the screen", mouse.point.x >= 0 && mouse.point.y >= 0, "\(mouse)")
      default: break
      }
    }
  }
}
