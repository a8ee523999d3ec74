import Domain
import Exchange
import Terminal

/// Who leads a retro, who is there, and what it is called.
enum RetroPeople {
  static func ask(_ record: RetroRecord, _ people: [Handle], _ app: inout App) -> [Effect] {
    app.show(
      Menu(
        "retro \(record.retro.number)",
        [
          Menu.Item(key: "f", title: "who leads it", availability: .yes) { askForFacilitator(record, people, &$0) },
          Menu.Item(key: "p", title: "who is there", availability: .yes) { askForAttendees(record, people, &$0) },
          Menu.Item(key: "t", title: "what it is called", availability: .yes) { askForTitle(record, &$0) },
        ]))
    return []
  }

  private static func askForFacilitator(_ record: RetroRecord, _ people: [Handle], _ app: inout App) -> [Effect] {
    let commanders = record.incidents.compactMap(\.roles.commander).map(\.text)
    app.show(
      Prompt(
        "who leads it?",
        explanation: commanders.isEmpty
          ? [] : ["Not \(commanders.joined(separator: " or ")), who commanded. Empty is nobody."],
        needs: nil, suggestions: .names(people.map(\.text).filter { !commanders.contains($0) }),
        initial: record.retro.facilitator?.text ?? "", purpose: "retro facilitator", in: app,
        check: { unknown([$0.trimmed].filter { !$0.isEmpty }, people) }
      ) { reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        let who = text.trimmed.isEmpty ? nil : Handle(text.trimmed)
        return RetroChanges.perform(
          record, "led by \(who?.text ?? "nobody")", saying: "\(who?.text ?? "nobody") leads it", draft: draft, &app
        ) { $0.facilitator = who }
      })
    return []
  }

  /// Those who were added or left out are; whom somebody else named meanwhile stays.
  private static func askForAttendees(_ record: RetroRecord, _ people: [Handle], _ app: inout App) -> [Effect] {
    let before = record.retro.attendees
    app.show(
      Prompt(
        "who is there?", explanation: ["With spaces between them: " + people.map(\.text).joined(separator: " ")],
        needs: nil, initial: before.map(\.text).joined(separator: " "), purpose: "retro attendees", in: app,
        check: { unknown(names($0), people) }
      ) { reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        let now = names(text).map { Handle($0) }
        return RetroChanges.perform(record, "who is there", saying: "\(now.count) are there", draft: draft, &app) {
          $0.attendees.removeAll { before.contains($0) && !now.contains($0) }
          $0.attendees += now.filter { !before.contains($0) }
        }
      })
    return []
  }

  private static func askForTitle(_ record: RetroRecord, _ app: inout App) -> [Effect] {
    app.show(
      Prompt(
        "what is it called?", needs: "a few words are needed", initial: record.retro.title, purpose: "retro title",
        in: app
      ) { reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        return RetroChanges.perform(record, "is called \(text.trimmed)", saying: "written", draft: draft, &app) {
          $0.title = text.trimmed
        }
      })
    return []
  }

  private static func names(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "," || $0 == "+" }.map(String.init)
  }

  private static func unknown(_ names: [String], _ people: [Handle]) -> String? {
    names.first { !people.contains(Handle($0)) }.map { "nobody is called \($0)" }
  }
}
