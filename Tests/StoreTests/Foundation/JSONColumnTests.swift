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

  @Test(
    "What another program may have written there is read as Foundation reads it",
    arguments: [
      #"{"a": "b"}"#, #"{"a":"\u00e9"}"#, #"{"a":"\u00c3\u00a9"}"#, #"{"a":"\u+01b"}"#, #"{"a":"\ud83d\ude00"}"#,
      #"{"a":"b","a":"c"}"#, #"{"a":"\/"}"#, #"{"a":"\n\u001B"}"#, "{\"a\":\"\n\"}", "{\"a\":\"\u{1}\"}",
    ])
  func foreign(json: String) {
    let row: Row = ["parameters": .text(json)]
    let read = try? JSONColumn.pairs(row, "parameters")
    #expect(read == (try? JSONColumn.value([String: String].self, row, "parameters")))
  }

  @Test("What is read ahead of the first picture can be read")
  func madeAhead() throws {
    let (team, zone, version) = try MadeAhead.read()
    #expect(zone != nil && team.hours.spans.count == 1)
    #expect(team.holidays.count == 1 && team.freezes.count == 1 && team.environments.count == 1)
    let settings = version.settings
    #expect(settings.deploy != nil && settings.team != nil && settings.environments != nil && settings.expected != nil)
    #expect(settings.start != nil && settings.parameters.first?.pattern != nil)
    let step = try #require(version.steps.first)
    #expect(step.fences.first?.language != nil)
    let attributes = step.attributes
    #expect(attributes.condition != nil && attributes.expect != nil && attributes.explicitID != nil)
    #expect(attributes.value != nil)
  }
}
