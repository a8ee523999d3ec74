/// When the commits that a run deploys were made: what a change's lead time begins with.
///
/// A checklist that wants it declares a parameter `commits`; it takes the commits' times in RFC 3339, as
/// `git log --format=%cI v204..v205` prints them, apart by blanks or commas.
public enum Commits {
  public static let parameter = "commits"

  /// The times that can be read, and how many words can't.
  public static func times(_ text: String) -> (times: [Instant], unreadable: Int) {
    let words = text.split { $0 == "," || $0 == ";" || $0.isWhitespace }
    let times = words.compactMap { Instant(rfc3339: String($0)) }
    return (times, words.count - times.count)
  }
}
