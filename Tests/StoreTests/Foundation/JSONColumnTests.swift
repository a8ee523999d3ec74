import Domain
import Testing

@testable import Store

@Suite("Lists and small structures in one column, as JSON")
struct JSONColumnTests {
  private static let texts = [
    "", "a", "b c", "é", "e\u{301}", "日本", "👩‍🚒", #"say "so""#, #"back\slash"#, "a/b", "[", ",", "{}", ":", "a\nb",
    "\t", "\u{0}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}",
  ]

  @Test("Texts by their names come back as they were written, whatever is in them", arguments: texts)
  func pairs(text: String) throws {
    for pairs in [[:], ["version": text], [text: "v205"], [text: text, "version": "v205"]] {
      let column = try JSONColumn.text(pairs)
      let row: Row = ["parameters": .text(column)]
      #expect(try JSONColumn.pairs(row, "parameters") == pairs)
      #expect(try JSONColumn.value([String: String].self, row, "parameters") == pairs)
    }
  }

  @Test("So do lists of texts", arguments: texts)
  func lists(text: String) throws {
    for list in [[], [text], [text, "b", text]] {
      let row: Row = ["pair": .text(try JSONColumn.text(list))]
      #expect(try JSONColumn.texts(row, "pair") == list)
    }
  }

  @Test(
    "What is something else says which column it stands in",
    arguments: ["", "null", "{", #"{"a":1}"#, #"{"a":"b""#, #"["a",1]"#, #"["a""#, #"{"a":null}"#])
  func damaged(json: String) throws {
    let row: Row = ["parameters": .text(json), "pair": .text(json)]
    func column(_ read: () throws -> Void) -> String? {
      do { try read() } catch StoreError.corrupt(let place, _) { return place } catch { return "\(error)" }
      return nil
    }
    #expect(column { _ = try JSONColumn.pairs(row, "parameters") } == "row, column parameters")
    #expect(column { _ = try JSONColumn.texts(row, "pair") } == "row, column pair")
  }

  @Test("What is read ahead of the first picture can be read")
  func madeAhead() throws { try MadeAhead.readAll() }
}
