import Domain
import Store

extension Demo {
  /// The parts of what the two teams run, whom to call for each, and how.
  enum Components {
    static func acts(on calendar: Calendar) -> [Act] {
      let added = parts.enumerated().map { index, part in
        Act(calendar.instant(.week(-8, .monday, "09:0\(index)")), by: "dee", .command { _ in AddComponent(part) })
      }
      return added
        + contacts.enumerated().map { index, contact in
          Act(
            calendar.instant(.week(-8, .monday, "09:1\(index)")), by: contact.who,
            .command { _ in
              EditPerson(Handle(contact.who.handle)) { person in
                person.contact.call = contact.call
                person.contact.timeZone = contact.zone
              }
            })
        }
    }

    private static let parts = [
      part("router", "cy", "ana", "hana", note: "Have the trace id of a request that failed"),
      part("log-drain", "fumi", "gus", note: "Look at the aggregators' buffers first"),
      part("director", "dee", "eli"),
      part("payment-api", of: Duties.payments, "hana", "ivo", "jun", note: "Say how many payments wait"),
    ]

    private static func part(
      _ name: String, of team: TeamName = Duties.platform, _ developers: String..., note: String = ""
    ) -> Component {
      Component(ComponentName(name), team: team, developers: developers.map { Handle($0) }, note: note)
    }

    private static let contacts: [(who: Who, call: String, zone: String?)] = [
      ("ana", "+49 30 555 0101", nil), ("cy", "+49 30 555 0103", nil), ("dee", "+91 20 555 0104", "Asia/Kolkata"),
      ("fumi", "+81 3 555 0106", "Asia/Tokyo"), ("hana", "#payments-on-call", nil),
    ]
  }
}
