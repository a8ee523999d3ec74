/// What is wrong with an attribute comment's grammar.
public enum AttributeProblem: Error, Hashable, Sendable {
  case notAKey(String)
  case quoteNotClosed(key: String)
  case textAfterQuote(key: String)
  case quoteInBareValue(key: String)

  public var what: String {
    switch self {
    case .notAKey(let text): "\"\(text)\" is not an attribute"
    case .quoteNotClosed(let key): "the quoted value of `\(key)` has no end"
    case .textAfterQuote(let key): "text follows the quoted value of `\(key)`"
    case .quoteInBareValue(let key): "the value of `\(key)` has a `\"` in it and is not quoted"
    }
  }

  public var remedy: String {
    switch self {
    case .notAKey: "write `key` or `key: value`, separated by `;`"
    case .quoteNotClosed: "end it with `\"`"
    case .textAfterQuote: "separate attributes by `;`"
    case .quoteInBareValue: "quote the whole value, with `\\\"` inside"
    }
  }
}
