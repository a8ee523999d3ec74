/// Writes Markdown that nobody would, the same for the same seed.
struct MarkdownGenerator {
  private var dice: Dice
  private var lines: [String] = []
  private var stepCount = 0

  init(seed: UInt64) { dice = Dice(state: seed) }

  static func bytes(seed: UInt64) -> [UInt8] {
    var generator = Self(seed: seed)
    return generator.file()
  }

  private mutating func file() -> [UInt8] {
    if dice.chance(30) { lines += ["---", "title: Generated", "labels: [a, b]", "---"] }
    if dice.chance(50) { lines += ["# \(words())", ""] }
    for _ in 0..<Int.random(in: 1...5, using: &dice) { block() }
    if stepCount == 0 { lines += ["", "- [ ] the only step"] }
    let ending = dice.pick(["\n", "\n", "\n", "\r\n", "\r\n", "\r"])
    let bom = dice.chance(10) ? "\u{FEFF}" : ""
    let end = dice.chance(80) ? ending : ""
    return Array((bom + lines.joined(separator: ending) + end).utf8)
  }

  private mutating func block() {
    heading()
    if dice.chance(40) { lines += [words(), ""] }
    if dice.chance(10) { lines += ["> - [ ] quoted", ""] }
    if dice.chance(10) { lines += ["| a | b |", "|---|---|", "| 1 | 2 |", ""] }
    if dice.chance(10) { lines += ["<details>", "<summary>x</summary>", ""] }
    if dice.chance(10) { lines += ["```", "- [ ] in a fence", "```", ""] }
    if dice.chance(8) { tower() } else { list(indent: "", depth: 0) }
    if dice.chance(10) { lines += ["<!-- a note for whoever edits this -->", ""] }
    if dice.chance(60) { lines.append("") }
    if dice.chance(10) { lines += ["[ref]: https://example.com", ""] }
    if dice.chance(10) { lines += ["***", ""] }
  }

  private mutating func heading() {
    let name = dice.pick(["Pre", "Before release", "During", "Post", "Rollback", "Databases", "After: the rest"])
    switch Int.random(in: 0..<4, using: &dice) {
    case 0: lines += ["**\(name)**:", ""]
    case 1: lines += ["", "\(name)", "-----"]
    case 2: lines += ["", "### \(words()) <!-- role: lead -->"]
    default: lines += ["", "## \(name)"]
    }
  }

  /// Lists ten deep, one in the other, indented by tabs or by spaces.
  private mutating func tower() {
    let bullet = dice.pick(["-", "*", "+", "1."])
    let step = dice.pick(["\t", "    ", String(repeating: " ", count: bullet.count + 1)])
    for depth in 0..<10 {
      let isStep = dice.chance(85)
      if isStep { stepCount += 1 }
      lines.append(String(repeating: step, count: depth) + "\(bullet) \(isStep ? "[ ] " : "")\(words())")
    }
    if dice.chance(50) {
      stepCount += 1
      lines.append("\(bullet) [ ] \(words())")
    }
  }

  private mutating func list(indent: String, depth: Int) {
    let isOrdered = dice.chance(25)
    let bullet = dice.pick(["-", "*", "+"])
    let padding = dice.pick([" ", " ", "  ", "\t"])
    let isLoose = dice.chance(30)
    let repeatsNumber = dice.chance(50)
    for number in 1...Int.random(in: 1...4, using: &dice) {
      let marker = isOrdered ? "\(repeatsNumber ? 1 : number)." : bullet
      item(indent: indent, marker: marker, padding: padding, depth: depth)
      if isLoose { lines.append("") }
    }
  }

  private mutating func item(indent: String, marker: String, padding: String, depth: Int) {
    let isStep = dice.chance(80)
    if isStep { stepCount += 1 }
    let attributes = dice.pick([
      "", "", "", " <!-- expect: 10m; killer -->", " <!-- wait: 5m -->", " <!-- just prose, no more -->",
    ])
    let box = isStep ? dice.pick(["[ ] ", "[ ] ", "[ ] ", "[x] "]) : ""
    lines.append(indent + marker + padding + box + words() + attributes)
    let width = padding == "\t" ? 4 - (indent.count + marker.count) % 4 : padding.count
    let inner = indent + String(repeating: " ", count: marker.count + width)
    if dice.chance(15) { lines.append(dice.pick([inner, "", " "]) + "and \(words())") }
    if dice.chance(20) { lines += ["\(inner)```sh", "\(inner)run \(words())", "", "\(inner)  more", "\(inner)```"] }
    if dice.chance(5) { lines += ["\(inner)~~~", "\(inner)never closed"] }
    if dice.chance(10) { lines += ["", "\(inner)A paragraph of \(words())"] }
    if dice.chance(5) { lines += ["\(inner)<!-- only a note -->"] }
    if dice.chance(8) { lines += ["\(inner)> quoted \(words())"] }
    if dice.chance(6) { lines += ["", "\(inner)| a | b |", "\(inner)|---|---|", "\(inner)| 1 | 2 |"] }
    if depth < 4, dice.chance(30) { list(indent: inner, depth: depth + 1) }
  }

  private mutating func words() -> String {
    let vocabulary = [
      "check", "the", "canary", "`code`", "**bold**", "[link](https://x.y)", "release", "it's", "€", "路由", "a < b",
      "#7",
      "\\*", "&amp;", "1.", "deploy", "logs", "{{ jinja }}", "done?", "e\u{301}",
    ]
    return (0..<Int.random(in: 1...5, using: &dice)).map { _ in dice.pick(vocabulary) }.joined(separator: " ")
  }
}
