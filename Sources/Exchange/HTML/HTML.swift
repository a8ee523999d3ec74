import Text

/// A piece of an HTML page: an element, or text. It can't be unsafe: whatever is text is escaped when it is written.
///
/// Pages are built of values and never of pasted strings. Names of elements and attributes are fixed lists; there is no
/// script, no picture from elsewhere, no handler of events among them. A string stands for text, interpolated ones too:
///
/// ```swift
/// let title = "<script>alert(1)</script>"
/// let line: HTML = .element(.p, [.class("note")], ["Incident ", .element(.strong, [title.html])])
/// line.text  // <p class="note">Incident <strong>&lt;script&gt;alert(1)&lt;/script&gt;</strong></p>
/// ```
///
/// What it writes is well-formed XML too: every element is closed, every attribute quoted.
public struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
  private enum Node: Hashable, Sendable {
    case element(HTMLTag, [HTMLAttribute], [HTML])
    case text(String)
  }

  private let node: Node

  private init(_ node: Node) { self.node = node }

  /// Somebody's text, or the program's: controls and bidi marks become visible, and nothing in it is markup.
  public init(text: String) { self.init(.text(text)) }

  public init(stringLiteral value: String) { self.init(.text(value)) }

  public static func element(_ tag: HTMLTag, _ attributes: [HTMLAttribute] = [], _ children: [HTML] = []) -> HTML {
    HTML(.element(tag, attributes, children))
  }

  public static func element(_ tag: HTMLTag, _ children: [HTML]) -> HTML { element(tag, [], children) }

  /// A link where the address is one that a reader can follow without harm, else its words and the address as text.
  ///
  /// - Parameter address: `http:`, `https:` or `mailto:`; nothing else is made a link. Nothing is fetched from there.
  public static func link(to address: String, _ words: String) -> HTML {
    guard let address = LinkAddress(address) else {
      return HTML(text: words == address ? words : "\(words) (\(address))")
    }
    return element(.a, [HTMLAttribute(address), .rel("noreferrer noopener")], [words.html])
  }

  /// A link to a place on the same page.
  public static func jump(to id: String, _ words: String) -> HTML { element(.a, [.jump(to: id)], [words.html]) }

  /// As it is written to the page.
  public var text: String {
    var result = ""
    write(to: &result)
    return result
  }

  func write(to page: inout String) {
    switch node {
    case .text(let text): page += Self.escaped(text)
    case .element(let tag, let attributes, let children):
      page += "<\(tag.rawValue)"
      for attribute in attributes { page += " \(attribute.name)=\"\(Self.escaped(attribute.value))\"" }
      if tag.isVoid { return page += "/>" }
      page += ">"
      for child in children { child.write(to: &page) }
      page += "</\(tag.rawValue)>"
      if tag.isBlock { page += "\n" }
    }
  }

  private static func escaped(_ text: String) -> String {
    visible(text, keepingLineBreaks: true)
      .replacing(["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"])
  }
}

extension String {
  /// The string as text of a page.
  public var html: HTML { HTML(text: self) }
}
