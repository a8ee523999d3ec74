/// Writes checklists in one style throughout, the way people do; the same for the same seed.
struct PlainGenerator {
  private var dice: Dice
  private var lines: [String] = []
  private var count = 0
  private let bullet: String
  private let isLoose: Bool

  private init(seed: UInt64) {
    dice = Dice(state: seed)
    bullet = dice.pick(["-", "*", "+"])
    isLoose = dice.chance(30)
  }

  static func bytes(seed: UInt64) -> [UInt8] {
    var generator = Self(seed: seed)
    return generator.file()
  }

  private mutating func file() -> [UInt8] {
    if dice.chance(30) { lines += ["---", "checklist: plain", "---"] }
    lines.append("# Plain")
    for section in ["Pre", "During", "Post", "Rollback"] where section == "During" || dice.chance(70) {
      lines += ["", "## \(section)", ""]
      if dice.chance(30) { lines += ["In the order given.", ""] }
      for number in 0..<Int.random(in: 2...4, using: &dice) {
        if isLoose, number > 0 { lines.append("") }
        item(depth: 0)
      }
    }
    let ending = dice.pick(["\n", "\r\n"])
    return Array((lines.joined(separator: ending) + dice.pick([ending, ending, ""])).utf8)
  }

  private mutating func item(depth: Int) {
    count += 1
    let indent = String(repeating: "  ", count: depth)
    let attributes = dice.pick(["", "", " <!-- expect: 10m -->", " <!-- id: step-no-\(count); killer -->"])
    lines.append("\(indent)\(bullet) [ ] Step \(count) of the day\(attributes)")
    if dice.chance(25) { lines += ["\(indent)  ```sh", "\(indent)  run \(count)", "\(indent)  ```"] }
    if dice.chance(25) {
      if isLoose { lines.append("") }
      lines.append("\(indent)  > Mind step \(count).")
    }
    guard depth < 3, dice.chance(30) else { return }
    for _ in 0..<2 {
      if isLoose { lines.append("") }
      item(depth: depth + 1)
    }
  }
}
