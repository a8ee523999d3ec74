import Domain
import Text

/// `person list` and `person show HANDLE` for people.
public enum PersonText {
  /// A table; empty when there are no people.
  public static func list(_ people: [Person]) -> String {
    TextTable(
      columns: [.init("HANDLE"), .init("NAME"), .init("LOGIN"), .init("TEAMS")],
      rows: people.map { [$0.handle.text, $0.name, $0.login ?? "", teams($0)] }
    ).text
  }

  public static func show(_ person: Person) -> String {
    let contact = person.contact
    let facts =
      [
        ("handle", person.handle.text), ("name", person.name),
        ("login", person.login ?? "none: nothing that this person does can be verified"), ("teams", teams(person)),
      ]
      + [("mail", contact.mail), ("call", contact.call), ("zone", contact.timeZone)].compactMap { name, value in
        value.map { (name, $0) }
      }
    return facts.map { HangingText.text($0.0.padded(toWidth: 8), visible($0.1), width: nil) }.joined()
  }

  private static func teams(_ person: Person) -> String { person.teams.map(\.text).joined(separator: ", ") }
}
