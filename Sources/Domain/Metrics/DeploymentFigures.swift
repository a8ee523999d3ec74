/// DORA's five keys, and the workday share.
extension Measuring {
  private func counted(_ deployment: MeasuredDeployment) -> Counted {
    Counted(
      .run(deployment.run), deployment.artifact.description, at: deployment.at,
      words: ([deployment.isRollback ? "rollback" : nil] + deployment.failures.map { $0.description })
        .compactMap(\.self).joined(separator: ", "))
  }

  var deploymentCount: Figure {
    let all = deployed
    let aborted = facts.runs.count { run in
      run.isProduction && run.state == .aborted && run.figures.deployment == nil && isInWindow(run.endedAt)
    }
    return Figure(
      .deployments, .count(all.count), n: all.count,
      parts: [
        Figure.Part("failed", all.count(where: \.hasFailed)), Figure.Part("rollbacks", all.count(where: \.isRollback)),
        Figure.Part("abortedBefore", aborted),
      ],
      counted: all.map { deployment in
        var one = counted(deployment)
        one.isHit = deployment.hasFailed
        return one
      }, trend: counts(all.map(\.at)))
  }

  var frequency: Figure {
    let all = deployed
    return Figure(
      .frequency, .perWeek(Double(all.count) / window.weeks), n: all.count, counted: all.map(counted),
      trend: zip(counts(all.map(\.at)), window.stretches).map { count, stretch in
        count.map { $0 * 7 * 86_400_000 / Double(stretch.milliseconds) }
      })
  }

  var workdayShare: Figure {
    let holidays = Set(team.holidays.map(\.date))
    return share(
      .workdayShare,
      deployed.map { deployment in
        let local = CivilTime(deployment.at, in: window.zone)
        var one = counted(deployment)
        one.isHit = team.hours.contains(local) && !holidays.contains(local.isoDate)
        if !one.isHit { one.words = one.words.isEmpty ? "out of hours" : one.words + ", out of hours" }
        return one
      })
  }

  var leadTime: Figure {
    var found: [Counted] = []
    var unreadable = 0
    var without = 0
    for deployment in deployed where !deployment.isRollback {
      guard let text = deployment.commits, !text.allSatisfy(\.isWhitespace) else {
        without += 1
        continue
      }
      let (times, wrong) = Commits.times(text)
      // A commit can't be younger than what it was deployed with: a clock was wrong.
      let before = times.filter { $0 <= deployment.at }
      unreadable += wrong + times.count - before.count
      for time in before {
        var one = counted(deployment)
        one.took = deployment.at - time
        found.append(one)
      }
    }
    return times(
      .leadTime, found,
      parts: [Figure.Part("deploymentsWithoutCommits", without), Figure.Part("unreadableCommits", unreadable)])
  }

  var failRate: Figure {
    share(
      .failRate,
      deployed.map { deployment in
        var one = counted(deployment)
        one.isHit = deployment.hasFailed
        one.isPending = deployment.isPending(at: now)
        return one
      })
  }

  var recoveryTime: Figure {
    times(
      .recoveryTime,
      deployed.filter(\.hasFailed).map { deployment in
        var one = counted(deployment)
        one.isHit = true
        one.took = deployment.recoveredAt.map { $0 - deployment.at }
        one.isPending = deployment.recoveredAt == nil
        if one.isPending { one.words += ", not recovered yet" }
        return one
      })
  }

  var reworkRate: Figure {
    share(
      .reworkRate,
      deployed.map { deployment in
        var one = counted(deployment)
        one.isHit = deployment.isRework
        return one
      })
  }
}
