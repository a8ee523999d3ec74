/// Walks text scalar by scalar, and remembers what the last base was, because marks, selectors and joiners
/// are judged by what they follow.
struct Sanitizer {
  /// A cell of the terminal holds a base and four marks (`CCHARW_MAX` of curses is 5).
  static let mostMarks = 4

  let keepingLineBreaks: Bool
  private var result = ""
  private var base: Base?

  private struct Base {
    let scalar: Unicode.Scalar
    /// What stands in the result: the first of those that joiners join.
    let shown: Unicode.Scalar
    var marks = 0
    var hasSelector = false
    var hasSkinTone = false
  }

  init(keepingLineBreaks: Bool) {
    self.keepingLineBreaks = keepingLineBreaks
  }

  mutating func visible(_ text: String) -> String {
    result.reserveCapacity(text.utf8.count)
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      index = scalars.index(after: index)
      switch ScalarKind(scalar) {
      case .printable: begin(scalar)
      case .lineBreak where keepingLineBreaks:
        result.unicodeScalars.append(scalar)
        base = nil
      case .lineBreak: show("␊")
      case .control(let picture): show(String(picture))
      case .hidden: show(named(scalar))
      case .mark: attach(scalar)
      case .variationSelector:
        if base == nil || base?.hasSelector == true { show(named(scalar)) } else { base?.hasSelector = true }
      case .skinTone:
        if let base, base.scalar.properties.isEmojiModifierBase, !base.hasSkinTone {
          self.base?.hasSkinTone = true
        } else if base?.shown.properties.isEmojiModifierBase == true {
          // A terminal, and whoever shows the result once more, would take it for the tone of what stands there.
          show(named(scalar))
        } else {
          begin(scalar)
        }
      case .joiner:
        if let base, base.scalar.isPictograph, index < scalars.endIndex, scalars[index].isPictograph {
          self.base = Base(scalar: scalars[index], shown: base.shown)
          index = scalars.index(after: index)
        } else {
          show(named(scalar))
        }
      }
    }
    return result
  }

  private mutating func begin(_ scalar: Unicode.Scalar) {
    result.unicodeScalars.append(scalar)
    base = Base(scalar: scalar, shown: scalar)
  }

  /// Shows a stand-in, on which nothing may be stacked.
  private mutating func show(_ standIn: String) {
    result += standIn
    base = nil
  }

  private mutating func attach(_ mark: Unicode.Scalar) {
    // A mark without a base would sit on whatever the screen has to its left.
    if base == nil { begin("◌") }
    guard let marks = base?.marks, marks < Self.mostMarks else { return }
    base?.marks += 1
    result.unicodeScalars.append(mark)
  }

  private func named(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }
}

extension Unicode.Scalar {
  /// An emoji that can be part of a sequence: not the digits and signs that Unicode also counts as emoji.
  fileprivate var isPictograph: Bool { value > 0xFF && properties.isEmoji }
}
