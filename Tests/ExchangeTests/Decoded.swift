import Foundation

@testable import Exchange

/// JSON read back by Foundation, as a program would read it.
struct Decoded {
  let value: Any?

  init(_ json: JSON) throws {
    value = try JSONSerialization.jsonObject(with: json.data(), options: [.fragmentsAllowed])
  }
  private init(value: Any?) { self.value = value }

  subscript(key: String) -> Decoded { Decoded(value: (value as? [String: Any])?[key]) }
  subscript(index: Int) -> Decoded { Decoded(value: elements.indices.contains(index) ? elements[index].value : nil) }

  var elements: [Decoded] { (value as? [Any] ?? []).map { Decoded(value: $0) } }
  var keys: Set<String> { Set((value as? [String: Any] ?? [:]).keys) }
  var text: String? { value as? String }
  var texts: [String] { elements.compactMap(\.text) }
  var number: Int? { value as? Int }
  var flag: Bool? { value as? Bool }
  /// Present, and `null`.
  var isNull: Bool { value is NSNull }

  /// The first element whose member has this text.
  func first(where key: String, is text: String) -> Decoded {
    elements.first { $0[key].text == text } ?? Decoded(value: nil)
  }
}
