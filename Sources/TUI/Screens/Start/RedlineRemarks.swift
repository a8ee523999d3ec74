import Domain
import Terminal

/// Rule 7, before the rules are asked: the checklist's open redlines, those on killer steps first, for they have to be
/// settled or overridden.
struct RedlineRemarks {
  let page: StartPage

  /// More than that leave the form no room.
  private static let most = 3

  func remarks(_ glyphs: Glyphs) -> [FormRemark] {
    let all = page.redlines
    guard !all.isEmpty else { return [] }
    let killers = Set(page.version.steps.filter(\.isKiller).map(\.id))
    let grave = all.filter { $0.step.map(killers.contains) ?? false }
    let shown = (grave + all.filter { !grave.contains($0) }).prefix(Self.most)
    return [FormRemark(text: head(all.count, grave: grave.count), style: Style(foreground: .yellow))]
      + shown.map { FormRemark(text: line($0, glyphs), indent: 5) }
      + (all.count > Self.most ? [FormRemark(text: "and \(all.count - Self.most) more", style: .dim, indent: 5)] : [])
  }

  private func head(_ count: Int, grave: Int) -> String {
    let open = count == 1 ? "1 redline is open on this checklist" : "\(count) redlines are open on this checklist"
    guard grave > 0 else { return "\(open):" }
    let which = grave == count ? (count == 1 ? "it is" : "they are") : grave == 1 ? "1 is" : "\(grave) are"
    return "\(open); \(which) on a killer step: settle that first (Lessons, g l), or say why not in \"override\":"
  }

  private func line(_ lesson: Lesson, _ glyphs: Glyphs) -> String {
    let words = RedlineWords(lesson: lesson, version: page.version)
    let run = lesson.source.run.map { ", run \($0)" } ?? ""
    let text = words.proposal.map(\.text).joined()
    return "\(glyphs.redline) \(words.place(glyphs)), lesson \(lesson.number) (\(lesson.by)\(run)): \(text)"
  }
}
