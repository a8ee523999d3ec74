import ArgumentParser
import Domain

/// How somebody is reached, as `person add` and `person edit` take it.
struct ContactOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The mail address, for calendars and for trailers of git; as in ana@example.org.", valueName: "address"))
  var mail: String?

  @Option(help: ArgumentHelp("What one calls: a phone number, a channel.", valueName: "text"))
  var call: String?

  @Option(help: ArgumentHelp("Their own time zone, an IANA name; else the team's.", valueName: "zone"))
  var timezone: String?

  var isEmpty: Bool { mail == nil && call == nil && timezone == nil }

  var contact: Contact { Contact(mail: mail, call: call, timeZone: timezone) }
}

/// What `person edit` takes away of how somebody is reached.
struct FormerContactOptions: ParsableArguments {
  @Flag(name: .customLong("no-mail"), help: "Take the mail address away.")
  var losesMail = false

  @Flag(name: .customLong("no-call"), help: "Take away what one calls.")
  var losesCall = false

  @Flag(name: .customLong("no-timezone"), help: "Take their own time zone away.")
  var losesTimeZone = false

  var isEmpty: Bool { !losesMail && !losesCall && !losesTimeZone }

  /// What is given and taken away at once is a mistake.
  func check(against given: ContactOptions) throws {
    for (name, isGiven, isLost) in [
      ("mail", given.mail != nil, losesMail), ("call", given.call != nil, losesCall),
      ("timezone", given.timezone != nil, losesTimeZone),
    ] where isGiven && isLost {
      throw ValidationError("--\(name) gives what --no-\(name) takes away")
    }
  }
}

/// What is given or taken away of how somebody is reached; the rest stays.
struct ContactChange: Sendable {
  private let given: Contact
  private let losesMail: Bool
  private let losesCall: Bool
  private let losesTimeZone: Bool

  init(_ given: ContactOptions, takingAway former: FormerContactOptions) {
    self.given = given.contact
    (losesMail, losesCall, losesTimeZone) = (former.losesMail, former.losesCall, former.losesTimeZone)
  }

  func apply(to contact: inout Contact) {
    contact.mail = given.mail ?? (losesMail ? nil : contact.mail)
    contact.call = given.call ?? (losesCall ? nil : contact.call)
    contact.timeZone = given.timeZone ?? (losesTimeZone ? nil : contact.timeZone)
  }
}
