/// What can't be said of an incident. Nothing was written.
public enum IncidentRefusal: Error, Hashable, Sendable {
  /// The first can't be later than the second.
  case outOfOrder(IncidentTime, Instant, IncidentTime, Instant)
  case inTheFuture(IncidentTime, Instant, now: Instant)
  /// An entry's time.
  case entryInTheFuture(Instant, now: Instant)
  case textMissing(String)
  case serviceUnusable(String)
  case alreadyAt(IncidentNumber, IncidentTime, Instant)
  /// It takes an earlier step first.
  case notYet(IncidentNumber, IncidentTime, needs: IncidentTime)
  case closed(IncidentNumber, Instant)
  /// It was not said that it is mitigated, resolved or closed, so there is no time to correct.
  case notSaid(IncidentNumber, IncidentTime)
  /// That it is mitigated, resolved or closed was said, and only taking it up again takes that back.
  case said(IncidentNumber, IncidentTime)
  /// Nothing ended it, so there is nothing to take up again.
  case stillOpen(IncidentNumber)
  /// Its retro is to be closed first, and closes it.
  case retroOpen(IncidentNumber, RetroNumber)
  /// One of severity 1 or 2 without any retro.
  case needsRetro(IncidentNumber, IncidentSeverity)
  case noSuchEntry(IncidentNumber, Int)
  case alreadyCorrected(IncidentNumber, Int, by: Int)
  /// What the program itself wrote follows what is known; that is changed, and not the entry.
  case notTheirs(IncidentNumber, Int, IncidentEntryKind)
  case noSuchUpdate(IncidentNumber, Int)
  case alreadySent(IncidentNumber, Int, by: Handle)
  case happenedBeforeItself(IncidentNumber)
  /// The incident or the lesson came later than this incident.
  case cameLater(IncidentNumber, Recurrence)
  /// A run that was begun for the incident is its remedy whatever else is said.
  case isRemedy(RunNumber, IncidentNumber)
}

extension IncidentRefusal: CustomStringConvertible {
  public var description: String { words { $0.rfc3339 } }

  /// In words, with times as whoever reads it tells them.
  public func words(_ clock: (Instant) -> String) -> String {
    switch self {
    case .outOfOrder(let earlier, let first, let later, let second):
      "\(earlier.words) (\(clock(first))) can't be after \(later.words) (\(clock(second))): "
        + "give both times, or correct the wrong one. Nothing was changed"
    case .inTheFuture(let kind, let time, let now):
      "\(kind.words) \(clock(time)) lies ahead: it is \(clock(now)). Nothing was changed"
    case .entryInTheFuture(let time, let now):
      "\(clock(time)) lies ahead: it is \(clock(now)). Nothing was written"
    case .textMissing(let what): "say \(what). Nothing was changed"
    case .serviceUnusable(let name):
      "\"\(name)\" can't be a service: it takes at least one character, no comma and no line break. Nothing was changed"
    case .alreadyAt(let number, let kind, let time):
      "incident \(number) is \(kind.words) since \(clock(time)): "
        + "`prodpair incident edit \(number)` corrects that. Nothing was changed"
    case .notYet(let number, let kind, let needs):
      "incident \(number) is not \(needs.words) yet, so it can't be \(kind.words): `prodpair incident "
        + "\(needs.verb) \(number)` first. Nothing was changed"
    case .closed(let number, let time):
      "incident \(number) is closed since \(clock(time)): `prodpair incident reopen \(number)` takes it up again. "
        + "Nothing was changed"
    case .notSaid(let number, let kind):
      "incident \(number) is not \(kind.words) yet, so there is no time to correct: `prodpair incident \(kind.verb) "
        + "\(number) --at TIME` says it. Nothing was changed"
    case .said(let number, let kind):
      "incident \(number) was said to be \(kind.words): `prodpair incident reopen \(number)` takes it up again. "
        + "Nothing was changed"
    case .stillOpen(let number): "incident \(number) is open: there is nothing to take up again. Nothing was changed"
    case .retroOpen(let number, let retro):
      "retro \(retro) of incident \(number) is not closed: close that one, which closes the incident. Nothing was changed"
    case .needsRetro(let number, let severity):
      "incident \(number) is \(severity) and has no retro: `prodpair incident retro \(number)` opens one, or say why "
        + "there is to be none with --without-retro. Nothing was changed"
    case .noSuchEntry(let number, let seq):
      "incident \(number) has no entry \(seq): `prodpair incident show \(number)` lists them"
    case .alreadyCorrected(let number, let seq, let by):
      "entry \(seq) of incident \(number) was corrected by entry \(by) already: correct that one. Nothing was changed"
    case .notTheirs(let number, let seq, let kind):
      "entry \(seq) of incident \(number) is a \(kind.rawValue), which the program wrote: "
        + "`prodpair incident edit \(number)` changes what it says. Nothing was changed"
    case .noSuchUpdate(let number, let update):
      "incident \(number) has no status update \(update): `prodpair incident show \(number)` lists them"
    case .alreadySent(let number, let update, let who):
      "\(who) sent status update \(update) of incident \(number) already: draft another one. Nothing was changed"
    case .happenedBeforeItself(let number): "incident \(number) can't be its own earlier one. Nothing was changed"
    case .cameLater(let number, let recurrence):
      "\(recurrence) is later than incident \(number), which can't have happened again after it. Nothing was changed"
    case .isRemedy(let run, let number):
      "run \(run) was begun for incident \(number), and is its remedy. Nothing was changed"
    }
  }
}

extension IncidentTime {
  /// The verb of the command line that says it.
  fileprivate var verb: String {
    switch self {
    case .mitigated: "mitigate"
    case .resolved: "resolve"
    case .closed: "close"
    case .impactBegan, .detected, .declared: "edit"
    }
  }
}
