import Domain
import Foundation

/// A note as it is typed: words, and in front of them, where it did not happen now, when it did: `@02:41 pages came in`.
///
/// A time of day that is still ahead is yesterday's: who writes at ten past midnight of what was at ten to, means that.
struct TypedNote: Hashable, Sendable {
  var text: String
  /// Nil for now.
  var at: Instant?

  static let hint = "@02:41 in front says when it happened, where that is not now."

  init(_ typed: String, in zone: TimeZone, now: Instant) throws(TypedTime.Problem) {
    let typed = typed.trimmed
    guard typed.hasPrefix("@") else {
      self.init(text: typed)
      return
    }
    let words = typed.dropFirst().split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    let first = words.first.map(String.init) ?? ""
    if words.count > 1, CalendarDate.isValid(first) {
      let at = try TypedTime.instant("\(first) \(words[1])", in: zone, now: now)
      self.init(text: words.count > 2 ? String(words[2]).trimmed : "", at: at)
    } else {
      var at = try TypedTime.instant(first, in: zone, now: now)
      if at > now, first.count == 5 { at = try TypedTime.instant(first, in: zone, now: now - .minutes(24 * 60)) }
      self.init(text: words.dropFirst().joined(separator: " ").trimmed, at: at)
    }
  }

  private init(text: String, at: Instant? = nil) {
    self.text = text
    self.at = at
  }

  /// What is wrong with it; nil where nothing is.
  static func complaint(_ typed: String, needs: String?, in zone: TimeZone, now: Instant) -> String? {
    do throws(TypedTime.Problem) {
      let note = try TypedNote(typed, in: zone, now: now)
      return note.text.isEmpty ? needs : nil
    } catch {
      return "\(error)"
    }
  }
}
