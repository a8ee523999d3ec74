import Foundation
import FoundationXML
import Text

/// A picture as an XML parser reads it.
struct Picture {
  struct Text {
    var text = ""
    let x, y: Double
    let isCentered: Bool
  }

  struct NotWellFormed: Error {}

  let title: String
  let texts: [Text]

  init(_ svg: String) throws {
    let reader = Reader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    guard parser.parse() else { throw NotWellFormed() }
    title = reader.title
    texts = reader.texts
  }

  /// What can be read in each row, from the places of its texts.
  func rows(_ count: Int) -> [String] {
    (0..<count).map { y in
      var row = ""
      for text in texts where text.y == Double(y * 18 + 14) {
        let left = text.isCentered ? text.x - Double(text.text.displayWidth) * 4.5 : text.x
        row = row.padded(toWidth: Int(left / 9)) + text.text
      }
      return row
    }
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var title = ""
    var texts: [Text] = []
    private var element = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      element = name
      guard name == "text" else { return }
      texts.append(
        Text(
          x: attributes["x"].flatMap(Double.init) ?? -1, y: attributes["y"].flatMap(Double.init) ?? -1,
          isCentered: attributes["text-anchor"] == "middle"))
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) {
      if element == "title" { title += characters }
      if element == "text" { texts[texts.count - 1].text += characters }
    }

    func parser(_ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?) {
      element = ""
    }
  }
}
