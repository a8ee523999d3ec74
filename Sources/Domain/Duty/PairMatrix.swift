/// Who has been on duty with whom, how often, and how long ago.
public struct PairMatrix: Hashable, Sendable {
  /// What two people had, and will have, together.
  public struct Meetings: Hashable, Sendable {
    /// Duties that have begun, the one that is under way included.
    public var count = 0
    /// The latest of them.
    public var last: DutyWindow?
    /// The first that is planned.
    public var next: DutyWindow?
  }

  /// How long ago two people were on together.
  public enum Recency: Hashable, Sendable {
    /// A rule keeps them apart, and they have never been on together.
    case keptApart
    case notYet
    case now
    /// Whole days since the end of their last duty together, from 0.
    case days(Int)
  }

  /// In the order of their handles, none twice.
  public let people: [Handle]
  public let now: Instant
  private let meetings: [DutyPair: Meetings]
  private let keptApart: Set<DutyPair>

  /// - Parameters:
  ///   - people: those who are shown; of duties with anybody else nothing is.
  ///   - duties: past and planned, in any order.
  public init(people: [Handle], duties: some Sequence<Duty>, rules: [PairRule] = [], at now: Instant) {
    self.people = people.firstOfEach.sorted()
    self.now = now
    keptApart = Set(rules.filter { $0.kind == .never }.map(\.pair))
    let shown = Set(people)
    var meetings: [DutyPair: Meetings] = [:]
    for duty in duties {
      guard let pair = duty.pair, pair.first != pair.second, shown.isSuperset(of: pair.people) else { continue }
      var met = meetings[pair] ?? Meetings()
      if duty.window.start <= now {
        met.count += 1
        met.last = max(met.last ?? duty.window, duty.window)
      } else {
        met.next = min(met.next ?? duty.window, duty.window)
      }
      meetings[pair] = met
    }
    self.meetings = meetings
  }

  public func meetings(of pair: DutyPair) -> Meetings { meetings[pair] ?? Meetings() }

  public func recency(of pair: DutyPair) -> Recency {
    guard let last = meetings[pair]?.last else { return keptApart.contains(pair) ? .keptApart : .notYet }
    return now < last.end ? .now : .days(Int((now - last.end).wholeSeconds / 86_400))
  }

  /// All pairs, in the order of their handles.
  public var pairs: [DutyPair] {
    people.indices.flatMap { index in people[(index + 1)...].map { DutyPair(people[index], $0) } }
  }

  /// Those who might have been on together and never were.
  public var notYetMet: [DutyPair] { pairs.filter { recency(of: $0) == .notYet } }
}
