import Domain

/// What was named is not in the store, or was left out where there is a choice. Nothing was changed.
public enum Missing: Error, Hashable, Sendable {
  case team(String, known: [String])
  case noTeamYet
  /// Several teams, and none named.
  case teamNotNamed([String])
  case person(String, known: [String])
  case checklist(String, known: [String])
  case version(VersionReference, latest: Int)
  case run(RunNumber)
  case environment(String, team: TeamName, known: [String])
  case evidence(String)
  case lesson(LessonNumber)
  case item(ItemNumber)
  /// The journal's entry removed it, by merging or grooming too, and can be undone.
  case removedItem(ItemNumber, by: Int)
  case grooming(GroomingNumber)
  /// The item is something else.
  case release(ItemNumber, ItemType)
  case savedView(String, team: TeamName, known: [String])
  case fold(ChecklistName)
  case duty(DutyNumber)
  /// Nobody is on duty for the team at that time, as no duty is planned.
  case dutyAt(String, team: TeamName)
  case rosterMember(Handle, team: TeamName)
  case pairRule(DutyPair, team: TeamName)
  case absence(Int)
  case component(String, known: [String])
  case incident(IncidentNumber)
  case execution(ExecutionNumber)
  case retro(RetroNumber)
  case step(StepID, of: VersionReference)
}

extension Missing: CustomStringConvertible {
  public var description: String {
    switch self {
    case .team(let name, let known): "there is no team \(name)\(Self.choices(known))"
    case .noTeamYet: "there is no team yet: add one with `prodpair init --team NAME --timezone ZONE`"
    case .teamNotNamed(let known): "name the team with --team\(Self.choices(known))"
    case .person(let name, let known):
      "there is no person \(name)\(Self.choices(known)); add one with `prodpair person add`"
    case .checklist(let name, let known):
      "there is no checklist \(name)\(Self.choices(known)); bring one in with `prodpair checklist import FILE`"
    case .version(let version, let latest):
      "checklist \(version.checklist) has no version \(version.number): its latest is \(latest)"
    case .run(let number): "there is no run \(number): `prodpair run list` shows those there are"
    case .environment(let name, let team, let known):
      "team \(team) has no environment \(name)\(Self.choices(known)); add one with `prodpair team edit \(team) --environment \(name)`"
    case .lesson(let number): "there is no lesson \(number): `prodpair lesson list --all` shows those there are"
    case .item(let number): "there is no item \(number): `prodpair item list --all` shows those there are"
    case .removedItem(let number, let seq):
      "item \(number) was removed: `prodpair undo \(seq)` brings it back; nothing was changed"
    case .grooming(let number):
      "there is no grooming session \(number): `prodpair item groom --sessions` lists those there are"
    case .release(let number, let type):
      "item \(number) is a \(type.rawValue): the releases are `prodpair item list type:release`"
    case .savedView(let name, let team, let known):
      "team \(team) has no view \(name)\(Self.choices(known)); save one with `prodpair item views --save`"
    case .duty(let number): "there is no duty \(number): `prodpair pair show` lists those that are planned"
    case .dutyAt(let time, let team):
      "no duty of team \(team) is planned for \(time): plan some with `prodpair pair plan --team \(team) --apply`"
    case .rosterMember(let who, let team):
      "\(who) is not in the rotation of team \(team): `prodpair pair roster --team \(team)` shows who is"
    case .pairRule(let pair, let team):
      "team \(team) has no rule about \(pair.first) and \(pair.second): `prodpair pair rule --team \(team)` lists them"
    case .absence(let number): "there is no absence \(number): `prodpair pair out --list` shows those there are"
    case .component(let name, let known):
      "there is no component \(name)\(Self.choices(known)); add one with `prodpair pair component add`"
    case .incident(let number): "there is no incident \(number): `prodpair incident list --all` shows those there are"
    case .execution(let number): "there is no execution \(number): `prodpair run show RUN` lists those of a run"
    case .retro(let number): "there is no retro \(number): `prodpair incident retro --list` shows those there are"
    case .fold(let checklist): "no fold of checklist \(checklist) is under way"
    case .step(let step, let version):
      "\(version) has no step \(step): `prodpair checklist show \(version.checklist)` lists its steps"
    case .evidence(let sha256): "there is no evidence with SHA-256 \(sha256)"
    }
  }

  private static func choices(_ known: [String]) -> String {
    guard !known.isEmpty else { return "" }
    return ": there is " + known.prefix(8).joined(separator: ", ") + (known.count > 8 ? " …" : "")
  }
}

/// What was asked for clashes with what is there. Nothing was changed.
public enum Clash: Error, Hashable, Sendable {
  case teamExists(TeamName)
  case teamInUse(TeamName)
  case personExists(Handle)
  case loginTaken(String, by: Handle)
  case nameUnusable(String, what: String)
  case timeZoneUnknown(String)
  case dateUnreadable(String)
  case freezeBackwards(String, String)
  case environmentTwice(String)
  case parentMoved(VersionReference, latest: Int)
  case lessonSettled(LessonNumber, LessonFate)
  /// Somebody's fold of the checklist is under way.
  case foldUnderWay(ChecklistName, by: Handle)
  /// Lessons of several checklists can't be folded as one version.
  case lessonsOfSeveral([ChecklistName])
  case runOfOther(RunNumber, ChecklistName, ChecklistName)
}

extension Clash: CustomStringConvertible {
  public var description: String {
    switch self {
    case .teamExists(let name): "there is a team \(name) already: change it with `prodpair team edit \(name)`"
    case .teamInUse(let name): "team \(name) has people or runs by now, so it stays: add the other team beside it"
    case .personExists(let handle):
      "there is a person \(handle) already: change it with `prodpair person edit \(handle)`"
    case .loginTaken(let login, let handle): "login \(login) is \(handle)'s already: one login is one person"
    case .nameUnusable(let name, let what):
      "\(name.isEmpty ? "an empty text" : name) cannot name a \(what): use up to 32 letters, digits, `.`, `_` and `-`"
    case .timeZoneUnknown(let name):
      "\(name) is no time zone that this machine knows: use an IANA name such as Europe/Berlin or UTC. Nothing was changed"
    case .dateUnreadable(let text): "\(text) is no date: write YYYY-MM-DD"
    case .freezeBackwards(let from, let through): "a freeze from \(from) through \(through) ends before it begins"
    case .environmentTwice(let name): "there would be two environments named \(name)"
    case .lessonSettled(let number, let fate):
      switch fate.outcome {
      case .folded(let version, _): "lesson \(number) was folded into v\(version) by \(fate.by) already"
      case .item(let item): "\(fate.by) made item \(item) of lesson \(number) already"
      case .declined(let reason):
        "\(fate.by) declined lesson \(number) (\(reason)): `prodpair lesson edit \(number) --reopen` takes it up again"
      }
    case .foldUnderWay(let checklist, let who):
      "a fold of checklist \(checklist) by \(who) is under way: nothing was written; try again when it is through"
    case .lessonsOfSeveral(let names):
      "these lessons are about several checklists (\(names.map(\.text).joined(separator: ", "))): fold those of each by themselves"
    case .runOfOther(let run, let theirs, let named): "run \(run) is one of checklist \(theirs), not of \(named)"
    case .parentMoved(let version, let latest):
      "checklist \(version.checklist) has moved on to version \(latest) meanwhile: nothing was written; try again"
    }
  }
}
