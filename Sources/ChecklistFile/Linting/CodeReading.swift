/// Finds where in a shell's code a parameter's value would be read as code once more, as after `eval`.
///
/// It knows words, quotes, `$(…)`, `$((…))` and here-documents, and no more of the language: lint advises, and may miss.
struct CodeReading {
  /// A placeholder in such a place.
  struct Finding: Hashable {
    var name: String
    /// The line of the code, from 0.
    var line: Int
    /// What reads it, as in `eval`.
    var reader: String
  }

  private enum Quote { case none, single, double }

  /// A command within another one has words and quotes of its own.
  private struct Place {
    var words: [String] = []
    var word: String?
    var quote = Quote.none
    /// The bytes that end it; empty for the outermost.
    var end: [UInt8] = []
    var isSum = false
  }

  private let bytes: [UInt8]
  private let placeholders: [Int: Placeholder]
  private var places = [Place()]
  private var line = 0
  private var index = 0
  /// What ends the here-document that begins at the next line, and what reads it.
  private var document: (end: String, reader: String)?
  private(set) var findings: [Finding] = []

  init(_ code: String, names: Set<String>) {
    bytes = Array(code.utf8)
    placeholders = Dictionary(
      Placeholder.all(in: code).filter { names.contains($0.name) }.map { ($0.range.lowerBound, $0) },
      uniquingKeysWith: { first, _ in first })
    guard !placeholders.isEmpty else { return }
    while index < bytes.count { step() }
  }

  private var place: Place {
    get { places[places.count - 1] }
    set { places[places.count - 1] = newValue }
  }

  private mutating func step() {
    if let placeholder = placeholders[index] {
      note(placeholder, Self.reader(of: place.words, word: place.word, isSum: places.contains(where: \.isSum)))
      append("{{\(placeholder.name)}}")
      index = placeholder.range.upperBound
      return
    }
    if !place.end.isEmpty, place.quote == .none, bytes[index...].starts(with: place.end) {
      index += place.end.count
      places.removeLast()
      append("…")
      return
    }
    let byte = bytes[index]
    index += 1
    switch place.quote {
    case .single:
      if byte == UInt8(ascii: "'") { place.quote = .none } else { append(byte) }
    case .double: inDouble(byte)
    case .none: plain(byte)
    }
    if byte == .newline { line += 1 }
  }

  private mutating func inDouble(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): place.quote = .none
    case UInt8(ascii: "\\"): escape()
    case UInt8(ascii: "$") where next == UInt8(ascii: "("): open()
    default: append(byte)
    }
  }

  private mutating func plain(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      place.quote = byte == UInt8(ascii: "'") ? .single : .double
      if place.word == nil { place.word = "" }
    case UInt8(ascii: "\\"): escape()
    case UInt8(ascii: "$") where next == UInt8(ascii: "("): open()
    case UInt8(ascii: "#") where place.word == nil: while index < bytes.count, bytes[index] != .newline { index += 1 }
    case UInt8(ascii: "<") where next == UInt8(ascii: "<"): openDocument()
    case .space, .tab: endWord()
    case .newline:
      endCommand()
      if let document { read(document) }
    case UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "`"):
      endCommand()
    default: append(byte)
    }
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func escape() {
    guard let byte = next, placeholders[index] == nil else { return }
    index += 1
    if byte == .newline { line += 1 } else { append(byte) }
  }

  /// After the `$` of `$(` or `$((`.
  private mutating func open() {
    let isSum = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "(")
    let close = UInt8(ascii: ")")
    places.append(Place(end: isSum ? [close, close] : [close], isSum: isSum))
    index += isSum ? 2 : 1
  }

  private mutating func append(_ byte: UInt8) { append(String(UnicodeScalar(byte))) }
  private mutating func append(_ text: String) { place.word = (place.word ?? "") + text }

  private mutating func endWord() {
    if let word = place.word { place.words.append(word) }
    place.word = nil
  }

  private mutating func endCommand() {
    endWord()
    place.words = []
  }

  // MARK: Here-documents

  /// After the first `<` of `<<`.
  private mutating func openDocument() {
    index += 1
    guard next != UInt8(ascii: "<") else {
      // `<<<` gives a text, which is a word as any other.
      index += 1
      return endWord()
    }
    endWord()
    if next == UInt8(ascii: "-") { index += 1 }
    while let byte = next, byte.isBlank { index += 1 }
    var end: [UInt8] = []
    while let byte = next, !byte.isSpacing, byte != UInt8(ascii: ";"), byte != UInt8(ascii: "|") {
      end.append(byte)
      index += 1
    }
    // In a quoted one nothing is put in.
    guard let first = end.first, first != UInt8(ascii: "'"), first != UInt8(ascii: "\""), first != UInt8(ascii: "\\")
    else { return }
    document = Self.script(of: place.words).map { (String(decoding: end, as: UTF8.self), $0) }
  }

  private mutating func read(_ document: (end: String, reader: String)) {
    self.document = nil
    // The line end that led here is counted only after this.
    var at = line + 1
    while index < bytes.count {
      let end = bytes[index...].firstIndex(of: .newline) ?? bytes.count
      if String(decoding: bytes[index..<end], as: UTF8.self).trimmingSpacing() == document.end { break }
      for start in index..<end {
        if let found = placeholders[start] {
          findings.append(Finding(name: found.name, line: at, reader: document.reader))
        }
      }
      at += 1
      index = min(bytes.count, end + 1)
    }
    line = at - 1
  }

  // MARK: What reads it

  private mutating func note(_ placeholder: Placeholder, _ reader: String?) {
    guard let reader, place.quote != .single else { return }
    findings.append(Finding(name: placeholder.name, line: line, reader: reader))
  }

  private static let shells: Set<Substring> = ["sh", "bash", "dash", "zsh", "ksh"]
  /// What runs the command that its arguments are.
  private static let runners: Set<Substring> = [
    "sudo", "env", "exec", "command", "nohup", "time", "timeout", "xargs", "watch", "sshpass", "bosh", "gcloud",
  ]
  private static let openers: Set<String> = ["if", "then", "else", "elif", "while", "until", "do", "!", "{"]
  /// The options of ssh(1) that a value follows.
  private static let sshOptions = Set("BbcDEeFIiJLlmOopQRSWw")

  /// What would read a word after these, begun as `word`, as code; nil where nothing would.
  private static func reader(of words: [String], word: String?, isSum: Bool) -> String? {
    if isSum { return "$((…))" }
    let command = command(in: words)
    guard let first = command.first.map(base) else { return nil }
    if first == "eval" || first == "let" { return String(first) }
    if let last = command.last, last.hasPrefix("-"), !last.hasPrefix("--"), last.hasSuffix("c"),
      let shell = command.dropLast().map(base).last(where: shells.contains)
    {
      return "\(shell) \(last)"
    }
    return goesThroughSSH(command) ? "ssh" : nil
  }

  /// What reads the here-document of a command with these words as a script.
  private static func script(of words: [String]) -> String? {
    let command = command(in: words)
    guard let first = command.first.map(base) else { return nil }
    if shells.contains(first) { return String(first) }
    return command.map(base).contains("ssh") && (first == "ssh" || runners.contains(first)) ? "ssh" : nil
  }

  private static func command(in words: [String]) -> ArraySlice<String> {
    words.drop {
      openers.contains($0)
        || $0.split(separator: "=").first.map { Placeholder.isName(String($0)) } == true
          && $0.contains("=")
    }
  }

  /// Whether the host is named already, so that what follows goes to its shell.
  private static func goesThroughSSH(_ command: ArraySlice<String>) -> Bool {
    guard let first = command.first.map(base), first == "ssh" || runners.contains(first),
      let place = command.firstIndex(where: { base($0) == "ssh" })
    else { return false }
    var hasHost = false
    var isValue = false
    for word in command[(place + 1)...] where !hasHost {
      if isValue {
        isValue = false
      } else if word.hasPrefix("-") {
        isValue = word.count == 2 && word.last.map(sshOptions.contains) == true
      } else {
        hasHost = true
      }
    }
    return hasHost && !isValue
  }

  private static func base(_ word: String) -> Substring { word.split(separator: "/").last ?? "" }
}
