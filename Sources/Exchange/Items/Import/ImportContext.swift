import Domain

/// What a reader of items needs to know of the team.
public struct ImportOptions: Sendable {
  public var settings: BacklogSettings
  public init(settings: BacklogSettings = BacklogSettings()) { self.settings = settings }
}

/// Where the reading is, and the report that it fills.
struct ImportContext {
  let options: ImportOptions
  var report: ImportReport
  var row = 0
  var line = 0
  /// Whether a date of the file has shown that the day comes first.
  var isDayFirst = false
  private var dates: [String: ImportDate] = [:]
  private static let mostDates = 8_192
  private var numbers: Set<Int> = []
  private var names: Set<String> = []

  init(_ options: ImportOptions, _ report: ImportReport) {
    self.options = options
    self.report = report
  }

  mutating func problem(_ kind: ImportProblem.Kind, _ column: String? = nil, read: String = "", _ taken: String) {
    report.add(ImportProblem(kind, row: row, line: line, column: column, read: read, taken: taken))
  }

  /// Whether the file has had no item of the id so far. Numbers are kept as numbers: it is what there is most of.
  mutating func isNew(_ id: String) -> Bool {
    if let number = Int(id), String(number) == id { return numbers.insert(number).inserted }
    return names.insert(id).inserted
  }

  /// Reads a date; one that was read before is remembered, as most days of a file come more than once.
  mutating func knownDate(_ text: String, isDayFirst: Bool) -> ImportDate? {
    if isDayFirst { return ImportDate(text, isDayFirst: true) }
    if let known = dates[text] { return known }
    guard let date = ImportDate(text) else { return nil }
    if dates.count >= Self.mostDates { dates.removeAll(keepingCapacity: true) }
    dates[text] = date
    return date
  }

  mutating func date(_ text: String, _ column: String) -> ImportDate? {
    guard !text.isEmpty else { return nil }
    guard let date = knownDate(text, isDayFirst: isDayFirst) else {
      problem(.unreadableDate, column, read: text, "no date that this program can read; left empty")
      return nil
    }
    if date.isAmbiguous, !isDayFirst { problem(.ambiguousDate, column, read: text, "taken as \(date.day)") }
    return date
  }

  /// The estimate, on the team's scale; empty and -1 are none.
  mutating func points(_ text: String, _ column: String) -> Int? {
    guard !text.isEmpty, text != "-1" else { return nil }
    guard let value = Double(text), value.isFinite else {
      problem(.offScale, column, read: text, "not a number; left unestimated")
      return nil
    }
    let scale = options.settings.scale
    if let same = scale.first(where: { Double($0) == value }) { return same }
    guard value >= 0, let nearest = scale.min(by: { abs(Double($0) - value) < abs(Double($1) - value) }) else {
      problem(.offScale, column, read: text, "left unestimated")
      return nil
    }
    problem(.offScale, column, read: text, "not on the scale; taken as \(nearest)")
    return nearest
  }

  /// One line that is not empty.
  mutating func title(_ text: String, _ column: String) -> String {
    if text.allSatisfy(\.isNewline) {
      problem(.badTitle, column, "empty; taken as (no title)")
      return "(no title)"
    }
    guard text.utf8.contains(where: { $0 == Byte.lf || $0 == Byte.cr }) else { return text }
    problem(.badTitle, column, read: text, "more than one line; put on one")
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// None twice, none empty, none with a comma or a line break.
  mutating func labels(_ texts: some Sequence<String>, _ column: String) -> [String] {
    var labels: [String] = []
    for text in texts {
      var label = text.trimmed
      if label.utf8.contains(where: Self.mayEndLabel), label.contains(where: { $0 == "," || $0.isNewline }) {
        problem(.badLabel, column, read: label, "a label has no comma and no line break; put spaces in their place")
        label = label.split { $0 == "," || $0.isNewline }.joined(separator: " ").trimmed
      }
      if !label.isEmpty, !labels.contains(label) { labels.append(label) }
    }
    return labels
  }

  /// A comma, a control character, or a byte of what may be a line break.
  private static func mayEndLabel(_ byte: UInt8) -> Bool { byte == Byte.comma || byte < 0x20 || byte >= 0x80 }

  /// The state that the type has, nearest to what the file says.
  mutating func state(_ state: ItemState, of type: ItemType, read: String, _ column: String) -> ItemState {
    let nearest = type.nearest(to: state)
    if nearest != state {
      problem(.unknownState, column, read: read, "a \(type.rawValue) has no such state; taken as \(nearest.rawValue)")
    }
    return nearest
  }

  /// What a release is given for an estimate: nothing.
  mutating func points(_ points: Int?, of type: ItemType, _ column: String) -> Int? {
    guard type == .release, let points else { return points }
    problem(.notPointed, column, read: String(points), "a release has no points; left out")
    return nil
  }
}
