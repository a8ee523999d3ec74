import Domain
import Text

/// The pair matrix for people: a square of signs, and who has yet to meet.
public enum MatrixText {
  /// What the signs say.
  public enum Showing: Sendable { case recency, count }

  /// Columns of a name above the square; a longer one is cut.
  private static let nameWidth = 4
  /// Pairs that are named below the square; of more, how many there are.
  private static let mostNamed = 8

  /// - Parameter width: where the names above the square do not fit, numbers stand for them; nil where nothing is too wide.
  ///   Numbers stand there too where two names would be cut to the same.
  public static func text(_ matrix: PairMatrix, showing: Showing = .recency, width: Int? = nil) -> String {
    guard !matrix.people.isEmpty else { return "" }
    let names = matrix.people.map(\.text)
    let label = names.map(\.displayWidth).max() ?? 0
    let digits = String(names.count).count
    let areDistinct = Set(names.map { $0.fitted(toWidth: nameWidth) }).count == names.count
    let isNamed = areDistinct && (width.map { digits + 1 + label + names.count * (nameWidth + 1) <= $0 } ?? true)
    let cell = isNamed ? nameWidth : digits
    let head = names.indices.map { isNamed ? names[$0].fitted(toWidth: cell) : number($0, digits) }
    var text = line(String(repeating: " ", count: digits + 1 + label), head)
    for (row, name) in names.enumerated() {
      let signs = names.indices.map { column in
        sign(matrix, row, column, showing).padded(toWidth: cell, alignment: isNamed ? .left : .right)
      }
      text += line("\(number(row, digits)) \(name.padded(toWidth: label))", signs)
    }
    text += showing == .recency ? "\(MatrixSigns.legend)\n" : "\(MatrixSigns.countLegend)\n"
    return text + notYet(matrix.notYetMet, width)
  }

  private static func sign(_ matrix: PairMatrix, _ row: Int, _ column: Int, _ showing: Showing) -> String {
    guard row != column else { return "-" }
    let pair = DutyPair(matrix.people[row], matrix.people[column])
    return switch showing {
    case .recency: MatrixSigns.sign(matrix.recency(of: pair))
    case .count: MatrixSigns.sign(count: matrix.meetings(of: pair).count)
    }
  }

  private static func notYet(_ pairs: [DutyPair], _ width: Int?) -> String {
    guard !pairs.isEmpty else { return "" }
    let more = pairs.count > mostNamed ? " and \(pairs.count - mostNamed) more" : ""
    let named = pairs.prefix(mostNamed).map { "\($0.first)+\($0.second)" as Phrase }.joined(", ").text
    return HangingText.text("not on together yet: ", named + more, width: width)
  }

  private static func number(_ index: Int, _ digits: Int) -> String {
    String(index + 1).padded(toWidth: digits, alignment: .right)
  }

  private static func line(_ label: String, _ cells: [String]) -> String {
    var line = ([label] + cells).joined(separator: " ")
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }
}
