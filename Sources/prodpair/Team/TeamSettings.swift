import ArgumentParser
import Domain
import Foundation

/// What can be said of a team, when it is added and later.
struct TeamSettings: ParsableArguments {
  @Option(help: "What the team is responsible for.")
  var kind: Team.Kind?

  @Option(help: ArgumentHelp("An IANA time zone, as in Europe/Berlin.", valueName: "zone"))
  var timezone: String?

  @Option(
    help: ArgumentHelp("When a deploy to production may start, as in \"Mon-Fri 09:00-17:00\".", valueName: "hours"))
  var hours: WeeklyWindow?

  @Option(
    name: .customLong("holiday"),
    help: ArgumentHelp("A day without deploys to production; may be repeated.", valueName: "date[=name]"))
  var holidays: [HolidayArgument] = []

  @Option(
    name: .customLong("freeze"),
    help: ArgumentHelp(
      "A stretch of days in which production is left alone; may be repeated.", valueName: "from..through[=reason]"))
  var freezes: [FreezeArgument] = []

  @Option(
    name: .customLong("environment"),
    help: ArgumentHelp(
      "A place that the team deploys to, staging, production or other; may be repeated.", valueName: "name[:kind]"))
  var environments: [EnvironmentArgument] = []

  /// Adds what was named to the team, in the place of what has the same name or date.
  func apply(to team: inout Team) throws {
    if let kind { team.kind = kind }
    if let timezone { team.timeZone = timezone }
    if let hours { team.hours = hours }
    for holiday in holidays.map(\.holiday) {
      team.holidays.removeAll { $0.date == holiday.date }
      team.holidays.append(holiday)
    }
    team.holidays.sort { $0.date < $1.date }
    for freeze in freezes.map(\.freeze) {
      team.freezes.removeAll { $0.from == freeze.from && $0.through == freeze.through }
      team.freezes.append(freeze)
    }
    team.freezes.sort { ($0.from, $0.through) < ($1.from, $1.through) }
    for environment in environments.map(\.environment) {
      if let index = team.environments.firstIndex(where: { $0.name == environment.name }) {
        team.environments[index] = environment
      } else {
        team.environments.append(environment)
      }
    }
  }

  var isEmpty: Bool {
    kind == nil && timezone == nil && hours == nil && holidays.isEmpty && freezes.isEmpty && environments.isEmpty
  }
}

/// `2026-12-25=Christmas`; the name may be left out.
struct HolidayArgument: ExpressibleByArgument {
  var holiday: Holiday

  init?(argument: String) {
    guard let holiday = Holiday(text: argument) else { return nil }
    self.holiday = holiday
  }
}

/// `2026-12-20..2027-01-03=year's end`; the reason may be left out.
struct FreezeArgument: ExpressibleByArgument {
  var freeze: Freeze

  init?(argument: String) {
    guard let freeze = Freeze(text: argument) else { return nil }
    self.freeze = freeze
  }
}

/// `prod`, or `eu1:production`; a kind that is left out is told from the name.
struct EnvironmentArgument: ExpressibleByArgument {
  var environment: Domain.Environment

  init?(argument: String) {
    guard let environment = Domain.Environment(text: argument) else { return nil }
    self.environment = environment
  }
}
