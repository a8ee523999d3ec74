import Domain
import Terminal

/// Items in signs and few words; each sign alone tells what it stands for.
enum ItemWords {
  /// The first letter of the type; a release, which is a marker, has its flag too.
  static func sign(of type: ItemType, _ glyphs: Glyphs) -> String {
    switch type {
    case .feature: "F"
    case .bug: "B"
    case .chore: "C"
    case .toil: "T"
    case .release: "R"
    }
  }

  static func style(of type: ItemType) -> Style {
    switch type {
    case .feature: .plain
    case .bug: Style(foreground: .red)
    case .chore, .toil: .dim
    case .release: Style(foreground: .magenta, bold: true)
    }
  }

  static func sign(of state: ItemState, _ glyphs: Glyphs) -> String {
    switch state {
    case .unscheduled: glyphs.notApplicable
    case .unstarted: glyphs.pending
    case .planned: glyphs.arrowRight
    case .started: glyphs.current
    case .finished: glyphs.overridden
    case .delivered: glyphs.waiting
    case .accepted: glyphs.done
    case .rejected: glyphs.failed
    }
  }

  static func style(of state: ItemState) -> Style {
    switch state {
    case .accepted: Style(foreground: .green)
    case .rejected: Style(foreground: .red)
    case .unscheduled: .dim
    default: .plain
    }
  }

  /// An unestimated item has a dot, which is not 0; a release takes none.
  static func points(of item: ItemLine, _ glyphs: Glyphs) -> String {
    item.points.map(String.init) ?? (item.type == .release ? "" : glyphs.pending)
  }

  static func names(_ people: [Handle]) -> String { people.map(\.text).joined(separator: "+") }

  /// `item 12`, `items 12, 13 and 4 more`.
  static func names(_ numbers: [ItemNumber]) -> String {
    let shown = numbers.prefix(5).map(\.description).joined(separator: ", ")
    return "item\(numbers.count == 1 ? "" : "s") \(shown)"
      + (numbers.count > 5 ? " and \(numbers.count - 5) more" : "")
  }

  static func title(of panel: Panel) -> String { panel.rawValue.prefix(1).uppercased() + panel.rawValue.dropFirst() }
}
