import Domain
import Terminal

/// How the backlog shows items. Type, points, state and what blocks one are told by signs, whatever the colour.
enum BacklogColumns {
  static let all: [Column<ItemLine>] = [
    Column("no") { item, _, _ in Span("\(item.number)", .dim) },
    Column("t") { item, _, glyphs in Span(ItemWords.sign(of: item.type, glyphs), ItemWords.style(of: item.type)) },
    Column("pt") { item, _, glyphs in Span(ItemWords.points(of: item, glyphs), .bold) },
    Column("s") { item, _, glyphs in Span(ItemWords.sign(of: item.state, glyphs), ItemWords.style(of: item.state)) },
    Column("title", isFlexible: true) { item, _, glyphs in
      let title = LessonWords.line(item.title)
      return item.isBlocked
        ? Span("\(glyphs.warning) \(title)", Style(foreground: .yellow)) : Span(title, ItemWords.style(of: item.state))
    },
    Column("state", expendable: 2) { item, _, _ in Span(item.state.rawValue, .dim) },
    Column("owners", expendable: 3) { item, _, _ in Span(ItemWords.names(item.owners)) },
    Column("due", expendable: 1) { item, _, _ in Span(item.due ?? "", .dim) },
    Column("labels", expendable: 0) { item, _, _ in
      Span(LessonWords.line(item.labels.joined(separator: ", "), most: 40), Style(foreground: .cyan))
    },
  ]
}
