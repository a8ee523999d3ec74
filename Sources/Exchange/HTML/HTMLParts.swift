/// The parts that pages are made of.
public enum HTMLParts {
  /// - Parameter id: to jump to: letters, digits and dashes.
  public static func section(_ id: String, _ title: String, _ content: [HTML]) -> HTML {
    .element(.section, [.id(id)], [.element(.h2, [title.html])] + content)
  }

  /// A table that scrolls by itself where it is wider than the screen.
  ///
  /// - Parameters:
  ///   - numbers: the columns, from 0, that are set to the right.
  ///   - rows: a list of cells each, every cell a list of pieces.
  public static func table(
    caption: String? = nil, _ header: [String], numbers: Set<Int> = [], rows: [[[HTML]]]
  ) -> HTML {
    let head = header.enumerated().map { index, name in
      HTML.element(.th, [.scope("col")] + (numbers.contains(index) ? [.class("n")] : []), [name.html])
    }
    let body = rows.map { cells in
      HTML.element(
        .tr,
        cells.enumerated().map { index, cell in
          HTML.element(.td, numbers.contains(index) ? [.class("n")] : [], cell)
        })
    }
    let heading = caption.map { [HTML.element(.caption, [$0.html])] } ?? []
    return wide(
      caption ?? header.filter { !$0.isEmpty }.joined(separator: ", "),
      .element(.table, heading + [.element(.thead, [.element(.tr, head)]), .element(.tbody, body)]))
  }

  /// Names and values, one under the other.
  public static func facts(_ facts: [(name: String, value: [HTML])]) -> HTML { list(facts, "facts") }

  /// A few figures side by side, large.
  public static func cards(_ cards: [(name: String, value: [HTML])]) -> HTML { list(cards, "cards") }

  /// A drawing with its words under it.
  ///
  /// - Parameters:
  ///   - label: what it shows, for whoever can't see it.
  ///   - size: in units of the drawing, which are pixels where there is room.
  public static func drawing(
    _ label: String, width: Double, height: Double, caption: [HTML] = [], _ content: [HTML]
  ) -> HTML {
    let svg = HTML.element(.svg, [.viewBox(width: width, height: height), .role("img"), .label(label)], content)
    return .element(.figure, [wide(label, svg)] + (caption.isEmpty ? [] : [.element(.figcaption, caption)]))
  }

  /// Text of a drawing, by where its baseline begins, has its middle, or ends.
  public static func drawn(
    _ text: String, x: Double, y: Double, _ anchor: HTMLAttribute.DrawnAnchor = .start, class names: String? = nil
  ) -> HTML {
    .element(
      .drawnText, [.number(.x, x), .number(.y, y), .anchor(anchor)] + (names.map { [.class($0)] } ?? []), [text.html])
  }

  /// A box of a drawing, with what a pointer that rests on it is told.
  public static func box(
    x: Double, y: Double, width: Double, height: Double, class names: String, tooltip: String? = nil
  ) -> HTML {
    .element(
      .rect,
      [.number(.x, x), .number(.y, y), .number(.width, width), .number(.height, height), .class(names)],
      tooltip.map { [.element(.title, [$0.html])] } ?? [])
  }

  public static func stroke(
    x1: Double, y1: Double, x2: Double, y2: Double, class names: String
  ) -> HTML {
    .element(
      .line,
      [.number(.x1, x1), .number(.y1, y1), .number(.x2, x2), .number(.y2, y2), .class(names)])
  }

  private static func wide(_ label: String, _ content: HTML) -> HTML {
    .element(.div, [.class("wide"), .focusable, .role("region"), .label(label)], [content])
  }

  private static func list(_ pairs: [(name: String, value: [HTML])], _ names: String) -> HTML {
    .element(
      .dl, [.class(names)],
      pairs.map { .element(.div, [.element(.dt, [$0.name.html]), .element(.dd, $0.value)]) })
  }
}
