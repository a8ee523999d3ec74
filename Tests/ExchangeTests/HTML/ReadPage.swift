import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A page as a strict XML parser reads it.
struct ReadPage {
  struct NotWellFormed: Error {
    var line: Int
    var page: String
  }

  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []
  /// Where its links lead to, but for places on the page itself.
  private(set) var addresses: [String] = []
  private(set) var text = ""

  init(_ page: String) throws {
    let parser = XMLParser(data: Data(page.utf8))
    let reader = Reader()
    parser.delegate = reader
    guard parser.parse() else { throw NotWellFormed(line: parser.lineNumber, page: String(page.prefix(4000))) }
    (elements, attributes, addresses, text) = (reader.elements, reader.attributes, reader.addresses, reader.text)
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: Set<String> = []
    var attributes: Set<String> = []
    var addresses: [String] = []
    var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes found: [String: String]
    ) {
      elements.insert(name)
      attributes.formUnion(found.keys)
      for key in ["href", "src"] {
        if let address = found[key], !address.hasPrefix("#") { addresses.append(address) }
      }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
  }
}
