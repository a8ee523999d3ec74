import Domain

/// `person list --json` and `person show HANDLE --json`.
public enum PersonJSON {
  public static func list(_ people: [Person]) -> JSON { JSON(people, element: show) }

  public static func show(_ person: Person) -> JSON {
    [
      "handle": JSON(person.handle),
      "name": .string(person.name),
      "login": JSON(person.login),
      "teams": JSON(person.teams) { JSON($0) },
      "mail": JSON(person.contact.mail),
      "call": JSON(person.contact.call),
      "timeZone": JSON(person.contact.timeZone),
    ]
  }
}
