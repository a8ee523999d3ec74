import Domain

/// Long text goes to the editor and comes back to where it was asked for: what lies on top, else the screen.
extension App {
  mutating func take(_ edited: Edited) -> [Effect] {
    switch edited {
    case .changed(let text):
      guard var overlay = overlays.popLast() else { return changeTop { $0.edited(text, &$1) } ?? [] }
      overlay.edited(text)
      overlays.append(overlay)
    case .unchanged: say("the text is as it was")
    case .emptied: say("the editor left the text empty, so what was typed before is kept", .refusal)
    case .failed(let words): say(words, .failure)
    }
    return []
  }
}
