import Foundation
import Testing

@Suite(
  "The calendar feed, as a parser that is not ours reads it",
  .enabled(if: CalendarReader.isThere, Comment(rawValue: CalendarReader.whyNot)))
struct CalendarFeedTests {
  private static let wide = "木村 花子 (プラットフォーム), \"Hana\"; on call: 日本語の名前はとても長いことがあります"

  /// Three people in Berlin, one of them without an address and one with a name that no line holds.
  private static func desk() throws -> Desk {
    let desk = try Desk.ready()
    try desk.must("team edit platform --timezone Europe/Berlin")
    try desk.must("person edit ana --mail ana@example.org")
    #expect(try desk.run(["person", "add", "cy", "--name", wide, "--mail", "hana@example.org"]).exitCode == 0)
    try desk.must("pair roster add ana bo cy --team platform")
    return desk
  }

  private func events(_ desk: Desk, _ whose: String = "--team platform") throws -> [CalendarReader.Event] {
    try CalendarReader.events(try desk.must("pair ics \(whose)").output)
  }

  @Test("Two attendees each, with and without an address; names of any width; no gap over both changes of the clocks")
  func plan() throws {
    let desk = try Self.desk()
    try desk.must("pair plan --from 2030-12-02 --weeks 60 --apply")
    let events = try events(desk)
    #expect(events.count == 60 && events.allSatisfy { $0.status == "CONFIRMED" && $0.attendees.count == 2 })
    for (one, next) in zip(events, events.dropFirst()) { #expect(one.end == next.start) }
    #expect(Set(events.map { String($0.start.suffix(9)) }) == ["09:00:00Z", "08:00:00Z"])
    let attendees = events.flatMap(\.attendees)
    #expect(attendees.contains { $0.name == "Ana" && $0.address == "mailto:ana@example.org" })
    #expect(attendees.contains { $0.name == "Bo" && $0.address == "about:invalid#bo" })
    #expect(attendees.contains { $0.name == Self.wide.replacingOccurrences(of: "\"", with: "'") })
    #expect(events.contains { $0.summary.contains(Self.wide) })
  }

  @Test("A swap raises the sequence under the same UID, and takes the duty out of the other's own calendar")
  func swap() throws {
    let desk = try Self.desk()
    try desk.must("pair plan --from 2030-12-02 --weeks 8 --apply")
    let duties = try desk.must("pair show --weeks 260 --json").list
    let people = duties.map { $0["pair"] as? [String] ?? [] }
    let other = try #require(people.indices.dropFirst().first { Set(people[$0]) != Set(people[0]) })
    let who = try #require(people[0].first { !people[other].contains($0) })
    let with = try #require(people[other].first { !people[0].contains($0) })
    let number = try #require(duties[0]["number"] as? Int)
    let before = try events(desk)
    let uid = try #require(before.first { $0.uid.hasPrefix("duty-platform-\(number)@") }).uid
    #expect(uid.hasSuffix(".prodpair") && uid.count > 50, "the numbers of other stores are no others than ours")
    try desk.must("pair swap \(number) \(duties[other]["number"] as? Int ?? 0) --who \(who) --with \(with)")
    let after = try events(desk)
    #expect(after.map(\.uid) == before.map(\.uid))
    let changed = try #require(after.first { $0.uid == uid })
    #expect(changed.sequence == before[0].sequence + 1 && changed.status == "CONFIRMED")
    let own = try #require(try events(desk, "--person \(who)").first { $0.uid == uid })
    #expect(own.status == "CANCELLED" && own.sequence > before[0].sequence && own.start == before[0].start)
    #expect(try events(desk, "--person \(with)").first { $0.uid == uid }?.status == "CONFIRMED")
  }

  @Test("What a new plan has no more is cancelled under its UID, with the sequence raised")
  func cancelled() throws {
    let desk = try Self.desk()
    try desk.must("pair rota 'daily 08:00'")
    try desk.must("pair plan --from 2030-12-02 --weeks 2 --apply")
    let before = try events(desk)
    try desk.must("pair rota 'weekly Mon 10:00'")
    try desk.must("pair plan --from 2030-12-02 --weeks 2 --apply")
    let after = try events(desk)
    #expect(before.count == 14)
    #expect(Set(before.map(\.uid)).isSubset(of: after.map(\.uid)))
    let gone = after.filter { $0.status == "CANCELLED" }
    #expect(
      gone.count >= 10
        && gone.allSatisfy { event in
          before.contains { $0.uid == event.uid && $0.sequence < event.sequence }
        })
    #expect(after.filter { $0.status == "CONFIRMED" }.count + gone.count == after.count)
  }

  @Test("Planned runs are in the calendar of the team and of the pair, move in it, and are cancelled in it")
  func runs() throws {
    let desk = try Self.desk()
    let order = "new-release --env prod --artifact cf-release@v205 --pair ana,bo --param version=v205"
    let number = try #require(try desk.must("run plan \(order) --at '2031-03-31 10:00'").lines.first)
    var run = try #require(try events(desk).first { $0.uid.hasPrefix("run-\(number)@") })
    let uid = run.uid
    #expect(run.start == "2031-03-31T08:00:00Z" && run.end == "2031-03-31T11:00:00Z" && run.attendees.count == 2)
    #expect(run.summary.contains("new-release") && run.sequence == 0)
    try desk.must("run move \(number) --at '2031-04-01 10:00'")
    run = try #require(try events(desk, "--person bo").first { $0.uid == uid })
    #expect(run.start == "2031-04-01T08:00:00Z" && run.sequence == 1)
    #expect(try events(desk, "--person cy").isEmpty)
    try desk.must("run cancel \(number) --reason 'no window'")
    run = try #require(try events(desk).first { $0.uid == uid })
    #expect(run.status == "CANCELLED" && run.sequence == 2)
  }
}
