import Foundation

/// A Tracker export of a team that has worked for years: what is accepted first, then what is worked on, the backlog and
/// the icebox. Seven of ten items have a description, three of ten a comment.
enum TrackerFile {
  private static let header =
    "Id,Title,Labels,Iteration,Iteration Start,Iteration End,Type,Estimate,Current State,Created at,Accepted at,"
    + "Deadline,Requested By,Description,URL,Owned By,Owned By,Comment\n"
  private static let current = ["started", "finished", "delivered", "rejected"]
  private static let days = 4_000

  /// - Returns: the file's size in bytes.
  @discardableResult
  static func write(rows: Int, to path: String) throws -> Int {
    guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
    else { throw BenchError("can't write \(path)") }
    defer { try? file.close() }
    var text = BacklogText(seed: 7)
    var rare: Set<Int> = []
    while rare.count < min(20, rows) { rare.insert(text.below(rows)) }
    var bytes = Data(header.utf8)
    var size = 0
    for row in 0..<rows {
      bytes += Data(line(row, of: rows, isRare: rare.contains(row), &text).utf8)
      if bytes.count > 1 << 20 || row == rows - 1 {
        try file.write(contentsOf: bytes)
        size += bytes.count
        bytes.removeAll(keepingCapacity: true)
      }
    }
    return size
  }

  private static func line(_ row: Int, of rows: Int, isRare: Bool, _ text: inout BacklogText) -> String {
    let id = 1_000_000 + row
    let share = Double(row) / Double(rows)
    let state =
      share < 0.5
      ? "accepted"
      : share < 0.5005 ? current[row % current.count] : share < 0.7 ? "unstarted" : "unscheduled"
    let type = ["feature", "feature", "feature", "feature", "feature", "bug", "bug", "bug", "chore", "chore"][
      text.below(10)]
    let isPointed = type == "feature" && (state != "unscheduled" || text.chance(0.5))
    let title = text.sentence(4...10) + (text.chance(0.5) ? " " + BacklogText.commonWord : "")
    let description =
      (text.chance(0.7) ? text.sentence(15...80) : "") + (isRare ? " " + BacklogText.rareWord : "")
    let labels = (0..<[0, 1, 1, 2][text.below(4)]).map { _ in "label-\(text.below(1 + text.below(100)))" }
    let day = row * days / rows
    let comment = text.chance(0.3) ? "\(text.sentence(8...30)) (\(person(&text)) - \(date(day + 1)))" : ""
    return [
      String(id), title, labels.joined(separator: ", "), "", "", "", type,
      isPointed ? ["0", "1", "2", "3", "5", "8"][text.below(6)] : "", state, date(day),
      state == "accepted" ? date(day + 1 + text.below(90)) : "", "", person(&text), description,
      "https://www.pivotaltracker.com/story/show/\(id)", text.chance(0.6) ? person(&text) : "", "", comment,
    ].map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") + "\n"
  }

  private static func person(_ text: inout BacklogText) -> String { "Person \(1 + text.below(40))" }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// The n-th day from 2012 on, of years of 336 days: near enough.
  private static func date(_ day: Int) -> String {
    "\(months[day / 28 % 12]) \(day % 28 + 1), \(2012 + day / 336)"
  }
}
