import CSQLite
import Domain
import Foundation
import Testing

@testable import Store

/// The figures of a generated year, computed a second time in plain SQL over the entries themselves: it shares no line with
/// the figures, nor with what is kept for them.
@Suite("The numbers of a generated year")
struct IndependentNumbersTests {
  /// Deployments as the entries tell them: run, whether of the rollback, when, whether it failed.
  private static let deployments = """
    WITH standing AS (
      SELECT * FROM run_entry AS e WHERE NOT EXISTS (
        SELECT 1 FROM run_entry AS c WHERE c.run = e.run AND c.kind = 'corrected' AND c.target = e.seq)),
    attempts AS (
      SELECT e.run, e.step = 'back' AS is_back, e.at, e.kind FROM standing AS e JOIN run ON run.number = e.run
      WHERE e.step IN ('canary', 'rest', 'back') AND e.kind IN ('done', 'failed', 'overridden')
        AND run.environment = 'prod' AND NOT run.is_rehearsal),
    first AS (
      SELECT run, is_back, min(at) AS at, max(kind = 'failed') AS failed FROM attempts GROUP BY run, is_back
      UNION ALL
      SELECT number, 0, ended_at, 1 FROM run
      WHERE state = 'aborted' AND environment = 'prod' AND NOT is_rehearsal
        AND number NOT IN (SELECT run FROM attempts)
        AND 'started' = (SELECT kind FROM standing WHERE run = number AND step = 'canary' ORDER BY seq DESC LIMIT 1)),
    deployments AS (
      SELECT first.run, is_back, first.at, failed OR (NOT is_back AND (
          state IN ('aborted', 'rolled-back')
          OR EXISTS (SELECT 1 FROM run_entry AS r WHERE r.run = first.run AND r.kind = 'rollback-entered')
          OR EXISTS (SELECT 1 FROM incident_run AS i WHERE i.run = first.run AND i.kind = 'caused'))) AS failed,
        incident IS NOT NULL AND (is_back OR plan_at IS NULL)
          OR is_back AND EXISTS (SELECT 1 FROM incident_run AS i WHERE i.run = first.run) AS rework
      FROM first JOIN run ON number = first.run)
    """

  private func number(_ world: World, _ select: String) throws -> Int {
    try world.store.read { try $0.first("\(Self.deployments) \(select)")?.integer("n") ?? 0 }
  }

  /// Each figure beside the same from the entries.
  private func pairs(_ year: GeneratedYear) throws -> [(name: String, ours: Int, theirs: Int)] {
    let numbers = try year.numbers()
    func part(_ name: FigureName) -> Int {
      if case .share(let part, _) = numbers[name].value { part } else { -1 }
    }
    func median(_ name: FigureName) -> Int {
      if case .time(let median, _) = numbers[name].value { Int(median.wholeMilliseconds) } else { -1 }
    }
    let world = year.world
    let settled = "at <= \((GeneratedYear.end - .seconds(72 * 3600)).milliseconds)"
    func middle(_ rows: String) throws -> Int {
      try number(
        world,
        """
        , times AS (\(rows)) SELECT n FROM (SELECT n, row_number() OVER (ORDER BY n) AS place, count(*) OVER () AS count
        FROM times) WHERE place = (count + 1) / 2
        """)
    }
    return [
      ("deployments", numbers[.deployments].n, try number(world, "SELECT count(*) AS n FROM deployments")),
      (
        "failed", numbers[.deployments].part("failed") ?? -1,
        try number(world, "SELECT count(*) AS n FROM deployments WHERE failed")
      ),
      (
        "fail rate", part(.failRate),
        try number(world, "SELECT count(*) AS n FROM deployments WHERE failed AND \(settled)")
      ),
      ("settled", numbers[.failRate].n, try number(world, "SELECT count(*) AS n FROM deployments WHERE \(settled)")),
      ("rework", part(.reworkRate), try number(world, "SELECT count(*) AS n FROM deployments WHERE rework")),
      (
        "workdays", part(.workdayShare),
        try number(
          world,
          """
          SELECT count(*) AS n FROM deployments WHERE strftime('%w', at / 1000, 'unixepoch') BETWEEN '1' AND '5'
            AND strftime('%H', at / 1000, 'unixepoch') BETWEEN '09' AND '16'
          """)
      ),
      (
        "aborted before", numbers[.deployments].part("abortedBefore") ?? -1,
        try number(
          world,
          """
          SELECT count(*) AS n FROM run WHERE state = 'aborted' AND environment = 'prod' AND NOT is_rehearsal
            AND number NOT IN (SELECT run FROM deployments)
          """)
      ),
      (
        "detect", median(.timeToDetect),
        try middle("SELECT detected_at - impact_began_at AS n FROM incident")
      ),
      (
        "mitigate", median(.timeToMitigate),
        try middle("SELECT mitigated_at - impact_began_at AS n FROM incident WHERE mitigated_at IS NOT NULL")
      ),
      (
        "lead time", median(.leadTime),
        try middle(
          """
          SELECT at - CAST(round((julianday(json_extract(parameters, '$.commits')) - 2440587.5) * 86400000) AS INTEGER) AS n
          FROM deployments JOIN run ON number = run WHERE NOT is_back AND json_extract(parameters, '$.commits') <> ''
          """)
      ),
      (
        "step yield", part(.stepYield),
        try number(
          world,
          """
          SELECT count(DISTINCT e.run || e.step) AS n FROM standing AS e JOIN run ON number = e.run
          WHERE e.kind = 'failed' AND ended_at IS NOT NULL
          """)
      ),
      (
        "steps", numbers[.stepYield].n,
        try number(
          world,
          """
          SELECT count(DISTINCT e.run || e.step) AS n FROM standing AS e JOIN run ON number = e.run
          WHERE e.step IS NOT NULL AND ended_at IS NOT NULL
            AND e.kind IN ('done', 'failed', 'skipped', 'not-applicable', 'deferred', 'overridden')
          """)
      ),
    ]
  }

  @Test("They are what plain SQL makes of the entries, and a planted error in either is caught")
  func agree() throws {
    let year = try GeneratedYear(runs: 120)
    for pair in try pairs(year) {
      #expect(pair.ours == pair.theirs, "\(pair.name)")
      #expect(pair.theirs > 0, "\(pair.name)")
    }
    #expect(try year.world.store.verify().isSound)

    // In what is kept for the figures.
    let good = "(SELECT run FROM run_figure WHERE deployed_at IS NOT NULL AND deploy_failed = 0 LIMIT 1)"
    try year.world.forge("UPDATE run_figure SET deployed_at = NULL WHERE run = \(good)")
    #expect(try pairs(year).contains { $0.ours != $0.theirs })

    // In the record: two wrongs are found one by one.
    let other = try GeneratedYear(runs: 40)
    #expect(try pairs(other).allSatisfy { $0.ours == $0.theirs })
    try other.world.forge(
      """
      UPDATE run_entry SET kind = 'failed' WHERE step = 'canary' AND kind = 'done'
        AND run = (SELECT run FROM run_figure WHERE deployed_at IS NOT NULL AND deploy_failed = 0
          AND run IN (SELECT number FROM run WHERE state = 'completed' AND environment = 'prod' AND NOT is_rehearsal)
          AND run NOT IN (SELECT run FROM incident_run) LIMIT 1)
      """)
    #expect(try pairs(other).contains { $0.ours != $0.theirs })
  }

  @Test("A service leaves in what is of it: runs of its artifact, and incidents that name it")
  func service() throws {
    let year = try GeneratedYear(runs: 40)
    #expect(try year.numbers("cf-release")[.deployments].n == year.numbers()[.deployments].n)
    let logs = try year.numbers("logs")
    #expect(logs[.deployments].n == 0)
    let all = try year.numbers()[.timeToDetect].n
    #expect(logs[.timeToDetect].n > 0 && logs[.timeToDetect].n < all)
  }

  @Test("The steps of the step yield add up to it, each with the median of its times")
  func steps() throws {
    let year = try GeneratedYear(runs: 40)
    let yield = try year.numbers()[.stepYield]
    try year.world.store.read { reader in
      let period = try #require(NumbersWindow(weeks: 53, zone: .gmt, now: GeneratedYear.end)).period
      let steps = try reader.measuredSteps(of: TeamName("platform"), in: period)
      #expect(Set(steps.map(\.step.text)) == ["look", "canary", "rest", "watch", "back"])
      #expect(steps.reduce(0) { $0 + $1.counts.ran } == yield.n)
      #expect(yield.value == .share(part: steps.reduce(0) { $0 + $1.counts.failed }, of: yield.n))
      #expect(yield.part("skipped") == steps.reduce(0) { $0 + $1.counts.skipped })
      #expect(steps.first { $0.step.text == "canary" }?.median == .minutes(7))
      #expect(steps.first { $0.step.text == "watch" }?.median == nil)
    }
    #expect(try year.numbers().listing([])[.stepYield].counted.isEmpty)
  }
}
