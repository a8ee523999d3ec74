import Domain
import Text

/// `team list` and `team show NAME` for people.
public enum TeamText {
  /// A table; empty when there are no teams.
  public static func list(_ teams: [Team]) -> String {
    TextTable(
      columns: [.init("NAME"), .init("KIND"), .init("TIME ZONE"), .init("HOURS"), .init("ENVIRONMENTS")],
      rows: teams.map { team in
        [team.name.text, team.kind.rawValue, team.timeZone, team.hours.text, environments(team)]
      }
    ).text
  }

  public static func show(_ team: Team, _ commands: CommandSettings = CommandSettings()) -> String {
    let unknown = team.zone == nil ? " (this machine does not know it)" : ""
    var facts = [
      ("name", team.name.text), ("kind", team.kind.rawValue), ("time zone", team.timeZone + unknown),
      ("hours", team.hours.text), ("environments", environments(team)),
    ]
    facts += team.holidays.map { ("holiday", "\($0.date) \($0.name)") }
    facts += team.freezes.map { ("freeze", "\($0.from) through \($0.through) \($0.reason)") }
    facts.append(("commands in", commands.directory ?? "the home directory of whoever runs them"))
    facts += commands.variables.sorted { $0.key < $1.key }.map { ("variable", "\($0.key)=\($0.value)") }
    if !commands.passed.isEmpty { facts.append(("passed on", commands.passed.joined(separator: ", "))) }
    return facts.map { HangingText.text($0.0.padded(toWidth: 14), visible($0.1), width: nil) }.joined()
  }

  private static func environments(_ team: Team) -> String {
    team.environments.map { "\($0.name) (\($0.kind.rawValue))" }.joined(separator: ", ")
  }
}
