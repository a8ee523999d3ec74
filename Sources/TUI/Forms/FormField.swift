/// One line of a form.
struct FormField<Purpose: Hashable & Sendable>: Hashable, Sendable {
  /// How it is filled in.
  enum Kind: Hashable, Sendable {
    case text
    /// Left, right and Space go through them.
    case choice([String])
    case button
    /// Stands there to be read: a line cannot hold it without losing a part, and the hint says where it is written.
    case fixed
  }

  let purpose: Purpose
  let label: String
  /// The question, shown while the field has the cursor.
  let hint: String
  let kind: Kind
  var field: TextField

  init(_ purpose: Purpose, _ label: String, _ hint: String, kind: Kind = .text, value: String = "") {
    self.purpose = purpose
    self.label = label
    self.hint = hint
    self.kind = kind
    field = TextField(value)
  }

  var text: String { field.string }
}

/// What forms say in the same words.
enum FormComplaint {
  /// Not filled in yet: no mistake, and not shouted.
  static let missing = "needed"
}

/// What a form is filled in with, and what is wrong with it so far.
protocol FormFields: Sendable {
  associatedtype Purpose: Hashable & Sendable
  var fields: [FormField<Purpose>] { get set }
  /// What the fields began with.
  var begun: [String] { get }
  /// Whether two fields, of a form and of the same form made anew, are for the same.
  static func isSame(_ one: Purpose, _ other: Purpose) -> Bool
  /// What is wrong with a field; nil when nothing is.
  func complaint(_ field: FormField<Purpose>) -> String?
  /// What the word at the end of a field may become, the likeliest first.
  func suggestions(_ field: FormField<Purpose>) -> [String]
  /// What stands between two names in a field; empty where it holds one name, of any words.
  func separators(_ field: FormField<Purpose>) -> String
}

extension FormFields {
  func suggestions(_ field: FormField<Purpose>) -> [String] { [] }
  func separators(_ field: FormField<Purpose>) -> String { " ,+" }

  func text(_ purpose: Purpose) -> String { (fields.first { $0.purpose == purpose }?.text ?? "").trimmed }

  /// The names in a field of several.
  func words(_ purpose: Purpose) -> [String] {
    text(purpose).split { $0 == " " || $0 == "," || $0 == "+" }.map(String.init)
  }

  /// The first field that something is wrong with.
  var firstWrong: Int? { fields.firstIndex { complaint($0) != nil } }

  /// The rest of the suggestion that begins as what is being typed does; empty when there is none.
  func ghost(of field: FormField<Purpose>) -> String {
    let separators = separators(field)
    guard field.kind == .text, let last = field.text.last, !separators.contains(last) else { return "" }
    let word = field.text.split { separators.contains($0) }.last.map { $0.drop(while: \.isWhitespace) } ?? ""
    guard !word.isEmpty else { return "" }
    let match = suggestions(field).first { $0.lowercased().hasPrefix(word.lowercased()) && $0.count > word.count }
    return match.map { String($0.dropFirst(word.count)) } ?? ""
  }

  static func isSame(_ one: Purpose, _ other: Purpose) -> Bool { one == other }

  /// Whether something was typed, and not only what the form began with.
  var isChanged: Bool { fields.map(\.text) != begun }

  /// Takes over what was typed, where a form was filled in before it was read anew.
  mutating func adopt(_ old: Self) {
    for index in fields.indices {
      guard
        let same = old.fields.firstIndex(where: {
          Self.isSame($0.purpose, fields[index].purpose) && $0.kind == fields[index].kind
        }), old.begun.indices.contains(same), old.fields[same].text != old.begun[same]
      else { continue }
      fields[index].field = old.fields[same].field
    }
  }
}
