import Domain
import Foundation

/// What is read for nearly every first picture, read once ahead of it, from rows that lie here.
///
/// The first time that a type is decoded takes a hundred times as long as each that follows: the runtime makes its generic
/// types, and looks for its conformances among ten thousand. Whoever has that done by another thread, while the store is
/// opened, does not wait for it.
enum MadeAhead {
  @discardableResult
  static func read() throws -> (team: Team, zone: TimeZone?, version: ChecklistVersion) {
    let team = try Team(team)
    var known = KnownAttributes()
    return (team, team.zone, try ChecklistVersion(version, steps: [Step(step, &known)]))
  }

  private static let team: Row = [
    "name": "platform", "kind": "platform", "time_zone": "Etc/UTC", "hours": "Mon-Fri 08:00-18:00",
    "holidays": #"[{"date":"2026-12-25","name":"Christmas"}]"#,
    "freezes": #"[{"from":"2026-12-10","reason":"quarter end","through":"2026-12-14"}]"#,
    "environments": #"[{"kind":"staging","name":"staging"}]"#,
  ]

  private static let version: Row = [
    "checklist": "release", "number": 1, "title": "Release", "rollback_prompt": "", "source": "", "sha256": "",
    "parent": .null, "author": "ana", "reason": "", "made_at": 0,
    "settings": #"""
    {"deploy":"new-release","environments":["staging"],"expected":[60,0],
    "parameters":[{"ask":"Version","name":"version","pattern":"."}],
    "start":{"spans":[{"minutes":[540,690],"weekdays":[1]}],"text":"Mon 09:00-11:30"},"team":"platform"}
    """#,
  ]

  private static let step: Row = [
    "id": "announce", "number": 1, "section": "pre", "groups": "[]", "parent": .null, "depth": 0, "text": "",
    "body": "", "line": 1, "fences": #"[{"code":"true","language":"sh"}]"#,
    "attributes": #"""
    {"condition":{"isEqual":true,"parameter":"a","value":"b"},"deploys":false,"expect":[60,0],"explicitID":"announce",
    "isKiller":false,"isNoReturn":false,"unknown":[],"value":"a"}
    """#,
  ]
}
