import ArgumentParser
import Domain
import Exchange
import Store

/// `pair roster`: who takes part in a team's rotation.
struct RosterCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster", abstract: "Who takes part in a team's rotation, from when, and how experienced they are.",
    subcommands: [List.self, Add.self, Remove.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the rotation.")

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var owning: TeamOption

    func run() throws {
      let (team, members) = try reading.store.open().read { reader in
        let team = try reader.team(orOnly: owning.team).name
        return (team, try reader.roster(of: team))
      }
      if reading.isJSON {
        return try Output.json(
          JSON(members) { member in
            [
              "team": JSON(team), "person": JSON(member.who), "experience": .string(member.experience.rawValue),
              "joins": JSON(member.joins), "leaves": JSON(member.leaves), "mostDuties": JSON(member.mostDuties),
            ]
          })
      }
      if members.isEmpty {
        Output.note("nobody is in the rotation yet: prodpair pair roster add HANDLE --team \(team)")
      }
      let rows = members.map {
        [
          $0.who.text, $0.experience.rawValue, $0.joins ?? "", $0.leaves ?? "", $0.mostDuties.map { "\($0)" } ?? "",
        ]
      }
      let columns = [
        TextTable.Column("WHO"), .init("EXPERIENCE"), .init("JOINS"), .init("LEAVES"), .init("MOST IN 28 DAYS", .right),
      ]
      try Output.text(TextTable(columns: columns, rows: rows).text)
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Put people into the rotation, or change what is said of them there.")

    @OptionGroup var acting: ActingOptions
    @OptionGroup var owning: TeamOption

    @Option(help: "How much of production they have seen: novice, regular or veteran.")
    var experience: Experience?

    @Option(help: ArgumentHelp("The first day on which they may be on, or `always`.", valueName: "date"))
    var joins: String?

    @Option(help: ArgumentHelp("The last day, or `never`.", valueName: "date"))
    var leaves: String?

    @Option(help: ArgumentHelp("At most so many duties in any 28 days; 0 for no limit.", valueName: "count"))
    var mostDuties: Int?

    @Argument(help: ArgumentHelp("Their handles.", valueName: "handle"), completion: Completions.people)
    var people: [Handle]

    func run() throws {
      let session = try acting.session()
      let team = try session.store.read { try $0.team(orOnly: owning.team).name }
      let (experience, joins, leaves, mostDuties) = (experience, joins, leaves, mostDuties)
      try session.perform(
        SetRosterMembers(people, of: team) { member in
          member.experience = experience ?? member.experience
          if let joins { member.joins = joins == "always" ? nil : joins }
          if let leaves { member.leaves = leaves == "never" ? nil : leaves }
          if let mostDuties { member.mostDuties = mostDuties == 0 ? nil : mostDuties }
        })
      try Output.text("\(people.map(\.text).joined(separator: ", ")): in the rotation of team \(team)")
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Take somebody out of the rotation, as if they had never been in it.",
      discussion: "Who leaves has a last day: `prodpair pair roster add HANDLE --leaves DATE`.")

    @OptionGroup var acting: ActingOptions
    @OptionGroup var owning: TeamOption

    @Argument(help: ArgumentHelp("The handle.", valueName: "handle"), completion: Completions.people)
    var who: Handle

    func run() throws {
      let session = try acting.session()
      let (team, zones) = try session.store.read { (try $0.team(orOnly: owning.team).name, try $0.zones()) }
      let hits = try session.perform(RemoveRosterMember(who, from: team))
      try Output.text("\(who): out of the rotation of team \(team)")
      Output.note(DutyReport.hits(hits, zones, what: "\(who) is on duty still"))
    }
  }
}

/// `pair rule`: who is never, or best, on together.
struct RuleCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule", abstract: "Who is never on together, and who is best on together.",
    subcommands: [List.self, Add.self, Remove.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the rules.")

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var owning: TeamOption

    func run() throws {
      let (team, rules) = try reading.store.open().read { reader in
        let team = try reader.team(orOnly: owning.team).name
        return (team, try reader.pairRules(of: team))
      }
      if reading.isJSON {
        return try Output.json(
          JSON(rules) { rule in
            [
              "team": JSON(team), "kind": .string(rule.kind.rawValue), "pair": JSON(rule.pair.people),
              "reason": .string(rule.reason),
            ]
          })
      }
      if rules.isEmpty { Output.note("no rules: everybody may be on with everybody") }
      let rows = rules.map { [$0.kind.rawValue, $0.pair.first.text, $0.pair.second.text, $0.reason] }
      let columns = ["KIND", "", "", "WHY"].map { TextTable.Column($0) }
      try Output.text(TextTable(columns: columns, rows: rows).text)
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Say of two people that they are never, or best, on together.",
      discussion: "It takes the place of what was said of the two before.")

    @OptionGroup var acting: ActingOptions
    @OptionGroup var owning: TeamOption

    @Option(help: ArgumentHelp("Why.", valueName: "why"))
    var reason = ""

    @Argument(help: "never or prefer.")
    var kind: PairRule.Kind

    @Argument(help: "One of the two.", completion: Completions.people)
    var one: Handle

    @Argument(help: "The other.", completion: Completions.people)
    var other: Handle

    func run() throws {
      let session = try acting.session()
      let (team, zones) = try session.store.read { (try $0.team(orOnly: owning.team).name, try $0.zones()) }
      if one == other { throw DutyChangeRefusal.ruleAboutOneself(one) }
      let rule = PairRule(kind, DutyPair(one, other), reason: reason)
      let hits = try session.perform(AddPairRule(rule, of: team))
      try Output.text("\(rule.pair.first), \(rule.pair.second): \(kind.rawValue)")
      Output.note(DutyReport.hits(hits, zones, what: "they are on duty together still"))
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take the rule about two people away.")

    @OptionGroup var acting: ActingOptions
    @OptionGroup var owning: TeamOption

    @Argument(help: "One of the two.", completion: Completions.people)
    var one: Handle

    @Argument(help: "The other.", completion: Completions.people)
    var other: Handle

    func run() throws {
      let session = try acting.session()
      let team = try session.store.read { try $0.team(orOnly: owning.team).name }
      if one == other { throw DutyChangeRefusal.ruleAboutOneself(one) }
      try session.perform(RemovePairRule(DutyPair(one, other), of: team))
      try Output.text("\(one), \(other): no rule")
    }
  }
}

extension PairCommands {
  struct Rota: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rota",
      abstract: "Show or say when a team's pair hands over.",
      discussion: """
        As in "weekly Mon 10:00", "weekly Mon 10:00, Fri 10:00", "daily 08:00, 20:00", "every 14 days from 2026-12-07 \
        10:00", with "in working hours" behind it where nobody is on at night. Duties that are planned stay until the \
        next plan.
        """)

    @OptionGroup var acting: ActingOptions
    @OptionGroup var owning: TeamOption

    @Flag(name: .customLong("json"), help: "Print JSON, whose keys docs/json.md describes.")
    var isJSON = false

    @Argument(help: ArgumentHelp("When; else what it is is shown.", valueName: "pattern"))
    var words: [String] = []

    func run() throws {
      let session = try acting.session()
      let team = try session.store.read { try $0.team(orOnly: owning.team).name }
      if !words.isEmpty { try session.perform(SetRota(DutyPattern(typed: words.joined(separator: " ")), of: team)) }
      let pattern = try session.store.read { try $0.dutyPattern(of: team) }
      if isJSON {
        return try Output.json(
          [
            "team": JSON(team), "pattern": .string(pattern.text), "days": .integer(pattern.days),
            "moments": JSON(pattern.moments) { ["day": .integer($0.day), "minute": .integer($0.minute)] },
            "anchor": .string(pattern.anchor), "isWorkingHours": .bool(pattern.isWorkingHours),
          ])
      }
      try Output.text("team \(team): \(pattern.text)")
    }
  }
}
