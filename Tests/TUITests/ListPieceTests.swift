import Terminal
import Testing

@testable import TUI

private struct Item: Identifiable, Sendable {
  var id: Int
  var name: String
}

@Suite("The pieces that lists are made of")
struct ListPieceTests {
  private func list(_ names: String...) -> RowList<Item> {
    var list = RowList<Item>(
      [
        .by("id", { $0.id }) { row, _, _ in Span("\(row.id)") },
        .by("name", isFlexible: true, { $0.name }) { row, _, _ in Span(row.name) },
      ], searchText: { $0.name })
    list.replace(names.enumerated().map { Item(id: $0.offset, name: $0.element) })
    return list
  }

  @Test("The selection stays on its row when others come, go and change places")
  func selection() {
    var rows = list("cy", "ana", "bo")
    rows.select(1)
    rows.sortByNextColumn()
    rows.sortByNextColumn()
    #expect(rows.visible.map(\.name) == ["ana", "bo", "cy"])
    #expect(rows.selected?.name == "ana" && rows.selectedIndex == 0)
    rows.reverseSort()
    #expect(rows.selectedIndex == 2)
    rows.narrow(to: "a")
    #expect(rows.visible.map(\.name) == ["ana"])
    rows.narrow(to: "")
    rows.replace([Item(id: 9, name: "new"), Item(id: 1, name: "ana")])
    #expect(rows.selected?.name == "ana")
    rows.replace([Item(id: 9, name: "new")])
    #expect(rows.selected?.name == "new")
    rows.replace([])
    #expect(rows.selected == nil && rows.chosen.isEmpty)
  }

  @Test("After the last column the order is that of the list again")
  func orders() {
    var rows = list("b", "a", "b")
    for _ in 0..<3 { rows.sortByNextColumn() }
    #expect(rows.sort == nil)
    #expect(rows.visible.map(\.id) == [0, 1, 2])
    rows.sortByNextColumn()
    rows.sortByNextColumn()
    #expect(rows.visible.map(\.id) == [1, 0, 2], "equal rows stay in the order of the list")
  }

  @Test("Marks stay on their rows, and those of rows that are gone are gone")
  func marks() {
    var rows = list("ana", "bo", "cy")
    rows.toggleMark()
    rows.toggleMark()
    #expect(rows.chosen.map(\.name) == ["ana", "bo"])
    rows.toggleAllMarks()
    #expect(rows.marked.count == 3)
    rows.toggleAllMarks()
    #expect(rows.chosen.map(\.name) == ["cy"], "without marks it is the selected one")
    rows.select(0)
    rows.toggleMark()
    rows.replace([Item(id: 2, name: "cy")])
    #expect(rows.marked.isEmpty)
  }

  @Test("A window of a long list reads on at both ends, keeps what joins, and lets the far end go")
  func window() {
    var window = Window<Item>()
    func rows(_ ids: some Sequence<Int>) -> [Item] { ids.map { Item(id: $0, name: "") } }
    #expect(window.needed(around: 0, height: 10) == nil)
    window.take(rows(stride(from: 5000, to: 4800, by: -1)), for: .newest(200))
    #expect(window.hasOlder && !window.hasNewer)
    #expect(window.needed(around: 10, height: 10) == nil)
    #expect(window.needed(around: 190, height: 10) == WindowSpan(.below(4801), limit: 200))
    for below in stride(from: 4801, to: 3801, by: -200) {
      window.take(rows(stride(from: below - 1, to: below - 201, by: -1)), for: WindowSpan(.below(below), limit: 200))
    }
    #expect(window.rows.count == 1000 && window.hasNewer)
    #expect(window.needed(around: 5, height: 10) == WindowSpan(.above(4800), limit: 200))
    window.take(rows(4801...5000), for: WindowSpan(.above(4800), limit: 200))
    #expect(window.rows.first?.id == 5000)
    #expect(window.rows.map(\.id) == Array(stride(from: 5000, to: 4000, by: -1)))
    window.take(rows(1...200), for: .oldest(200))
    #expect(window.rows.first?.id == 200 && window.rows.last?.id == 1)
    #expect(window.hasNewer && !window.hasOlder)
    #expect(window.refresh == WindowSpan(.above(1), limit: 200), "what is above its lowest row is read anew")
  }

  @Test("The newest window joins on to what is known below it, or takes its place")
  func refreshed() {
    var window = Window<Item>()
    func rows(_ ids: some Sequence<Int>) -> [Item] { ids.map { Item(id: $0, name: "") } }
    window.take(rows([3, 2, 1]), for: .newest(200))
    #expect(!window.hasOlder)
    window.take(rows([4, 3, 2, 1]), for: .newest(200))
    #expect(window.rows.map(\.id) == [4, 3, 2, 1])
    window.take(rows([2, 1]), for: .newest(200))
    #expect(window.rows.map(\.id) == [2, 1])
  }

  @Test(
    "Letters in their order find a command, beginnings of words first",
    arguments: [
      ("pr", "Pause the run, or resume it"), ("wn", "Write a note on the step"), ("finish", "Finish the run"),
    ])
  func fuzzy(pattern: String, best: String) throws {
    let titles = [
      "Pause the run, or resume it", "Write a note on the step", "Finish the run", "Copy the step's command",
      "Withdraw the step's last entry, with a reason",
    ]
    let ranked = titles.compactMap { title in FuzzyMatch(pattern, in: title).map { (title, $0.score) } }
      .sorted { $0.1 > $1.1 }
    #expect(ranked.first?.0 == best)
    let match = try #require(FuzzyMatch(pattern, in: best))
    let letters = Array(best.lowercased())
    #expect(String(match.positions.map { letters[$0] }) == pattern)
    #expect(FuzzyMatch("xyz", in: best) == nil)
    #expect(FuzzyMatch("", in: best)?.positions == [])
  }

  @Test("Columns give way in their order, and the flexible one takes what is left")
  func widths() {
    let columns: [Column<Item>] = [
      Column("a") { row, _, _ in Span("") }, Column("b", isFlexible: true) { row, _, _ in Span("") },
      Column("c", expendable: 1) { row, _, _ in Span("") }, Column("d", expendable: 0) { row, _, _ in Span("") },
    ]
    let widest = [10, 60, 10, 10]
    #expect(ColumnWidths.fit(columns, widest: widest, in: 120) == [10, 60, 10, 10])
    #expect(ColumnWidths.fit(columns, widest: widest, in: 82) == [10, 46, 10, 10])
    #expect(ColumnWidths.fit(columns, widest: widest, in: 70) == [10, 46, 10, 0])
    #expect(ColumnWidths.fit(columns, widest: widest, in: 40) == [10, 28, 0, 0])
  }
}
