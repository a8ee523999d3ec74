import Domain
import Testing

@testable import Store

@Suite("Lists of plain text as JSON")
struct PlainListTests {
  private static let lists: [[String]] = [
    ["a"], ["a", "b c", ""], ["éa", "日本", "👩‍🚒"], [#"say "so""#, #"back\slash"#, "a/b"], ["a\u{301}"], ["[", ",", "{}"],
  ]

  @Test("They are written as Foundation writes them, and read back", arguments: lists)
  func asFoundation(list: [String]) throws {
    let text = try #require(PlainList.text(list))
    #expect(try text == JSONColumn.text(list))
    let read = PlainList.texts(of: text)
    #expect(read == nil || read == list)
    #expect((read == nil) == text.contains(#"\"#))
    let links = list.map { ItemLink(.url, $0) }
    #expect(try PlainList.text(links) == JSONColumn.text(links))
  }

  @Test("What has control characters is left to Foundation", arguments: ["a\nb", "\t", "\u{7F}"])
  func control(text: String) {
    #expect(PlainList.text([text]) == nil && PlainList.text([ItemLink(.url, text)]) == nil)
  }

  @Test(
    "What is no array of plain texts is not read",
    arguments: [
      "", "[", "]", "[1]", #"["a]"#, #"["a",]"#, #"[,"a"]"#, #"["a" ]"#, #"["a"b"]"#, #"["\n"]"#, "{}", #"[""#,
    ])
  func strange(json: String) { #expect(PlainList.texts(of: json) == nil) }

  @Test("An empty array has none") func empty() { #expect(PlainList.texts(of: "[]") == []) }
}
