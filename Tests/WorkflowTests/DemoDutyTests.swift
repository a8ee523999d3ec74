import Domain
import Store
import Testing

@testable import Workflow

@Suite("The demo's duties")
struct DemoDutyTests {
  private static let platform = TeamName("platform")
  private static let payments = TeamName("payments")
  private static let ahead = Duration.seconds(70 * 86_400)

  @Test("Ana and bo are on duty now, both teams are planned ten weeks ahead without a gap, and bo is next for payments")
  func now() throws {
    let told = try Told()
    let board = try told.store.read { try $0.dutyBoard(at: .thursday) }
    let own = try #require(board.lines.first { $0.team == Self.platform })
    #expect(own.now?.people == [Handle("bo"), Handle("ana")] && !own.isOutOfHours)
    #expect(own.next?.people == [Handle("cy"), Handle("dee")])
    #expect(own.problems.map(\.description) == ["dee is on for platform, and away (a conference)"])
    #expect(board.acrossTeams[Handle("bo")] == [Self.payments, Self.platform])
    for team in [Self.platform, Self.payments] {
      let duties = try told.store.read { try $0.duties(of: team) }
      #expect(zip(duties, duties.dropFirst()).allSatisfy { $0.window.end == $1.window.start })
      #expect(duties.allSatisfy { $0.people.count == 2 && !$0.reasons.isEmpty })
      #expect(try #require(duties.last).window.end > .thursday + Self.ahead)
      #expect(try #require(duties.first).window.start < .thursday - .seconds(56 * 86_400))
    }
  }

  @Test("In every other week somebody of the platform's pair on duty did a run of prod with the other, and now too")
  func runs() throws {
    let told = try Told()
    let duties = try told.store.read { try $0.duties(of: Self.platform) }
    let runs = try told.runs().filter { $0.team == Self.platform }
    func isOfPair(_ run: Run) -> Bool {
      guard let at = run.progress.startedAt, let duty = duties.first(where: { $0.window.contains(at) }) else {
        return false
      }
      return Set(run.pair) == Set(duty.people)
    }
    let found = Set(
      runs.filter(isOfPair).compactMap { run in
        run.progress.startedAt.flatMap { at in duties.first { $0.window.contains(at) }?.number }
      })
    #expect(found.count >= 5, "\(found)")
    #expect(runs.filter { $0.incident == 12 }.allSatisfy(isOfPair), "the night of incident 12")
    #expect(try isOfPair(#require(told.runs(.running).active(in: "prod"))))
    let own = try told.runs().filter { $0.team == Self.payments && $0.progress.startedAt != nil }
    let theirs = try told.store.read { try $0.duties(of: Self.payments) }
    for run in own {
      let at = try #require(run.progress.startedAt)
      let duty = try #require(theirs.first { $0.window.contains(at) })
      #expect(Set(run.pair) == Set(duty.people), "run \(run.number)")
    }
  }

  @Test("A duty was taken over in the middle, ana has swapped one, and pairs signed what they handed over")
  func changes() throws {
    let told = try Told()
    let duties = try told.store.read { try $0.duties(of: Self.platform) }
    let taken = try #require(duties.first { $0.partOf != nil })
    #expect(taken.people.contains(Handle("eli")) && taken.why.contains("eli for cy (cy has a fever"))
    let swapped = duties.filter { $0.why.contains("my sister's wedding") }
    #expect(swapped.count == 2 && swapped.allSatisfy { $0.window.start > .thursday })
    let signed = try told.store.read { reader in
      try duties.map { try reader.handoffSides(of: $0) }.filter { !$0.signatures.isEmpty }
    }
    // Of the last one bo has still to sign, who stays on.
    #expect(signed.count == 3 && signed.filter(\.isSigned).count == 2 && signed.last?.unsigned == [Handle("bo")])
    let weeks = DutyWindow(start: .thursday - .seconds(60 * 86_400), end: .thursday)
    let toil = try told.store.read { try $0.toil(of: Self.platform, in: weeks) }
    #expect(toil.count == 11 && toil.contains { $0.item != nil })
  }
}
